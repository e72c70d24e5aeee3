import { Link } from "@/components/ui/link";

import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { formatDay } from "@/lib/contracts/days";
import type { ActionRow } from "@/lib/contracts/rows";

import { contractPage } from "@/lib/query/pages";
import styles from "./largest-actions.module.css";

/** The descriptions of the largest actions, as recorded. */
export function LargestActions({ actions, snapshot }: { actions: ActionRow[]; snapshot: string | null }) {
  return (
    <ol className={styles.list}>
      {actions.map((action) => (
        <li key={`${action.contract} ${action.modification_number}`} className={styles.item}>
          <blockquote className={styles.words}>
            <RecordedText text={action.transaction_description} />
          </blockquote>
          <p className={styles.source}>
            <Money cents={action.federal_action_obligation} />, signed {formatDay(action.action_date)} on{" "}
            <Link href={contractPage(action.contract, { snapshot })}>{action.award_id_piid}</Link>
            {action.product_or_service_code_description && (
              <>, recorded as {action.product_or_service_code_description}</>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
