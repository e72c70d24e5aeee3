import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { UsageError } from "@/lib/cli/failures";
import { type Day, washingtonDay } from "@/lib/contracts/days";
import type { Report } from "@/lib/contracts/import-report";
import { counted, formatCount, formatMoney, toDollars } from "@/lib/contracts/money";
import { type Environment, readEnv } from "@/lib/env";
import type { NamesByCode } from "@/lib/identity/tables";
import { NotProven } from "@/lib/import/5-finish/proven";
import { BusyError, withLock } from "@/lib/import/lock";
import type { Home } from "@/lib/snapshot/paths";
import {
  discard,
  type Fetched,
  type FetchedFile,
  type FetchScope,
  fetchScope,
  markPublished,
} from "@/lib/usaspending/fetch";
import { type Agency, currentYears, departmentOf } from "@/lib/usaspending/plan";
import { ApiError, type Clock, isSafeBase } from "@/lib/usaspending/request";

export const fetchUsage = `Usage: npm run data -- fetch [--agency CODE]... [--from YEAR] [--to YEAR] [--full-width] [--history] [--force] [--json]

  Brings contract actions up to date from the API of USAspending.gov and publishes a snapshot of the fiscal
  years in which the API's own counts and sums agree with it. A year that does not agree stays as it was, and
  the exit status is 1. After a stop it continues where it was.

  --agency CODE   awarding sub-agency, 7012 (ICE) unless given; may repeat
  --from, --to    first and last fiscal year; the current one and the two before it unless given
  --full-width    award summaries too: the day an award was signed, and ordering agreements
  --history       earlier years from the monthly archives of the department, which are up to a month old and
                  cannot be proven; unless --from and --to are given, the four years before the current three
  --force         fetches even if the API has nothing newer than the last fetch of the same scope
  --json          prints what was fetched and the report of the import as JSON

USASPENDING_API (default https://api.usaspending.gov) is the address of the API. If CONTRACTS_URL is set, each
request names it, so that the API's operators can see its sender.`;

/** The API's earliest action date is Oct. 1, 2007. */
const firstYear = 2008;
/** How many fiscal years before the current three `--history` fetches. */
const historyYears = 4;

interface PublishedSnapshot {
  id: string;
  built: boolean;
  report: Report;
}

/** The parts of the program that the command needs: the rule table of agencies, and the import. */
export interface FetchTools {
  home: Home;
  agencies: NamesByCode;
  /** The names by which the API finds an agency. */
  usaspending: NamesByCode;
  /** The name and version of this program. */
  program: string;
  publish: (files: FetchedFile[]) => Promise<PublishedSnapshot>;
  /** Prints the report of an import for people. */
  printReport: (report: Report) => void;
  clock?: Clock;
  environment?: Environment;
}

/** Runs `fetch`. The exit status is 0, 1 if something is missing or refused, 2 for a wrong command line, 130 or 143 after a signal. */
export async function fetchCommand(arguments_: string[], tools: FetchTools): Promise<number> {
  const { home, publish, printReport, clock = systemClock } = tools;
  const { CONTRACTS_URL, USASPENDING_API } = readEnv(tools.environment);
  const contact = CONTRACTS_URL ? ` (+${CONTRACTS_URL})` : "";
  const folder = join(home.root, "fetch");
  const stop = new AbortController();
  const onStop = (signal: NodeJS.Signals) => stop.abort(new Stopped(signal));
  const listen = () => {
    process.on("SIGINT", onStop);
    process.on("SIGTERM", onStop);
  };
  const unlisten = () => {
    process.off("SIGINT", onStop);
    process.off("SIGTERM", onStop);
  };
  try {
    const { scope, force, json, base, yearsLeftOut } = readCommand(arguments_, tools, clock, USASPENDING_API);
    await mkdir(folder, { recursive: true });
    return await withLock({ ...home, root: folder }, async () => {
      const onLine = (line: string) => process.stderr.write(`${line}\n`);
      const userAgent = `${tools.program}${contact}`;
      const { signal } = stop;
      const settings = { scope, base, userAgent, folder, force, clock, signal, onLine };
      const fetchAndPublish = async (isLast: boolean): Promise<[Fetched, PublishedSnapshot | null]> => {
        listen();
        const fetched = await fetchScope(settings);
        // From here a signal ends the process at once: an import is published completely or not at all.
        unlisten();
        if (fetched.files.length === 0) return [fetched, null];
        try {
          const published = await publish(fetched.files);
          await markPublished(folder, scope, fetched);
          return [fetched, published];
        } catch (error) {
          if (!(error instanceof BusyError)) await discard(folder, scope);
          if (!(error instanceof NotProven) || isLast) throw error;
          onLine(
            `${error.problems.join(" ")} Fetching once more, since the records may have changed meanwhile`,
          );
          return fetchAndPublish(true);
        }
      };
      const [fetched, published] = await fetchAndPublish(false);
      if (json)
        console.log(JSON.stringify({ fetch: toJson(fetched), report: published?.report ?? null }, null, 2));
      else {
        printFetched(fetched);
        if (published) printReport(published.report);
        if (published) console.log(`Published snapshot ${published.id}`);
      }
      for (const sentence of [...fetched.notes, ...fetched.problems, ...yearsLeftOut])
        console.error(sentence);
      if (fetched.problems.length > 0)
        console.error(
          published
            ? "The rest was published; what is missing stays as it was."
            : "Nothing was published; the snapshot before stays.",
        );
      return fetched.problems.length > 0 ? 1 : 0;
    });
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${fetchUsage}`);
      return 2;
    }
    if (error instanceof BusyError) console.error(error.message.replace("Another import", "Another fetch"));
    else if (error instanceof ApiError)
      console.error(
        `${error.message}; ${error.advice}. Nothing was published; a rerun goes on where this one ended.`,
      );
    else if (error instanceof Stopped) {
      console.error(error.message);
      return error.status;
    } else throw error;
    return 1;
  } finally {
    unlisten();
  }
}

class Stopped extends Error {
  /** The exit status of a process that the signal ends. */
  readonly status: number;
  constructor(signal: NodeJS.Signals) {
    super("Stopped. Nothing was published; a rerun goes on where this one ended.");
    this.status = signal === "SIGINT" ? 130 : 143;
  }
}

function readCommand(
  arguments_: string[],
  names: Pick<FetchTools, "agencies" | "usaspending">,
  clock: Clock,
  api: string,
): { scope: FetchScope; force: boolean; json: boolean; base: URL; yearsLeftOut: string[] } {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(arguments_);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { history, "full-width": fullWidth, force, json } = values;
  if (history && fullWidth)
    throw new UsageError("--history brings all columns already; leave out --full-width.");
  const [earliest, current] = currentYears(washingtonDay(clock.now()));
  const to = readYear("--to", values.to, history ? earliest - 1 : current);
  const from = readYear("--from", values.from, Math.min(history ? earliest - historyYears : earliest, to));
  if (from < firstYear || to > current)
    throw new UsageError(
      `The API has the fiscal years ${firstYear} to ${current}; name years among them with --from and --to.`,
    );
  if (from > to) throw new UsageError(`--from ${from} is after --to ${to}; name the earlier year first.`);
  return {
    scope: {
      agencies: [...new Set(values.agency)].sort().map((code) => readAgency(code, names)),
      years: [from, to],
      fullWidth,
      history,
    },
    force,
    json,
    base: readBase(api),
    yearsLeftOut: history || values.from !== undefined ? [] : leftOut(washingtonDay(clock.now())),
  };
}

/** For a quarter, a sentence about the fiscal year that is no longer fetched by default. */
function leftOut(today: Day): string[] {
  const [earliest, current] = currentYears(today);
  if (today >= `${current}-01-01`) return [];
  return [
    `FY${earliest - 1} is no longer fetched since FY${current} began, and stays as of its last retrieval; --from ${earliest - 1} brings it up to date.`,
  ];
}

const parse = (arguments_: string[]) =>
  parseArgs({
    args: arguments_,
    options: {
      agency: { type: "string", multiple: true, default: ["7012"] },
      from: { type: "string" },
      to: { type: "string" },
      "full-width": { type: "boolean", default: false },
      history: { type: "boolean", default: false },
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

function readAgency(
  code: string,
  { agencies, usaspending }: Pick<FetchTools, "agencies" | "usaspending">,
): Agency {
  const [name, apiName, department] = [agencies(code), usaspending(code), departmentOf(code)];
  if (name === null || apiName === null)
    throw new UsageError(`--agency ${code} is not in data/agencies.csv; add its code and its name there.`);
  if (department === null)
    throw new UsageError(
      `--agency ${code} is not of the Department of Homeland Security; name one whose code begins with 70.`,
    );
  return { code, name, apiName, department };
}

function readBase(text: string): URL {
  const base = URL.canParse(text) ? new URL(text) : null;
  if (base && isSafeBase(base)) return base;
  throw new UsageError(
    `USASPENDING_API ${text} is not an https address; set it to https://api.usaspending.gov.`,
  );
}

const methods = {
  "bulk download": "by bulk download",
  "search download": "by download of a search",
  "search pages": "by search, a few days at a time, with fewer columns",
  none: "no file needed",
} as const;

function printFetched({ unchanged, last_updated, retrieved, years, files, requests, seconds }: Fetched) {
  if (unchanged) {
    console.log("USAspending has nothing newer than the last fetch; --force fetches all the same.");
    return;
  }
  if (years.length === 0) {
    for (const { name, retrieved: day } of files)
      console.log(`${name}: monthly archive of ${day}, not proven`);
    return;
  }
  for (const { agency, fiscal_year, method, rows, net, difference } of years)
    console.log(
      `${agency} FY${fiscal_year}: ${counted(rows, "action")}, ${formatMoney(net)} obligated (net), ${besideSum(difference)} the API's own sum; ${methods[method]}`,
    );
  console.log(
    `Retrieved ${retrieved}, last updated ${last_updated || "at an unknown time"}; ${formatCount(requests)} requests, ${seconds.toFixed(0)} s`,
  );
}

/** The API adds binary fractions, so its sum may differ from that of the rows by a cent. */
const besideSum = (difference: number) =>
  difference === 0
    ? "equal to"
    : `${formatMoney(Math.abs(difference))} ${difference > 0 ? "above" : "below"}`;

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
    setTimeout(milliseconds, undefined, { signal }).catch(() => Promise.reject(signal?.reason)),
};
