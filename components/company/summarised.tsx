import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { Section } from "@/components/ui/section";
import { shortDay } from "@/lib/contracts/days";
import { dayFault } from "@/lib/contracts/ending";
import type { AwardFacts, SummarisedContract } from "@/lib/contracts/facts";
import { notReported } from "@/lib/contracts/groupings";
import { counted } from "@/lib/contracts/money";
import { contractPage } from "@/lib/query/pages";

type Row = Pick<SummarisedContract, "key" | "piid" | "recipient" | "description"> &
  Pick<AwardFacts, "start" | "current_end" | "obligated_lifetime">;

/** Contracts of a company of which no action is in these records. Nothing where there is none. */
export function Summarised({ contracts, snapshot }: { contracts: Row[]; snapshot: string | null }) {
  if (contracts.length === 0) return null;
  return (
    <Section
      id="summaries"
      title="Known from award summaries alone"
      subtitle={`${counted(contracts.length, "contract")} of which these records hold no action. What a summary reports is of the whole award, since it began; it is in no figure, list or chart here.`}
    >
      <TableRegion label="Contracts known from award summaries alone">
        <table className={stack.stack}>
          <thead>
            <tr>
              <th scope="col">Contract (PIID)</th>
              <th scope="col">Description</th>
              <th scope="col">Start</th>
              <th scope="col">Current end</th>
              <th scope="col" className="num">
                Obligated (reported, whole award)
              </th>
            </tr>
          </thead>
          <tbody>
            {contracts.map(
              ({ key, piid, description, start, current_end: end, obligated_lifetime: cents }) => (
                <tr key={key}>
                  <th scope="row" className="nowrap">
                    <Link href={contractPage(key, { snapshot })}>{piid}</Link>
                  </th>
                  <td data-label="Description" className="long">
                    <RecordedText text={description} />
                  </td>
                  <td data-label="Start">{dayWords(start, null)}</td>
                  <td data-label="Current end">{dayWords(end, start)}</td>
                  <td className="num" data-label="Obligated (reported, whole award)">
                    {cents === null ? (
                      <span className="soft">{notReported}</span>
                    ) : (
                      <Money cents={cents} exact />
                    )}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </TableRegion>
    </Section>
  );
}

function dayWords(day: string | null, start: string | null): string {
  if (day === null) return notReported;
  return dayFault(day, start) === null ? shortDay(day) : `${shortDay(day)} (as recorded; cannot be right)`;
}
