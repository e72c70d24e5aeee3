import { fiscalYearDays } from "@/lib/contracts/days";
import { type Cents, counted, formatCount } from "@/lib/contracts/money";
import { FileRefusal } from "@/lib/import/1-open/refusal";
import { DamagedFile, openDownload, readTwice } from "@/lib/usaspending/archive";
import type { ApiSums } from "@/lib/usaspending/client";
import { listYear, NotWhole, parts, toCsv } from "@/lib/usaspending/days";
import { addUpFile, type FileTotals } from "@/lib/usaspending/file-totals";
import { fetchFile, JobFailed, JobTimeout, type JobTools } from "@/lib/usaspending/job";
import type { AgencyYear } from "@/lib/usaspending/plan";
import { onePiece } from "@/lib/usaspending/progress";
import { nameYear, reconcile } from "@/lib/usaspending/reconcile";
import { ApiError } from "@/lib/usaspending/request";

export interface Tools extends JobTools {
  /** Routes that timed out for an earlier year, which other years skip. */
  unavailable: Set<FetchMethod>;
  /** Whether this run has already waited for a load of the database. */
  waited: { forLoad: boolean };
  /** Gets a line for each event. */
  onLine: (line: string) => void;
}

/** The figures of the API for a fiscal year, and the variant of the request. */
export interface Expected {
  count: number;
  sums: ApiSums;
  variant: number;
}

/** Bulk download from the database, download of what the search finds, the search's own pages, or no action at all. */
export type FetchMethod = "bulk download" | "search download" | "search pages" | "none";

export interface FetchedYear {
  agency: string;
  fiscal_year: number;
  method: FetchMethod;
  /** Sentences about why the routes before it failed. */
  because: string[];
  rows: number;
  net: Cents;
  /** The obligations of the rows beyond the API's sum, within a cent a row. */
  difference: Cents;
}

export interface YearResult {
  entry: FetchedYear;
  /** The file that agrees with the API; `null` if there is none, or no action. */
  file: { path: string; name: string } | null;
  /** Sentences about the differences. */
  problems: string[];
  /** The figures that the rows were compared with. */
  expected: Expected;
}

/** The count and sums of the API. The next variant bypasses its cache. */
const requestExpected = async ({ client }: Tools, year: AgencyYear, variant: number): Promise<Expected> => ({
  count: await client.countTransactions(year.agency, fiscalYearDays(year.fiscal_year), variant),
  sums: await client.sumYear(year, variant),
  variant,
});

/** The figures of a year, from a stopped run if there is one. */
export const readExpected = (tools: Tools, year: AgencyYear, variant: number): Promise<Expected> =>
  tools.progress.cached("expected.json", () => requestExpected(tools, year, variant));

/** Whether the API still counts and adds up what the rows of a year were compared with. */
export const isStillExpected = async (tools: Tools, year: AgencyYear, expected: Expected): Promise<boolean> =>
  sameFigures(expected, await requestExpected(tools, year, expected.variant + 1));

/** Whether two figures are equal, apart from their variants. */
export const sameFigures = (one: Omit<Expected, "variant">, other: Omit<Expected, "variant">) =>
  one.count === other.count && JSON.stringify(one.sums) === JSON.stringify(other.sums);

/**
 * Fetches a fiscal year by the first of three routes whose rows agree with the API's count and sums, which come from its index.
 * The bulk download reads the database. The search download takes the list of actions from the index and their columns from
 * the database: it helps if bulk jobs fail, but not if one of the two is a load behind. The pages of the search come from the
 * index alone.
 */
export async function fetchYear(tools: Tools, year: AgencyYear, first: Expected): Promise<YearResult> {
  const proof = createProof(tools, year, first);
  const because: string[] = [];
  const finish = (method: FetchMethod, { path, totals, problems }: RouteResult): YearResult => {
    const { rows, net } = totals ?? { rows: 0, net: 0 };
    const { agency, fiscal_year } = year;
    const difference = net - proof.expected.sums.year;
    const name = `usaspending-${agency.code}-fy${fiscal_year}.${method === "search pages" ? "csv" : "zip"}`;
    return {
      entry: { agency: agency.code, fiscal_year, method, because, rows, net, difference },
      file: totals && problems.length === 0 ? { path, name } : null,
      problems,
      expected: proof.expected,
    };
  };

  if (first.count === 0) {
    const problems = await proof.check(null);
    if (proof.expected.count === 0) return finish("none", { path: "", totals: null, problems });
  }
  tools.onLine(`${nameYear(year)}: ${counted(proof.expected.count, "action")}`);
  for (const [method, order] of [
    ["bulk download", tools.client.orderBulk],
    ["search download", tools.client.orderSearch],
  ] as const) {
    const result = tools.unavailable.has(method)
      ? { because: `The ${method} gave nothing in time for another year` }
      : await download(tools, year, method, order, proof);
    if (!("because" in result)) return finish(method, result);
    because.push(`${result.because}.`);
    tools.onLine(`${nameYear(year)}: ${result.because}; trying the next way`);
  }
  return finish("search pages", await searchPages(tools, year, proof));
}

/** The result of a route, with its differences. */
interface RouteResult {
  path: string;
  totals: FileTotals | null;
  problems: string[];
}

interface Proof {
  /** The current figures of the API. */
  readonly expected: Expected;
  /** Requests the figures again, in the next variant. */
  renew(): Promise<void>;
  /**
   * Sentences about the differences between rows and the API. If there are any, the figures are requested once more, since
   * they may be cached from before an update.
   */
  check(totals: FileTotals | null): Promise<string[]>;
}

function createProof(tools: Tools, year: AgencyYear, first: Expected): Proof {
  let expected = first;
  const proof: Proof = {
    get expected() {
      return expected;
    },
    async renew() {
      await tools.progress.remove("expected.json");
      expected = await readExpected(tools, year, expected.variant + 1);
    },
    async check(totals) {
      const problems = reconcile(year, expected, totals);
      if (problems.length === 0) return problems;
      await proof.renew();
      return reconcile(year, expected, totals);
    },
  };
  return proof;
}

/** The rows of a download are not those that the API counts and adds up. */
class Disagreement extends JobFailed {
  override name = "Disagreement";
  constructor(
    message: string,
    /** Whether all rows can be read and belong to the year, so that the database may be a load apart from the index. */
    readonly isLag: boolean,
  ) {
    super(message);
  }
}

/** How long a run waits, once, for a load to end before it uses a route with fewer columns. */
const loadPause = 15 * 60_000;

/** A download whose rows agree, or the reason why there is none. Permanent reasons are stored for a rerun. */
async function download(
  tools: Tools,
  year: AgencyYear,
  method: FetchMethod,
  order: (year: AgencyYear, variant: number) => Promise<string>,
  proof: Proof,
): Promise<RouteResult | { because: string }> {
  const { progress, clock, signal, unavailable, waited, onLine } = tools;
  const name = `${method.replace(" ", "-")}.zip`;
  const known = await progress.read<{ because: string }>(`${name}.failed.json`);
  if (known) return known;
  try {
    return await readTwice(progress, name, async () => {
      const path = await fetchFile(tools, name, () => order(year, proof.expected.variant));
      onLine(`${nameYear(year)}: reading the download`);
      const totals = await addUpFile(year, openDownload(path, name));
      const problems = await proof.check(totals);
      if (problems.length === 0) return { path, totals, problems };
      const isLag = totals.rejected === 0 && totals.foreign === 0;
      throw new Disagreement(
        `The download does not agree with the API's own figures (${problems[0]?.replace(/\.$/, "")})`,
        isLag,
      );
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Disagreement && error.isLag && method === "bulk download" && !waited.forLoad) {
      waited.forLoad = true;
      onLine(
        `${nameYear(year)}: ${error.message}; waiting ${loadPause / 60_000} minutes, since a load may be under way`,
      );
      await clock.sleep(loadPause, signal);
      for (const part of [`${name}.done.json`, `${name}.order.json`, name]) await progress.remove(part);
      await proof.renew();
      return download(tools, year, method, order, proof);
    }
    if (error instanceof JobTimeout || (error instanceof ApiError && error.status === null))
      unavailable.add(method);
    // A temporary failure is not stored.
    if (error instanceof ApiError || error instanceof JobTimeout) return { because: error.message };
    if (!(error instanceof JobFailed || error instanceof DamagedFile || error instanceof FileRefusal))
      throw error;
    const because =
      error instanceof FileRefusal ? `The download cannot be read: ${error.message}` : error.message;
    await progress.write(`${name}.failed.json`, { because });
    await progress.remove(name);
    return { because };
  }
}

/** The actions of a year from the search, some days at a time. */
async function searchPages(tools: Tools, year: AgencyYear, proof: Proof): Promise<RouteResult> {
  const { client, progress, onLine } = tools;
  for (let attempt = 1; ; attempt += 1) {
    const { count, variant } = proof.expected;
    const fetched: RouteResult = { path: "", totals: null, problems: [] };
    try {
      const rows = await listYear(
        { client, progress, variant },
        year,
        count,
        rowReporter(tools, year, count),
      );
      fetched.path = await progress.save("actions.csv", onePiece(toCsv(year.agency, rows)));
      fetched.totals = await addUpFile(year, openDownload(fetched.path, "actions.csv"));
      fetched.problems = await proof.check(fetched.totals);
    } catch (error) {
      if (!(error instanceof NotWhole || error instanceof FileRefusal)) throw error;
      fetched.problems = [`${nameYear(year)}: ${error.message}.`];
    }
    if (fetched.problems.length === 0 || attempt === 2) return fetched;
    onLine(`${fetched.problems[0]} Searching the year once more`);
    await progress.remove(parts);
    await proof.renew();
  }
}

/** Reports the progress of a search every thousand actions. */
function rowReporter({ onLine }: Tools, year: AgencyYear, count: number): (had: number) => void {
  let reported = 0;
  return (had) => {
    if (had - reported < 1_000 && had < count) return;
    reported = had;
    onLine(`${nameYear(year)}: ${formatCount(had)} of ${formatCount(count)} actions`);
  };
}
