import type { Route } from "next";

import type { GroupingName } from "@/lib/contracts/groupings";
import type { Week } from "@/lib/contracts/weeks";
import { defaults, groupsByCompany, href, type Query, toSearchParams } from "@/lib/query/query";

/** The parts of a query that links to other pages keep. */
type CarriedOver = Pick<Query, "agency" | "grouped" | "snapshot">;
/** The same, and the window of days where there is one. */
type CarriedWindow = CarriedOver & Partial<Pick<Query, "from" | "to">>;

/** The address of a company's page. It keeps the agencies and the snapshot. */
export const companyPage = (slug: string, { agency, snapshot }: Omit<CarriedOver, "grouped">): Route =>
  href(`/companies/${slug}`, { ...defaults("contracts"), agency, snapshot }) as Route;

/** The address of a company's brief. It keeps the agencies, the window and the snapshot. */
export const companyBrief = (
  slug: string,
  { agency, from, to, snapshot }: Pick<Query, "agency" | "from" | "to" | "snapshot">,
): Route =>
  href(`/companies/${slug}/brief`, { ...defaults("contracts"), agency, from, to, snapshot }) as Route;

/** The address of the page of a week. It keeps the agencies and the snapshot. */
export const weekPage = (week: Week, { agency, snapshot }: Omit<CarriedOver, "grouped">): Route =>
  href(`/changes/${week}`, { ...defaults("contracts"), agency, snapshot }) as Route;

/** The address of a contract's page, by its award key, or by a PIID that several contracts may have. */
export const contractPage = (key: string, { snapshot }: Pick<CarriedOver, "snapshot">): Route =>
  href(`/contracts/${encodeURIComponent(key)}`, { ...defaults("contracts"), snapshot }) as Route;

/** The address of the list of subcontracts: of a subcontractor, or under a contract. It keeps the agencies and the snapshot. */
export const subcontractsPage = (
  { agency, snapshot }: Omit<CarriedOver, "grouped">,
  { company, contract = null }: { company?: string; contract?: string | null } = {},
): Route => {
  const query = { ...defaults("contracts"), agency, snapshot, company: company ? [company] : [] };
  const params = toSearchParams(query);
  if (contract !== null) params.append("contract", contract);
  return (params.size > 0 ? `/subcontracts?${params}` : "/subcontracts") as Route;
};

/** The address of an agency's page. It keeps the grouping of companies and the snapshot. */
export const agencyPage = (code: string, { grouped, snapshot }: Omit<CarriedOver, "agency">): Route =>
  href(`/agencies/${encodeURIComponent(code)}`, { ...defaults("contracts"), grouped, snapshot }) as Route;

/** The address of the page of an agency's office. */
export const officePage = (
  agency: string,
  office: string,
  { grouped, snapshot }: Omit<CarriedOver, "agency">,
): Route =>
  href(`/agencies/${encodeURIComponent(agency)}/offices/${encodeURIComponent(office)}`, {
    ...defaults("contracts"),
    grouped,
    snapshot,
  }) as Route;

const namedPage =
  (list: "/brands" | "/places") =>
  (slug: string, { agency, grouped, from = null, to = null, snapshot }: CarriedWindow): Route =>
    href(`${list}/${slug}`, { ...defaults("contracts"), agency, grouped, from, to, snapshot }) as Route;

/** The addresses of the pages of a brand and of a facility. They keep the agencies, the grouping, the window and the snapshot. */
export const brandPage = namedPage("/brands");
export const placePage = namedPage("/places");

/** The address of a vehicle's page. It keeps the agencies and the snapshot. */
export const vehiclePage = (vehicle: string, { agency, snapshot }: Omit<CarriedOver, "grouped">): Route =>
  href(`/vehicles/${encodeURIComponent(vehicle)}`, { ...defaults("contracts"), agency, snapshot }) as Route;

/** The same address in the current snapshot. */
export function ofPublished(address: Route): Route {
  const [path = "", text] = address.split("?");
  const params = new URLSearchParams(text);
  params.delete("snapshot");
  return (params.size > 0 ? `${path}?${params}` : path) as Route;
}

/** The page about a group, besides the list of its records; `null` if there is none. */
export function groupPage(query: CarriedOver, by: GroupingName, key: string | null): Route | null {
  if (key === null) return null;
  const [agency, ...others] = query.agency;
  switch (by) {
    case "company":
      return groupsByCompany(query) ? companyPage(key, query) : null;
    case "agency":
      return agencyPage(key, query);
    case "office":
      return agency !== undefined && others.length === 0 ? officePage(agency, key, query) : null;
    case "brand":
      return brandPage(key, query);
    case "place":
      return placePage(key, query);
    default:
      return null;
  }
}
