import "server-only";

import type { NetFigure } from "@/lib/contracts/companies";
import {
  type ComparedGroup,
  type ComparedPart,
  comparedParts,
  type PartSum,
  type PeriodComparison,
} from "@/lib/contracts/comparisons";
import type { GroupingName } from "@/lib/contracts/groupings";
import { type Group, noFigures } from "@/lib/contracts/totals";
import type { ComparedPeriods } from "@/lib/query/comparison";
import { groups, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** Two periods of a selection, whole and by one grouping. Its parts add up to the whole unless its groups overlap. */
export async function comparePeriods(
  store: Store,
  { current: now, earlier: before }: Pick<ComparedPeriods, "current" | "earlier">,
  by: GroupingName,
): Promise<PeriodComparison> {
  const [current, earlier, groupsNow, groupsBefore] = await Promise.all([
    totals(store, now),
    totals(store, before),
    groups(store, now, by),
    groups(store, before, by),
  ]);
  const compared = compareGroups(groupsNow.groups, groupsBefore.groups);
  return {
    current,
    earlier,
    change: current.net - earlier.net,
    parts: (Object.keys(comparedParts) as ComparedPart[]).map((part) => partSum(part, compared)),
    groups: compared,
  };
}

/** The groups of two periods by key, from the largest change. */
function compareGroups(now: Group[], before: Group[]): ComparedGroup[] {
  const known = new Map(before.map((group) => [group.key, group]));
  const ofNow = new Set(now.map(({ key }) => key));
  const gone = before.filter(({ key }) => !ofNow.has(key)).map((group) => ({ ...group, ...noFigures }));
  return [...now, ...gone]
    .map(({ key, label, ...current }) => {
      const { key: _key, label: _label, ...earlier } = known.get(key) ?? { key, label, ...noFigures };
      return {
        key,
        label,
        current,
        earlier,
        change: current.net - earlier.net,
        part: partOf(current, earlier),
      };
    })
    .toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change) || order(one.key, other.key));
}

const order = (one: string | null, other: string | null) => ((one ?? "") < (other ?? "") ? -1 : 1);

function partOf(current: NetFigure, earlier: NetFigure): ComparedPart {
  if (current.actions === 0) return "ended";
  if (current.net < 0) return "taken_back";
  if (earlier.actions === 0) return "began";
  if (current.net === earlier.net) return "same";
  return current.net > earlier.net ? "more" : "less";
}

function partSum(part: ComparedPart, all: ComparedGroup[]): PartSum {
  const sum: PartSum = { part, groups: 0, current: 0, earlier: 0, change: 0 };
  for (const group of all) {
    if (group.part !== part) continue;
    sum.groups += 1;
    sum.current += group.current.net;
    sum.earlier += group.earlier.net;
    sum.change += group.change;
  }
  return sum;
}
