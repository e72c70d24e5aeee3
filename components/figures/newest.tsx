import { NewestActions } from "@/components/figures/newest-actions";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { type Day, formatDay } from "@/lib/contracts/days";
import type { ActionRow } from "@/lib/contracts/rows";
import { href, type Query } from "@/lib/query/query";

interface NewestProps {
  actions: ActionRow[];
  /** What the actions are the newest of. */
  query: Query;
  /** From this day on, the record is still being filled in. */
  fillingInFrom: Day;
}

/** The newest actions of a selection, under their heading. */
export function Newest({ actions, query, fillingInFrom }: NewestProps) {
  return (
    <Section
      title="What is newest?"
      subtitle={
        <>
          Contract actions by the day they were signed. The record of the newest two weeks, since{" "}
          {formatDay(fillingInFrom)}, is still filling in.{" "}
          <Link href={href("/contracts", query)}>All actions, newest first</Link>
        </>
      }
    >
      <NewestActions actions={actions} query={query} />
    </Section>
  );
}
