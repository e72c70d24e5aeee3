import "server-only";

import { noParent } from "@/lib/contracts/awards";
import { fiscalYear } from "@/lib/contracts/days";
import type { GroupingName } from "@/lib/contracts/groupings";
import { asTotals, type Group, type Totals } from "@/lib/contracts/totals";
import { change, defaults, type Query } from "@/lib/query/query";
import { companyCountsSql } from "@/lib/sql/agencies";
import { firstGroups, type Groups, groups, totals, twoWayGroups } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { everyPeriod } from "@/lib/store/overview";

/** An awarding sub-agency or one of its offices. The name is the code where nothing names it. */
export interface CodeName {
  code: string;
  name: string;
}

/** An office with a sentence on where its name comes from; `null` where nothing names it. */
export interface Office extends CodeName {
  basis: string | null;
}

export interface NamedTotals extends CodeName {
  totals: Totals;
}

/** The figures of one agency in a selection, and of each of its offices with an action there. */
export interface AgencyTotals extends NamedTotals {
  offices: NamedTotals[];
}

const vehiclesShown = 8;

const named = ({ key, label }: Pick<Group, "key" | "label">): CodeName => ({ code: key ?? "", name: label });

/** Every awarding sub-agency of the snapshot, in the order of their codes. */
export async function listAgencies(store: Store): Promise<CodeName[]> {
  const { groups: found } = await groups(store, defaults("contracts"), "agency", { except: "agency" });
  return found.map(named).toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

/** The awarding sub-agency of a code in any case; `null` where the snapshot has none. */
export async function findAgency(store: Store, code: string): Promise<CodeName | null> {
  return (await listAgencies(store)).find((agency) => agency.code === code.toUpperCase()) ?? null;
}

/** An office that signed an action of an agency, by codes in any case; `null` where there is none. */
export async function findOffice(
  store: Store,
  agency: string,
  code: string,
): Promise<{ agency: CodeName; office: Office } | null> {
  const found = await findAgency(store, agency);
  if (!found) return null;
  const { groups: offices } = await groups(store, ofAgency(defaults("contracts"), found.code), "office");
  const office = offices.map(named).find((one) => one.code === code.toUpperCase());
  if (!office) return null;
  const stored = [...store.lookups.office.values()].find((one) => one.code === office.code);
  return { agency: found, office: { ...office, basis: stored?.basis ?? null } };
}

/** A query of one agency, or of one of its offices. */
export function ofAgency(query: Query, agency: string, office?: string): Query {
  return change(query, { agency: [agency], office: office === undefined ? [] : [office] });
}

/**
 * The agencies and offices of a selection, each from the largest net. As in a facet, a query's own `agency` does not
 * count; `query` is the one that was answered.
 */
export async function agencyTotals(
  store: Store,
  requested: Query,
): Promise<{ query: Query; rows: AgencyTotals[] }> {
  const query = change(requested, { agency: (await listAgencies(store)).map(({ code }) => code) });
  const [agencies, offices, companies, officeCompanies] = await Promise.all([
    groups(store, query, "agency"),
    twoWayGroups(store, query, ["agency", "office"]),
    countCompanies(store, query, ["agency"]),
    countCompanies(store, query, ["agency", "office"]),
  ]);
  const rows = agencies.groups.map((agency) => ({
    ...named(agency),
    totals: asTotals(agency, companies(agency.key)),
    offices: offices.groups
      .filter(({ key }) => key === agency.key)
      .map((office) => ({
        ...named({ key: office.key2, label: office.label2 }),
        totals: asTotals(office, officeCompanies(office.key, office.key2)),
      })),
  }));
  return { query, rows };
}

/** One agency's figures in a selection by office and fiscal year. The years run on without gaps. */
export async function oneAgencyTotals(
  store: Store,
  requested: Query,
  { code, name }: CodeName,
): Promise<{ query: Query } & AgencyTotals & { years: { fiscal_year: number; totals: Totals }[] }> {
  const query = change(requested, { agency: [code] });
  const [sum, offices, officeCompanies, years, yearCompanies] = await Promise.all([
    totals(store, query),
    groups(store, query, "office"),
    countCompanies(store, query, ["office"]),
    groups(store, query, "fiscal_year"),
    countCompanies(store, query, ["fiscal_year"]),
  ]);
  return {
    query,
    code,
    name,
    totals: sum,
    offices: offices.groups.map((office) => ({
      ...named(office),
      totals: asTotals(office, officeCompanies(office.key)),
    })),
    years: years.groups.map((year) => ({
      fiscal_year: Number(year.key),
      totals: asTotals(year, yearCompanies(year.key)),
    })),
  };
}

/** How many companies (recipients with `grouped=no`) each group has, by the group's keys. */
async function countCompanies(
  store: Store,
  query: Query,
  by: readonly [GroupingName] | readonly [GroupingName, GroupingName],
): Promise<(...keys: (string | null)[]) => number> {
  type Counted = { key: string | null; key2?: string | null; companies: number };
  const rows = await store.rows<Counted>(companyCountsSql(query, by));
  return (key, key2 = null) =>
    rows.find((row) => row.key === key && (row.key2 ?? null) === key2)?.companies ?? 0;
}

/** Every fiscal year of the records, with what a selection has in it. */
export async function fiscalYears(store: Store, query: Query): Promise<Group[]> {
  const [first, last] = [fiscalYear(store.info.data_from), fiscalYear(store.info.data_through)];
  const every = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  const { groups: found } = await groups(store, query, "fiscal_year");
  return everyPeriod(found, every, (key) => `FY${key}`);
}

/**
 * A selection in some fiscal years, in all of them where `fy` names none; without `fy` in the latest of {@link fiscalYears}
 * with an action.
 */
export function inYears(query: Query, years: Group[], fy?: number[]): Query {
  const latest = years.findLast(({ actions }) => actions > 0)?.key;
  return change(query, { fy: fy ?? (latest ? [Number(latest)] : []) });
}

/** The agencies under whose agreements most was ordered. Groups without an agency are never among the rest. */
export async function vehicleAgencies(store: Store, query: Query): Promise<Groups> {
  const { groups: all } = await groups(store, query, "vehicle_agency");
  const isAgency = ({ key }: Group) => key !== null && key !== noParent;
  const agencies = all.filter(isAgency);
  const kept =
    agencies.length <= vehiclesShown
      ? agencies
      : agencies.filter(({ net }) => net > 0).slice(0, vehiclesShown);
  const shown = all.filter((group) => !isAgency(group) || kept.includes(group));
  const others = all.filter((group) => !shown.includes(group));
  return { groups: shown, rest: firstGroups(others, 0).rest };
}
