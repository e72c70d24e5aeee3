import { ChangeItem } from "@/components/changes/changes-list";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Change } from "@/lib/contracts/changes";
import { changesOf } from "@/lib/query/changes";
import type { Query } from "@/lib/query/query";
import { changesRequest } from "@/lib/query/requests";

import styles from "./changes-list.module.css";

/** The newest changes of a selection as a section. Renders nothing if there are none. */
export function NewestChanges({ changes, query }: { changes: Change[]; query: Query }) {
  if (changes.length === 0) return null;
  const request = changesOf(query);
  return (
    <Section
      id="changes"
      title="What changed?"
      subtitle={
        <>
          What the newest retrievals of the records hold otherwise than those before.{" "}
          <Link href={changesRequest.href("/changes", request)}>All changes</Link> (
          <a href={changesRequest.href("/changes.atom", request)}>feed</a>)
        </>
      }
    >
      <ol className={styles.list}>
        {changes.map((change) => (
          <ChangeItem key={change.id} change={change} query={query} isDated />
        ))}
      </ol>
    </Section>
  );
}
