import "server-only";

import { noParent } from "@/lib/contracts/awards";
import type { CompanyName } from "@/lib/contracts/companies";
import type { Day } from "@/lib/contracts/days";
import type { ContractRow } from "@/lib/contracts/rows";
import { notReported } from "@/lib/contracts/text";
import { addUp, asTotals, type Group, type Totals } from "@/lib/contracts/totals";
import type { AgreementFacts } from "@/lib/contracts/vehicles";
import {
  type VehicleBasis,
  type VehicleDecoding,
  type VehicleKind,
  vehicleKinds,
} from "@/lib/contracts/vehicles";
import { change, type Query } from "@/lib/query/query";
import type { VehicleChoice } from "@/lib/query/requests";
import { agreementsSql, vehiclesSql } from "@/lib/sql/vehicles";
import { groups, listContracts, periods, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** A parent agreement: its PIID and its agency's code, `null` where not recorded. The rest is decoded from the two. */
export interface Vehicle {
  vehicle: string;
  agency: string | null;
  agency_name: string;
  kind: VehicleKind;
  kind_name: string;
  /** The program it belongs to; `null` where its number does not tell. */
  name: string | null;
  basis: VehicleBasis;
}

/** A vehicle with the selected actions of its orders. `contracts` of the totals counts orders. */
export interface VehicleRow extends Vehicle {
  /** The holders of the orders, by name; the recipients under their companies' slugs with `grouped=no`. */
  companies: CompanyName[];
  first_action: Day;
  last_action: Day;
  totals: Totals;
}

/** The selected actions by vehicle, from the largest net, and what is under none. All of them are the selection. */
export interface VehicleList {
  rows: VehicleRow[];
  none: Totals | null;
  unreported: Totals | null;
}

/** Every vehicle of a selection. */
export async function listVehicles(store: Store, query: Query): Promise<VehicleList> {
  const found: VehicleList = { rows: [], none: null, unreported: null };
  type Row = Omit<Totals, "companies"> &
    Pick<VehicleRow, "first_action" | "last_action"> & {
      parent: number | null;
      holders: number[];
    };
  for (const { parent, holders, first_action, last_action, ...sums } of await store.rows<Row>(
    vehiclesSql(query),
  )) {
    const totals: Totals = { ...sums, companies: holders.length };
    const vehicle = parent === null ? null : decoded(store, parent);
    if (parent === null) found.unreported = totals;
    else if (vehicle === null) found.none = totals;
    else {
      const companies = named(store, query, holders);
      found.rows.push({ ...vehicle, companies, first_action, last_action, totals });
    }
  }
  return found;
}

/** The vehicle of a number of `parents`; `null` for none. */
function decoded({ lookups }: Store, parent: number): Vehicle | null {
  const found = lookups.parent.get(parent);
  if (!found?.vehicle || found.vehicle === noParent) return null;
  const agency = found.agency ?? null;
  const kind = found.kind as VehicleKind;
  return {
    vehicle: found.vehicle,
    agency,
    agency_name: found.agency_label ?? agency ?? notReported,
    kind,
    kind_name: vehicleKinds[kind],
    name: found.program ?? null,
    basis: found.basis as VehicleBasis,
  };
}

/** Companies or recipients by their numbers, which follow the order of their names. */
function named({ lookups: { company, recipient } }: Store, { grouped }: Query, ids: number[]): CompanyName[] {
  return ids
    .toSorted((one, other) => one - other)
    .map((id) => {
      const own = grouped === "no" ? recipient.get(id) : company.get(id);
      const group = grouped === "no" ? company.get(Number(own?.company)) : own;
      return { slug: group?.slug ?? "", name: own?.name ?? notReported };
    });
}

/**
 * The agreements with a number, whatever the case of its letters; more than one where agencies use the same. None
 * where no award key in the snapshot names it.
 */
export function findVehicle(store: Store, id: string): Vehicle[] {
  const wanted = id.toUpperCase();
  return [...store.lookups.parent].flatMap(([number, { vehicle }]) =>
    vehicle?.toUpperCase() === wanted ? (decoded(store, number) ?? []) : [],
  );
}

/** One vehicle: what it is, and the selected actions of its orders. */
export interface WholeVehicle {
  /** Its number as the award keys write it. */
  vehicle: string;
  /** What the number names; more than one where agencies use the same number. */
  agreements: Vehicle[];
  /** Their agreements as award summaries describe them; none where no file does. */
  facts: AgreementFacts[];
  /** The selection: the query narrowed to the vehicle. */
  query: Query;
  totals: Totals;
  /** Every order of the selection, from the largest net. */
  orders: ContractRow[];
  companies: Group[];
  years: Group[];
}

/** Orders of one vehicle are listed whole; the most that one holds in the bundled records are some hundreds. */
const everyOrder = 100_000;

/** The orders of a query narrowed to one vehicle, from the largest net. */
export const ordersOf = (store: Store, query: Query): Promise<ContractRow[]> =>
  listContracts(store, { ...change(query, { view: "contracts", sort: "-net" }), size: everyOrder });

/** The agreements with a number as award summaries describe them; none where no file does. */
export const agreementFacts = (store: Store, vehicle: string): Promise<AgreementFacts[]> =>
  store.rows(agreementsSql(vehicle));

/** A vehicle by its number; `null` where no award key names it. */
export async function wholeVehicle(store: Store, requested: Query, id: string): Promise<WholeVehicle | null> {
  const agreements = findVehicle(store, id);
  const [first] = agreements;
  if (!first) return null;
  const query = change(requested, { vehicle: [first.vehicle] });
  const [sum, orders, companies, years, facts] = await Promise.all([
    totals(store, query),
    ordersOf(store, query),
    groups(store, query, "company"),
    periods(store, query, "fiscal_year"),
    agreementFacts(store, first.vehicle),
  ]);
  return {
    facts,
    vehicle: first.vehicle,
    agreements,
    query,
    totals: sum,
    orders,
    companies: companies.groups,
    years,
  };
}

/** The decoded vehicle of a contract; `null` where it has none or none is reported. */
export function vehicleOf(
  store: Store,
  { vehicle, vehicle_agency }: Pick<ContractRow, "vehicle" | "vehicle_agency">,
): VehicleDecoding | null {
  const found = vehicle === null ? [] : findVehicle(store, vehicle);
  const own = found.find(({ agency }) => agency === vehicle_agency);
  return own ? { kind: own.kind, program: own.name, basis: own.basis } : null;
}

/** The rows that a choice leaves, in its order. */
export function chooseVehicles(rows: VehicleRow[], { kind, name, sort }: VehicleChoice): VehicleRow[] {
  const words = name.toLowerCase().split(/\s+/).filter(Boolean);
  return rows
    .filter((row) => {
      if (kind !== null && row.kind !== kind) return false;
      if (words.length === 0) return true;
      const texts = [row.vehicle, row.kind_name, row.name ?? "", row.agency_name, row.agency ?? ""];
      const text = [...texts, ...row.companies.map((company) => company.name)].join("\n").toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((one, other) => {
      const [high, low] = [sortKey(one, sort), sortKey(other, sort)];
      return high === low ? other.totals.net - one.totals.net : high > low ? -1 : 1;
    });
}

function sortKey({ totals, last_action }: VehicleRow, sort: VehicleChoice["sort"]): number | string {
  if (sort === "last_action") return last_action;
  return sort === "orders" ? totals.contracts : totals[sort];
}

/** The vehicles of one kind, added up. A company is counted once. */
export interface KindRow {
  kind: VehicleKind;
  name: string;
  vehicles: number;
  totals: Totals;
  /** The agencies' codes, where every vehicle of these agencies is of this kind; `null` where no filter says the kind. */
  agencies: string[] | null;
}

/** The kinds that some vehicles are of, in the catalog's order. */
export function kindsOf(rows: VehicleRow[]): KindRow[] {
  return (Object.keys(vehicleKinds) as VehicleKind[]).flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    if (own.length === 0) return [];
    const holders = new Set(
      own.flatMap(({ companies }) => companies.map(({ slug, name }) => `${slug} ${name}`)),
    );
    const agencies = [...new Set(own.flatMap(({ agency }) => agency ?? []))].sort();
    const isWhole =
      kind !== "unreported" && rows.every((row) => row.kind === kind || !agencies.includes(row.agency ?? ""));
    return [
      {
        kind,
        name: vehicleKinds[kind],
        vehicles: own.length,
        totals: asTotals(addUp(own.map(({ totals }) => totals)), holders.size),
        agencies: isWhole ? agencies : null,
      },
    ];
  });
}
