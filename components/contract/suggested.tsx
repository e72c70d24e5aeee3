import type { ReactNode } from "react";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import type { ContractRow } from "@/lib/contracts/facts";
import { type Cents, counted, formatCount } from "@/lib/contracts/money";
import { contractPage } from "@/lib/query/pages";
import { change, defaults, href } from "@/lib/query/query";

import styles from "./suggested.module.css";

interface SuggestedContract {
  key: string;
  piid: string;
  vehicle: string | null;
  awarded: string | null;
  last_worked: string | null;
  days: number;
  in_records: Cents;
}

interface SuggestedProps {
  /** The snapshot that addresses name. */
  snapshot: string | null;
  contract: ContractRow;
  agencyName: string;
  /** How many days may lie between one contract and the next. */
  within: number;
  predecessors: SuggestedContract[];
  successors: SuggestedContract[];
  /** The last day of these records, where a later award may not be in them yet; `null` elsewhere. */
  mayBeMissing: string | null;
}

/** The most that are suggested: among more than these nobody could tell which it is. */
const most = 5;

/** Contracts that may have come before and after a contract, by a rule that is told. Nothing where none fits. */
export function Suggested({
  snapshot,
  contract,
  agencyName,
  within,
  predecessors,
  successors,
  mayBeMissing,
}: SuggestedProps) {
  if (predecessors.length === 0 && successors.length === 0) return null;
  const { company, psc, agency } = contract;
  const alike = href(
    "/contracts",
    change(defaults("contracts"), {
      snapshot,
      agency: [agency],
      company: [company.slug],
      psc: psc ? [psc] : [],
      sort: "-first_action",
    }),
  );
  return (
    <Section
      id="suggested"
      title="Possible predecessors and successors (suggested)"
      subtitle={
        <>
          Suggested by a rule and not confirmed, and the records do not say that one contract follows another.
          The rule: the same company, the same product or service (<q>{psc}</q>) and the same agency (
          {agencyName}), the later contract awarded within {within} days, before or after, of the earlier
          one’s last action. Close-outs do not count as last actions, because they come long after the work.{" "}
          <Link href={alike}>All contracts of this company for this product or service</Link>
        </>
      }
    >
      <List
        snapshot={snapshot}
        title="Possible successors"
        contracts={successors}
        said={(days) => apart(days, "this contract’s last action")}
        dayLabel="Awarded"
        day={({ awarded }) => awarded}
      >
        {mayBeMissing && successors.length > 0 && (
          <>
            {" "}
            The last action is close to the end of these records ({formatDay(mayBeMissing)}): later awards may
            not be in them yet.
          </>
        )}
      </List>
      <List
        snapshot={snapshot}
        title="Possible predecessors"
        contracts={predecessors}
        said={(days) => apart(-days, "this contract’s award")}
        dayLabel="Last action"
        day={({ last_worked }) => last_worked}
      />
    </Section>
  );
}

/** `12 days after`, `the same day as`. */
function apart(days: number, what: string): string {
  if (days === 0) return `the same day as ${what}`;
  return `${counted(Math.abs(days), "day")} ${days > 0 ? "after" : "before"} ${what}`;
}

interface ListProps {
  snapshot: string | null;
  title: string;
  contracts: SuggestedContract[];
  said: (days: number) => string;
  dayLabel: string;
  day: (contract: SuggestedContract) => string | null;
  children?: ReactNode;
}

function List({ snapshot, title, contracts, said, dayLabel, day, children }: ListProps) {
  if (contracts.length === 0) return null;
  if (contracts.length > most) {
    return (
      <p>
        <strong>{title}</strong>: the rule fits {formatCount(contracts.length)} contracts, too many to suggest
        any.
        {children}
      </p>
    );
  }
  return (
    <div className={styles.list}>
      <TableRegion label={title}>
        <table className={stack.stack}>
          <caption>
            {title}, the nearest in time first.{children}
          </caption>
          <thead>
            <tr>
              <th scope="col">Contract (PIID), suggested</th>
              <th scope="col">{dayLabel}</th>
              <th scope="col">How near</th>
              <th scope="col">Vehicle</th>
              <th scope="col" className="num">
                Obligated in these records
              </th>
            </tr>
          </thead>
          <tbody>
            {contracts.map((contract) => (
              <tr key={contract.key}>
                <th scope="row">
                  <Link href={contractPage(contract.key, { snapshot })}>{contract.piid}</Link>
                </th>
                <td className="nowrap" data-label={dayLabel}>
                  {day(contract)}
                </td>
                <td data-label="How near">{said(contract.days)}</td>
                <td data-label="Vehicle">{contract.vehicle ?? "Not reported"}</td>
                <td className="num" data-label="Obligated in these records">
                  <Money cents={contract.in_records} exact />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </div>
  );
}
