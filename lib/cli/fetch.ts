import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Report } from "@/lib/contracts/facts";
import { counted, formatCount, formatMoney, toDollars } from "@/lib/contracts/money";
import type { CodeNames } from "@/lib/identity/codes";
import type { Home } from "@/lib/snapshot/home";
import { BusyError, withLock } from "@/lib/snapshot/lock";
import {
  type Fetched,
  type FetchedFile,
  fetchScope,
  type Scope,
  settle,
  washingtonDay,
} from "@/lib/usaspending/fetch";
import { type Agency, currentYears, toptierOf } from "@/lib/usaspending/plan";
import { ApiError, type Clock } from "@/lib/usaspending/request";
import type { OpenMembers } from "@/lib/usaspending/tally";

export const fetchUsage = `Usage: npm run data -- fetch [--agency CODE]... [--from YEAR] [--to YEAR] [--full-width] [--force] [--json]

  Brings contract actions up to date from the API of USAspending.gov and publishes a snapshot of them, when
  the API's own counts and sums agree with every row. After a stop it goes on where it was.

  --agency CODE   awarding sub-agency, 7012 (ICE) unless given; may repeat
  --from, --to    first and last fiscal year; the previous and the current one unless given
  --full-width    award summaries too: values, end dates, competition, ordering agreements
  --force         also when the API has nothing newer than the last fetch of the same scope
  --json          prints what was fetched and the report of the import as JSON

USASPENDING_API (default https://api.usaspending.gov) says where the API is.`;

/** The API's earliest action date is 1 October 2007. */
const firstYear = 2008;

/** What the command needs of the rest: the rule table of agencies, and the import. */
export interface FetchTools {
  home: Home;
  agencies: CodeNames;
  openMembers: OpenMembers;
  publish: (files: FetchedFile[]) => Promise<{ id: string; built: boolean; report: Report }>;
  /** Prints the report of an import for people. */
  printReport: (report: Report) => void;
  clock?: Clock;
  environment?: Record<string, string | undefined>;
}

/** The command line is wrong; the message says what. */
class UsageError extends Error {}

/** Runs `fetch`; the exit code is 0, 1 when something was not whole or refused, 2 for a wrong command line. */
export async function fetchCommand(arguments_: string[], tools: FetchTools): Promise<number> {
  const { home, openMembers, publish, printReport, clock = systemClock, environment = process.env } = tools;
  const folder = join(home.root, "fetch");
  const stop = new AbortController();
  const onStop = () => stop.abort(new Stopped());
  const unheard = () => {
    process.off("SIGINT", onStop);
    process.off("SIGTERM", onStop);
  };
  try {
    const { scope, force, json, base } = readCommand(arguments_, tools.agencies, clock, environment);
    await mkdir(folder, { recursive: true });
    process.on("SIGINT", onStop);
    process.on("SIGTERM", onStop);
    return await withLock({ ...home, root: folder }, async () => {
      const onLine = (line: string) => process.stderr.write(`${line}\n`);
      const settings = { scope, base, folder, force, openMembers, clock, signal: stop.signal, onLine };
      const fetched = await fetchScope(settings);
      // From here a signal ends the process at once: an import is whole or it did not happen.
      unheard();
      const published =
        fetched.unchanged || fetched.problems.length > 0 ? null : await publish(fetched.files);
      if (published) await settle(folder, scope, fetched);
      if (json)
        console.log(JSON.stringify({ fetch: toJson(fetched), report: published?.report ?? null }, null, 2));
      else {
        printFetched(fetched);
        if (published) printReport(published.report);
        if (published) console.log(`Published snapshot ${published.id}`);
      }
      for (const problem of fetched.problems) console.error(problem);
      if (fetched.problems.length > 0) console.error("Nothing was published; the snapshot before stays.");
      return fetched.problems.length > 0 ? 1 : 0;
    });
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${fetchUsage}`);
      return 2;
    }
    if (error instanceof BusyError) console.error(error.message.replace("Another import", "Another fetch"));
    else if (error instanceof ApiError)
      console.error(`${error.message}. Nothing was published; a rerun goes on where this one ended.`);
    else if (error instanceof Stopped) console.error(error.message);
    else throw error;
    return 1;
  } finally {
    unheard();
  }
}

class Stopped extends Error {
  constructor() {
    super("Stopped. Nothing was published; a rerun goes on where this one ended.");
  }
}

function readCommand(
  arguments_: string[],
  names: CodeNames,
  clock: Clock,
  environment: Record<string, string | undefined>,
): { scope: Scope; force: boolean; json: boolean; base: URL } {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(arguments_);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const [previous, current] = currentYears(washingtonDay(clock.now()));
  const to = readYear("--to", values.to, current);
  const from = readYear("--from", values.from, Math.min(previous, to));
  if (from < firstYear || to > current)
    throw new UsageError(
      `The API has the fiscal years ${firstYear} to ${current}; ${from} to ${to} is asked for.`,
    );
  if (from > to) throw new UsageError(`--from ${from} is after --to ${to}.`);
  return {
    scope: {
      agencies: [...new Set(values.agency)].sort().map((code) => readAgency(code, names)),
      years: [from, to],
      fullWidth: values["full-width"],
    },
    force: values.force,
    json: values.json,
    base: readBase(environment.USASPENDING_API || "https://api.usaspending.gov"),
  };
}

const parse = (arguments_: string[]) =>
  parseArgs({
    args: arguments_,
    options: {
      agency: { type: "string", multiple: true, default: ["7012"] },
      from: { type: "string" },
      to: { type: "string" },
      "full-width": { type: "boolean", default: false },
      force: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  }).values;

function readYear(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const [, year] = /^(?:FY)?(\d{4})$/i.exec(text) ?? [];
  if (!year) throw new UsageError(`${option} ${text} is not a fiscal year such as 2026.`);
  return Number(year);
}

function readAgency(code: string, names: CodeNames): Agency {
  const [name, toptier] = [names(code), toptierOf(code)];
  if (name === null)
    throw new UsageError(`--agency ${code} is not in data/agencies.csv; add its code and its name there.`);
  if (toptier === null)
    throw new UsageError(
      `--agency ${code} is not of the Department of Homeland Security, which alone is known here.`,
    );
  return { code, name, toptier };
}

function readBase(text: string): URL {
  const base = URL.canParse(text) ? new URL(text) : null;
  const isLocal = base && ["localhost", "127.0.0.1", "[::1]"].includes(base.hostname);
  if (base?.protocol === "https:" || (base?.protocol === "http:" && isLocal)) return base;
  throw new UsageError(`USASPENDING_API ${text} is not an https address.`);
}

const methods = {
  download: "bulk download",
  search: "search, a few days at a time",
  none: "no action",
} as const;

function printFetched({ unchanged, last_updated, retrieved, years, requests, seconds }: Fetched) {
  if (unchanged) {
    console.log(`USAspending was last updated ${last_updated}, as when it was fetched last; nothing to do.`);
    return;
  }
  for (const { agency, fiscal_year, method, rows, net, difference } of years)
    console.log(
      `${agency} FY${fiscal_year}: ${counted(rows, "action")}, ${formatMoney(net)} obligated (net), ${formatMoney(difference)} beside the API's own sum; by ${methods[method]}`,
    );
  console.log(
    `Retrieved ${retrieved}, last updated ${last_updated || "at an unknown time"}; ${formatCount(requests)} requests, ${seconds.toFixed(0)} s`,
  );
}

const toJson = ({ files: _, ...fetched }: Fetched) => ({
  ...fetched,
  years: fetched.years.map((year) => ({
    ...year,
    net: Number(toDollars(year.net)),
    difference: Number(toDollars(year.difference)),
  })),
});

const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      }, milliseconds);
      if (signal?.aborted) onAbort();
      else signal?.addEventListener("abort", onAbort, { once: true });
    }),
};
