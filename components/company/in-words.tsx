import Link from "next/link";

import { Money } from "@/components/ui/money";
import { formatDay } from "@/lib/contracts/days";
import type { ContractRow } from "@/lib/contracts/facts";

import styles from "./in-words.module.css";

/** What the largest contracts are for, in the record's own words. Descriptions that are not reported are left out. */
export function InWords({ contracts }: { contracts: ContractRow[] }) {
  return (
    <ol className={styles.list}>
      {contracts.map(
        ({ key, piid, description, net, psc, last_action }) =>
          description && (
            <li key={key} className={styles.item}>
              <blockquote className={styles.words}>{description}</blockquote>
              <p className={styles.source}>
                <Money cents={net} /> (net) on{" "}
                <Link href={`/contracts/${encodeURIComponent(key)}`} prefetch={false}>
                  {piid}
                </Link>
                {psc && <>, recorded as {psc}</>}; description of {formatDay(last_action)}
              </p>
            </li>
          ),
      )}
    </ol>
  );
}
