import { trackedAgency } from "@/lib/contracts/agencies";
import { type GroupingName, grouping, shownLabel } from "@/lib/contracts/groupings";
import { type Cents, roundedMoney } from "@/lib/contracts/money";
import { joinNames } from "@/lib/contracts/text";
import type { Group } from "@/lib/contracts/totals";
import { vehiclesPhrase } from "@/lib/contracts/vehicles";

import type { Scope } from "./scope";

export type FoundGroup = Pick<Group, "key" | "label" | "net" | "actions">;

interface SizeFinding {
  by: GroupingName;
  /** From the largest net. */
  groups: FoundGroup[];
  /** Whether there are groups that are not among `groups`. */
  hasRest: boolean;
  /** Net obligations of the whole selection. */
  whole: Cents;
  scope: Scope;
  /** Whether the query selects a group of this grouping, so that its share is no news. */
  isChosen: boolean;
}

/** The least share of the largest groups for a title. */
const least = 0.1;
/** The most groups that a title names. */
const mostNamed = 2;
/** A group is named alone if it has half of the whole, or this many times what the next one has. */
const alone = { share: 0.5, times: 2 };

/** What the largest groups have of a selection; `null` where that is little or takes too many words. */
export function sizeFinding({ by, groups, hasRest, whole, scope, isChosen }: SizeFinding): string | null {
  const active = groups.flatMap((group) =>
    group.actions > 0 ? { ...group, label: shownLabel(by, group.label) } : [],
  );
  if (by === "agency") return agencies(active, scope);
  if (grouping(by).overlaps) return mentioned(by, active, scope, isChosen);
  // What the chosen groups have of themselves is no news.
  if (whole <= 0 || (isChosen && !hasRest)) return null;
  const largest = largestGroups(active, whole);
  if (largest === null) return null;
  const net = largest.reduce((sum, group) => sum + group.net, 0);
  // Money taken back in other groups can leave less than these have.
  if (net > whole || net / whole < least) return null;
  if (active.length === 1 && !hasRest) return only(by, largest, whole, scope);
  if (net === whole) return null;
  return shares(by, largest, whole, scope);
}

/** The one or two groups that a title names. Equal groups are named together or not at all. */
function largestGroups(groups: FoundGroup[], whole: Cents): FoundGroup[] | null {
  const [first, second, third] = groups;
  if (!first || first.net <= 0) return null;
  const isAlone =
    !second || first.net >= alone.share * whole || first.net >= alone.times * Math.max(second.net, 0);
  const largest = isAlone ? [first] : [first, second];
  const next = isAlone ? second : third;
  const isTied = largest.at(-1)?.net === next?.net;
  // What is not reported is no group that could be named.
  return isTied || largest.length > mostNamed || largest.some(({ key }) => key === null || key === "none")
    ? null
    : largest;
}

/** Groups whose names are a list of words are named before a colon, not in a sentence. */
const isListed: GroupingName[] = [
  "office",
  "category",
  "psc",
  "naics",
  "type",
  "competition",
  "performed_in",
];
const isOrdered: GroupingName[] = ["vehicle", "vehicle_agency", "vehicle_kind"];

function shares(by: GroupingName, largest: FoundGroup[], whole: Cents, scope: Scope): string {
  const of = `of what ${scope.who} obligated${scope.filters} ${scope.when}`;
  const part = (net: Cents) => percent(net / whole);
  if (isListed.includes(by)) {
    const [first, ...others] = largest;
    return [
      `${first?.label}: ${part(first?.net ?? 0)} ${of}`,
      ...others.map(({ label, net }) => `${label}: ${part(net)}`),
    ].join("; ");
  }
  const names = joinNames(largest.map((group) => nameIn(by, group)));
  const subject = isOrdered.includes(by)
    ? `Orders under ${names} account`
    : `${names} account${largest.length === 1 ? "s" : ""}`;
  return `${subject} for ${part(largest.reduce((sum, { net }) => sum + net, 0))} ${of}`;
}

function only(by: GroupingName, [group]: FoundGroup[], whole: Cents, scope: Scope): string {
  const all = `all ${roundedMoney(whole)} that ${scope.who} obligated${scope.filters} ${scope.when}`;
  if (isListed.includes(by)) return `${group?.label}: ${all}`;
  return isOrdered.includes(by)
    ? `Orders under ${group && nameIn(by, group)} account for ${all}`
    : `${group?.label} accounts for ${all}`;
}

/** A group in a sentence: vehicles by kind or agency are no names. */
function nameIn(by: GroupingName, { key, label }: FoundGroup): string {
  if (by === "vehicle_kind" && key !== null) return vehiclesPhrase(key);
  return by === "vehicle_agency" ? `vehicles of ${label}` : label;
}

/** Agencies beside each other; of one agency alone its name says all. */
function agencies(groups: FoundGroup[], { filters, when }: Scope): string | null {
  const [first, second, ...others] = groups;
  if (!first || !second || others.length > 0 || second.net <= 0) return null;
  const nameOf = ({ key, label }: FoundGroup) => trackedAgency(key ?? "")?.short ?? label;
  return `${nameOf(first)} obligated ${roundedMoney(first.net)} and ${nameOf(second)} ${roundedMoney(second.net)}${filters} ${when}`;
}

/** What descriptions name overlaps: an action can name several, so that their shares do not add up. */
function mentioned(
  by: GroupingName,
  groups: FoundGroup[],
  { who, filters, when }: Scope,
  isChosen: boolean,
): string | null {
  const [first, second] = groups.filter(({ key }) => key !== null);
  if (!first || !second || isChosen || first.net <= 0 || first.net === second.net) return null;
  const what = by === "place_state" ? `places in ${first.label}` : first.label;
  const other = by === "place_state" ? "state" : grouping(by).label;
  return `${who} obligated ${roundedMoney(first.net)}${filters} on actions whose descriptions name ${what} ${when}, more than for any other ${other}`;
}

/** A share in whole percent; one that is neither nothing nor all is not rounded to be so. */
const percent = (share: number): string => (share > 0.995 ? "more than 99%" : `${Math.round(share * 100)}%`);

/** What a chart is called where there is no finding: "Obligations by company". */
export const plainTitle = (by: GroupingName): string =>
  by === "brand"
    ? "Brands named in descriptions"
    : by === "place"
      ? "Places named in descriptions"
      : by === "place_state"
        ? "States of places named in descriptions"
        : `Obligations by ${grouping(by).label}`;
