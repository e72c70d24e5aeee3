import { Link } from "@/components/ui/link";

import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { shortDay } from "@/lib/contracts/days";
import type { ActionRow } from "@/lib/contracts/rows";
import { companyPage, contractPage } from "@/lib/query/pages";
import type { Query } from "@/lib/query/query";

import styles from "./newest-actions.module.css";

/** Contract actions, newest first, with links to their companies and contracts. */
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
            {shortDay(action.action_date)}
          </time>
          <span className={styles.company}>
            <Link href={companyPage(action.company.slug, query)}>{action.company.name}</Link>
          </span>
          <span className={styles.description} title={action.transaction_description ?? undefined}>
            <RecordedText text={action.transaction_description} />
          </span>
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
