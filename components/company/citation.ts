import type { CompanyName } from "@/lib/contracts/companies";
import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { netText } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";

/** A citation: company, figure with measure and window, and source. */
export function companyCitation(
  company: CompanyName,
  totals: Totals,
  agency: string,
  info: SnapshotInfo,
  /** A phrase on the subsidiaries that the figure leaves out, or an empty string. */
  leftOut: string,
  /** The parts of the figure from before and after acquisitions, as text; `null` if there are none. */
  split: string | null,
): string {
  return [
    `${agency}, contract actions with recipients that this site groups under ${company.name}${leftOut}:`,
    `${netText(totals.net)}${split ? ` (${split})` : ""}, ${counted(totals.actions, "action")} on ${counted(totals.contracts, "contract")}`,
    `signed ${formatDay(info.data_from)} to ${formatDay(info.data_through)}.`,
    `Source: USAspending.gov contract actions${info.retrieved ? `, retrieved ${formatDay(info.retrieved)} or before` : ""}; snapshot ${info.id}.`,
  ].join(" ");
}
