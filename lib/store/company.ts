import "server-only";

import type { CompanyName } from "@/lib/contracts/companies";
import { type Day, daysBefore, earlierDay, firstDay, fiscalYear } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { ActionRow, AwardDetails, ContractRow, SummarizedContract } from "@/lib/contracts/rows";
import { factsOfContracts } from "@/lib/contracts/snapshots";
import type { SubawardTotals } from "@/lib/contracts/subawards";
import { namesIn } from "@/lib/contracts/text";
import { type Group, noFigures, type Totals } from "@/lib/contracts/totals";
import { change, defaults, groupsByCompany, ofEveryCompany, type Query } from "@/lib/query/query";
import { windowOf } from "@/lib/query/windows";
import {
  companyRecipientsSql,
  companySql,
  lookalikesSql,
  ownedSinceSql,
  standingsSql,
  summarizedSql,
} from "@/lib/sql/company";
import { type BrandMentions, namedInOf } from "@/lib/store/brands";
import { type Groups, groups, listActions, listContracts, periods, totals } from "@/lib/store/contracts";
import { withLookups } from "@/lib/store/lookups";
import { companyAddressed } from "@/lib/store/names";
import type { Store } from "@/lib/store/open";
import { subawardCoverage, subawardTotals } from "@/lib/store/subawards";

/** A recipient grouped under a company, why it is, and its figures among the selected actions. */
export interface CompanyRecipient extends Omit<Group, "key" | "label" | "parts"> {
  /** The name as recorded; `null` where it is not reported. */
  name: string | null;
  uei: string | null;
  relation: string;
  basis: string;
  /** The day of the review; `null` where the automatic rule grouped it. */
  reviewed: string | null;
  note: string | null;
  /** Since when it has belonged to the company, as a day, month or year; `null` where that is not known. */
  owned_since: string | null;
  owned_basis: string | null;
  /** What was signed since then and before; `null` where that is not known, no action of it is selected, or the window begins later. */
  owned: OwnedSplit | null;
}

/** What adds up over recipients. A contract can pass from one to another, so their numbers of contracts do not. */
type Added = Pick<Totals, "net" | "added" | "taken_back" | "actions">;

/** What was signed while a company owned a recipient, and before. */
export interface OwnedSplit<Before = QueryFigure> {
  while_owned: QueryFigure;
  before: Before;
}

/** A figure and the query that selects the actions it is the sum of. */
export interface QueryFigure {
  query: Query;
  totals: Totals;
}

/** A company in one fiscal year. `place` among `companies` is by net, and `whole` is the net of all of them. */
export interface CompanyYear extends Group {
  fiscal_year: number;
  place: number | null;
  companies: number | null;
  whole: Cents;
}

/** A contract known from an award summary alone, with what that reports. */
export type CompanySummary = Pick<SummarizedContract, "key" | "piid" | "recipient" | "description"> &
  Pick<AwardDetails, "start" | "current_end" | "potential_end" | "obligated_lifetime">;

/** One company in the records. Money in cents. */
export interface WholeCompany {
  company: CompanyName;
  lookalikes: { note: string; slug: string | null; name: string | null }[];
  recipients: CompanyRecipient[];
  /** All its recipients or, with `grouped=no`, those that carry its own name. */
  selected: QueryFigure;
  /** Direct and subsidiaries together. */
  total: QueryFigure;
  /** The total of all records; `null` where the query has no window, and that is the total. */
  always: QueryFigure | null;
  direct: QueryFigure;
  /** `null` where no recipient is a subsidiary. */
  subsidiaries: QueryFigure | null;
  /** The split of the total; `null` where no action is known to be earlier than the ownership. Of one recipient, that part has a query. */
  owned: OwnedSplit<{ query: Query | null; totals: Added }> | null;
  /** Actions of other companies whose description names one of its brands; `null` where it has no brand here. */
  named: CompanyMentions | null;
  /** The reports of subcontracts that name it as the subcontractor: in no figure; `null` in a snapshot without any. */
  subcontracts: SubawardTotals | null;
  /** The last day of the reports, where the window begins after it, so that they cannot name it; `null` elsewhere. */
  reportsEnded: Day | null;
  /** Contracts of which no action is in these records, known from award summaries alone: they are in no figure. */
  summarized: CompanySummary[];
  /** Actions with one of its names anywhere in their text, for each name; only where it has neither an action nor a brand. */
  words: (QueryFigure & { name: string })[] | null;
  years: CompanyYear[];
  /** The same company with each agency that the query leaves out and that has an action of it or one that names it. */
  elsewhere: ElsewhereFigures[];
}

/** Actions of other companies whose description names one of a company's brands. */
export interface CompanyMentions extends BrandMentions {
  brands: CompanyName[];
  /** How many of the actions name each brand; those that none names are left out. */
  by_brand: (CompanyName & { actions: number })[];
  holders: Groups;
}

/** What another agency obligated to a company, and its actions with others that name it. */
export interface ElsewhereFigures {
  agency: string;
  own: QueryFigure;
  named: QueryFigure | null;
}

/** The company that a slug names or named once, or another spelling of its address; `null` where none does. */
export async function findCompany(
  store: Store,
  slug: string,
): Promise<(CompanyName & { id: number }) | null> {
  const [found] = await store.rows<CompanyName & { id: number }>(companySql(slug));
  return found ?? companyAddressed(store, slug);
}

/** A query with the slugs of its companies: one of an earlier slug, or of another spelling, would select nothing. */
export async function withKnownCompanies(store: Store, query: Query): Promise<Query> {
  if (query.company.length === 0) return query;
  const known = new Set([...store.lookups.company.values()].map(({ slug }) => slug));
  const slugs = await Promise.all(
    query.company.map(async (slug) =>
      known.has(slug) ? slug : ((await findCompany(store, slug))?.slug ?? slug),
    ),
  );
  return { ...query, company: [...new Set(slugs)].sort() };
}

/** Since when a recipient has belonged to its company, as a day, month or year; `null` where that is not known. */
export async function ownedSince(store: Store, recipient: string | null): Promise<string | null> {
  if (recipient === null) return null;
  const [found] = await store.rows<{ owned_since: string }>(ownedSinceSql(recipient));
  return found?.owned_since ?? null;
}

/** One company under a query's agencies, grouping and window; the query's other filters are left out. */
export async function readCompany(
  store: Store,
  { id, ...company }: CompanyName & { id: number },
  { agency, grouped, from, to, snapshot }: Query,
): Promise<WholeCompany> {
  const scope = change(defaults("contracts"), { agency, from, to, snapshot });
  const all = change(scope, { company: [company.slug] });
  const own = change(all, { grouped: "no" });
  const selected = change(all, { grouped });
  const figure = async (query: Query): Promise<QueryFigure> => ({
    query,
    totals: await totals(store, query),
  });

  const recorded = await store.rows<Omit<CompanyRecipient, "owned">>(companyRecipientsSql(scope, id));
  const recipients = await Promise.all(
    recorded.map(async (recipient) => ({ ...recipient, owned: await ownedSplit(recipient, scope, figure) })),
  );
  const subsidiaries = recipients.flatMap(({ name, relation }) =>
    name !== null && relation === "subsidiary" ? [name] : [],
  );
  const named = await namedOf(store, scope, company.slug);
  const isWindow = from !== null || to !== null;
  const [
    lookalikes,
    total,
    always,
    direct,
    ofSubsidiaries,
    of,
    years,
    elsewhere,
    subcontracts,
    coverage,
    summarized,
  ] = await Promise.all([
    store.rows<WholeCompany["lookalikes"][number]>(lookalikesSql(id)),
    figure(all),
    isWindow ? figure(change(all, { from: null, to: null })) : null,
    figure(own),
    subsidiaries.length > 0 ? figure(change(scope, { recipient: subsidiaries.toSorted() })) : null,
    figure(selected),
    companyYears(store, id, selected),
    otherAgencies(store, agency, async (other) => ({
      own: await figure(change(all, { agency: [other] })),
      named: named && (await figure(change(named.query, { agency: [other] }))),
    })),
    subawardTotals(store, { query: all, contract: null, prime: null }),
    subawardCoverage(store),
    store.rows<object>(summarizedSql(id, agency, factsOfContracts(store.info))),
  ]);
  const wordsOf = async (name: string) => ({
    name,
    ...(await figure(change(scope, { view: "actions", q: `"${name}"` }))),
  });
  const reportsEnd = coverage && (coverage.through ?? coverage.to);
  const isUnknown = total.totals.actions === 0 && named === null;
  return {
    company,
    words: isUnknown ? await Promise.all(namesIn(company.name).map(wordsOf)) : null,
    lookalikes,
    recipients,
    selected: of,
    total,
    always,
    direct,
    subsidiaries: ofSubsidiaries,
    owned: await ownedOf(recipients, change(all, { grouped: "owned" }), figure),
    named,
    years,
    elsewhere,
    subcontracts: coverage && subcontracts,
    reportsEnded: reportsEnd && windowOf(all, store.info).from > reportsEnd ? reportsEnd : null,
    summarized: withLookups<CompanySummary>(store, "contracts", summarized),
  };
}

type ReadFigure = (query: Query) => Promise<QueryFigure>;

/** A recipient's actions since its company acquired it, and before. */
async function ownedSplit(
  { name, owned_since: since, actions }: Omit<CompanyRecipient, "owned">,
  scope: Query,
  figure: ReadFigure,
): Promise<OwnedSplit | null> {
  const from = firstDay(since ?? "");
  if (name === null || from === null || actions === 0) return null;
  const own = change(scope, { recipient: [name] });
  const to = earlierDay(scope.to, daysBefore(from, 1));
  if (scope.from !== null && scope.from > to) return null;
  const [whileOwned, before] = await Promise.all([
    figure(change(own, { grouped: "owned" })),
    figure(change(own, { to })),
  ]);
  return { while_owned: whileOwned, before };
}

/** The split of a company's total, from those of its recipients. */
async function ownedOf(
  recipients: CompanyRecipient[],
  whileOwned: Query,
  figure: ReadFigure,
): Promise<WholeCompany["owned"]> {
  const earlier = recipients.flatMap(({ owned }) =>
    owned && owned.before.totals.actions > 0 ? [owned.before] : [],
  );
  if (earlier.length === 0) return null;
  const sum = (name: keyof Added) => earlier.reduce((all, { totals: one }) => all + one[name], 0);
  const totals = {
    net: sum("net"),
    added: sum("added"),
    taken_back: sum("taken_back"),
    actions: sum("actions"),
  };
  const [only, ...others] = earlier;
  const query = only && others.length === 0 ? only.query : null;
  return { while_owned: await figure(whileOwned), before: { query, totals } };
}

async function namedOf(store: Store, scope: Query, company: string): Promise<WholeCompany["named"]> {
  const named = await namedInOf(store, scope, company);
  if (!named) return null;
  const [holders, brands] = await Promise.all([
    groups(store, named.query, "company"),
    groups(store, named.query, "brand"),
  ]);
  return {
    ...named,
    by_brand: named.brands.flatMap((brand) => {
      const actions = brands.groups.find(({ key }) => key === brand.slug)?.actions ?? 0;
      return actions > 0 ? { ...brand, actions } : [];
    }),
    holders,
  };
}

async function companyYears(store: Store, id: number, query: Query): Promise<CompanyYear[]> {
  type Standing = Pick<CompanyYear, "fiscal_year" | "place" | "companies" | "whole">;
  const everyone = ofEveryCompany(query);
  const [own, standings, all] = await Promise.all([
    periods(store, query, "fiscal_year"),
    store.rows<Standing>(standingsSql(query, id)),
    groups(store, everyone, "fiscal_year"),
  ]);
  const last = fiscalYear(earlierDay(query.to, store.info.data_through));
  const known = new Map(own.map((group) => [group.key, group]));
  const first = Number(own[0]?.key ?? last + 1);
  // From its first year to the newest of the window, so that years without an action are seen to have none.
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const standing = standings.find(({ fiscal_year }) => fiscal_year === year);
    return {
      ...(known.get(String(year)) ?? { key: String(year), label: `FY${year}`, ...noFigures }),
      fiscal_year: year,
      // The rank is that of the whole group, not of its own names alone.
      place: groupsByCompany(query) ? (standing?.place ?? null) : null,
      companies: standing?.companies ?? null,
      whole: all.groups.find(({ key }) => key === String(year))?.net ?? 0,
    };
  });
}

async function otherAgencies(
  store: Store,
  shown: string[],
  read: (agency: string) => Promise<Omit<ElsewhereFigures, "agency">>,
): Promise<ElsewhereFigures[]> {
  const codes = [...store.lookups.agency.values()].map(({ code }) => code as string);
  const others = [...new Set(codes)].filter((code) => !shown.includes(code)).toSorted();
  const found = await Promise.all(others.map(async (agency) => ({ agency, ...(await read(agency)) })));
  return found.filter(({ own, named }) => own.totals.actions + (named?.totals.actions ?? 0) > 0);
}

/** What a company's page lists in addition to its figures. */
export interface CompanyLists {
  /** The contracts with the newest actions. */
  recent: ContractRow[];
  /** The actions with the largest obligations; of several with the same description, the largest. */
  largest: ActionRow[];
  /** The recorded products and services, from the largest net. */
  products: Groups;
}

/** How many of the largest actions are read to find some with different descriptions. */
const mostRead = 100;

/** The lists of a company's page, of the actions that `query` selects. */
export async function companyLists(
  store: Store,
  query: Query,
  most: { recent: number; largest: number; products: number },
): Promise<CompanyLists> {
  const byAmount = { ...change(query, { view: "actions", sign: ["pos"] }), size: mostRead };
  const [recent, largest, products] = await Promise.all([
    listContracts(store, { ...query, sort: "-last_action", size: most.recent }),
    listActions(store, { ...byAmount, sort: "-federal_action_obligation" }),
    groups(store, query, "psc", { top: most.products }),
  ]);
  const words = new Set<string | null>([null]);
  return {
    recent,
    largest: largest
      .filter(({ transaction_description: text }) => !words.has(text) && words.add(text))
      .slice(0, most.largest),
    products,
  };
}
