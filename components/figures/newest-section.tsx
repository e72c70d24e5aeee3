import { NewestActionList } from "@/components/figures/newest-actions";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { type Day, formatDay } from "@/lib/contracts/days";
import type { ActionRow } from "@/lib/contracts/rows";
import { href, type Query } from "@/lib/query/query";

interface NewestSectionProps {
  actions: ActionRow[];
  /** The selection of the actions. */
  query: Query;
  /** Agencies still report actions from this day on. */
  fillingInFrom: Day;
}

/** The newest actions of a selection as a section. */
export function NewestSection({ actions, query, fillingInFrom }: NewestSectionProps) {
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
      <NewestActionList actions={actions} query={query} />
    </Section>
  );
}
