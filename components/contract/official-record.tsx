import { Facts } from "@/components/figures/facts";
import { Section } from "@/components/ui/section";
import { counted } from "@/lib/contracts/money";
import type { ContractRow } from "@/lib/contracts/rows";
import { contractPage } from "@/lib/query/pages";
import { href, type Query } from "@/lib/query/query";

import styles from "./official-record.module.css";

interface OfficialRecordProps {
  contract: ContractRow;
  /** USAspending's award key; `null` if not recorded. */
  awardKey: string | null;
  /** The query of the contract's actions as a file, and the number of other contracts' actions in it. */
  rows: { query: Query; others: number };
  citation: string;
  /** The text that identifies the contract in a records request. */
  request: string;
}

/** Links and texts to check, download and cite a contract. */
export function OfficialRecord({ contract, awardKey, rows, citation, request }: OfficialRecordProps) {
  return (
    <Section id="record" title="Check, download, cite">
      <Facts
        facts={[
          {
            label: "Official record",
            value: awardKey ? (
              <a href={awardUrl(awardKey)}>{contract.piid} at USAspending.gov</a>
            ) : (
              <>
                Look for the award ID <q>{contract.piid}</q> in the{" "}
                <a href="https://www.usaspending.gov/search">award search of USAspending.gov</a>.
              </>
            ),
            note: !awardKey && "The records give no award key for this contract, so there is no direct link.",
          },
          {
            label: "This contract as JSON",
            value: <a href={`/api${contractPage(contract.key, rows.query)}`}>Contract and actions (JSON)</a>,
          },
          {
            label: "Its actions as a file",
            value: (
              <>
                <a href={href("/contracts.csv", rows.query)} download>
                  {counted(contract.actions + rows.others, "action")} (CSV)
                </a>{" "}
                · <a href={href("/contracts.json", rows.query)}>JSON</a>
              </>
            ),
            note:
              rows.others > 0 &&
              `The file also has ${counted(rows.others, "action")} of other contracts that name this number.`,
          },
          {
            label: "Citation",
            value: <p className={styles.citation}>{citation}</p>,
          },
          {
            label: "For a records request (FOIA)",
            value: <p className={styles.citation}>{request}</p>,
            note: "What names the contract to the agency: numbers, office, recipient and dates, as recorded.",
          },
        ]}
      />
    </Section>
  );
}

/** The page of an award at USAspending.gov. */
export const awardUrl = (awardKey: string) =>
  `https://www.usaspending.gov/award/${encodeURIComponent(awardKey)}`;
