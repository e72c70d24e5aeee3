import "server-only";

import { noParent } from "@/lib/contracts/awards";
import type { Cents } from "@/lib/contracts/money";
import type { EntryKind } from "@/lib/contracts/suggestions";
import type { Totals } from "@/lib/contracts/totals";
import { normalizeName } from "@/lib/identity/names";
import { agencyName } from "@/lib/query/agency-names";
import { defaultAgency } from "@/lib/query/filters";
import {
  agencyPage,
  brandPage,
  companyPage,
  contractPage,
  officePage,
  placePage,
  vehiclePage,
} from "@/lib/query/pages";
import { change, defaults, href, type Query } from "@/lib/query/query";
import { compactNumber, contractNumbersSql, netsSql } from "@/lib/sql/search";
import { listBrands } from "@/lib/store/brands";
import { listFacilities } from "@/lib/store/facilities";
import type { Store } from "@/lib/store/open";
import { storedAlsoKnown } from "@/lib/store/report";

/** A name of an entry, and why it is one where it is not the entry's own. */
export interface EntryName {
  text: string;
  reason: string | null;
}

/** One company, contract, office and so on of a snapshot, as a search finds it. */
export interface Entry {
  kind: EntryKind;
  label: string;
  /** What distinguishes it from others of its name. */
  detail: string | null;
  names: EntryName[];
  /** Its numbers and codes, in capitals without hyphens and spaces. */
  numbers: string[];
  /** The agencies with an action of it; for a brand or a place, with one that names it. */
  agencies: readonly string[];
  /** What some agencies obligated; `null` where none of them has an action. */
  netOf(agencies: readonly string[]): Cents | null;
  /** The slug of a company; `null` for every other kind. */
  slug: string | null;
  /** The name of the company that a brand belongs to. */
  owner?: string;
  /** The address of its page for the agencies and the snapshot of a query. */
  page(query: Query): string;
}

/** Net obligations by agency. */
type Net = Map<string, Cents>;
type Nets = Map<number, Net>;

async function netsOf(store: Store, column: Parameters<typeof netsSql>[0]): Promise<Nets> {
  const nets: Nets = new Map();
  for (const { id, agency, net } of await store.rows<{ id: number; agency: string; net: Cents }>(
    netsSql(column),
  )) {
    nets.set(id, (nets.get(id) ?? new Map()).set(agency, net));
  }
  return nets;
}

/** The agencies of an entry, and its net with some of them. */
const figuresOf = (net: Net = new Map()): Pick<Entry, "agencies" | "netOf"> => ({
  agencies: [...net.keys()].toSorted(),
  netOf(agencies) {
    const known = agencies.flatMap((agency) => net.get(agency) ?? []);
    return known.length > 0 ? known.reduce((sum, one) => sum + one, 0) : null;
  },
});

const own = (text: string): EntryName => ({ text, reason: null });

/** All that a search of a snapshot can find by a name or a number. */
export async function readEntries(store: Store): Promise<Entry[]> {
  const parts = await Promise.all([
    companies(store),
    recipients(store),
    brands(store),
    places(store),
    contracts(store),
    vehicles(store),
    agencies(store),
    offices(store),
  ]);
  return parts.flat();
}

async function companies(store: Store): Promise<Entry[]> {
  const { company, recipient, subcontractor } = store.lookups;
  const names = new Map([...company].map(([id, { name, slug }]) => [id, [own(name ?? ""), own(slug ?? "")]]));
  for (const { name, company: group } of recipient.values()) {
    if (name !== null) names.get(Number(group))?.push({ text: name ?? "", reason: `recorded as ${name}` });
  }
  const reported = new Set<number>();
  for (const { name, company: group } of subcontractor.values()) {
    reported.add(Number(group));
    names.get(Number(group))?.push({ text: name ?? "", reason: `reported as ${name}` });
  }
  const bySlug = new Map([...company].map(([id, { slug }]) => [slug, id]));
  for (const { name, company: slug, reason } of await storedAlsoKnown(store)) {
    const id = bySlug.get(slug);
    if (id !== undefined) names.get(id)?.push({ text: name, reason: reason.replace(/\.$/, "") });
  }
  const nets = await netsOf(store, "company");
  return [...company].map(([id, { name, slug }]) => ({
    kind: "company",
    label: name ?? "",
    detail: !nets.has(id) && reported.has(id) ? "reported as a subcontractor" : null,
    names: names.get(id) ?? [],
    numbers: [],
    ...figuresOf(nets.get(id)),
    page: (query) => companyPage(slug ?? "", query),
    slug: slug ?? "",
  }));
}

/** The recipients whose name is not only another spelling of their company's. */
async function recipients(store: Store): Promise<Entry[]> {
  const { company, recipient } = store.lookups;
  const nets = await netsOf(store, "recipient");
  return [...recipient].flatMap(([id, { name, company: group }]): Entry[] => {
    const owner = company.get(Number(group))?.name ?? "";
    if (name === null || normalizeName(name ?? "") === normalizeName(owner)) return [];
    const figures = figuresOf(nets.get(id));
    return [
      {
        kind: "recipient",
        slug: null,
        label: name ?? "",
        detail: `grouped under ${owner}`,
        names: [own(name ?? "")],
        numbers: [],
        ...figures,
        page: (query) =>
          href(
            "/contracts",
            change(query, { ...agenciesOf(query, figures), grouped: "no", recipient: [name ?? ""] }),
          ),
      },
    ];
  });
}

/** The agencies of a query, or where none of them has an action here, those that have. */
const agenciesOf = ({ agency }: Query, { agencies }: Pick<Entry, "agencies">): Pick<Query, "agency"> => ({
  agency: agencies.length === 0 || agency.some((code) => agencies.includes(code)) ? agency : [...agencies],
});

/** What descriptions name, as a list for each agency gives it, with the net of each by slug. */
async function namedBy<Row extends { slug: string; totals: Totals }>(
  store: Store,
  list: (store: Store, query: Query) => Promise<{ rows: Row[] }>,
): Promise<{ rows: Row[]; nets: Map<string, Net> }> {
  const codes = [...store.lookups.agency.values()].map(({ code }) => code ?? "");
  const lists = await Promise.all(
    codes.map(async (code) => ({
      code,
      rows: (await list(store, change(defaults("contracts"), { agency: [code] }))).rows,
    })),
  );
  const nets = new Map<string, Net>();
  for (const { code, rows } of lists) {
    for (const { slug, totals } of rows) {
      if (totals.actions > 0) nets.set(slug, (nets.get(slug) ?? new Map()).set(code, totals.net));
    }
  }
  return { rows: lists[0]?.rows ?? [], nets };
}

async function places(store: Store): Promise<Entry[]> {
  const { rows, nets } = await namedBy(store, listFacilities);
  return rows.map(({ slug, name, city, state, listed_as }) => ({
    kind: "place",
    slug: null,
    label: name,
    detail: ["detention facility", city, state].filter(Boolean).join(", "),
    names: [
      own(name),
      ...listed_as
        .filter((text) => normalizeName(text) !== normalizeName(name))
        .map((text) => ({ text, reason: `listed as ${text}` })),
    ],
    numbers: [],
    ...figuresOf(nets.get(slug)),
    page: (query) => placePage(slug, query),
  }));
}

async function brands(store: Store): Promise<Entry[]> {
  const { rows, nets } = await namedBy(store, listBrands);
  return rows.map(({ slug, name, owner }) => ({
    kind: "brand",
    slug: null,
    label: name,
    detail: `named in others’ awards; a brand of ${owner.name}`,
    owner: owner.name,
    names: [own(name)],
    numbers: [],
    ...figuresOf(nets.get(slug)),
    page: (query) => brandPage(slug, query),
  }));
}

interface NumberedContract {
  key: string;
  piid: string;
  company: number;
  agency: string;
  net: Cents;
}

/** A contract, as light as its row: there are some ten thousand, and a search shows a few. */
class ContractEntry implements Entry {
  readonly kind = "contract";
  readonly names = [];
  readonly slug = null;
  readonly numbers: string[];

  constructor(
    private readonly row: NumberedContract,
    private readonly companies: Store["lookups"]["company"],
  ) {
    this.numbers = [compactNumber(row.piid)];
  }

  get label() {
    return this.row.piid;
  }

  get detail() {
    return this.companies.get(this.row.company)?.name ?? null;
  }

  get agencies() {
    return [this.row.agency];
  }

  netOf(agencies: readonly string[]) {
    return agencies.includes(this.row.agency) ? this.row.net : null;
  }

  page(query: Query) {
    return contractPage(this.row.key, query);
  }
}

async function contracts(store: Store): Promise<Entry[]> {
  const rows = await store.rows<NumberedContract>(contractNumbersSql);
  return rows.map((row) => new ContractEntry(row, store.lookups.company));
}

async function vehicles(store: Store): Promise<Entry[]> {
  const nets = await netsOf(store, "parent");
  return [...store.lookups.parent].flatMap(([id, { vehicle, agency_label: agency, program }]): Entry[] => {
    if (!vehicle || vehicle === noParent) return [];
    const figures = figuresOf(nets.get(id));
    return [
      {
        kind: "vehicle",
        slug: null,
        label: vehicle,
        detail: [program, agency].filter(Boolean).join(", ") || null,
        names: program ? [own(program)] : [],
        numbers: [compactNumber(vehicle)],
        ...figures,
        page: (query) => vehiclePage(vehicle, { ...query, ...agenciesOf(query, figures) }),
      },
    ];
  });
}

async function agencies(store: Store): Promise<Entry[]> {
  const nets = await netsOf(store, "agency");
  return [...store.lookups.agency].map(([id, { code, label }]) => ({
    kind: "agency",
    slug: null,
    label: label ?? code ?? "",
    detail: `awarding agency ${code}`,
    names: [own(label ?? ""), own(agencyName(code ?? ""))],
    numbers: [code ?? ""],
    ...figuresOf(nets.get(id)),
    page: (query) => agencyPage(code ?? "", query),
  }));
}

async function offices(store: Store): Promise<Entry[]> {
  const nets = await netsOf(store, "office");
  return [...store.lookups.office].map(([id, { code, name }]) => {
    const figures = figuresOf(nets.get(id));
    const of = figures.agencies;
    return {
      kind: "office",
      slug: null,
      label: name ?? code ?? "",
      detail: `office ${code} of ${of.map(agencyName).join(" and ")}`,
      names: name === code ? [] : [own(name ?? "")],
      numbers: [code ?? ""],
      ...figures,
      page: (query) => officePage(of[0] ?? defaultAgency, code ?? "", query),
    };
  });
}
