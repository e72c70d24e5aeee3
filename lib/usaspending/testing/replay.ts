import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fiscalYear } from "@/lib/contracts/days";
import { type Cents, toDollars } from "@/lib/contracts/money";
import { writeZip } from "@/lib/usaspending/testing/zip";

/** A contract action as the replay server knows it. */
export interface ReplayAction {
  piid: string;
  modification: string;
  date: string;
  cents: Cents;
  agency?: string;
  type?: "A" | "B" | "C" | "D";
  recipient?: string;
  description?: string;
}

/** What goes wrong with one answer. */
export type Fault =
  | { status: number; retryAfter?: string; detail?: string }
  | { slow: number }
  | { truncated: true }
  | { page: true }
  /** The answer is changed before it is sent. */
  | { change: (answer: never) => unknown }
  /** The archive is cut off, though its answer is whole. */
  | { cut: true };

/** A request as it came: which endpoint, the how-many-th of it, its body and when. */
export interface Call {
  endpoint: string;
  number: number;
  body: Record<string, unknown>;
  at: number;
}

export interface ReplaySettings {
  actions: ReplayAction[];
  lastUpdated?: string;
  /** What goes wrong with a call; nothing unless given. */
  fault?: (call: Call) => Fault | undefined;
  /** How many rows every archive of transactions lacks. */
  lost?: number;
  /** How every job ends. */
  jobs?: "finished" | "failed" | "never";
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

const agencies: Record<string, string> = {
  "7012": "U.S. Immigration and Customs Enforcement",
  "7014": "U.S. Customs and Border Protection",
};
const typeNames = { A: "BPA CALL", B: "PURCHASE ORDER", C: "DELIVERY ORDER", D: "DEFINITIVE CONTRACT" };
const offsetWindow = 50_000;

/** A server that answers as the API of USAspending does, with what it does not promise shuffled. */
export async function startReplay(settings: ReplaySettings): Promise<Replay> {
  const calls: Call[] = [];
  const jobs = new Map<string, { asked: number; file: Buffer }>();
  const shuffle = seeded(7);
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "", base);
    const endpoint = url.pathname.replace(/^\/api\/v2\/|\/$/g, "").replace(/^\/?csv_downloads\/.*/, "file");
    const body = await readBody(request);
    const number = calls.filter((call) => call.endpoint === endpoint).length + 1;
    const call = { endpoint, number, body, at: replay.settings.now?.() ?? 0 };
    calls.push(call);
    const fault = replay.settings.fault?.(call) ?? { change: (answer: never) => answer };
    if ("status" in fault) {
      response.writeHead(fault.status, fault.retryAfter ? { "retry-after": fault.retryAfter } : {});
      return response.end(JSON.stringify({ detail: fault.detail ?? "" }));
    }
    if ("slow" in fault) await new Promise((resolve) => setTimeout(resolve, fault.slow));
    if ("page" in fault) return response.writeHead(200).end("<!doctype html><title>Maintenance</title>");
    if (endpoint === "file") {
      const file = jobs.get(url.pathname.split("/").at(-1) ?? "")?.file;
      if (!file) return response.writeHead(404).end();
      return response.writeHead(200).end("cut" in fault ? file.subarray(0, file.length - 40) : file);
    }
    const result = respond(endpoint, url, body as unknown as Body);
    if ("error" in result)
      return response.writeHead(result.error).end(JSON.stringify({ detail: result.detail }));
    const text = JSON.stringify("change" in fault ? fault.change(result.answer as never) : result.answer);
    response.writeHead(200, { "content-type": "application/json" });
    response.end("truncated" in fault ? text.slice(0, -5) : text);
  }

  function respond(
    endpoint: string,
    url: URL,
    body: Body,
  ): { answer: unknown } | { error: number; detail: string } {
    const { actions, lastUpdated = "08/21/2026" } = replay.settings;
    switch (endpoint) {
      case "awards/last_updated":
        return { answer: { last_updated: lastUpdated } };
      case "search/spending_by_transaction_count":
        return { answer: { results: { contracts: select(actions, body).length, idvs: 0, grants: 0 } } };
      case "search/spending_over_time": {
        if (body.spending_level !== "transactions") return { error: 400, detail: "sums of awards" };
        return { answer: { group: body.group, results: sumOverTime(select(actions, body), body.group) } };
      }
      case "search/spending_by_transaction": {
        const { fields, sort, limit, page, order } = body;
        if (!fields.includes(sort)) return { error: 400, detail: `Sort value not found in fields: ${sort}` };
        if (limit > 100) return { error: 422, detail: "limit is above max '100'" };
        const start = (page - 1) * limit;
        if (start >= offsetWindow) return { error: 422, detail: "over the maximum result limit" };
        const rows = select(actions, body)
          .map((action) => ({ action, tie: shuffle() }))
          .sort(
            (one, other) =>
              compare(fieldsOf(one.action)[sort], fieldsOf(other.action)[sort]) *
                (order === "asc" ? 1 : -1) || one.tie - other.tie,
          )
          .map(({ action }) => fieldsOf(action));
        const results = rows.slice(start, start + limit);
        return { answer: { limit, results, page_metadata: { page, hasNext: rows.length > start + limit } } };
      }
      case "bulk_download/awards": {
        const { prime_award_types, date_range, agencies: scope } = body.filters;
        const chosen = select(actions, {
          filters: { award_type_codes: prime_award_types, time_period: [date_range], agencies: scope },
        });
        return order(`PrimeTransactions_${jobs.size}.zip`, [
          {
            name: "Contracts_PrimeTransactions_1.csv",
            text: toTransactions(chosen.slice(replay.settings.lost ?? 0)),
          },
        ]);
      }
      case "download/awards": {
        const chosen = select(actions, body);
        return order(`PrimeAwardSummariesAndSubawards_${jobs.size}.zip`, [
          { name: "Contracts_PrimeAwardSummaries_1.csv", text: toSummaries(chosen) },
          { name: "Contracts_Subawards_1.csv", text: "prime_award_unique_key,subaward_amount\r\n" },
        ]);
      }
      case "download/status": {
        const name = url.searchParams.get("file_name") ?? "";
        const job = jobs.get(name);
        if (!job) return { error: 404, detail: "no such download" };
        job.asked += 1;
        const { jobs: end = "finished" } = replay.settings;
        const status = job.asked === 1 ? "ready" : job.asked === 2 || end === "never" ? "running" : end;
        const message = status === "failed" ? "psql: server closed the connection" : null;
        return {
          answer: { file_name: name, status, message, total_rows: null, file_url: `/csv_downloads/${name}` },
        };
      }
      default:
        return { error: 404, detail: `no endpoint ${endpoint}` };
    }
  }

  function order(name: string, files: { name: string; text: string }[]) {
    jobs.set(name, { asked: 0, file: writeZip(files) });
    return { answer: { file_name: name, file_url: `/csv_downloads/${name}`, status_url: "" } };
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

interface Filters {
  award_type_codes: string[];
  time_period: { start_date: string; end_date: string }[];
  agencies: { name: string; toptier_name: string }[];
}
interface Body {
  filters: Filters & { prime_award_types: string[]; date_range: { start_date: string; end_date: string } };
  fields: string[];
  sort: string;
  order: "asc" | "desc";
  limit: number;
  page: number;
  group: "fiscal_year" | "month";
  spending_level: string;
}

function select(actions: ReplayAction[], { filters }: { filters: Filters }): ReplayAction[] {
  const { award_type_codes: types, time_period: spans, agencies: scope } = filters;
  return actions.filter(
    ({ date, type = "D", agency = "7012" }) =>
      types.includes(type) &&
      spans.some(({ start_date, end_date }) => date >= start_date && date <= end_date) &&
      scope.some(
        ({ name, toptier_name }) =>
          name === agencies[agency] && toptier_name === "Department of Homeland Security",
      ),
  );
}

/** Fiscal years, or months numbered from October, added up as binary fractions like the API does. */
function sumOverTime(actions: ReplayAction[], group: "fiscal_year" | "month") {
  const sums = new Map<string, number>();
  for (const { date, cents } of actions) {
    const month = ((Number(date.slice(5, 7)) + 2) % 12) + 1;
    const period = `${fiscalYear(date)}${group === "month" ? ` ${month}` : ""}`;
    sums.set(period, (sums.get(period) ?? 0) + cents / 100);
  }
  return [...sums].map(([period, aggregated_amount]) => {
    const [fiscal_year, month] = period.split(" ");
    return { aggregated_amount, time_period: month ? { fiscal_year, month } : { fiscal_year } };
  });
}

const keyOf = ({ piid, agency = "7012" }: ReplayAction) => `CONT_AWD_${piid}_${agency}_-NONE-_-NONE-`;

function fieldsOf(action: ReplayAction): Record<string, unknown> {
  const { piid, modification, date, cents, agency = "7012", type = "D" } = action;
  return {
    "Award ID": piid,
    Mod: modification,
    "Recipient Name": action.recipient ?? "EXAMPLE SERVICES LLC",
    "Recipient UEI": "ABCDEFGHJKL1",
    "Action Date": date,
    "Action Type": modification === "0" ? null : "C",
    "Transaction Amount": cents / 100,
    "Transaction Description": action.description ?? `SERVICES UNDER ${piid}`,
    PSC: { code: "R499", description: "SUPPORT- PROFESSIONAL: OTHER" },
    NAICS: { code: "541611", description: "ADMINISTRATIVE MANAGEMENT CONSULTING SERVICES" },
    "Funding Sub Agency": agencies[agency],
    "Award Type": typeNames[type],
    "Primary Place of Performance": {
      city_name: "WASHINGTON",
      state_code: "DC",
      location_country_code: "USA",
    },
    generated_internal_id: keyOf(action),
    internal_id: 1,
  };
}

const compare = (one: unknown, other: unknown) =>
  typeof one === "number" && typeof other === "number"
    ? one - other
    : String(one) < String(other)
      ? -1
      : Number(String(one) > String(other));

const quoted = (cells: string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;

function toTransactions(actions: ReplayAction[]): string {
  const header =
    "contract_transaction_unique_key,contract_award_unique_key,award_id_piid,modification_number,federal_action_obligation,action_date,awarding_sub_agency_code,awarding_sub_agency_name,recipient_name,recipient_phone_number,award_type_code,transaction_description,product_or_service_code_description,naics_description";
  return `${header}\r\n${actions
    .map((action) => {
      const { piid, modification, date, cents, agency = "7012", type = "D" } = action;
      return quoted([
        `CONT_TX_${agency}_-NONE-_${piid}_${modification}_-NONE-_0`,
        keyOf(action),
        piid,
        modification,
        toDollars(cents),
        date,
        agency,
        agencies[agency] ?? "",
        action.recipient ?? "EXAMPLE SERVICES LLC",
        "2025550100",
        type,
        action.description ?? `SERVICES UNDER ${piid}`,
        "SUPPORT- PROFESSIONAL: OTHER",
        "ADMINISTRATIVE MANAGEMENT CONSULTING SERVICES",
      ]);
    })
    .join("")}`;
}

function toSummaries(actions: ReplayAction[]): string {
  const header = "contract_award_unique_key,award_id_piid,total_obligated_amount,awarding_sub_agency_code";
  const keys = new Map(actions.map((action) => [keyOf(action), action]));
  return `${header}\r\n${[...keys]
    .map(([key, { piid, agency = "7012" }]) => quoted([key, piid, "1.00", agency]))
    .join("")}`;
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const piece of request) text += piece;
  return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Numbers from 0 to below 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
