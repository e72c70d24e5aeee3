import type { Route } from "next";
import { kindNames } from "@/components/changes/sentence";
import { HiddenFields } from "@/components/filters/hidden-fields";
import { Chip, Chips } from "@/components/ui/chip";
import { type ChangeKind, changeKinds } from "@/lib/contracts/changes";
import { formatCount } from "@/lib/contracts/money";
import { changeRequest } from "@/lib/query/changes";
import { type ChangesRequest, changesRequest } from "@/lib/query/requests";
import styles from "./changes-form.module.css";

interface ChangesFormProps {
  request: ChangesRequest;
  rejected: Record<string, string>;
}

/** A form for text, days and administrative changes. Hidden fields keep the other parameters. */
export function ChangesForm({ request, rejected }: ChangesFormProps) {
  const { query, kind, administrative } = request;
  const kinds = changesRequest.ownParams({ kind });
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
      {(["since", "until"] as const).map((name) => (
        <div key={name}>
          <label htmlFor={`changes-${name}`}>{name === "since" ? "Noticed since" : "Noticed through"}</label>
          <input
            id={`changes-${name}`}
            name={name}
            type={rejected[name] === undefined ? "date" : "text"}
            defaultValue={rejected[name] ?? request[name] ?? ""}
            placeholder="YYYY-MM-DD"
            aria-invalid={rejected[name] !== undefined || undefined}
          />
        </div>
      ))}
      <label className={styles.check}>
        <input type="checkbox" name="administrative" value="yes" defaultChecked={administrative === "yes"} />{" "}
        Administrative changes too
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

const address = (request: ChangesRequest): Route => changesRequest.href("/changes", request);

export function KindChips({
  request,
  kinds,
}: {
  request: ChangesRequest;
  kinds: { kind: ChangeKind; entries: number }[];
}) {
  const counts = new Map(kinds.map(({ kind, entries }) => [kind, entries]));
  const offered = changeKinds.filter((kind) => counts.has(kind) || request.kind.includes(kind));
  if (offered.length === 0) return null;
  return (
    <Chips label="Kinds of change">
      <Chip
        href={address(changeRequest(request, { kind: [] }))}
        text="All kinds"
        current={request.kind.length === 0}
      />
      {offered.map((kind) => {
        const entries = counts.get(kind) ?? 0;
        const { one, many } = kindNames[kind];
        return (
          <Chip
            key={kind}
            href={address(changeRequest(request, { kind: [kind] }))}
            text={`${formatCount(entries)} ${entries === 1 ? one : many}`}
            current={request.kind.includes(kind)}
          />
        );
      })}
    </Chips>
  );
}
