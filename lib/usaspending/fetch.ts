import { join } from "node:path";
import { type Day, fiscalYearDays } from "@/lib/contracts/days";
import { type Cents, counted, formatCount } from "@/lib/contracts/money";
import { Refusal } from "@/lib/intake/header";
import { joinSummaries, NoSummaries } from "@/lib/usaspending/awards";
import { createClient, type Sums } from "@/lib/usaspending/client";
import { listYear, NotWhole, parts, toCsv } from "@/lib/usaspending/days";
import { fetchFile, JobFailed } from "@/lib/usaspending/job";
import { type Agency, type AgencyYear, agreementTypes, contractTypes } from "@/lib/usaspending/plan";
import { openProgress, type Progress } from "@/lib/usaspending/progress";
import { nameYear, reconcile } from "@/lib/usaspending/reconcile";
import { ApiError, type Clock, createRequester } from "@/lib/usaspending/request";
import { type Member, type OpenMembers, plainFile, type Tally, tallyFile } from "@/lib/usaspending/tally";

/** What is to be brought up to date. */
export interface Scope {
  agencies: Agency[];
  /** First and last fiscal year. */
  years: [from: number, to: number];
  /** Whether award summaries come too. */
  fullWidth: boolean;
}

/** A file that was fetched, for the import: what it covers, and that the API's own counts and sums agree with it. */
export interface FetchedFile {
  path: string;
  name: string;
  retrieved: Day;
  covers: { agency: string; fiscal_year: number }[];
  proven: boolean;
}

export interface FetchedYear {
  agency: string;
  fiscal_year: number;
  /** A bulk download, the search in parts of a page, or nothing where the API counts no action. */
  method: "download" | "search" | "none";
  /** Why the bulk download was not used. */
  because: string | null;
  rows: number;
  net: Cents;
  /** What the rows obligate beyond what the API adds up, within a cent a row. */
  difference: Cents;
}

export interface Fetched {
  /** Whether the API has nothing newer than the last fetch of this scope; then nothing else was asked. */
  unchanged: boolean;
  last_updated: string;
  retrieved: Day;
  years: FetchedYear[];
  files: FetchedFile[];
  /** What is not whole, one sentence each. When there is any, nothing may be published. */
  problems: string[];
  requests: number;
  seconds: number;
}

export interface FetchSettings {
  scope: Scope;
  /** The API, `https://api.usaspending.gov`. */
  base: URL;
  /** Where progress is kept; one folder for each scope. */
  folder: string;
  /** Asks even when the API has nothing newer. */
  force: boolean;
  openMembers: OpenMembers;
  clock: Clock;
  signal: AbortSignal;
  timeout?: number;
  random?: () => number;
  /** Hears what happens, a line at a time. */
  onLine: (line: string) => void;
}

/** `7012-7014-fy2025-2026-full-width`: the folder of a scope. */
const scopeName = ({ agencies, years: [from, to], fullWidth }: Scope) =>
  `${agencies.map(({ code }) => code).join("-")}-fy${from}-${to}${fullWidth ? "-full-width" : ""}`;

/** The last fetch of a scope that was published. */
interface Last {
  last_updated: string;
}

/**
 * Fetches a scope and proves it against the API's own counts and sums. What is had is kept on disk until
 * {@link settle}: after a stop a rerun goes on, as long as the API's records are the same. Throws `ApiError`.
 */
export async function fetchScope(settings: FetchSettings): Promise<Fetched> {
  const { scope, base, folder, force, clock, signal, onLine } = settings;
  const started = clock.now();
  const requester = createRequester({
    base,
    clock,
    signal,
    timeout: settings.timeout ?? 90_000,
    random: settings.random ?? Math.random,
    onRetry: (problem, pause) => onLine(`${problem}; trying again in ${Math.ceil(pause / 1000)} s`),
  });
  const client = createClient(requester);
  const root = openProgress(join(folder, scopeName(scope)));
  const last_updated = await client.lastUpdated();
  const fetched: Fetched = {
    unchanged: false,
    last_updated,
    retrieved: washingtonDay(started),
    years: [],
    files: [],
    problems: [],
    requests: 0,
    seconds: 0,
  };
  const finish = () => {
    fetched.requests = requester.sent;
    fetched.seconds = (clock.now() - started) / 1000;
    return fetched;
  };
  const last = await root.read<Last>("published.json");
  if (!force && last_updated !== "" && last?.last_updated === last_updated) {
    fetched.unchanged = true;
    return finish();
  }

  const begun = await root.read<Last & { retrieved: Day }>("progress/state.json");
  if (begun && last_updated !== "" && begun.last_updated === last_updated) {
    onLine("Going on where the last fetch stopped");
    fetched.retrieved = begun.retrieved;
  } else {
    await root.forget("progress");
    await root.write("progress/state.json", { last_updated, retrieved: fetched.retrieved });
  }

  const [from, to] = scope.years;
  const tools = { client, clock, signal, onLine, openMembers: settings.openMembers };
  for (const agency of scope.agencies) {
    for (let year = from; year <= to; year += 1) {
      const name = `progress/${agency.code}-fy${year}`;
      const { entry, file, problems } = await fetchYear(
        { ...tools, progress: openProgress(join(folder, scopeName(scope), name)) },
        { agency, fiscal_year: year },
      );
      fetched.years.push(entry);
      fetched.problems.push(...problems);
      // What does not agree is asked for anew by the next fetch.
      if (problems.length > 0) await root.forget(name);
      else if (file)
        fetched.files.push({
          ...file,
          retrieved: fetched.retrieved,
          covers: [{ agency: agency.code, fiscal_year: year }],
          proven: true,
        });
    }
    if (scope.fullWidth && fetched.problems.length === 0) {
      const name = `progress/${agency.code}-awards`;
      const progress = openProgress(join(folder, scopeName(scope), name));
      try {
        const path = await fetchAwards({ ...tools, progress }, agency, scope.years);
        fetched.files.push({
          path,
          name: `usaspending-${agency.code}-awards.csv`,
          retrieved: fetched.retrieved,
          covers: [],
          proven: false,
        });
      } catch (error) {
        if (!(error instanceof JobFailed || error instanceof NoSummaries || error instanceof DamagedFile))
          throw error;
        fetched.problems.push(`The award summaries of ${agency.name} are missing: ${error.message}.`);
        await root.forget(name);
      }
    }
  }
  if (fetched.problems.length === 0 && fetched.files.length === 0)
    fetched.problems.push("The API counts no contract action in what was asked for.");
  const now = await client.lastUpdated();
  if (now !== last_updated)
    fetched.problems.push(
      `The API's records were updated while they were fetched (${last_updated}, then ${now}); fetch again.`,
    );
  return finish();
}

/** Remembers that what was fetched is published, and removes it. */
export async function settle(folder: string, scope: Scope, { last_updated }: Fetched): Promise<void> {
  const root = openProgress(join(folder, scopeName(scope)));
  await root.write("published.json", { last_updated } satisfies Last);
  await root.forget("progress");
}

interface Tools {
  client: ReturnType<typeof createClient>;
  progress: Progress;
  clock: Clock;
  signal: AbortSignal;
  openMembers: OpenMembers;
  onLine: (line: string) => void;
}

async function fetchYear(
  tools: Tools,
  year: AgencyYear,
): Promise<{ entry: FetchedYear; file: { path: string; name: string } | null; problems: string[] }> {
  const { client, progress, onLine } = tools;
  const { agency, fiscal_year } = year;
  const span = fiscalYearDays(fiscal_year);
  const expected = {
    count: await progress.remember("count.json", () => client.countTransactions(agency, span)),
    sums: await progress.remember<Sums>("sums.json", () => client.sumYear(year, span)),
  };
  const entry: FetchedYear = {
    agency: agency.code,
    fiscal_year,
    method: "none",
    because: null,
    rows: 0,
    net: 0,
    difference: 0,
  };
  const finish = (tally: Tally | null, path: string) => {
    entry.rows = tally?.rows ?? 0;
    entry.net = tally?.net ?? 0;
    entry.difference = entry.net - expected.sums.year;
    const problems = reconcile(year, expected, tally);
    const ending = entry.method === "download" ? "zip" : "csv";
    const name = `usaspending-${agency.code}-fy${fiscal_year}.${ending}`;
    return { entry, file: tally && { path, name }, problems };
  };
  if (expected.count === 0) return finish(null, "");

  onLine(`${nameYear(year)}: ${counted(expected.count, "action")}`);
  const download = await tryDownload(tools, year, expected.count);
  if ("tally" in download) {
    entry.method = "download";
    return finish(download.tally, download.path);
  }

  entry.method = "search";
  entry.because = download.because;
  onLine(`${nameYear(year)}: ${download.because}; asking for the actions of a few days at a time`);
  for (let again = false; ; again = true) {
    try {
      const { count } = expected;
      const rows = await listYear(client, progress, year, count, sayHowFar(tools, year, count));
      const path = await progress.keep("actions.csv", pieces(toCsv(agency, rows)));
      return finish(await tallyFile(year, plainFile(path, "actions.csv")), path);
    } catch (error) {
      if (error instanceof Refusal)
        return { entry, file: null, problems: [`${nameYear(year)}: ${error.message}.`] };
      if (!(error instanceof NotWhole)) throw error;
      await progress.forget(parts);
      if (again) return { entry, file: null, problems: [`${nameYear(year)}: ${error.message}.`] };
      onLine(`${nameYear(year)}: ${error.message}; asking for the year once more`);
      await progress.forget("count.json");
      expected.count = await progress.remember("count.json", () => client.countTransactions(agency, span));
    }
  }
}

/** Says every thousand actions how far the search of a year is. */
function sayHowFar({ onLine }: Tools, year: AgencyYear, count: number): (had: number) => void {
  let said = 0;
  return (had) => {
    if (had - said < 1_000 && had < count) return;
    said = had;
    onLine(`${nameYear(year)}: ${formatCount(had)} of ${formatCount(count)} actions`);
  };
}

/** A file came that cannot be read. The message is one sentence. */
class DamagedFile extends Error {
  override name = "DamagedFile";
}

/** The bulk download of a year, or why it is not to be had; the reason is remembered too. */
async function tryDownload(
  { client, progress, clock, signal, openMembers, onLine }: Tools,
  year: AgencyYear,
  count: number,
): Promise<{ path: string; tally: Tally } | { because: string }> {
  const known = await progress.read<{ because: string }>("no-download.json");
  if (known) return known;
  try {
    return await readTwice(progress, "transactions.zip", async () => {
      const order = () => client.orderTransactions(year);
      const path = await fetchFile({ client, progress, clock, signal }, "transactions.zip", order);
      onLine(`${nameYear(year)}: reading the download`);
      const tally = await tallyFile(year, damaged(openMembers(path, "transactions.zip")));
      const rows = tally.rows + tally.rejected;
      if (rows !== count)
        throw new JobFailed(
          `The download has ${counted(rows, "row")} where the API counts ${formatCount(count)}`,
        );
      return { path, tally };
    });
  } catch (error) {
    signal.throwIfAborted();
    if (
      !(
        error instanceof JobFailed ||
        error instanceof ApiError ||
        error instanceof DamagedFile ||
        error instanceof Refusal
      )
    )
      throw error;
    const because =
      error instanceof Refusal ? `The download cannot be read: ${error.message}` : error.message;
    await progress.write("no-download.json", { because });
    await progress.forget("transactions.zip");
    return { because };
  }
}

/** Contracts and ordering agreements with an action in the years, in one table of summaries. */
async function fetchAwards(
  { client, progress, clock, signal, openMembers, onLine }: Tools,
  agency: Agency,
  [from, to]: [number, number],
): Promise<string> {
  const span = { from: fiscalYearDays(from).from, to: fiscalYearDays(to).to };
  const archives: { path: string; name: string }[] = [];
  for (const [name, types] of [
    ["contracts.zip", contractTypes],
    ["agreements.zip", agreementTypes],
  ] as const) {
    onLine(`${agency.name}: award summaries, ${name.replace(".zip", "")}`);
    const order = () => client.orderAwards(agency, span, types);
    archives.push({ path: await fetchFile({ client, progress, clock, signal }, name, order), name });
  }
  return progress.keep(
    "awards.csv",
    joinSummaries(archives, (path, name) => damaged(openMembers(path, name))),
  );
}

/** Reads a download; when it is damaged, it is fetched once more. */
async function readTwice<Result>(
  progress: Progress,
  name: string,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    await progress.forget(`${name}.done.json`);
    return read();
  }
}

/** The tables of a file; what goes wrong in opening or unpacking it is a {@link DamagedFile}. */
async function* damaged(members: ReturnType<OpenMembers>): AsyncGenerator<Member> {
  const guard = async function* <Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    try {
      yield* items;
    } catch (error) {
      // What the disk says is not the archive's fault.
      if (/^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
      throw new DamagedFile(`The downloaded archive cannot be read (${(error as Error).message})`);
    }
  };
  for await (const { name, bytes } of guard(members)) yield { name, bytes: guard(bytes) };
}

async function* pieces(text: string) {
  yield text;
}

const washington = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/New_York",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day in Washington, where the records are kept: a day of retrieval is the day of asking. */
export const washingtonDay = (moment: number): Day => washington.format(moment);
