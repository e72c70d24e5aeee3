import type { Route } from "next";
import { repeatsText, reportsCaveat, SubcontractorsTable } from "@/components/subcontracts/subcontracts";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import { counted, formatMoney, formatShare } from "@/lib/contracts/money";
import type { SubawardCoverage, SubawardTotals, Subcontractor } from "@/lib/contracts/subawards";
import { subcontractsPage } from "@/lib/query/pages";
import { tableSort } from "@/lib/query/table-sort";

interface ContractSubcontractorsProps {
  contract: { key: string; agency: string };
  coverage: SubawardCoverage;
  totals: SubawardTotals;
  subcontractors: Subcontractor[];
  /** What the file of the reports has as obligated on the award, and through which of its actions. */
  award: { obligated: number | null; through: string | null };
  snapshot: string | null;
  page: Route;
}

/** The subcontractors that reports name under a contract, and the share of the award that was reported as subcontracted. */
export function ContractSubcontractors({
  contract: { key, agency },
  coverage,
  totals,
  subcontractors,
  award,
  snapshot,
  page,
}: ContractSubcontractorsProps) {
  const agencies = [agency];
  const { amount, reports, companies, repeats, repeated } = totals;
  return (
    <Section id="subcontractors" title="Reported subcontractors" subtitle={reportsCaveat(coverage)}>
      <p>
        {formatMoney(amount)} in{" "}
        <Link href={subcontractsPage({ agency: agencies, snapshot }, { contract: key })}>
          {counted(reports, "report")}
        </Link>{" "}
        of subcontracts with {counted(companies, "company", "companies")}
        {shareText(amount, award)}.
        {repeats > 0 &&
          ` ${repeatsText(totals)}; without ${repeats === 1 ? "it" : "them"}, the sum is ${formatMoney(amount - repeated)}${shareOf(amount - repeated, award)}.`}
      </p>
      <SubcontractorsTable
        label="Reported subcontractors of this contract"
        rows={subcontractors}
        contract={key}
        agency={agencies}
        snapshot={snapshot}
        sort={tableSort(page, "subcontractors", "-amount")}
      />
    </Section>
  );
}

type Award = ContractSubcontractorsProps["award"];

const shareOf = (amount: number, { obligated }: Award) =>
  obligated !== null && obligated > 0 && amount >= 0 ? `, or ${formatShare(amount, obligated)}` : "";

/** The share of what was obligated on the award, as the same file has it. */
function shareText(amount: number, award: Award): string {
  const share = shareOf(amount, award);
  if (share === "" || award.obligated === null) return "";
  const through = award.through === null ? "" : ` through ${formatDay(award.through)}`;
  return `${share} of the ${formatMoney(award.obligated)} that the file of the reports has as obligated on the award${through}`;
}
