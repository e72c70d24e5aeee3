import { afterEach, beforeEach, expect, it } from "vitest";
import { actionFilters, bulkOrder, contractTypes, searchFields, searchOrder } from "@/lib/usaspending/plan";
import { type Replay, type ReplayAction, startReplay } from "@/lib/usaspending/testing/replay";

// The replay server has to refuse what the API refuses; else the tests of the refresh prove little.

const agency = {
  code: "7012",
  name: "ICE",
  apiName: "U.S. Immigration and Customs Enforcement",
  department: { name: "Department of Homeland Security", id: 63, code: "070" },
};
const span = { from: "2025-10-01", to: "2026-09-30" };
const filters = actionFilters(agency, span, contractTypes);
const [period] = filters.time_period;
const [scope] = filters.agencies;
const bulk = bulkOrder({ agency, fiscal_year: 2026 });
const page = { filters, fields: searchFields, sort: "Mod", order: "asc", page: 1, limit: 100 };

let replay: Replay;
let now = 0;
beforeEach(async () => {
  const action: ReplayAction = {
    piid: "70CDCR26C00000001",
    modification: "0",
    date: "2026-01-15",
    cents: 100,
  };
  replay = await startReplay({ actions: [action], now: () => now });
});
afterEach(() => replay.close());

async function ask(path: string, body?: unknown) {
  const response = await fetch(new URL(`/api/v2/${path}`, replay.base), {
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: await response.json() };
}
const counting = (patch: object) => ({ filters: { ...filters, ...patch } });
const [count, search] = ["search/spending_by_transaction_count/", "search/spending_by_transaction/"];

it.each<[string, string, unknown, number]>([
  ["no filters", count, {}, 422],
  ["a key that is not known", count, { filters, agencies: [] }, 400],
  ["an unknown filter", count, counting({ agency: "ICE" }), 400],
  ["an unknown key of an agency", count, counting({ agencies: [{ ...scope, code: 1 }] }), 400],
  ["an unknown tier", count, counting({ agencies: [{ ...scope, tier: "sub" }] }), 400],
  ["an unknown award type", count, counting({ award_type_codes: ["E"] }), 400],
  ["no award type", count, counting({ award_type_codes: [] }), 422],
  ["one type instead of a list", count, counting({ award_type_codes: "A" }), 400],
  [
    "a day that does not exist",
    count,
    counting({ time_period: [{ ...period, end_date: "2026-9-30" }] }),
    400,
  ],
  [
    "a day before Oct. 1, 2007",
    count,
    counting({ time_period: [{ ...period, start_date: "2007-09-30" }] }),
    422,
  ],
  ["an order by a field that is not requested", search, { ...page, fields: ["Award ID"] }, 400],
  ["a field that is not known", search, { ...page, fields: ["Mod", "Transaction Key"] }, 400],
  ["a page of more than 100", search, { ...page, limit: 101 }, 422],
  ["rows behind the first 50,000", search, { ...page, page: 501 }, 422],
  [
    "more than 366 days in bulk",
    "bulk_download/awards/",
    {
      ...bulk,
      filters: { ...bulk.filters, date_range: { start_date: "2024-10-01", end_date: "2026-09-30" } },
    },
    400,
  ],
  [
    "a level that is not known",
    "download/search/",
    { ...searchOrder({ agency, fiscal_year: 2026 }), spending_level: ["actions"] },
    400,
  ],
  ["a path without its last slash", "search/spending_by_transaction_count", { filters }, 404],
])("refuses %s", async (_, path, body, status) => {
  const { status: answered, answer } = await ask(path, body);
  expect([answered, typeof answer.detail]).toEqual([status, "string"]);
});

it("finds nothing under a name that is not the API's to the letter", async () => {
  const named = (name: string) => ({ filters: { ...filters, agencies: [{ ...scope, name }] } });
  expect((await ask(count, named(agency.apiName))).answer.results.contracts).toBe(1);
  expect((await ask(count, named(agency.apiName.toUpperCase()))).answer.results.contracts).toBe(0);
});

it("repeats its answer to a request, whatever the order of its lists, and answers another variant anew", async () => {
  await ask(count, { filters });
  replay.settings.actions = [];
  expect((await ask(count, { filters })).answer.results.contracts).toBe(1);
  const reversed = { ...filters, award_type_codes: [...filters.award_type_codes].reverse() };
  expect((await ask(count, { filters: reversed })).answer.results.contracts).toBe(1);
  const variant = actionFilters(agency, span, contractTypes, 1);
  expect((await ask(count, { filters: variant })).answer.results.contracts).toBe(0);
});

it("does not know a job for its first seconds, names it queued and running, and gives one file for one order", async () => {
  const { answer: ordered } = await ask("bulk_download/awards/", bulk);
  const states: string[] = [];
  for (let seconds = 0; seconds <= 45; seconds += 15) {
    const { status, answer } = await ask(`download/status/?file_name=${ordered.file_name}`);
    states.push(status === 404 ? "404" : answer.status);
    now += 15_000;
  }
  expect(states).toEqual(["404", "queued", "running", "finished"]);
  expect((await ask("bulk_download/awards/", bulk)).answer.file_name).toBe(ordered.file_name);
  replay.settings.lastUpdated = "08/22/2026";
  expect((await ask("bulk_download/awards/", bulk)).answer.file_name).not.toBe(ordered.file_name);
});
