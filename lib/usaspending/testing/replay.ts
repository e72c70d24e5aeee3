import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { z } from "zod";
import {
  type ApiEndpoint,
  type bodies,
  hasBody,
  refusalOf,
  type SearchFilters,
} from "@/lib/usaspending/testing/checks";
import {
  agencies,
  agencyOf,
  awardsOf,
  department,
  fieldsOf,
  type ReplayAction,
  type ReplayAward,
  sumOverTime,
  toSubawards,
  toSummaries,
  toTransactions,
  transactionKey,
  typeOf,
} from "@/lib/usaspending/testing/records";
import { writeZip } from "@/lib/usaspending/testing/zip";

export type { ReplayAction };

/** What goes wrong with one answer. */
export type ReplayFault =
  /** An error of the API with its detail; a 5xx has an empty body. */
  | { status: number; retryAfter?: string; detail?: string }
  /** A web page: with 403 that of the firewall, else of maintenance. */
  | { page: number }
  | { slow: number }
  | { truncated: true }
  /** The answer is changed before it is sent, and kept in the cache so. */
  | { change: (answer: never) => unknown }
  /** The archive is cut off, though its answer is whole. */
  | { cut: true };

/** A request as it came: which endpoint, the how-many-th of it, its body, headers and when. */
export interface Call {
  endpoint: string;
  number: number;
  body: Record<string, unknown>;
  agent: string;
  at: number;
}

type Ending = "finished" | "failed" | "never";

export interface ReplaySettings {
  /** What the search index holds: counts, sums and pages come from it. */
  actions: ReplayAction[];
  /** What the database holds, which every file comes from; the same as the index unless given. */
  database?: ReplayAction[];
  /** Monthly archives, by fiscal year. */
  archives?: Record<number, { day: string; actions: ReplayAction[] }>;
  lastUpdated?: string;
  /** What goes wrong with a call; nothing unless given. */
  fault?: (call: Call) => ReplayFault | undefined;
  /** How many rows every bulk download lacks. */
  lost?: number;
  /** How every job ends, or those of an endpoint. */
  jobs?: Ending | Partial<Record<ApiEndpoint, Ending>>;
  /** How long an answer is kept, by the path, the query and the sorted body of its request, in milliseconds; an hour unless given. */
  cacheLife?: number;
  now?: () => number;
}

export interface Replay {
  base: URL;
  calls: Call[];
  settings: ReplaySettings;
  /** The calls of an endpoint. */
  of(endpoint: string): Call[];
  close(): Promise<void>;
}

interface Job {
  at: number;
  order: string;
  ending: Ending;
  file: Buffer;
}

/** After ordering, in milliseconds: when the copy of the database knows a job, when it begins, when it ends. */
const [knownAfter, beginsAfter, endsAfter] = [12_000, 20_000, 40_000];
type ReplayAnswer = { answer: unknown } | { error: number; detail: string };

/** A server that answers as strictly as the API of USAspending does by its own source, with what it does not promise shuffled. */
export async function startReplay(settings: ReplaySettings): Promise<Replay> {
  const calls: Call[] = [];
  const jobs = new Map<string, Job>();
  const cache = new Map<string, { text: string; until: number }>();
  const shuffle = seeded(7);
  const time = () => replay.settings.now?.() ?? Date.now();
  const server = createServer((request, response) => {
    void respond(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "", base);
    const isFile = /^\/(?:generated_downloads|award_data_archive)\//.test(url.pathname);
    const endpoint = isFile ? "file" : url.pathname.replace(/^\/api\/v2\/|\/$/g, "");
    const text = await readText(request);
    const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
    const number = calls.filter((call) => call.endpoint === endpoint).length + 1;
    const call = { endpoint, number, body, agent: request.headers["user-agent"] ?? "", at: time() };
    calls.push(call);
    const fault = replay.settings.fault?.(call);
    if (fault && "status" in fault) {
      const json = { "content-type": "application/json" };
      response.writeHead(fault.status, fault.retryAfter ? { "retry-after": fault.retryAfter } : json);
      return response.end(fault.status >= 500 ? "" : JSON.stringify({ detail: fault.detail ?? "" }));
    }
    if (fault && "page" in fault)
      return response
        .writeHead(fault.page, { "content-type": "text/html" })
        .end("<html><head><title>403 Forbidden</title></head><body></body></html>");
    if (fault && "slow" in fault) await new Promise((resolve) => setTimeout(resolve, fault.slow));
    if (isFile) {
      const file = fileOf(url.pathname.split("/").at(-1) ?? "");
      if (!file) return response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
      return response.writeHead(200).end(fault && "cut" in fault ? file.subarray(0, file.length - 40) : file);
    }
    if (url.pathname !== `/api/v2/${endpoint}/`)
      return response.writeHead(404).end(JSON.stringify({ detail: "Not found." }));

    const isKept = endpoint.startsWith("search/") || endpoint === "awards/last_updated";
    const key = `${url.pathname}${url.search} ${JSON.stringify(sorted(body))}`;
    const kept = cache.get(key);
    let answer = isKept && kept && kept.until > time() ? kept.text : null;
    if (answer === null) {
      const result = check(endpoint, body) ?? answerTo(endpoint, url, body);
      if ("error" in result)
        return response.writeHead(result.error).end(JSON.stringify({ detail: result.detail }));
      const changed = fault && "change" in fault ? fault.change(result.answer as never) : result.answer;
      answer = JSON.stringify(changed);
      const { cacheLife = 60 * 60_000 } = replay.settings;
      cache.set(key, { text: answer, until: time() + cacheLife });
    }
    response.writeHead(200, { "content-type": "application/json" });
    response.end(fault && "truncated" in fault ? answer.slice(0, -5) : answer);
  }

  function check(endpoint: string, body: unknown): ReplayAnswer | null {
    if (!hasBody(endpoint)) return null;
    const refusal = refusalOf(endpoint, body);
    return refusal && { error: refusal.status, detail: refusal.detail };
  }

  const read = <Name extends ApiEndpoint>(body: unknown) => body as z.infer<(typeof bodies)[Name]>;
  const stored = () => replay.settings.database ?? replay.settings.actions;

  function answerTo(endpoint: string, url: URL, body: unknown): ReplayAnswer {
    const { actions, lastUpdated = "08/21/2026" } = replay.settings;
    switch (endpoint) {
      case "awards/last_updated":
        return { answer: { last_updated: lastUpdated } };
      case "search/spending_by_transaction_count":
        return { answer: { results: countTypes(actionsIn(actions, read<typeof endpoint>(body).filters)) } };
      case "search/spending_by_award_count": {
        const awards = awardsIn(actions, read<typeof endpoint>(body).filters);
        return { answer: { results: countTypes(awards.map(({ latest }) => latest)) } };
      }
      case "search/spending_over_time": {
        const { filters, group } = read<typeof endpoint>(body);
        if (group !== "month" && group !== "fiscal_year") return { error: 500, detail: "not replayed" };
        const [span] = filters.time_period;
        const results = span ? sumOverTime(actionsIn(actions, filters), group, span) : [];
        return { answer: { group, results, messages: [] } };
      }
      case "search/spending_by_transaction": {
        const { filters, sort, limit = 10, page = 1, order } = read<typeof endpoint>(body);
        const start = (page - 1) * limit;
        const rows = actionsIn(actions, filters)
          .map((action) => ({ fields: fieldsOf(action), tie: shuffle() }))
          .sort(
            (one, other) =>
              compare(one.fields[sort], other.fields[sort]) * (order === "asc" ? 1 : -1) ||
              one.tie - other.tie,
          )
          .map(({ fields }) => fields);
        const page_metadata = { page, hasNext: rows.length > start + limit, hasPrevious: page > 1 };
        return { answer: { limit, results: rows.slice(start, start + limit), page_metadata, messages: [] } };
      }
      case "bulk_download/awards": {
        const { prime_award_types, date_range, agencies: scope } = read<typeof endpoint>(body).filters;
        const filters = { award_type_codes: prime_award_types, time_period: [date_range], agencies: scope };
        const text = toTransactions(actionsIn(stored(), filters).slice(replay.settings.lost ?? 0));
        return order(endpoint, body, "All_PrimeTransactions", { All_Contracts_PrimeTransactions: text });
      }
      case "download/search": {
        const { spending_level: levels } = read<typeof endpoint>(body);
        if (levels.join() !== "transactions") return { error: 500, detail: "not replayed" };
        // The index finds the rows, the database has their contents.
        const found = new Set(actionsIn(actions, read<typeof endpoint>(body).filters).map(transactionKey));
        const text = toTransactions(stored().filter((action) => found.has(transactionKey(action))));
        return order(endpoint, body, "PrimeTransactions", { Contracts_PrimeTransactions: text });
      }
      case "download/awards":
        return order(endpoint, body, "PrimeAwardSummariesAndSubawards", {
          Contracts_PrimeAwardSummaries: toSummaries(awardsIn(stored(), read<typeof endpoint>(body).filters)),
          Contracts_Subawards: toSubawards(),
        });
      case "download/status":
        return statusOf(url.searchParams.get("file_name") ?? "");
      case "bulk_download/list_monthly_files": {
        const { agency, fiscal_year } = read<typeof endpoint>(body);
        const archive = agency === 63 ? replay.settings.archives?.[fiscal_year] : undefined;
        const names = archive
          ? [archiveName(fiscal_year, archive.day), "FY(All)_070_Contracts_Delta_20260906.zip"]
          : [];
        return {
          answer: {
            monthly_files: names.map((file_name) => ({
              fiscal_year: file_name.startsWith("FY(All)") ? null : fiscal_year,
              agency_name: department,
              agency_acronym: "DHS",
              type: "contracts",
              updated_date: archive?.day,
              file_name,
              url: new URL(`/award_data_archive/${file_name}`, base).href,
            })),
          },
        };
      }
      default:
        return { error: 404, detail: "Not found." };
    }
  }

  /** An order like one before gets the earlier job, unless that failed or the records were loaded since. */
  function order(
    endpoint: ApiEndpoint,
    body: unknown,
    name: string,
    members: Record<string, string>,
  ): ReplayAnswer {
    const text = `${endpoint} ${JSON.stringify(sorted(body))} ${replay.settings.lastUpdated}`;
    const [known] = [...jobs].find(([, job]) => job.order === text && job.ending !== "failed") ?? [];
    const stamp = `2026-08-22_H16M00S00${String(jobs.size).padStart(6, "0")}`;
    const file_name = known ?? `${name}_${stamp}.zip`;
    const file_url = new URL(`/generated_downloads/${file_name}`, base).href;
    if (!known) {
      const { jobs: endings = "finished" } = replay.settings;
      const ending = typeof endings === "string" ? endings : (endings[endpoint] ?? "finished");
      const files = Object.entries(members).map(([member, csv]) => ({
        name: `${member}_${stamp.slice(0, 20)}_1.csv`,
        text: csv,
      }));
      jobs.set(file_name, { at: time(), order: text, ending, file: writeZip(files) });
    }
    const status_url = `https://api.usaspending.gov/api/v2/download/status?file_name=${file_name}`;
    return { answer: { status_url, file_name, file_url, download_request: {} } };
  }

  function statusOf(file_name: string): ReplayAnswer {
    const job = jobs.get(file_name);
    const age = time() - (job?.at ?? 0);
    if (!job || age < knownAfter)
      return { error: 404, detail: `Download job with filename ${file_name} does not exist.` };
    const isOver = age >= endsAfter && job.ending !== "never";
    const status = age < beginsAfter ? "queued" : isOver ? job.ending : "running";
    const message = status === "failed" ? "psql: server closed the connection" : null;
    const file_url = new URL(`/generated_downloads/${file_name}`, base).href;
    return { answer: { file_name, status, message, total_rows: null, total_columns: null, file_url } };
  }

  function fileOf(name: string): Buffer | null {
    const job = jobs.get(name);
    if (job) return job.ending === "finished" && time() - job.at >= endsAfter ? job.file : null;
    for (const [year, { day, actions }] of Object.entries(replay.settings.archives ?? {}))
      if (name === archiveName(Number(year), day))
        return writeZip([{ name: name.replace(".zip", "_1.csv"), text: toTransactions(actions) }]);
    return null;
  }

  const replay: Replay = {
    base,
    calls,
    settings,
    of: (endpoint) => calls.filter((call) => call.endpoint === endpoint),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return replay;
}

/** A body as the API compares it with others: keys and lists sorted. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).sort((one, other) => compare(JSON.stringify(one), JSON.stringify(other)));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => compare(one, other))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

const archiveName = (fiscalYear: number, day: string) =>
  `FY${fiscalYear}_070_Contracts_Full_${day.replaceAll("-", "")}.zip`;

/** Whether an action is of the agencies, which are found by their names to the letter. */
const isOf = (action: ReplayAction, scope: SearchFilters["agencies"]) =>
  scope.some(
    ({ tier, name, toptier_name = department }) =>
      toptier_name === department && name === (tier === "subtier" ? agencies[agencyOf(action)] : department),
  );

const actionsIn = (
  actions: ReplayAction[],
  { award_type_codes: types, time_period: spans, agencies: scope }: SearchFilters,
): ReplayAction[] =>
  actions.filter(
    (action) =>
      types.includes(typeOf(action)) &&
      spans.some(({ start_date, end_date }) => action.date >= start_date && action.date <= end_date) &&
      isOf(action, scope),
  );

/**
 * Awards by the day of their latest action and of their signing: an explicit `action_date` compares the latest action with
 * both ends, and without it that is not before the first day, and the signing not after the last.
 */
const awardsIn = (
  actions: ReplayAction[],
  { award_type_codes: types, time_period: spans, agencies: scope }: SearchFilters,
): ReplayAward[] =>
  awardsOf(actions).filter(
    ({ latest, signed }) =>
      types.includes(typeOf(latest)) &&
      isOf(latest, scope) &&
      spans.some(
        ({ start_date, end_date, date_type }) =>
          latest.date >= start_date && (date_type === "action_date" ? latest.date : signed) <= end_date,
      ),
  );

function countTypes(actions: ReplayAction[]) {
  const idvs = actions.filter((action) => typeOf(action).startsWith("IDV")).length;
  return { contracts: actions.length - idvs, idvs, grants: 0, direct_payments: 0, loans: 0, other: 0 };
}

const compare = (one: unknown, other: unknown) =>
  typeof one === "number" && typeof other === "number"
    ? one - other
    : String(one) < String(other)
      ? -1
      : Number(String(one) > String(other));

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += piece;
  return text;
}

/** Numbers from 0 to below 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
