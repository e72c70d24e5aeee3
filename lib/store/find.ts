import { lookUp } from "@/lib/contracts/look-up";
import { notReported } from "@/lib/contracts/text";
import "server-only";

import type { CompanyName } from "@/lib/contracts/companies";
import { formatDay, type Month, monthDays } from "@/lib/contracts/days";
import { type Cents, toDollars } from "@/lib/contracts/money";
import { normalizeName } from "@/lib/identity/names";
import { readBound } from "@/lib/query/amounts";
import type { FigureMatch, RunningStep, SumKind, SumMeasure } from "@/lib/query/find";
import { contractPage } from "@/lib/query/pages";
import { change, defaults, groupsByCompany, href, type Query } from "@/lib/query/query";
import type { FindRequest } from "@/lib/query/requests";
import {
  allRecords,
  holdsMonth,
  type Period,
  periodsOf,
  requestedWindow,
  type Window,
  yearsBefore,
} from "@/lib/query/windows";
import { type FigureMatchKind, matchesOf, type WrittenFigure } from "@/lib/query/written-figure";
import {
  actionsSql,
  contractNamesSql,
  type FittingAction,
  type FittingStep,
  type FittingSum,
  type NamedContract,
  namedCompaniesSql,
  runningSql,
  sumsSql,
} from "@/lib/sql/find";
import { codeNames } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { storedAlsoKnown } from "@/lib/store/report";

/** What a figure was found as. */
export interface Found {
  /** Equal to the cent first, then the likeliest: see {@link likelihoodOf}. */
  hits: FigureMatch[];
  /** How many there are of each kind beyond those listed. */
  more: Partial<Record<FigureMatchKind, number>>;
}

/** The company that a request names, `null` for every company; or those that its words may name, if any. */
export type CompanyLookup = { company: CompanyName | null } | { choices: CompanyName[]; found: number };

/** Looks a company up by slug, name or words. Words that several share are a choice, not an identity. */
export async function nameCompany(store: Store, text: string): Promise<CompanyLookup> {
  if (text === "") return { company: null };
  type Row = CompanyName & { is_exact: boolean; found: number };
  const rows = await store.rows<Row>(namedCompaniesSql(text));
  const exact = rows.filter(({ is_exact }) => is_exact);
  const known = exact.length === 0 && (await companyKnownAs(store, text));
  if (known) return { company: { slug: known.slug ?? "", name: known.name ?? "" } };
  const choices = (exact.length > 0 ? exact : rows).map(({ slug, name }) => ({ slug, name }));
  const [only] = choices;
  if (only && choices.length === 1) return { company: only };
  return { choices, found: exact.length || (rows[0]?.found ?? 0) };
}

/** The company that is also known by a name. */
async function companyKnownAs(store: Store, text: string) {
  const typed = normalizeName(text);
  const alias = (await storedAlsoKnown(store)).find(({ name }) => normalizeName(name) === typed);
  return alias && [...store.lookups.company.values()].find(({ slug }) => slug === alias.company);
}

/** Everything in the records that a written figure may mean, of one company or of all. */
export async function find(
  store: Store,
  written: WrittenFigure,
  { month, query: requested }: FindRequest,
  company: CompanyName | null,
): Promise<Found> {
  const { agency, grouped, from, to, snapshot } = requested;
  const own = { agency, grouped, snapshot };
  const query = { ...defaults("contracts"), ...own, company: company ? [company.slug] : [] };
  const kinds: SumKind[] = company ? ["company", "contract"] : ["agency", "company", "contract"];
  const found = await Promise.all([
    ...kinds.map((kind) => sums(store, kind, query, written, windowsOf(store, kind, { from, to, month }))),
    runningTotals(store, query, written, month),
    actions(store, month === null ? query : change(query, monthDays(month)), written),
  ]);
  const isExact = ({ match }: FigureMatch) => match.includes("exact");
  const hits = found
    .flatMap((each) => each.hits)
    .toSorted(
      (one, other) =>
        Number(isExact(other.hit)) - Number(isExact(one.hit)) || other.likelihood - one.likelihood,
    )
    .map(({ hit }) => hit);
  const more = found.flatMap(({ hits: [first], more: left }) =>
    first && left > 0 ? [[first.hit.kind, left]] : [],
  );
  return { hits, more: Object.fromEntries(more) };
}

/** How much less likely a window of each rank is meant, from the requested one to months. */
const rankWeights = [0.1, 1, 4, 12];

/**
 * How likely a hit is meant, relative to the others. Each kind is meant about equally often, so the more hits of a kind
 * match, the more of them match by chance.
 */
const likelihoodOf = (alike: number, rank = 1) => 1 / (alike * (rankWeights[rank] ?? 1));

/** The periods that each kind of sum is made over, in addition to all records and the days of the request. */
const periodKinds: Record<SumKind, Period[]> = {
  agency: ["fiscal_year", "calendar_year", "half", "quarter", "month"],
  company: ["fiscal_year", "calendar_year", "half", "month"],
  contract: ["fiscal_year", "calendar_year"],
};

/** The windows of a kind of sum, each once, from the one that a reader most likely means. */
function windowsOf(
  { info }: Store,
  kind: SumKind,
  { from, to, month }: Pick<Query, "from" | "to"> & Pick<FindRequest, "month">,
): Window[] {
  const records = { from: info.data_from, to: info.data_through };
  const periods = [
    allRecords(records),
    ...periodKinds[kind].flatMap((period) => periodsOf(records, period)),
    ...(kind === "contract" ? [] : yearsBefore(records)),
  ].filter((window) => month === null || holdsMonth(records, window, month));
  const windows = new Map<string, Window>();
  for (const window of [...requestedWindow(records, { from, to }), ...periods]) {
    const days = `${window.from} ${window.to}`;
    if (!windows.has(days)) windows.set(days, window);
  }
  return [...windows.values()].sort((one, other) => one.rank - other.rank);
}

interface HitsOfKind {
  hits: { hit: FigureMatch; likelihood: number }[];
  more: number;
}

async function sums(
  store: Store,
  kind: SumKind,
  query: Query,
  written: WrittenFigure,
  windows: Window[],
): Promise<HitsOfKind> {
  if (windows.length === 0) return { hits: [], more: 0 };
  const rows = await store.rows<FittingSum>(sumsSql(kind, query, written, windows));
  const subjectOf = await subjects(
    store,
    kind,
    query,
    rows.map(({ subject }) => subject),
  );
  const hits = rows.map(({ subject, measure: oneSign, figure, place, leader, rank, alike }) => {
    const measure = oneSign === "net" ? "net" : written.value < 0 ? "taken_back" : "added";
    const { selected, ...named } = subjectOf(subject, figure);
    const { label, from, to, days } = windows[place] as Window;
    const hit: FigureMatch = {
      kind,
      measure,
      match: matchesOf(written, figure),
      figure,
      ...named,
      action: null,
      window: { label, from, to },
      steps: [],
      records: href("/contracts", change(query, { ...selected, ...days, sign: signs[measure] })),
      actions: `${kind} ${subject} ${measure} ${figure} ${leader}`,
    };
    return { hit, likelihood: likelihoodOf(alike, rank) };
  });
  return { hits, more: (rows[0]?.found ?? 0) - rows.length };
}

const signs: Record<SumMeasure, Query["sign"]> = { net: [], added: ["pos"], taken_back: ["neg"] };

/** Whose sum it is, and the query that selects its actions. */
type SumSubject = Pick<FigureMatch, "subject" | "company" | "recipient" | "contract"> & {
  selected: Partial<Query>;
};

async function subjects(
  store: Store,
  kind: SumKind,
  query: Query,
  numbers: number[],
): Promise<(number: number, figure: Cents) => SumSubject> {
  const nothing = { company: null, recipient: null, contract: null, selected: {} };
  if (kind === "agency") {
    const { agency } = codeNames(store);
    const subject = query.agency.map((code) => lookUp(agency, code) ?? `agency ${code}`).join(" and ");
    return () => ({ ...nothing, subject });
  }
  if (kind === "contract") {
    const contracts = await namedContracts(store, numbers);
    return (number, figure) => {
      const { company, ...contract } = contracts.get(number) as NamedContract;
      const named = companyOf(store, company);
      const selected = onlyContract(contract, figure, "period");
      return { ...nothing, subject: `${contract.piid}, ${named.name}`, company: named, contract, selected };
    };
  }
  return (number) => {
    if (groupsByCompany(query)) {
      const company = companyOf(store, number);
      return { ...nothing, subject: company.name, company, selected: { company: [company.slug] } };
    }
    const recipient = store.lookups.recipient.get(number);
    const name = recipient?.name ?? null;
    const company = companyOf(store, Number(recipient?.company));
    const selected = name === null ? { company: [company.slug] } : { recipient: [name] };
    return { ...nothing, subject: name ?? notReported, company, recipient: name, selected };
  };
}

function companyOf({ lookups }: Store, number: number): CompanyName {
  const company = lookups.company.get(number);
  return { slug: company?.slug ?? "", name: company?.name ?? notReported };
}

async function namedContracts(store: Store, ids: number[]): Promise<Map<number, NamedContract>> {
  const rows = ids.length === 0 ? [] : await store.rows<NamedContract>(contractNamesSql([...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The query that selects one contract or one of its actions: its PIID and the figure itself. */
function onlyContract(
  { piid }: Pick<NamedContract, "piid">,
  figure: Cents,
  amount: Query["amount"],
): Partial<Query> {
  const bound = readBound(toDollars(figure));
  return { q: piid, min: bound, max: bound, amount };
}

/** The running totals that match: one hit for each contract, with all of its steps that do. */
async function runningTotals(
  store: Store,
  query: Query,
  written: WrittenFigure,
  month: Month | null,
): Promise<HitsOfKind> {
  const rows = await store.rows<FittingStep>(runningSql(query, written, month));
  const contracts = await namedContracts(
    store,
    rows.map(({ contract }) => contract),
  );
  const hits = [...new Set(rows.map(({ contract }) => contract))].map((number) => {
    const contract = contracts.get(number) as NamedContract;
    const steps = rows
      .filter((row) => row.contract === number)
      .map(({ figure, since, until }): RunningStep => {
        const selected = { company: [], ...onlyContract(contract, figure, "period"), to: since };
        const to = until ?? store.info.data_through;
        return { figure, from: since, to, records: href("/contracts", change(query, selected)) };
      });
    return {
      hit: runningHit(store, written, contract, steps),
      likelihood: likelihoodOf(rows[0]?.found ?? 1),
    };
  });
  return { hits, more: (rows[0]?.found ?? 0) - hits.length };
}

function runningHit(
  store: Store,
  written: WrittenFigure,
  { company: group, ...contract }: NamedContract,
  steps: RunningStep[],
): FigureMatch {
  const company = companyOf(store, group);
  const [first, last] = [steps[0] as RunningStep, steps.at(-1) as RunningStep];
  const { from, figure, records } = first;
  return {
    kind: "running",
    measure: "net",
    match: matchesOf(written, figure),
    figure,
    subject: `${contract.piid}, ${company.name}`,
    company,
    recipient: null,
    contract,
    action: null,
    window: { label: `as it was from ${formatDay(from)}, through ${formatDay(last.to)}`, from, to: last.to },
    steps,
    records,
    actions: `running ${contract.id}`,
  };
}

async function actions(store: Store, query: Query, written: WrittenFigure): Promise<HitsOfKind> {
  const rows = await store.rows<FittingAction>(actionsSql(query, written));
  const contracts = await namedContracts(
    store,
    rows.map(({ contract }) => contract),
  );
  const hits = rows.map(({ id, contract: number, company: group, signed, figure, alike, found, ...row }) => {
    const { company: _, ...contract } = contracts.get(number) as NamedContract;
    const company = companyOf(store, group);
    const day = { from: signed, to: signed };
    const selected = { view: "actions", ...onlyContract(contract, figure, "action"), ...day } as const;
    const hit: FigureMatch = {
      kind: "action",
      measure: "net",
      match: matchesOf(written, figure),
      figure,
      subject: `${row.modification} of ${contract.piid}, ${company.name}`,
      company,
      recipient: null,
      contract,
      action: { modification: row.modification, description: row.description },
      window: { label: `signed ${formatDay(signed)}`, ...day },
      steps: [],
      // No filter tells actions apart that agree in contract, day and amount; the contract's page lists them all.
      records: alike > 1 ? contractPage(contract.key, query) : href("/contracts", change(query, selected)),
      actions: `action ${id}`,
    };
    return { hit, likelihood: likelihoodOf(found) };
  });
  return { hits, more: (rows[0]?.found ?? 0) - rows.length };
}
