import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { netText } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { daysText } from "@/lib/findings/scope";
import type { Query } from "@/lib/query/query";

interface CitationParts {
  /** Whose sum it is: "contract actions with recipients grouped under Palantir". */
  actions: string;
  totals: Pick<Totals, "net" | "actions" | "contracts">;
  query: Query;
  /** The full names of the query's agencies. */
  agency: string;
  info: Pick<SnapshotInfo, "id" | "data_from" | "data_through" | "retrieved">;
  /** The parts of the figure from before and after acquisitions, as text; `null` if there are none. */
  split?: string | null;
}

/** How to cite what was obligated by some actions: exact dollars, window, source and snapshot. The address of the figure follows it. */
export const sumCitation = ({ actions, totals, query, agency, info, split }: CitationParts): string =>
  [
    `${agency}, ${actions}:`,
    `${netText(totals.net)}${split ? ` (${split})` : ""}, ${counted(totals.actions, "action")} on ${counted(totals.contracts, "contract")}`,
    `signed ${daysText(query, info)}.`,
    `Source: USAspending.gov contract actions${info.retrieved ? `, retrieved on or before ${formatDay(info.retrieved)}` : ""}; snapshot ${info.id}.`,
  ].join(" ");
