import { awardTypes } from "@/lib/contracts/award-types";
import { lookUp } from "@/lib/contracts/look-up";
import { formatCount } from "@/lib/contracts/money";
import { placeName, placeSql } from "@/lib/contracts/places";
import type { RecordedName } from "@/lib/contracts/recorded";

/**
 * What records can be grouped by. `sql` is the number or code on the action; `key` and `label` are read from the
 * table that explains it (`null` key: the record does not say). The chart of a grouping, its facet, its
 * groups on the API and its filter share this entry.
 */
export interface Grouping {
  /** The name of one group: "by company". */
  label: string;
  /** What the rest is called: "All other companies". */
  plural: string;
  /** The column of `actions` that is grouped; of the table of `through` where there is one. */
  column: string;
  /** What is grouped instead, where it is a fact of the contract: SQL over its row under the given name. */
  ofContract?: (row: string) => string;
  /** The table that explains the column's numbers, joined by `id`; `null` when the column is the key. */
  table: string | null;
  key: string;
  name: string;
  /** What a key is called, where that is no matter of the records. */
  named?: (key: string) => string;
  /** The recorded fact that the grouping reads, where a snapshot may lack it: without it nothing offers the grouping. */
  needs?: RecordedName;
  /** Several numbers of the table can stand for one key (an agency under two names). */
  repeats?: true;
  /**
   * The table that gives an action its numbers, any number of them, where `actions` has no such column. Such groups
   * overlap: an action counts in each of its own.
   */
  through?: string;
  /** What the group without a key is called, where that is not "Not reported". */
  none?: string;
  /** Groups of time run on without gaps; others run from the largest net. */
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
    | "type"
    | "competition"
    | "place"
    | "brand";
}

export const groupings = {
  company: {
    label: "company",
    plural: "companies",
    column: "company",
    table: "companies",
    key: "d.slug",
    name: "d.name",
    order: "size",
    parameter: "company",
  },
  recipient: {
    label: "recipient",
    plural: "recipients",
    column: "recipient",
    table: "recipients",
    key: "d.name",
    name: "d.name",
    order: "size",
    parameter: "recipient",
  },
  agency: {
    label: "agency",
    plural: "agencies",
    column: "agency",
    table: "agencies",
    repeats: true,
    key: "d.code",
    name: "d.label",
    order: "size",
    parameter: "agency",
  },
  office: {
    label: "office",
    plural: "offices",
    column: "office",
    table: "offices",
    key: "d.code",
    name: "d.name",
    order: "size",
    parameter: "office",
  },
  fiscal_year: {
    label: "fiscal year",
    plural: "fiscal years",
    column: "fiscal_year",
    table: null,
    key: "d.id::varchar",
    name: "'FY' || d.id",
    order: "time",
    parameter: "fy",
  },
  calendar_year: {
    label: "calendar year",
    plural: "calendar years",
    column: "calendar_year",
    table: null,
    key: "d.id::varchar",
    name: "d.id::varchar",
    order: "time",
    parameter: "from",
  },
  month: {
    label: "month",
    plural: "months",
    column: "month",
    table: null,
    key: "printf('%d-%02d', d.id // 100, d.id % 100)",
    name: "printf('%d-%02d', d.id // 100, d.id % 100)",
    order: "time",
    parameter: "from",
  },
  category: {
    label: "category",
    plural: "categories",
    column: "category",
    table: "categories",
    key: "d.slug",
    name: "d.name",
    order: "size",
    parameter: "category",
  },
  psc: {
    label: "product or service",
    plural: "products and services",
    column: "product",
    table: "products",
    repeats: true,
    key: "coalesce(d.code, d.description)",
    name: "d.description",
    order: "size",
    parameter: "psc",
  },
  naics: {
    label: "industry",
    plural: "industries",
    column: "industry",
    table: "industries",
    repeats: true,
    key: "coalesce(d.code, d.description)",
    name: "d.description",
    order: "size",
    parameter: "naics",
  },
  vehicle: {
    label: "vehicle",
    plural: "vehicles",
    column: "parent",
    table: "parents",
    repeats: true,
    key: "d.vehicle",
    name: "d.vehicle_label",
    order: "size",
    parameter: "vehicle",
  },
  vehicle_agency: {
    label: "vehicle's agency",
    plural: "agencies of vehicles",
    column: "parent",
    table: "parents",
    repeats: true,
    key: "d.agency",
    name: "d.agency_label",
    order: "size",
    parameter: "vehicle_agency",
  },
  type: {
    label: "award type",
    plural: "award types",
    column: "type",
    table: null,
    key: "d.id",
    name: "d.id",
    named: (code) => lookUp(awardTypes, code) ?? code,
    needs: "award_type_code",
    order: "size",
    parameter: "type",
  },
  competition: {
    label: "competition",
    plural: "kinds of competition",
    column: "competition",
    ofContract: (row) => `${row}.competition`,
    table:
      "(select competition as id, min(coalesce(competition_name, competition)) as name from contracts group by competition)",
    key: "d.id",
    name: "d.name",
    needs: "extent_competed_code",
    order: "size",
    parameter: "competition",
  },
  place: {
    label: "place of performance",
    plural: "places of performance",
    column: "place_state",
    ofContract: placeSql,
    table: null,
    key: "d.id",
    name: "d.id",
    named: placeName,
    needs: "primary_place_of_performance_state_code",
    order: "size",
    parameter: "place",
  },
  brand: {
    label: "brand",
    plural: "brands",
    column: "brand",
    table: "brands",
    through: "mentions",
    none: "No brand named",
    key: "d.slug",
    name: "d.name",
    order: "size",
    parameter: "brand",
  },
} as const satisfies Record<string, Grouping>;

export type GroupingName = keyof typeof groupings;
export const groupingNames = Object.keys(groupings) as GroupingName[];
export const grouping = (name: GroupingName): Grouping => groupings[name];

/** What the groups that are not shown are called, added together: "All other companies (744)". */
export const othersName = (name: GroupingName, count: number): string =>
  `All ${grouping(name).order === "time" ? "earlier" : "other"} ${grouping(name).plural} (${formatCount(count)})`;

/** The groupings that the workbench shows as chart and table (`show=`). */
export const shownGroupings = [
  "company",
  "agency",
  "office",
  "month",
  "fiscal_year",
  "category",
] as const satisfies GroupingName[];
export type ShownGrouping = (typeof shownGroupings)[number];

/** The groupings whose groups are periods. */
export type TimeGrouping = {
  [Name in GroupingName]: (typeof groupings)[Name]["order"] extends "time" ? Name : never;
}[GroupingName];

export const isTime = (name: GroupingName): name is TimeGrouping => grouping(name).order === "time";

/** What a group is called when the record does not say. */
export const notReported = "Not reported";
