import type { CompanyName } from "@/lib/contracts/companies";
import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { netText } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";

/** A sentence that names the company, the figure with its measure and window, and the records it was read from. */
export function companyCitation(
  company: CompanyName,
  totals: Totals,
  agency: string,
  info: SnapshotInfo,
  /** What of its subsidiaries the figure leaves out, in words; empty where nothing. */
  leftOut: string,
  /** The parts of the figure from the time in which the company owned its recipients and from before; `null` where it has none. */
  split: string | null,
): string {
  return [
    `${agency}, contract actions with recipients that this site groups under ${company.name}${leftOut}:`,
    `${netText(totals.net)}${split ? ` (${split})` : ""}, ${counted(totals.actions, "action")} on ${counted(totals.contracts, "contract")}`,
    `signed ${formatDay(info.data_from)} to ${formatDay(info.data_through)}.`,
    `Source: USAspending.gov contract actions${info.retrieved ? `, retrieved ${formatDay(info.retrieved)} or before` : ""}; snapshot ${info.id}.`,
  ].join(" ");
}
