import { awardTypes } from "@/lib/contracts/awards";
import { codeTitle } from "@/lib/contracts/code-titles";
import { actionKindLabels } from "@/lib/contracts/kinds";
import { lookUp } from "@/lib/contracts/look-up";
import { formatCount } from "@/lib/contracts/money";
import { placeName } from "@/lib/contracts/places";
import type { RecordedName } from "@/lib/contracts/recorded";
import { vehicleKindName } from "@/lib/contracts/vehicles";

/** The tables with a row for each pair of an action and what its description names. */
type NamingTable = "mentions" | "place_mentions" | "state_mentions";

/**
 * What records can be grouped by: the chart of a grouping, its facet, its groups in the API and its filter share an
 * entry, and `lib/sql/groups.ts` reads it.
 */
export interface Grouping {
  /** The name of one group: "by company". */
  label: string;
  /** The plural for the rest: "All other companies". */
  plural: string;
  /** What is grouped: a fact of the action or of its contract, or what its description names in a table of pairs. */
  field: `${"action" | "contract" | NamingTable}.${string}`;
  /** The table that explains the field's numbers by their `id`; without one the field's own value is the key. */
  table?: string;
  /** The column of `table` with the key, the first recorded one of several; a key of `null` is not reported. */
  key?: string | readonly string[];
  /** Writes a value that is its own key: 202403 as `2024-03`. */
  as?: "month";
  /** The column of `table` with the name; without a table, the column of the contract that is recorded with the value. */
  name?: string;
  /** The name of a key, where it is not in the records. */
  named?: (key: string) => string;
  /** How the screen writes a recorded name; files have it as recorded. */
  shown?: (recorded: string) => string;
  /** The recorded fact of the grouping. If a snapshot lacks it, the grouping is not offered. */
  needs?: RecordedName;
  /** Whether several rows of the table can have one key (an agency under two names). */
  repeats?: true;
  /** An action counts in every group that it belongs to, so groups do not add up to the total. */
  overlaps?: true;
  /** The name of the group without a key; default "Not reported". */
  none?: string;
  /** Periods are listed without gaps, other groups from the largest net. */
  order: "size" | "time";
  /** The query parameter that selects one group. */
  parameter:
    | "company"
    | "recipient"
    | "agency"
    | "office"
    | "fy"
    | "from"
    | "category"
    | "psc"
    | "naics"
    | "vehicle"
    | "vehicle_agency"
    | "vehicle_kind"
    | "type"
    | "competition"
    | "performed_in"
    | "place"
    | "brand"
    | "action_kind";
}

export const groupings = {
  company: {
    label: "company",
    plural: "companies",
    field: "action.company",
    table: "companies",
    key: "slug",
    name: "name",
    order: "size",
    parameter: "company",
  },
  recipient: {
    label: "recipient",
    plural: "recipients",
    field: "action.recipient",
    table: "recipients",
    key: "name",
    name: "name",
    order: "size",
    parameter: "recipient",
  },
  agency: {
    label: "agency",
    plural: "agencies",
    field: "action.agency",
    table: "agencies",
    repeats: true,
    key: "code",
    name: "label",
    order: "size",
    parameter: "agency",
  },
  office: {
    label: "office",
    plural: "offices",
    field: "action.office",
    table: "offices",
    key: "code",
    name: "name",
    order: "size",
    parameter: "office",
  },
  fiscal_year: {
    label: "fiscal year",
    plural: "fiscal years",
    field: "action.fiscal_year",
    named: (year) => `FY${year}`,
    order: "time",
    parameter: "fy",
  },
  calendar_year: {
    label: "calendar year",
    plural: "calendar years",
    field: "action.calendar_year",
    order: "time",
    parameter: "from",
  },
  month: {
    label: "month",
    plural: "months",
    field: "action.month",
    as: "month",
    order: "time",
    parameter: "from",
  },
  category: {
    label: "category",
    plural: "categories",
    field: "action.category",
    table: "categories",
    key: "slug",
    name: "name",
    order: "size",
    parameter: "category",
  },
  psc: {
    label: "product or service",
    plural: "products and services",
    field: "action.product",
    table: "products",
    repeats: true,
    key: ["code", "description"],
    name: "description",
    shown: codeTitle,
    order: "size",
    parameter: "psc",
  },
  naics: {
    label: "industry",
    plural: "industries",
    field: "action.industry",
    table: "industries",
    repeats: true,
    key: ["code", "description"],
    name: "description",
    shown: codeTitle,
    order: "size",
    parameter: "naics",
  },
  vehicle: {
    label: "vehicle",
    plural: "vehicles",
    field: "action.parent",
    table: "parents",
    repeats: true,
    key: "vehicle",
    name: "vehicle_label",
    order: "size",
    parameter: "vehicle",
  },
  vehicle_kind: {
    label: "kind of vehicle",
    plural: "kinds of vehicle",
    field: "action.parent",
    table: "parents",
    repeats: true,
    key: ["program", "kind", "vehicle"],
    named: vehicleKindName,
    order: "size",
    parameter: "vehicle_kind",
  },
  vehicle_agency: {
    label: "vehicle's agency",
    plural: "agencies of vehicles",
    field: "action.parent",
    table: "parents",
    repeats: true,
    key: "agency",
    name: "agency_label",
    order: "size",
    parameter: "vehicle_agency",
  },
  type: {
    label: "award type",
    plural: "award types",
    field: "action.type",
    named: (code) => lookUp(awardTypes, code) ?? code,
    needs: "award_type_code",
    order: "size",
    parameter: "type",
  },
  competition: {
    label: "competition",
    plural: "kinds of competition",
    field: "contract.competition",
    name: "competition_name",
    needs: "extent_competed_code",
    order: "size",
    parameter: "competition",
  },
  performed_in: {
    label: "place of performance",
    plural: "places of performance",
    field: "contract.place",
    named: placeName,
    needs: "primary_place_of_performance_state_code",
    order: "size",
    parameter: "performed_in",
  },
  place: {
    label: "place",
    plural: "places",
    field: "place_mentions.facility",
    table: "facilities",
    overlaps: true,
    none: "No facility named",
    key: "slug",
    name: "name",
    order: "size",
    parameter: "place",
  },
  place_state: {
    label: "state of a place",
    plural: "states of places",
    field: "state_mentions.state",
    overlaps: true,
    none: "No facility in a state named",
    named: placeName,
    order: "size",
    parameter: "place",
  },
  brand: {
    label: "brand",
    plural: "brands",
    field: "mentions.brand",
    table: "brands",
    overlaps: true,
    none: "No brand named",
    key: "slug",
    name: "name",
    order: "size",
    parameter: "brand",
  },
  action_kind: {
    label: "type of action",
    plural: "types of action",
    field: "action.action_kind",
    named: (kind) => lookUp(actionKindLabels, kind) ?? kind,
    order: "size",
    parameter: "action_kind",
  },
} as const satisfies Record<string, Grouping>;

export type GroupingName = keyof typeof groupings;
export const groupingNames = Object.keys(groupings) as GroupingName[];
export const grouping = (name: GroupingName): Grouping => groupings[name];

/** The label of a group on the screen and in pictures. */
export const shownLabel = (name: GroupingName, label: string): string =>
  grouping(name).shown?.(label) ?? label;

/** The label of the rest: "All other companies (744)". */
export const othersName = (name: GroupingName, count: number): string =>
  `All ${grouping(name).order === "time" ? "earlier" : "other"} ${grouping(name).plural} (${formatCount(count)})`;

/** What a reader must know of groups that overlap; `null` for others. */
export const overlapNote = (name: GroupingName): string | null =>
  grouping(name).overlaps
    ? `An action that names several ${grouping(name).plural} counts in full under each, so sums overlap`
    : null;

/** The groupings that the workbench shows as chart and table (`show=`). */
export const shownGroupings = [
  "company",
  "agency",
  "office",
  "month",
  "fiscal_year",
  "category",
  "brand",
  "place",
] as const satisfies GroupingName[];
export type ShownGrouping = (typeof shownGroupings)[number];

/** What the workbench shows instead of rows: a grouping, or how the selection is bought. */
export const shownViews = [...shownGroupings, "flow"] as const;
export type ShownView = (typeof shownViews)[number];

/** The groupings whose groups are periods. */
export type TimeGrouping = {
  [Name in GroupingName]: (typeof groupings)[Name]["order"] extends "time" ? Name : never;
}[GroupingName];

export const isTime = (name: GroupingName): name is TimeGrouping => grouping(name).order === "time";

/** The groupings that two periods are compared by: no action is in two of their groups. */
export const comparableGroupings = [
  "company",
  "recipient",
  "agency",
  "office",
  "category",
  "psc",
  "naics",
] as const satisfies GroupingName[];
export type ComparableGrouping = (typeof comparableGroupings)[number];
export const isComparable = (name: GroupingName | ShownView | null): name is ComparableGrouping =>
  comparableGroupings.some((one) => one === name);
