import { type ComparedGroup, comparedParts, ratioOf } from "@/lib/contracts/comparisons";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { type NamedFault, Problem } from "@/lib/http/problem";
import { fields, type SheetColumn } from "@/lib/http/sheet";
import { type ComparedPeriods, comparedPeriods, periodNames } from "@/lib/query/comparison";
import { given } from "@/lib/query/parameters";
import type { Query } from "@/lib/query/query";

/** What is wrong with a request that names no period to compare with. */
export const missingPeriod = (params: URLSearchParams): NamedFault[] =>
  given(params, "vs").length === 0
    ? [{ name: "vs", detail: `must be given: ${periodNames.join(", ")}, or a first and a last day` }]
    : [];

/** @throws {Problem} 400 if the two periods of a query cannot be compared. */
export function requirePeriods(query: Query, info: SnapshotInfo): ComparedPeriods {
  const periods = comparedPeriods(query, info);
  if (typeof periods === "string")
    throw new Problem(400, "The periods cannot be compared", periods, [{ name: "vs", detail: periods }]);
  return periods;
}

/** {@link ratioOf} to four decimals. */
export const roundedRatio = (current: number, earlier: number): number | null => {
  const ratio = ratioOf(current, earlier);
  return ratio === null ? null : Math.round(ratio * 10_000) / 10_000;
};

/** Each group of two periods as a row; the rows add up to the change of the whole. */
export const comparisonSheet = ({ days, earlierDays }: ComparedPeriods) =>
  [
    ...fields("code", "key"),
    ...fields("text", "label"),
    { name: "part", kind: "text", value: ({ part }) => comparedParts[part] },
    { name: "current_from", kind: "day", value: () => days.from },
    { name: "current_to", kind: "day", value: () => days.to },
    { name: "current_net", kind: "money", value: ({ current }) => current.net },
    { name: "current_actions", kind: "count", value: ({ current }) => current.actions },
    { name: "earlier_from", kind: "day", value: () => earlierDays.from },
    { name: "earlier_to", kind: "day", value: () => earlierDays.to },
    { name: "earlier_net", kind: "money", value: ({ earlier }) => earlier.net },
    { name: "earlier_actions", kind: "count", value: ({ earlier }) => earlier.actions },
    ...fields("money", "change"),
  ] satisfies SheetColumn<ComparedGroup>[];
