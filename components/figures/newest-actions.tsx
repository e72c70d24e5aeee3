import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { Section } from "@/components/ui/section";
import { type Day, formatDay } from "@/lib/contracts/days";
import type { ActionRow } from "@/lib/contracts/rows";
import { companyPage, contractPage } from "@/lib/query/pages";
import { href, type Query } from "@/lib/query/query";
import styles from "./newest-actions.module.css";

export function NewestActionList({
  actions,
  query,
}: {
  actions: ActionRow[];
  query: Pick<Query, "agency" | "snapshot">;
}) {
  return (
    <ol className={styles.list}>
      {actions.map((action) => (
        <li key={`${action.contract} ${action.modification_number}`} className={styles.action}>
          <time className={styles.signed} dateTime={action.action_date}>
            {formatDay(action.action_date)}
          </time>
          <span className={styles.company}>
            <Link href={companyPage(action.company.slug, query)}>{action.company.name}</Link>
          </span>
          <RecordedText text={action.transaction_description} lines={2} className={styles.description} />
          <span className={styles.money}>
            <Money cents={action.federal_action_obligation} exact />
          </span>
          <span className={styles.contract}>
            <Link href={contractPage(action.contract, query)}>{action.award_id_piid}</Link>{" "}
            <small className="soft">{action.modification_number}</small>
          </span>
        </li>
      ))}
    </ol>
  );
}

interface NewestSectionProps {
  actions: ActionRow[];
  query: Query;
  /** Agencies still report actions from this day on. */
  fillingInFrom: Day;
}

export function NewestSection({ actions, query, fillingInFrom }: NewestSectionProps) {
  return (
    <Section
      title="Latest actions"
      subtitle={
        <>
          Contract actions by date signed. Actions since {formatDay(fillingInFrom)}, are still being reported.{" "}
          <Link href={href("/contracts", query)}>All actions, newest first</Link>
        </>
      }
    >
      <NewestActionList actions={actions} query={query} />
    </Section>
  );
}
