import type { Route } from "next";
import { awardUrl } from "@/components/contract/official-record";
import { Facts } from "@/components/figures/facts";
import { CopyLink, CopyText } from "@/components/ui/copy-text";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { CompanyName } from "@/lib/contracts/companies";
import { counted } from "@/lib/contracts/money";
import type { ContractRow } from "@/lib/contracts/rows";
import { change, defaults, href, type Query } from "@/lib/query/query";
import styles from "./check.module.css";

interface CheckProps {
  company: CompanyName;
  query: Query;
  /** The newest contracts. `all` is the count of every contract. */
  contracts: ContractRow[];
  all: number;
  ueis: string[];
  citation: string;
}

export function CheckSection({ company, query, contracts, all, ueis, citation }: CheckProps) {
  const records = href("/contracts", query);
  const actions = change(query, { view: "actions" });
  const api = href(`/api/companies/${company.slug}` as Route, {
    ...defaults("contracts"),
    snapshot: query.snapshot,
  });
  return (
    <Section id="check" title="How to check this">
      <Facts
        facts={[
          {
            label: "The exact filter",
            value: (
              <>
                <Link href={records}>
                  <code>{decodeURIComponent(records)}</code>
                </Link>{" "}
                <CopyLink path={records} />
              </>
            ),
            note: "Every figure above is the sum of the records that its link opens.",
          },
          {
            label: "Records as files",
            value: (
              <>
                <a href={href("/contracts.csv", actions)} download>
                  Actions (CSV)
                </a>{" "}
                ·{" "}
                <a href={href("/contracts.csv", query)} download>
                  Contracts (CSV)
                </a>{" "}
                · <a href={href(api, change(query, { company: [] }))}>This page (JSON)</a>
              </>
            ),
          },
          {
            label: "Award numbers",
            value:
              contracts.length === 0 ? (
                "none"
              ) : (
                <span className={styles.numbers}>
                  {contracts.map(({ key, piid }) =>
                    key.startsWith("CONT_") ? (
                      <a key={key} href={awardUrl(key)}>
                        {piid}
                      </a>
                    ) : (
                      <span key={key}>{piid}</span>
                    ),
                  )}
                </span>
              ),
            note: `${
              all > contracts.length ? `The newest ${contracts.length} of ${counted(all, "contract")}. ` : ""
            }Where the award key is known, each links to the official record at USAspending.gov.`,
          },
          {
            label: "UEIs",
            value: ueis.length > 0 ? <code>{ueis.join(", ")}</code> : null,
            note: "Not in these records: they come with the rule that groups the recipient. Search USAspending.gov for a UEI to see every agency’s awards to it.",
          },
          {
            label: "The rules",
            value: (
              <>
                <code>data/companies.csv</code> groups recipients, <code>data/brands.csv</code> finds mentions
              </>
            ),
            note: "Both are reviewed lists of names. Part of a name never matches.",
          },
          {
            label: "Citation",
            value: (
              <>
                <span className={styles.citation}>{citation}</span>{" "}
                <CopyText text={citation} label="Copy citation" />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
