import { defaultAgency } from "@/lib/query/filters";
import "server-only";

import { contractNumbers, noParent } from "@/lib/contracts/awards";
import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import type { AgencyFigures, Hit, HitGroup, HitKind } from "@/lib/contracts/search-results";
import type { Totals } from "@/lib/contracts/totals";
import { nameMatcher, searchName } from "@/lib/identity/matching";
import { agencyName } from "@/lib/query/agency-names";
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
import { companiesRequest } from "@/lib/query/requests";
import type { Sql } from "@/lib/sql/fragments";
import {
  compactNumber,
  contractsLikeSql,
  contractsOfNumberSql,
  figuresSql,
  selectionFiguresSql,
} from "@/lib/sql/search";
import { brandNames } from "@/lib/store/brands";
import { totals } from "@/lib/store/contracts";
import { facilityNames } from "@/lib/store/facilities";
import { companiesNamed, companiesSpelled, recipientsNamed } from "@/lib/store/names";
import type { Store } from "@/lib/store/open";

/** The most hits of a kind that a search shows. */
const mostHits = 8;

/** What a search looks for a kind of thing with. */
type Finder = (store: Store, typed: string) => Promise<HitGroup>;

/** Every kind of thing in the order of its hits. */
const finders: Finder[] = [
  findCompanies,
  findRecipients,
  findBrands,
  findPlaces,
  findContracts,
  findVehicles,
  findAgencies,
  findOffices,
  findWords,
];

/** All that fits what was typed, by kind; kinds without a hit are left out. */
export async function search(store: Store, typed: string): Promise<HitGroup[]> {
  const groups = await Promise.all(finders.map((find) => find(store, typed)));
  return groups.filter(({ total }) => total > 0);
}

/** The address of the contract that the text names, or of the choice between several; `null` for any other. */
export async function contractNamed(store: Store, typed: string): Promise<string | null> {
  if (contractNumbers(typed).length === 0) return null;
  const found = await store.rows<{ key: string; piid: string }>(contractsOfNumberSql(typed));
  const [contract, ...others] = found;
  if (!contract || others.some(({ piid }) => piid !== contract.piid)) return null;
  return contractPage(others.length > 0 ? contract.piid : contract.key, inAll(store));
}

/** The page of the one company whose own name a text is, in any spelling; `null` for any other. */
export function companyNamed(store: Store, typed: string): string | null {
  // In quotation marks it is looked for in every text.
  if (typed.includes('"')) return null;
  const [company, ...others] = companiesSpelled(store, typed);
  return company && others.length === 0 ? companyPage(company.slug, inAll(store)) : null;
}

/** Whether this may be a number of a contract or a vehicle, or a part of one. */
const isNumber = (number: string) => /^(?=.*\d)[A-Z0-9_]{5,}$/.test(number);

const nothing = (kind: HitKind): HitGroup => ({ kind, total: 0, hits: [], all: null });

/** The query that addresses begin from: it names the snapshot where the request does. */
const inAll = ({ named }: Store): Query => ({ ...defaults("contracts"), snapshot: named });

type SearchFigures = Totals & { id: number; agency: string };

/** The figures of a statement of `lib/query/search.ts` by number, the site's own agency first. */
async function figuresOf(store: Store, statement: Sql): Promise<Map<number, SearchFigures[]>> {
  const rows = await store.rows<SearchFigures>(statement);
  const found = new Map<number, SearchFigures[]>();
  const isOther = ({ agency }: SearchFigures) => Number(agency !== defaultAgency);
  for (const row of rows.toSorted(
    (one, other) => isOther(one) - isOther(other) || (one.agency < other.agency ? -1 : 1),
  )) {
    found.set(row.id, [...(found.get(row.id) ?? []), row]);
  }
  return found;
}

/** Figures with links to their records: `patch` selects those of one agency. */
function withLinks(
  store: Store,
  figures: readonly SearchFigures[] | undefined,
  patch: Partial<Query>,
): AgencyFigures[] {
  return (figures ?? []).map(({ id: _, agency, ...totals }) => ({
    agency,
    href: href("/contracts", change(inAll(store), { ...patch, agency: [agency] })),
    totals,
  }));
}

interface RankedEntry {
  id: number;
  rank: number;
}

/** The best fits with their figures: by rank, then by what this site's agency obligated, then all of them. */
async function largest<Entry extends RankedEntry>(
  store: Store,
  column: Parameters<typeof figuresSql>[0],
  found: Entry[],
): Promise<{ entry: Entry; figures: SearchFigures[] }[]> {
  const ranked = found.toSorted((one, other) => one.rank - other.rank);
  const worst = ranked[mostHits - 1]?.rank ?? Number.POSITIVE_INFINITY;
  const contenders = ranked.filter(({ rank }) => rank <= worst);
  if (contenders.length === 0) return [];
  const figures = await figuresOf(
    store,
    figuresSql(
      column,
      contenders.map(({ id }) => id),
    ),
  );
  const net = (own: SearchFigures[], isCounted: (agency: string) => boolean) =>
    own.reduce((sum, row) => sum + (isCounted(row.agency) ? row.net : 0), 0);
  return contenders
    .map((entry) => ({ entry, figures: figures.get(entry.id) ?? [] }))
    .sort(
      (one, other) =>
        one.entry.rank - other.entry.rank ||
        net(other.figures, (agency) => agency === defaultAgency) -
          net(one.figures, (agency) => agency === defaultAgency) ||
        net(other.figures, () => true) - net(one.figures, () => true) ||
        one.entry.id - other.entry.id,
    )
    .slice(0, mostHits);
}

/** The codes of the awarding agencies of the records, as a query names them. */
export const awardingAgencies = ({ lookups }: Store): string[] =>
  [...new Set([...lookups.agency.values()].map(({ code }) => code ?? ""))].sort();

/** The companies of that name, in the list of companies of every agency. */
const listOf = (store: Store, typed: string, grouped: Query["grouped"]) =>
  companiesRequest.href("/companies", {
    query: change(inAll(store), { agency: awardingAgencies(store), grouped }),
    name: typed,
  });

async function findCompanies(store: Store, typed: string): Promise<HitGroup> {
  const found = await companiesNamed(store, typed);
  const hits = await Promise.all(
    (await largest(store, "company", found)).map(
      async ({ entry, figures }): Promise<Hit> => ({
        label: entry.name,
        href: companyPage(entry.slug, inAll(store)),
        detail:
          [
            entry.through && `recorded as ${entry.through}`,
            entry.reason?.replace(/\.$/, ""),
            await mentionsOf(store, entry.slug),
          ]
            .filter(Boolean)
            .join("; ") || null,
        agencies: withLinks(store, figures, { company: [entry.slug] }),
      }),
    ),
  );
  return { kind: "company", total: found.length, hits, all: listOf(store, typed, "yes") };
}

/** How often the awards of others name a company's brands: without it, the hit would only show that there is no award. */
async function mentionsOf(store: Store, company: string): Promise<string | null> {
  const brand = (await brandNames(store, company)).map(({ slug }) => slug);
  if (brand.length === 0) return null;
  const agency = awardingAgencies(store);
  const { actions } = await totals(store, change(inAll(store), { agency, brand }));
  return actions > 0
    ? `counted as named in the description of ${counted(actions, "action")} of others`
    : null;
}

async function findRecipients(store: Store, typed: string): Promise<HitGroup> {
  const found = recipientsNamed(store, typed).filter(({ differs }) => differs);
  const hits = (await largest(store, "recipient", found)).map(({ entry, figures }): Hit => {
    const patch: Partial<Query> = { grouped: "no", recipient: [entry.name] };
    return {
      label: entry.name,
      href: href("/contracts", change(inAll(store), { ...patch, agency: agenciesOf(figures) })),
      detail: `grouped under ${entry.company.name}`,
      agencies: withLinks(store, figures, patch),
    };
  });
  return { kind: "recipient", total: found.length, hits, all: listOf(store, typed, "no") };
}

async function findBrands(store: Store, typed: string): Promise<HitGroup> {
  const brands = (await brandNames(store)).map(({ slug, name, owner }) => ({
    names: [name],
    label: name,
    href: brandPage(slug, inAll(store)),
    detail: `of ${owner.name}`,
    patch: { brand: [slug] },
  }));
  return findNamed(store, typed, "brand", brands);
}

async function findPlaces(store: Store, typed: string): Promise<HitGroup> {
  const places = (await facilityNames(store)).map(({ slug, name, listed_as, city, state }) => ({
    names: [name, ...listed_as, city],
    label: name,
    href: placePage(slug, inAll(store)),
    detail: [city, state].filter(Boolean).join(", "),
    patch: { place: [slug] },
  }));
  return findNamed(store, typed, "place", places);
}

/** What descriptions name, and the filter of the actions that name it. */
interface Nameable extends Omit<Hit, "agencies"> {
  names: string[];
  patch: Partial<Query>;
}

async function findNamed(store: Store, typed: string, kind: HitKind, all: Nameable[]): Promise<HitGroup> {
  const rankOf = nameMatcher(typed);
  const found = all
    .flatMap((one) => {
      const ranks = one.names.flatMap((name) => rankOf(searchName(name)) ?? []);
      return ranks.length === 0 ? [] : [{ ...one, rank: Math.min(...ranks) }];
    })
    .toSorted((one, other) => one.rank - other.rank);
  const hits = await Promise.all(
    found.slice(0, mostHits).map(async ({ label, href: page, detail, patch }): Promise<Hit> => {
      const selection = change(inAll(store), { agency: awardingAgencies(store), ...patch });
      const figures = (await figuresOf(store, selectionFiguresSql(selection))).get(0);
      return { label, href: page, detail, agencies: withLinks(store, figures, patch) };
    }),
  );
  return { kind, total: found.length, hits, all: null };
}

const agenciesOf = (figures: SearchFigures[]) => [...new Set(figures.map(({ agency }) => agency))].sort();

async function findContracts(store: Store, typed: string): Promise<HitGroup> {
  const number = compactNumber(typed);
  if (!isNumber(number)) return nothing("contract");
  type Row = {
    id: number;
    key: string;
    piid: string;
    company: number;
    first_action: string | null;
    last_action: string | null;
    total: number;
  };
  const rows = await store.rows<Row>(contractsLikeSql(number, mostHits));
  const figures = await figuresOf(
    store,
    figuresSql(
      "contract",
      rows.map(({ id }) => id),
    ),
  );
  const hits = rows.map(({ id, key, piid, company, first_action: first, last_action: last }): Hit => {
    const address = contractPage(key, inAll(store));
    return {
      label: piid,
      href: address,
      detail: `${store.lookups.company.get(company)?.name}, ${signedWords(first, last)}`,
      agencies: withLinks(store, figures.get(id), {}).map((own) => ({ ...own, href: address })),
    };
  });
  return {
    kind: "contract",
    total: rows[0]?.total ?? 0,
    hits,
    all: href("/contracts", change(inAll(store), { agency: awardingAgencies(store), q: number })),
  };
}

/** When a contract's actions were signed; one without any is known from an award summary alone. */
function signedWords(first: string | null, last: string | null): string {
  if (first === null || last === null) return "known only from an award summary";
  return `signed ${first === last ? formatDay(first) : `from ${formatDay(first)}, to ${formatDay(last)}`}`;
}

async function findVehicles(store: Store, typed: string): Promise<HitGroup> {
  const number = compactNumber(typed);
  if (!isNumber(number)) return nothing("vehicle");
  const found = [...store.lookups.parent.values()].flatMap(({ id, vehicle, agency_label: agency }) => {
    const own = compactNumber(vehicle ?? "");
    if (vehicle === null || vehicle === noParent || !own.includes(number)) return [];
    return [
      { id, vehicle: vehicle ?? "", agency, rank: own === number ? 0 : own.startsWith(number) ? 1 : 2 },
    ];
  });
  const hits = (await largest(store, "parent", found)).map(
    ({ entry, figures }): Hit => ({
      label: entry.vehicle,
      href: vehiclePage(entry.vehicle, { ...inAll(store), agency: agenciesOf(figures) }),
      detail: entry.agency ?? null,
      agencies: withLinks(store, figures, { vehicle: [entry.vehicle] }),
    }),
  );
  return { kind: "vehicle", total: found.length, hits, all: null };
}

/** `ICE` of `U.S. Immigration and Customs Enforcement`. */
const initials = (name: string) => (name.replace(/^U\.S\. /, "").match(/\b[A-Z]/g) ?? []).join("");

/** How well a code and a name fit what was typed; `null` not at all. */
function codeRank(typed: string, code: string, name: string): number | null {
  const own = compactNumber(typed);
  if (own === code || own === initials(name)) return 0;
  if (own.length >= 3 && code.startsWith(own)) return 1;
  const rank = nameMatcher(typed)(searchName(name));
  return rank === null ? null : rank + 1;
}

async function findAgencies(store: Store, typed: string): Promise<HitGroup> {
  const found = [...store.lookups.agency.values()].flatMap(({ id, code, label }) => {
    const rank = codeRank(typed, code ?? "", label ?? "");
    return rank === null ? [] : [{ id, rank, code: code ?? "", label: label ?? "" }];
  });
  const hits = (await largest(store, "agency", found)).map(
    ({ entry, figures }): Hit => ({
      label: entry.label,
      href: agencyPage(entry.code, inAll(store)),
      detail: `awarding agency ${entry.code}`,
      agencies: withLinks(store, figures, {}),
    }),
  );
  return { kind: "agency", total: found.length, hits, all: null };
}

async function findOffices(store: Store, typed: string): Promise<HitGroup> {
  const found = [...store.lookups.office.values()].flatMap(({ id, code, name }) => {
    const rank = codeRank(typed, code ?? "", name ?? "");
    return rank === null ? [] : [{ id, rank, code: code ?? "", name: name ?? "" }];
  });
  const hits = (await largest(store, "office", found)).map(
    ({ entry, figures }): Hit => ({
      label: entry.name,
      href: officePage(figures[0]?.agency ?? defaultAgency, entry.code, inAll(store)),
      detail: `office ${entry.code} of ${agenciesOf(figures).map(agencyName).join(" and ")}`,
      agencies: withLinks(store, figures, { office: [entry.code] }),
    }),
  );
  return { kind: "office", total: found.length, hits, all: null };
}

async function findWords(store: Store, typed: string): Promise<HitGroup> {
  const query = change(inAll(store), { agency: awardingAgencies(store), q: typed });
  const figures = (await figuresOf(store, selectionFiguresSql(query))).get(0) ?? [];
  if (figures.length === 0) return nothing("words");
  const actions = figures.reduce((sum, own) => sum + own.actions, 0);
  const address = href("/contracts", { ...query, agency: agenciesOf(figures) });
  const hit: Hit = {
    label: typed,
    href: address,
    detail: `in the text of ${counted(actions, "contract action")}`,
    agencies: withLinks(store, figures, { q: typed }),
  };
  return { kind: "words", total: 1, hits: [hit], all: null };
}
