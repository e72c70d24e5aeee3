import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Fetched, type FetchSettings, fetchScope, settle } from "@/lib/usaspending/fetch";
import type { Clock } from "@/lib/usaspending/request";
import {
  type Call,
  type Fault,
  type Replay,
  type ReplayAction,
  type ReplaySettings,
  startReplay,
} from "@/lib/usaspending/testing/replay";
import { readZip } from "@/lib/usaspending/testing/zip";

const ice = {
  code: "7012",
  name: "U.S. Immigration and Customs Enforcement",
  toptier: "Department of Homeland Security",
};

/** FY2026: 4 actions of ICE that obligate 1,050.10, 2 of them in October; FY2025: 1 of 20.00. */
const few: ReplayAction[] = [
  { piid: "70CDCR26C00000001", modification: "0", date: "2025-10-01", cents: 100_000 },
  { piid: "70CDCR26C00000001", modification: "P00001", date: "2025-10-31", cents: -5_000 },
  { piid: "70CTD026P00000002", modification: "0", date: "2026-01-15", cents: 10, type: "B" },
  { piid: "70CTD026FR0000003", modification: "0", date: "2026-09-30", cents: 10_000, type: "C" },
  { piid: "70CDCR25C00000009", modification: "0", date: "2025-09-30", cents: 2_000 },
  { piid: "70B03C26C00000004", modification: "0", date: "2026-01-15", cents: 777, agency: "7014" },
];

/** Actions that share a date and an award, so that sorting by anything leaves ties. */
const many = (count: number, date: (index: number) => string, type?: "C"): ReplayAction[] =>
  Array.from({ length: count }, (_, index) => ({
    piid: `70CDCR26FR${String(Math.floor(index / 9)).padStart(7, "0")}`,
    modification: `P${String(index % 9).padStart(5, "0")}`,
    date: date(index),
    cents: index % 3 === 0 ? 0 : 101 * index,
    ...(type ? { type } : {}),
  }));
/** 320 actions, one or two a day from October. */
const spread = many(320, (index) =>
  new Date(Date.UTC(2025, 9, 1 + Math.floor(index / 2))).toISOString().slice(0, 10),
);

let folder: string;
let replay: Replay | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fetch-"));
});
afterEach(async () => {
  await replay?.close();
  replay = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** A clock that stands still but for the pauses, which pass at once. */
function fakeClock(): Clock & { slept: number[] } {
  let now = Date.UTC(2026, 7, 22, 16);
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

async function serve(settings: ReplaySettings, clock = fakeClock()) {
  await replay?.close();
  replay = await startReplay({ ...settings, now: clock.now });
  return clock;
}

function run(
  change: Partial<Omit<FetchSettings, "scope">> & { years?: [number, number]; fullWidth?: boolean } = {},
): Promise<Fetched> {
  const { years = [2026, 2026], fullWidth = false, ...settings } = change;
  return fetchScope({
    scope: { agencies: [ice], years, fullWidth },
    base: (replay as Replay).base,
    folder,
    force: false,
    openMembers: readZip,
    clock: fakeClock(),
    signal: new AbortController().signal,
    timeout: 2_000,
    random: () => 0.5,
    onLine: () => {},
    ...settings,
  });
}

/** The actions of what was fetched, as texts that can be compared with the server's. */
async function contents({ files }: Fetched): Promise<string[]> {
  const rows: string[] = [];
  for (const { path } of files) {
    const members = path.endsWith(".zip") ? readZip(path) : [{ bytes: [await readFile(path)] }];
    for await (const { bytes } of members) {
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) pieces.push(piece);
      const { data } = Papa.parse<Record<string, string>>(Buffer.concat(pieces).toString(), {
        header: true,
        skipEmptyLines: true,
      });
      for (const row of data)
        rows.push(
          [row.award_id_piid, row.modification_number, row.action_date, row.federal_action_obligation].join(
            " ",
          ),
        );
    }
  }
  return rows.sort();
}
const asTexts = (actions: ReplayAction[]) =>
  actions
    .map(
      ({ piid, modification, date, cents }) => `${piid} ${modification} ${date} ${(cents / 100).toFixed(2)}`,
    )
    .sort();

const first =
  (endpoint: string, fault: Fault, through = 1) =>
  (call: Call): Fault | undefined =>
    call.endpoint === endpoint && call.number <= through ? fault : undefined;

describe("a fetch", () => {
  it("takes the bulk download of each fiscal year, of the agency alone, and proves it", async () => {
    await serve({ actions: few });
    const fetched = await run({ years: [2025, 2026] });
    expect(fetched.problems).toEqual([]);
    expect(fetched.years).toMatchObject([
      { agency: "7012", fiscal_year: 2025, method: "download", rows: 1, net: 2_000, difference: 0 },
      { agency: "7012", fiscal_year: 2026, method: "download", rows: 4, net: 105_010, difference: 0 },
    ]);
    expect(fetched.files).toMatchObject([
      { retrieved: "2026-08-22", covers: [{ agency: "7012", fiscal_year: 2025 }], proven: true },
      { retrieved: "2026-08-22", covers: [{ agency: "7012", fiscal_year: 2026 }], proven: true },
    ]);
    expect(await contents(fetched)).toEqual(asTexts(few.slice(0, 5)));
  });

  it.each<[string, Partial<ReplaySettings>, RegExp]>([
    ["fails after it was accepted", { jobs: "failed" }, /failed \(psql: server closed the connection\)/],
    ["has fewer rows than are counted", { lost: 2 }, /has 322 rows where the API counts 324/],
    ["is never finished", { jobs: "never" }, /not finished after 45 minutes/],
    [
      "comes damaged twice",
      { fault: ({ endpoint }) => (endpoint === "file" ? { cut: true } : undefined) },
      /archive cannot be read/,
    ],
    ["is not accepted", { fault: first("bulk_download/awards", { status: 503 }, 9) }, /answers 503, 4 times/],
    ["is refused", { fault: first("bulk_download/awards", { status: 400 }) }, /refuses the request with 400/],
  ])("searches instead where the download %s", async (_, settings, because) => {
    await serve({ actions: [...few, ...spread], ...settings });
    const fetched = await run();
    expect(fetched.problems).toEqual([]);
    expect(fetched.years).toMatchObject([
      { method: "search", rows: 324, because: expect.stringMatching(because) },
    ]);
    expect(await contents(fetched)).toEqual(asTexts([...few.slice(0, 4), ...spread]));
  });

  it("fetches an archive once more that came damaged", async () => {
    await serve({ actions: few, fault: first("file", { cut: true }) });
    expect((await run()).years).toMatchObject([{ method: "download", rows: 4 }]);
  });

  it("never asks for two pages of days that fit in one, nor for days without rows", async () => {
    await serve({ actions: spread, jobs: "failed" });
    await run();
    const pages = (replay as Replay).of("search/spending_by_transaction");
    expect(pages.every(({ body }) => body.page === 1)).toBe(true);
    // 320 rows over 160 days of one year: halves of 365, 183, 92 and 46 days.
    expect(pages.length).toBeLessThan(9);
    const hasRows = ({ body }: Call) => {
      const [span] = (body.filters as { time_period: { start_date: string; end_date: string }[] })
        .time_period;
      return spread.some(({ date }) => span && date >= span.start_date && date <= span.end_date);
    };
    expect(pages.every(hasRows)).toBe(true);
  });

  it("gives every row of a day with 250 once, though ties move between pages", async () => {
    const busy = many(250, () => "2026-09-30", "C");
    await serve({ actions: [...few, ...busy], jobs: "failed" });
    const fetched = await run();
    expect(fetched.problems).toEqual([]);
    expect(await contents(fetched)).toEqual(asTexts([...few.slice(0, 4), ...busy]));
  });

  it("does not publish a day whose pages do not give what is counted", async () => {
    const twin = many(1, () => "2026-09-30", "C");
    await serve({ actions: [...many(150, () => "2026-09-30", "C"), ...twin], jobs: "failed" });
    const fetched = await run();
    expect(fetched.files).toEqual([]);
    expect(fetched.problems).toEqual([
      expect.stringMatching(/FY2026: The API counts 151 actions of type C on 30 September 2026; .* give 150/),
    ]);
  });
});

describe("what goes wrong for a moment", () => {
  it.each<[string, (call: Call) => Fault | undefined]>([
    ["503", first("search/spending_by_transaction_count", { status: 503 }, 3)],
    ["503 with Retry-After", first("awards/last_updated", { status: 503, retryAfter: "20" })],
    ["429", first("search/spending_over_time", { status: 429, retryAfter: "1" }, 2)],
    ["truncated JSON", first("search/spending_over_time", { truncated: true })],
    ["a web page", first("search/spending_by_transaction", { page: true }, 3)],
    ["a slow answer", first("search/spending_by_transaction", { slow: 500 })],
    [
      "a wrong count of the year",
      first("search/spending_by_transaction_count", { change: () => ({ results: { contracts: 7 } }) }),
    ],
    [
      "a wrong count of some days",
      (call) =>
        call.endpoint === "search/spending_by_transaction_count" && call.number === 2
          ? { change: () => ({ results: { contracts: 5 } }) }
          : undefined,
    ],
    [
      "a page that lacks a row",
      first("search/spending_by_transaction", {
        change: (answer: { results: unknown[] }) => ({ ...answer, results: answer.results.slice(1) }),
      }),
    ],
  ])("%s ends in the whole result all the same", async (_, fault) => {
    await serve({ actions: [...few, ...spread], fault, jobs: "failed" });
    const fetched = await run({ timeout: 200 });
    expect(fetched.problems).toEqual([]);
    expect(await contents(fetched)).toEqual(asTexts([...few.slice(0, 4), ...spread]));
  });

  it("reads numbers that come as text", async () => {
    const asText = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (_, inner) => (typeof inner === "number" ? String(inner) : inner));
    await serve({ actions: few, jobs: "failed", fault: () => ({ change: asText }) });
    const fetched = await run();
    expect(fetched.problems).toEqual([]);
    expect(fetched.years).toMatchObject([{ rows: 4, net: 105_010 }]);
  });
});

describe("what stays wrong", () => {
  it.each<[string, (call: Call) => Fault | undefined, RegExp]>([
    [
      "503",
      first("awards/last_updated", { status: 503 }, 9),
      /^awards\/last_updated answers 503, 4 times in a row/,
    ],
    ["a web page", () => ({ page: true }), /^awards\/last_updated answers with a web page, 4 times/],
    ["no answer in time", () => ({ slow: 300 }), /^awards\/last_updated gives no answer in time, 4 times/],
    [
      "a long pause that is asked for",
      () => ({ status: 429, retryAfter: "3600" }),
      /asks for a pause of 60 minutes/,
    ],
    [
      "a refusal",
      first("search/spending_by_transaction_count", { status: 422, detail: "Invalid value in filters" }),
      /^search\/spending_by_transaction_count refuses the request with 422 \(Invalid value in filters\)/,
    ],
    [
      "an answer of another form",
      first("search/spending_over_time", { change: () => ({ results: [{ aggregated_amount: "much" }] }) }),
      /^search\/spending_over_time answers in a form that is not known here \(results\.0\.time_period: /,
    ],
  ])("%s ends in one sentence", async (name, fault, sentence) => {
    await serve({ actions: few, fault });
    // A short timeout only where there is no answer: a busy machine may take longer over the others.
    const options = name === "no answer in time" ? { timeout: 50 } : {};
    await expect(run(options)).rejects.toThrow(sentence);
  });

  it("asks four times at most, and once where the request itself is refused", async () => {
    await serve({ actions: few, fault: first("awards/last_updated", { status: 503 }, 9) });
    await expect(run()).rejects.toThrow();
    expect((replay as Replay).calls).toHaveLength(4);
    await serve({ actions: few, fault: first("awards/last_updated", { status: 404 }) });
    await expect(run()).rejects.toThrow();
    expect((replay as Replay).calls).toHaveLength(1);
  });

  it("names every sum that does not agree and gives nothing to publish", async () => {
    await serve({
      actions: few,
      fault: ({ endpoint }) =>
        endpoint === "search/spending_over_time"
          ? {
              change: (answer: { results: { aggregated_amount: number }[] }) => ({
                results: answer.results.map((result, index) =>
                  index === 0 ? { ...result, aggregated_amount: result.aggregated_amount + 1 } : result,
                ),
              }),
            }
          : undefined,
    });
    const fetched = await run();
    expect(fetched.files).toEqual([]);
    expect(fetched.problems).toEqual([
      "U.S. Immigration and Customs Enforcement FY2026: the rows obligate $1,050.10, and the API adds up $1,051.10 (−$1.00 between them).",
      "U.S. Immigration and Customs Enforcement FY2026, October 2025: the rows obligate $950.00, and the API adds up $951.00 (−$1.00 between them).",
    ]);
  });

  it("does not publish what is counted but not given", async () => {
    await serve({
      actions: few,
      fault: ({ endpoint }) =>
        endpoint === "search/spending_by_transaction_count"
          ? {
              change: ({ results }: { results: { contracts: number } }) => ({
                results: { contracts: results.contracts + 1 },
              }),
            }
          : undefined,
    });
    const fetched = await run();
    expect(fetched.files).toEqual([]);
    expect(fetched.problems).toEqual([
      "U.S. Immigration and Customs Enforcement FY2026: The API counts 5 actions from 2025-10-01 to 2026-09-30 and gives 4.",
    ]);
  });

  it("refuses a scope without any action", async () => {
    await serve({ actions: [] });
    expect((await run()).problems).toEqual(["The API counts no contract action in what was asked for."]);
  });

  it("refuses what was updated meanwhile", async () => {
    await serve({
      actions: few,
      fault: (call) =>
        call.endpoint === "awards/last_updated" && call.number === 2
          ? { change: () => ({ last_updated: "08/22/2026" }) }
          : undefined,
    });
    expect((await run()).problems).toEqual([
      "The API's records were updated while they were fetched (08/21/2026, then 08/22/2026); fetch again.",
    ]);
  });
});

describe("manners", () => {
  it("begins at most two requests in a second", async () => {
    const clock = await serve({ actions: spread, jobs: "failed" });
    await run({ clock });
    const times = (replay as Replay).calls.map(({ at }) => at);
    expect(times.length).toBeGreaterThan(10);
    for (const [index, at] of times.entries())
      if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(500);
  });

  it("waits longer from try to try, and as long as it is asked to", async () => {
    const clock = await serve({ actions: few, fault: first("awards/last_updated", { status: 503 }, 9) });
    await expect(run({ clock })).rejects.toThrow();
    expect(clock.slept).toEqual([2_000, 4_000, 8_000]);
    const patient = await serve({
      actions: few,
      fault: first("awards/last_updated", { status: 503, retryAfter: "20" }),
    });
    await run({ clock: patient });
    expect(patient.slept[0]).toBe(20_000);
  });
});

describe("over time", () => {
  const scope = { agencies: [ice], years: [2026, 2026] as [number, number], fullWidth: false };

  it("stops after one request when nothing is newer than what was published, unless forced", async () => {
    await serve({ actions: few });
    await settle(folder, scope, await run());
    (replay as Replay).calls.length = 0;
    expect(await run()).toMatchObject({ unchanged: true, requests: 1, files: [] });
    expect(await run({ force: true })).toMatchObject({ unchanged: false });
    (replay as Replay).settings.lastUpdated = "08/22/2026";
    expect(await run()).toMatchObject({ unchanged: false });
  });

  it("does not take a fetch for published that was not", async () => {
    await serve({ actions: few });
    await run();
    expect(await run()).toMatchObject({ unchanged: false, problems: [] });
  });

  it("asks after a stop only for what is missing", async () => {
    const stop = new AbortController();
    await serve({ actions: [...few, ...spread], jobs: "failed" });
    (replay as Replay).settings.fault = (call) => {
      if (call.endpoint === "search/spending_by_transaction" && call.number === 3)
        stop.abort(new Error("Stopped"));
      return undefined;
    };
    await expect(run({ signal: stop.signal })).rejects.toThrow("Stopped");
    const before = (replay as Replay).calls.map(
      ({ endpoint, body }) => `${endpoint} ${JSON.stringify(body)}`,
    );
    (replay as Replay).settings.fault = () => undefined;
    (replay as Replay).calls.length = 0;
    const fetched = await run();
    expect(fetched.problems).toEqual([]);
    expect(await contents(fetched)).toEqual(asTexts([...few.slice(0, 4), ...spread]));
    const after = (replay as Replay).calls.map(({ endpoint, body }) => `${endpoint} ${JSON.stringify(body)}`);
    const again = after.filter((call) => before.includes(call) && !call.startsWith("awards/last_updated"));
    // The one answer that was under way when it was stopped.
    expect(again).toEqual([before.at(-1)]);
  });

  it("goes on waiting for the download that was ordered before a stop", async () => {
    const stop = new AbortController();
    await serve({ actions: few });
    (replay as Replay).settings.fault = ({ endpoint }) => {
      if (endpoint === "download/status") stop.abort(new Error("Stopped"));
      return undefined;
    };
    await expect(run({ signal: stop.signal })).rejects.toThrow("Stopped");
    (replay as Replay).settings.fault = () => undefined;
    expect(await run()).toMatchObject({ problems: [], years: [{ method: "download", rows: 4 }] });
    expect((replay as Replay).of("bulk_download/awards")).toHaveLength(1);
  });

  it("starts again when the API's records moved since the stop", async () => {
    await serve({ actions: few });
    await run();
    (replay as Replay).settings.lastUpdated = "08/22/2026";
    (replay as Replay).settings.actions = few.slice(0, 3);
    expect(await run()).toMatchObject({ problems: [], years: [{ rows: 3 }] });
  });
});

describe("full width", () => {
  it("brings the award summaries, agreements in the same table and subawards left out", async () => {
    await serve({ actions: few });
    const fetched = await run({ fullWidth: true });
    expect(fetched.problems).toEqual([]);
    const { path, proven } = fetched.files.at(-1) as Fetched["files"][number];
    expect(proven).toBe(false);
    const { data, meta } = Papa.parse<Record<string, string>>(await readFile(path, "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    expect(meta.fields).toContain("total_obligated_amount");
    expect(data.map((row) => row.award_id_piid)).toEqual([
      "70CDCR26C00000001",
      "70CTD026P00000002",
      "70CTD026FR0000003",
    ]);
  });

  it("gives nothing to publish where the summaries fail", async () => {
    await serve({ actions: few, jobs: "failed" });
    const fetched = await run({ fullWidth: true });
    expect(fetched.problems).toEqual([
      expect.stringMatching(
        /^The award summaries of U\.S\. Immigration and Customs Enforcement are missing: /,
      ),
    ]);
  });
});
