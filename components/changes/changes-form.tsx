import { HiddenFields } from "@/components/filters/hidden-fields";
import { type ChangesRequest, changesRequest } from "@/lib/query/requests";

import styles from "./changes-form.module.css";

interface ChangesFormProps {
  request: ChangesRequest;
  /** Invalid text by field. */
  rejected: Record<string, string>;
}

/** A form for text, first day and administrative changes. Hidden fields keep the other parameters. */
export function ChangesForm({ request, rejected }: ChangesFormProps) {
  const { query, kind, since, administrative } = request;
  const kinds = changesRequest.ownParams({ kind });
  const isRejected = rejected.since !== undefined;
  return (
    <form method="get" action="/changes" aria-label="Filter the changes" className={styles.form}>
      <HiddenFields query={{ ...query, q: "" }} />
      {kinds.map(([name, value]) => (
        <input key={value} type="hidden" name={name} value={value} />
      ))}
      <div className={styles.text}>
        <label htmlFor="changes-q">Words of the action</label>
        <input
          id="changes-q"
          name="q"
          type="search"
          maxLength={500}
          defaultValue={rejected.q ?? query.q}
          placeholder="recipient, contract number, description"
          aria-invalid={rejected.q !== undefined || undefined}
        />
      </div>
      <div>
        <label htmlFor="changes-since">Noticed since</label>
        <input
          id="changes-since"
          name="since"
          type={isRejected ? "text" : "date"}
          defaultValue={rejected.since ?? since ?? ""}
          placeholder="YYYY-MM-DD"
          aria-invalid={isRejected || undefined}
        />
      </div>
      <label className={styles.check}>
        <input type="checkbox" name="administrative" value="yes" defaultChecked={administrative === "yes"} />{" "}
        Administrative changes too
      </label>
      <button type="submit">Show</button>
    </form>
  );
}
