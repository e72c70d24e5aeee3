import type { Route } from "next";

import type { GroupingName } from "@/lib/contracts/groupings";
import { defaults, groupsByCompany, href, type Query } from "@/lib/query/query";

/** The parts of a query that go along to the page of a company, an agency or an office. */
type CarriedOver = Pick<Query, "agency" | "grouped" | "snapshot">;

/** The address of a company's page, of the same agencies. */
export const companyPage = (slug: string, { agency, snapshot }: Omit<CarriedOver, "grouped">): Route =>
  href(`/companies/${slug}`, { ...defaults("contracts"), agency, snapshot }) as Route;

/** The address of a contract's page, by its key, or by a PIID that may be several contracts'. */
export const contractPage = (key: string, { snapshot }: Pick<CarriedOver, "snapshot">): Route =>
  href(`/contracts/${encodeURIComponent(key)}`, { ...defaults("contracts"), snapshot }) as Route;

/** The address of an agency's page, with companies grouped or recipients as recorded. */
export const agencyPage = (code: string, { grouped, snapshot }: Omit<CarriedOver, "agency">): Route =>
  href(`/agencies/${encodeURIComponent(code)}`, { ...defaults("contracts"), grouped, snapshot }) as Route;

/** The address of the page of one of an agency's offices. */
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

/** The address of a brand's page, of the same agencies and with the same grouping. */
export const brandPage = (slug: string, { agency, grouped, snapshot }: CarriedOver): Route =>
  href(`/brands/${slug}`, { ...defaults("contracts"), agency, grouped, snapshot }) as Route;

/** The address of a vehicle's page, of the same agencies. */
export const vehiclePage = (vehicle: string, { agency, snapshot }: Omit<CarriedOver, "grouped">): Route =>
  href(`/vehicles/${encodeURIComponent(vehicle)}`, { ...defaults("contracts"), agency, snapshot }) as Route;

/** The same address with the published snapshot, whatever that is. */
export function ofPublished(address: Route): Route {
  const [path = "", text] = address.split("?");
  const params = new URLSearchParams(text);
  params.delete("snapshot");
  return (params.size > 0 ? `${path}?${params}` : path) as Route;
}

/** The page that a group of a query has beside its records; `null` where it has none. */
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
    default:
      return null;
  }
}
