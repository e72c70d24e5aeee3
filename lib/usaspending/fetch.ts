import { join } from "node:path";
import { type Day, daysAfter, isDay, washingtonDay } from "@/lib/contracts/days";
import type { ProvenYear } from "@/lib/contracts/snapshots";
import { fetchAwards } from "@/lib/usaspending/awards";
import { createClient } from "@/lib/usaspending/client";
import { fetchArchive } from "@/lib/usaspending/history";
import { type Agency, variants } from "@/lib/usaspending/plan";
import { openProgress, type SavedProgress } from "@/lib/usaspending/progress";
import { nameYear } from "@/lib/usaspending/reconcile";
import { type Clock, createRequester } from "@/lib/usaspending/request";
import {
  type Expected,
  type FetchedYear,
  type FetchMethod,
  fetchYear,
  isStillExpected,
  readExpected,
  sameFigures,
  type Tools,
} from "@/lib/usaspending/year";

/** What to fetch. */
export interface FetchScope {
  agencies: Agency[];
  /** First and last fiscal year. */
  years: [from: number, to: number];
  /** Whether to fetch award summaries too. */
  fullWidth: boolean;
  /** Whether to take monthly archives instead of current records. */
  history: boolean;
}

/** A fetched file for the import. */
export interface FetchedFile {
  path: string;
  name: string;
  retrieved: Day;
  /** The agencies whose rows are imported; all by default. */
  agencies?: string[];
  /** The agencies and fiscal years that it has completely, by the API's counts and sums. */
  proves: ProvenYear[];
}

export interface Fetched {
  /** Whether the API has nothing newer than the last fetch of this scope. */
  unchanged: boolean;
  last_updated: string;
  retrieved: Day;
  years: FetchedYear[];
  files: FetchedFile[];
  /** Sentences about missing parts; `files` has the rest. */
  problems: string[];
  /** Sentences about parts that are narrower or older than they could be; they are published all the same. */
  notes: string[];
  requests: number;
  seconds: number;
}

export interface FetchSettings {
  scope: FetchScope;
  /** The API, `https://api.usaspending.gov`. */
  base: URL;
  userAgent: string;
  /** The folder for progress, with one folder for each scope. */
  folder: string;
  /** Fetches even when the API has nothing newer. */
  force: boolean;
  clock: Clock;
  signal: AbortSignal;
  timeout?: number;
  random?: () => number;
  /** Gets a line for each event. */
  onLine: (line: string) => void;
}

/** `7012-7014-fy2025-2026-full-width`: the folder of a scope. */
const agencyNames = ({ agencies, years: [from, to], fullWidth, history }: FetchScope) =>
  [
    ...agencies.map(({ code }) => code),
    `fy${from}-${to}`,
    ...(fullWidth ? ["full-width"] : []),
    ...(history ? ["history"] : []),
  ].join("-");

/** The last complete fetch of a scope, with the figures of the API at that time. */
interface PublishedFigures {
  last_updated: string;
  figures?: Record<string, Omit<Expected, "variant">>;
  archives?: string[];
}

/** The progress of a stopped fetch is valid for a day. */
const progressLife = 24 * 60 * 60_000;

/**
 * Fetches a scope and proves it against the API's own counts and sums. Progress stays on disk until
 * {@link markPublished}: after a stop, a rerun continues while the API's records are the same. Throws `ApiError`.
 */
export async function fetchScope(settings: FetchSettings): Promise<Fetched> {
  const { scope, base, userAgent, folder, clock, signal, onLine } = settings;
  const started = clock.now();
  const requester = createRequester({
    base,
    userAgent,
    clock,
    signal,
    timeout: settings.timeout ?? 60_000,
    random: settings.random ?? Math.random,
    onRetry: (problem, pause) => onLine(`${problem}; trying again in ${Math.ceil(pause / 1000)} s`),
  });
  const client = createClient(requester, clock);
  const root = openProgress(join(folder, agencyNames(scope)));
  const progress = root.within("progress");
  const tools = {
    client,
    clock,
    signal,
    onLine,
    progress,
    unavailable: new Set<FetchMethod>(),
    waited: { forLoad: false },
  };
  const fetch = scope.history ? fetchHistory : fetchCurrent;
  for (let attempt = 1; ; attempt += 1) {
    const { changed: changes, ...fetched } = await fetch({ ...settings, tools, root });
    const isDone = scope.history || fetched.unchanged;
    const now = isDone ? fetched.last_updated : await client.lastUpdated();
    const moved = now !== fetched.last_updated;
    const times = `${fetched.last_updated || "an unknown time"}, then ${now || "an unknown time"}`;
    const [changed] = changes;
    if ((moved || changed) && attempt === 1) {
      onLine(
        moved
          ? `The API's records were updated while they were fetched (${times}); starting again`
          : `The API's figures of ${changed} changed while its actions were fetched; starting again`,
      );
      await progress.remove("");
      continue;
    }
    if (moved || changed) {
      fetched.files = [];
      fetched.problems.push(
        moved
          ? `The API's records were updated twice while they were fetched (${times}); run the command again later.`
          : `The API's figures of ${changed} changed twice while its actions were fetched; run the command again later.`,
      );
    }
    return { ...fetched, requests: requester.sent, seconds: (clock.now() - started) / 1000 };
  }
}

/** The result of one attempt, with the agencies and years whose figures have changed since. */
type Attempt = Fetched & { changed: string[] };
type Run = FetchSettings & { tools: Tools; root: SavedProgress };

/** Opens the progress of an earlier run, or starts new. */
async function openRun({ tools: { progress, clock, onLine } }: Run, last_updated: string): Promise<Attempt> {
  const now = clock.now();
  const begun = await progress.read<{ last_updated: string; at: number }>("state.json");
  const goesOn =
    begun !== null &&
    last_updated !== "" &&
    begun.last_updated === last_updated &&
    now - begun.at < progressLife;
  if (goesOn) onLine("Going on where the last fetch stopped");
  else {
    await progress.remove("");
    await progress.write("state.json", { last_updated, at: now });
  }
  return {
    unchanged: false,
    last_updated,
    retrieved: washingtonDay(goesOn ? begun.at : now),
    years: [],
    files: [],
    problems: [],
    notes: [],
    changed: [],
    requests: 0,
    seconds: 0,
  };
}

async function fetchCurrent(run: Run): Promise<Attempt> {
  const { scope, force, tools, root } = run;
  const last_updated = await tools.client.lastUpdated();
  const fetched = await openRun(run, last_updated);
  const variant = await nextVariant(run.folder);
  const within = ({ code }: Agency, name: string | number) => tools.progress.within(`${code}-${name}`);

  const parts = scope.agencies.flatMap((agency) =>
    yearsOf(scope).map((fiscal_year) => {
      const progress = within(agency, `fy${fiscal_year}`);
      return { year: { agency, fiscal_year }, tools: { ...tools, progress } };
    }),
  );
  const figures: Record<string, Expected> = {};
  for (const part of parts) figures[nameYear(part.year)] = await readExpected(part.tools, part.year, variant);
  const last = await root.read<PublishedFigures>("published.json");
  const isSame =
    last?.figures !== undefined &&
    last.last_updated === last_updated &&
    Object.entries(figures).every(([name, figure]) => {
      const before = last.figures?.[name];
      return before !== undefined && sameFigures(before, figure);
    });
  if (isSame && !force) {
    await tools.progress.remove("");
    return { ...fetched, unchanged: true };
  }

  const compared: { part: (typeof parts)[number]; expected: Expected }[] = [];
  for (const agency of scope.agencies) {
    const files: FetchedFile[] = [];
    const empty: ProvenYear[] = [];
    let isWhole = true;
    for (const part of parts.filter(({ year }) => year.agency === agency)) {
      const { entry, file, problems, expected } = await fetchYear(
        part.tools,
        part.year,
        figures[nameYear(part.year)] as Expected,
      );
      if (problems.length > 0) {
        isWhole = false;
        fetched.problems.push(...problems);
        // The next run fetches the year again.
        await part.tools.progress.remove("");
        continue;
      }
      compared.push({ part, expected });
      fetched.years.push(entry);
      const { fiscal_year, rows: actions, net } = entry;
      const proven = { agency: agency.code, fiscal_year, actions, net };
      if (file) files.push({ ...file, retrieved: fetched.retrieved, proves: [proven] });
      else empty.push(proven);
      if (entry.method === "search pages")
        fetched.notes.push(
          `${nameYear(part.year)}: only the search had the actions, without transaction keys, offices, values, end dates and competition; actions that had them before keep them, unless another of the same contract has the same modification number, and the next fetch tries for all columns again.`,
        );
    }
    if (files.length === 0) {
      if (!isWhole) continue;
      fetched.notes.push(
        `${agency.name}: the API counts no action in any of these years; it may not know the name ${agency.apiName}, which stands under usaspending in data/agencies.csv.`,
      );
      continue;
    }
    // A year without actions is proven too, with the file of another year.
    files[0]?.proves.push(...empty);
    if (scope.fullWidth) {
      const awards = { ...tools, progress: within(agency, "awards") };
      const { file, notes } = await fetchAwards(awards, agency, scope.years, variant);
      fetched.notes.push(...notes);
      if (file) files.push({ ...file, retrieved: fetched.retrieved, proves: [] });
    }
    fetched.files.push(...files);
  }
  if (fetched.problems.length === 0 && fetched.files.length === 0)
    fetched.problems.push(
      "The API counts no contract action in these years; check --agency, --from and --to.",
    );
  // The day of the last update does not show every load; equal figures at the end do.
  for (const { part, expected } of compared)
    if (!(await isStillExpected(part.tools, part.year, expected))) fetched.changed.push(nameYear(part.year));
  return fetched;
}

/** How many variants a fetch can need. */
const variantsOfFetch = 10;

/** A new variant for each fetch, so that the API does not respond from its cache. */
async function nextVariant(folder: string): Promise<number> {
  const all = openProgress(folder);
  const variant = ((await all.read<number>("variant.json")) ?? 0) % variants;
  await all.write("variant.json", variant + variantsOfFetch);
  return variant;
}

const yearsOf = ({ years: [from, to] }: FetchScope) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

async function fetchHistory(run: Run): Promise<Attempt> {
  const { scope, force, tools, root } = run;
  const [first] = scope.agencies;
  if (!first) throw new Error("A scope has an agency.");
  const archives = [];
  const missing: number[] = [];
  for (const year of yearsOf(scope)) {
    const archive = await tools.client.monthlyArchive(first.department, year);
    if (archive) archives.push(archive);
    else missing.push(year);
  }
  const names = archives.map(({ name }) => name);
  const fetched = await openRun(run, names.join(" "));
  if (missing.length > 0) {
    const years = missing.map((year) => `FY${year}`).join(", ");
    (archives.length > 0 ? fetched.notes : fetched.problems).push(
      `${years}: the API lists no monthly archive of the ${first.department.name}; choose other years with --from and --to.`,
    );
  }
  const last = await root.read<PublishedFigures>("published.json");
  if (!force && names.length > 0 && JSON.stringify(last?.archives) === JSON.stringify(names))
    return { ...fetched, unchanged: true };
  for (const archive of archives) {
    const result = await fetchArchive(tools, archive, scope.agencies);
    if ("problem" in result) {
      fetched.problems.push(`${result.problem}.`);
      continue;
    }
    const agencies = scope.agencies.map(({ code }) => code);
    const { name, day: retrieved } = archive;
    fetched.files.push({ path: result.path, name, retrieved, agencies, proves: [] });
  }
  return fetched;
}

/**
 * Removes published files, and records the figures by which the next fetch may skip its work. Records none unless every year
 * came by bulk download and agrees, since otherwise the database or the index of the API may be a load behind; and none while
 * the day of the API's last update lasts, since a second update would have the same date.
 */
export async function markPublished(folder: string, scope: FetchScope, fetched: Fetched): Promise<void> {
  const root = openProgress(join(folder, agencyNames(scope)));
  const { last_updated, retrieved, years, notes, problems } = fetched;
  if (scope.history)
    await root.write("published.json", {
      last_updated,
      archives: fetched.files.map(({ name }) => name),
    } satisfies PublishedFigures);
  else if (
    problems.length === 0 &&
    notes.length === 0 &&
    years.every(({ method }) => method === "bulk download" || method === "none") &&
    isOver(last_updated, retrieved)
  ) {
    const figures: PublishedFigures["figures"] = {};
    for (const agency of scope.agencies)
      for (const fiscal_year of yearsOf(scope)) {
        const part = root.within(`progress/${agency.code}-fy${fiscal_year}`);
        const expected = await part.read<Expected>("expected.json");
        if (expected) figures[nameYear({ agency, fiscal_year })] = expected;
      }
    await root.write("published.json", { last_updated, figures } satisfies PublishedFigures);
  } else await root.remove("published.json");
  await root.remove("progress");
}

/** Removes fetched files that cannot be published, so that no run continues with them. */
export const discard = (folder: string, scope: FetchScope): Promise<void> =>
  openProgress(join(folder, agencyNames(scope))).remove("progress");

/** Whether a day such as `08/21/2026` was over on the day of a fetch. */
function isOver(lastUpdated: string, fetchedOn: Day): boolean {
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(lastUpdated) ?? [];
  const updated = `${year}-${month}-${day}`;
  return isDay(updated) && daysAfter(updated, 1) <= fetchedOn;
}
