import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Fetched,
  type FetchScope,
  type FetchSettings,
  fetchScope,
  markPublished,
} from "@/lib/usaspending/fetch";
import type { Clock } from "@/lib/usaspending/request";
import {
  type Call,
  type Replay,
  type ReplayAction,
  type ReplayFault,
  type ReplaySettings,
  sorted,
  startReplay,
} from "@/lib/usaspending/testing/replay";
import { readZip } from "@/lib/usaspending/testing/zip";

const ice = {
  code: "7012",
  name: "U.S. Immigration and Customs Enforcement",
  apiName: "U.S. Immigration and Customs Enforcement",
  department: { name: "Department of Homeland Security", id: 63, code: "070" },
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
let replay: Replay;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fetch-"));
});
afterEach(async () => {
  await replay.close();
  await rm(folder, { recursive: true, force: true });
});

/** A clock that moves only by pauses, which pass without waiting. */
function fakeClock(): Clock & { slept: number[]; pass(milliseconds: number): void } {
  let now = Date.UTC(2026, 7, 22, 16);
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}
let clock = fakeClock();
const [minutes, hours] = [60_000, 3_600_000];

async function serve(settings: ReplaySettings) {
  await replay?.close();
  clock = fakeClock();
  replay = await startReplay({ ...settings, now: clock.now });
  return replay;
}

type Change = Partial<Omit<FetchSettings, "scope"> & FetchScope>;
const scopeOf = ({ agencies = [ice], years = [2026, 2026], fullWidth = false, history = false }: Change) => ({
  agencies,
  years,
  fullWidth,
  history,
});

function run(change: Change = {}): Promise<Fetched> {
  const { agencies: _, years: __, fullWidth: ___, history: ____, ...settings } = change;
  return fetchScope({
    scope: scopeOf(change),
    base: replay.base,
    userAgent: "ice-contracts/1.0 (+https://contracts.example)",
    folder,
    force: false,
    clock,
    signal: new AbortController().signal,
    timeout: 5_000,
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
  (endpoint: string, fault: ReplayFault, through = 1) =>
  (call: Call): ReplayFault | undefined =>
    call.endpoint === endpoint && call.number <= through ? fault : undefined;
/** Changes every answer of an endpoint. */
const changed = (endpoint: string, change: (answer: never) => unknown) =>
  first(endpoint, { change }, Number.POSITIVE_INFINITY);
/** A page of the search without its first row. */
const withoutRow = (answer: { results: unknown[] }) => ({ ...answer, results: answer.results.slice(1) });

/** A fetch that is published. */
async function publish(change: Change = {}) {
  const fetched = await run(change);
  expect(fetched.problems).toEqual([]);
  await markPublished(folder, scopeOf(change), fetched);
}

/** Everything but the pages of the search fails. */
const searchOnly = { "bulk_download/awards": "failed", "download/search": "failed" } as const;
/** Requests as the API compares them. */
const texts = (calls: Call[]) =>
  calls.map(({ endpoint, body }) => `${endpoint} ${JSON.stringify(sorted(body))}`);

describe("a fetch", () => {
  it("takes the bulk download of each fiscal year, of the agency alone, and proves it", async () => {
    await serve({ actions: few });
    const fetched = await run({ years: [2025, 2026] });
    expect(fetched).toMatchObject({ problems: [], notes: [] });
    expect(fetched.years).toMatchObject([
      { agency: "7012", fiscal_year: 2025, method: "bulk download", rows: 1, net: 2_000, difference: 0 },
      { agency: "7012", fiscal_year: 2026, method: "bulk download", rows: 4, net: 105_010, difference: 0 },
    ]);
    expect(fetched.files).toMatchObject([
      { retrieved: "2026-08-22", proves: [{ agency: "7012", fiscal_year: 2025, actions: 1, net: 2_000 }] },
      { retrieved: "2026-08-22", proves: [{ agency: "7012", fiscal_year: 2026, actions: 4, net: 105_010 }] },
    ]);
    expect(await contents(fetched)).toEqual(asTexts(few.slice(0, 5)));
  });

  it("proves a year without an action with the file of one that has some", async () => {
    await serve({ actions: few });
    const fetched = await run({ years: [2026, 2027] });
    expect(fetched.files.map(({ proves }) => proves)).toEqual([
      [
        { agency: "7012", fiscal_year: 2026, actions: 4, net: 105_010 },
        { agency: "7012", fiscal_year: 2027, actions: 0, net: 0 },
      ],
    ]);
  });

  it("polls a job first after ten seconds, and takes 404 and unknown states for a job at work", async () => {
    await serve({ actions: few });
    const fetched = await run();
    expect(fetched.years).toMatchObject([{ method: "bulk download", because: [] }]);
    const [ordered] = replay.of("bulk_download/awards");
    const polls = replay.of("download/status");
    expect((polls[0]?.at ?? 0) - (ordered?.at ?? 0)).toBe(10_000);
    // 404 at first, then queued, then finished.
    expect(polls.length).toBeGreaterThan(2);
  });

  const unknown = { status: 404, detail: "Download job does not exist." };
  const isUnknown = ({ endpoint }: Call) => (endpoint === "download/status" ? unknown : undefined);

  it("takes a file whose job the API does not know for seven minutes", async () => {
    await serve({ actions: few });
    const started = clock.now();
    replay.settings.fault = (call) => (call.at < started + 7 * minutes ? isUnknown(call) : undefined);
    expect((await run({ years: [2025, 2026] })).years).toMatchObject([
      { method: "bulk download" },
      { method: "bulk download" },
    ]);
    expect(replay.of("bulk_download/awards")).toHaveLength(2);
  });

  it.each<[string, Partial<ReplaySettings>, number, string?]>([
    ["jobs stay unknown", { fault: isUnknown }, 35],
    ["jobs never end", { jobs: "never" }, 35, "nothing in time for another year"],
    [
      "the database lacks a load",
      { database: few.map((action) => ({ ...action, cents: action.cents + 100 })) },
      25,
    ],
  ])(
    "waits once and not for each year where %s, and tries both ways again on the next run",
    async (...row) => {
      const [, settings, most, because = ""] = row;
      await serve({ actions: few, ...settings });
      const started = clock.now();
      const fetched = await run({ years: [2025, 2026] });
      expect(fetched.years).toMatchObject([{ method: "search pages" }, { method: "search pages", rows: 4 }]);
      expect(fetched.years[1]?.because).toEqual(Array(2).fill(expect.stringContaining(because)));
      expect(clock.now() - started).toBeLessThan(most * minutes);
      clock.pass(24 * hours);
      replay.settings = { actions: few, now: clock.now };
      expect((await run({ years: [2025, 2026] })).years).toMatchObject([
        { method: "bulk download" },
        { method: "bulk download" },
      ]);
    },
  );

  it.each<[string, Partial<ReplaySettings>, RegExp]>([
    ["fails after it was accepted", { jobs: { "bulk_download/awards": "failed" } }, /failed \(psql: server/],
    ["has fewer rows than are counted", { lost: 2 }, /322 rows came, and the API counts 324/],
    ["is never finished", { jobs: { "bulk_download/awards": "never" } }, /not finished after 15 minutes/],
    [
      "comes damaged twice",
      { fault: (call) => (call.endpoint === "file" && call.number <= 2 ? { cut: true } : undefined) },
      /archive cannot be read/,
    ],
    [
      "is not accepted",
      { fault: first("bulk_download/awards", { status: 503 }, 24) },
      /answers 503, 8 times/,
    ],
    ["is refused", { fault: first("bulk_download/awards", { status: 400 }) }, /refuses the request with 400/],
  ])("downloads what the search finds where the bulk download %s", async (_, settings, because) => {
    await serve({ actions: [...few, ...spread], ...settings });
    const fetched = await run();
    expect(fetched).toMatchObject({ problems: [], notes: [] });
    expect(fetched.years).toMatchObject([
      { method: "search download", rows: 324, because: [expect.stringMatching(because)] },
    ]);
    expect(await contents(fetched)).toEqual(asTexts([...few.slice(0, 4), ...spread]));
  });

  it("orders once more after 15 minutes where the database is behind the index, and takes all columns then", async () => {
    const [one, ...others] = few as [ReplayAction, ...ReplayAction[]];
    await serve({ actions: few, database: [{ ...one, cents: one.cents - 1_000 }, ...others] });
    const { settings } = replay;
    const started = clock.now();
    settings.fault = ({ at }) => {
      if (at >= started + 10 * minutes) delete settings.database;
      return undefined;
    };
    const fetched = await run();
    expect(fetched).toMatchObject({ problems: [], notes: [] });
    expect(fetched.years).toMatchObject([{ method: "bulk download", because: [], net: 105_010 }]);
    expect(replay.of("bulk_download/awards")).toHaveLength(2);
  });

  it("searches where the database is a load behind the index, and says what is missing", async () => {
    const [one, ...others] = few as [ReplayAction, ...ReplayAction[]];
    await serve({ actions: few, database: [{ ...one, cents: one.cents - 1_000 }, ...others] });
    const fetched = await run();
    expect(fetched.problems).toEqual([]);
    expect(fetched.years).toMatchObject([{ method: "search pages", rows: 4, net: 105_010 }]);
    expect(fetched.years[0]?.because).toEqual([
      expect.stringMatching(
        /the rows obligate \$1,040\.10, and the API adds up \$1,050\.10 .*between them\)\)\.$/,
      ),
      expect.stringMatching(
        /the rows obligate \$1,040\.10, and the API adds up \$1,050\.10 .*between them\)\)\.$/,
      ),
    ]);
    expect(fetched.notes).toEqual([
      "U.S. Immigration and Customs Enforcement FY2026: only the search had the actions, without transaction keys, offices, values, end dates and competition; actions that had them before keep them, unless another of the same contract has the same modification number, and the next fetch tries for all columns again.",
    ]);
  });

  it("fetches an archive once more that came damaged", async () => {
    await serve({ actions: few, fault: first("file", { cut: true }) });
    expect((await run()).years).toMatchObject([{ method: "bulk download", rows: 4 }]);
  });

  it("never requests two pages of days that fit in one, nor the rows of days without any", async () => {
    await serve({ actions: spread, jobs: searchOnly });
    await run();
    const pages = replay.of("search/spending_by_transaction");
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
    await serve({ actions: [...few, ...busy], jobs: searchOnly });
    const fetched = await run();
    expect(fetched.problems).toEqual([]);
    expect(await contents(fetched)).toEqual(asTexts([...few.slice(0, 4), ...busy]));
  });

  it("does not publish a day whose pages do not give what is counted", async () => {
    const twin = { ...many(1, () => "2026-09-30", "C")[0], transaction: 1 } as ReplayAction;
    await serve({ actions: [...many(150, () => "2026-09-30", "C"), twin], jobs: searchOnly });
    const fetched = await run();
    expect(fetched.files).toEqual([]);
    expect(fetched.problems).toEqual([
      expect.stringMatching(/FY2026: The API counts 151 actions of type C on Sept\. 30, 2026; .* give 150/),
    ]);
  });
});

describe("what goes wrong for a moment", () => {
  it.each<[string, (call: Call) => ReplayFault | undefined]>([
    ["503 for four minutes", first("search/spending_by_transaction_count", { status: 503 }, 7)],
    ["503 with Retry-After", first("awards/last_updated", { status: 503, retryAfter: "20" })],
    ["429", first("search/spending_over_time", { status: 429, retryAfter: "1" }, 2)],
    ["the page of a firewall", (call) => (call.at < blockedUntil ? { page: 403 } : undefined)],
    ["truncated JSON", first("search/spending_over_time", { truncated: true })],
    ["a web page", first("search/spending_by_transaction", { page: 200 }, 3)],
    [
      "a wrong count of the year, which is then kept",
      first("search/spending_by_transaction_count", { change: () => ({ results: { contracts: 7 } }) }),
    ],
    [
      "a wrong count of some days, which is then kept",
      (call) =>
        call.endpoint === "search/spending_by_transaction_count" && call.number === 2
          ? { change: () => ({ results: { contracts: 5 } }) }
          : undefined,
    ],
    [
      "a page that lacks a row, and is then kept so",
      first("search/spending_by_transaction", { change: withoutRow }),
    ],
  ])("%s ends in the whole result all the same", async (_, fault) => {
    await serve({ actions: [...few, ...spread], fault, jobs: searchOnly });
    const fetched = await run();
    expect(fetched.problems).toEqual([]);
    expect(await contents(fetched)).toEqual(asTexts([...few.slice(0, 4), ...spread]));
  });
  const blockedUntil = Date.UTC(2026, 7, 22, 16, 3);

  it("waits for a slow answer, and requests it again after the timeout", async () => {
    await serve({ actions: few, fault: first("awards/last_updated", { slow: 300 }) });
    expect(await run({ timeout: 200 })).toMatchObject({ problems: [] });
    expect(replay.of("awards/last_updated")).toHaveLength(3);
  });

  it("reads numbers that come as text", async () => {
    const asText = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (_, inner) => (typeof inner === "number" ? String(inner) : inner));
    await serve({ actions: few, jobs: searchOnly, fault: () => ({ change: asText }) });
    const fetched = await run();
    expect(fetched.problems).toEqual([]);
    expect(fetched.years).toMatchObject([{ rows: 4, net: 105_010 }]);
  });

  it("takes a download that agrees with figures of now, where the API has kept those of before an update", async () => {
    const { settings, calls } = await serve({ actions: few.slice(1) });
    await publish();
    settings.actions = few;
    settings.lastUpdated = "08/22/2026";
    // So that the first requests are those of the run before, word for word.
    await rm(join(folder, "variant.json"));
    calls.length = 0;
    expect((await run({ force: true })).years).toMatchObject([
      { method: "bulk download", rows: 4, net: 105_010 },
    ]);
  });

  it("never repeats a request of the search word for word within a run", async () => {
    await serve({
      actions: [...few, ...spread],
      jobs: searchOnly,
      fault: first("search/spending_by_transaction", { change: withoutRow }, 3),
    });
    expect((await run()).problems).toEqual([]);
    const requests = texts(replay.calls).filter((text) => text.startsWith("search/"));
    expect(new Set(requests).size).toBe(requests.length);
  });
});

describe("what stays wrong", () => {
  it.each<[string, (call: Call) => ReplayFault | undefined, RegExp]>([
    [
      "503",
      first("awards/last_updated", { status: 503 }, 24),
      /^awards\/last_updated answers 503, 8 times in a row$/,
    ],
    ["a firewall", () => ({ page: 403 }), /^awards\/last_updated is blocked with 403, 8 times in a row/],
    ["a web page", () => ({ page: 200 }), /^awards\/last_updated answers with a web page, 8 times/],
    ["no answer in time", () => ({ slow: 300 }), /^awards\/last_updated gives no answer in time, 8 times/],
    ["a long pause", () => ({ status: 429, retryAfter: "3600" }), /asks for a pause of 60 minutes$/],
    [
      "a pause of 15 minutes, once more",
      () => ({ status: 503, retryAfter: "900" }),
      /answers 503 and asks for a pause of 15 minutes$/,
    ],
    [
      "a refusal",
      first("search/spending_by_transaction_count", { status: 422, detail: "Invalid value in filters" }),
      /^search\/spending_by_transaction_count refuses the request with 422 \(Invalid value in filters\)$/,
    ],
    [
      "an answer of another form",
      first("search/spending_over_time", { change: () => ({ results: [{ aggregated_amount: "much" }] }) }),
      /^search\/spending_over_time gives an answer that this program cannot read \(results\.0\.time_period: /,
    ],
  ])("%s ends in one sentence", async (name, fault, sentence) => {
    await serve({ actions: few, fault });
    // A short timeout only where there is no answer: a busy machine may take longer over the others.
    const options = name === "no answer in time" ? { timeout: 50 } : {};
    await expect(run(options)).rejects.toThrow(sentence);
  });

  it("tries eight times within five minutes, thrice in a run, and once where the API itself refuses", async () => {
    await serve({ actions: few, fault: first("awards/last_updated", { status: 503 }, 24) });
    const started = clock.now();
    await expect(run({ random: () => 0.999 })).rejects.toThrow();
    const { calls } = replay;
    expect(calls).toHaveLength(24);
    expect((calls[7]?.at ?? 0) - started).toBeLessThan(5 * minutes);
    expect((calls[8]?.at ?? 0) - (calls[7]?.at ?? 0)).toBe(10 * minutes);
    expect(clock.now() - started).toBeLessThan(35 * minutes);
    await serve({ actions: few, fault: first("awards/last_updated", { status: 404 }) });
    await expect(run()).rejects.toThrow();
    expect(replay.calls).toHaveLength(1);
  });

  it("names every sum that does not agree and gives nothing to publish", async () => {
    await serve({
      actions: few,
      fault: changed(
        "search/spending_over_time",
        ({ results: [one, ...others] }: { results: { aggregated_amount: number }[] }) => ({
          results: [{ ...one, aggregated_amount: (one?.aggregated_amount ?? 0) + 1 }, ...others],
        }),
      ),
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
      fault: changed(
        "search/spending_by_transaction_count",
        ({ results }: { results: { contracts: number } }) => ({
          results: { contracts: results.contracts + 1 },
        }),
      ),
    });
    const fetched = await run();
    expect(fetched.files).toEqual([]);
    expect(fetched.problems).toEqual([
      "U.S. Immigration and Customs Enforcement FY2026: The API counts 5 actions from 2025-10-01 to 2026-09-30 and gives 4.",
    ]);
  });

  it("refuses a scope without any action, and says that the API may not know the agency's name", async () => {
    await serve({ actions: [] });
    expect(await run()).toMatchObject({
      problems: ["The API counts no contract action in these years; check --agency, --from and --to."],
      notes: [
        "U.S. Immigration and Customs Enforcement: the API counts no action in any of these years; it may not know the name U.S. Immigration and Customs Enforcement, which stands under usaspending in data/agencies.csv.",
      ],
    });
  });

  it("finds an agency by the name that the API has for it", async () => {
    const opo = {
      ...ice,
      code: "7001",
      name: "DHS Office of Procurement Operations",
      apiName: "Office of Procurement Operations",
    };
    await serve({ actions: few.map((action) => ({ ...action, agency: "7001" })) });
    expect(await run({ agencies: [opo] })).toMatchObject({ problems: [], years: [{ rows: 5 }] });
    expect(
      (await run({ agencies: [{ ...opo, apiName: opo.name }], folder: join(folder, "other") })).problems,
    ).toHaveLength(1);
  });

  it("starts again when the records are updated meanwhile, and gives up the second time", async () => {
    await serve({ actions: few });
    replay.settings.fault = ({ endpoint }) => {
      if (endpoint === "bulk_download/awards") replay.settings.lastUpdated = "08/22/2026";
      return undefined;
    };
    expect(await run()).toMatchObject({ last_updated: "08/22/2026", problems: [], years: [{ rows: 4 }] });
    await serve({
      actions: few,
      fault: ({ endpoint, number }) =>
        endpoint === "awards/last_updated"
          ? { change: () => ({ last_updated: `08/2${number}/2026` }) }
          : undefined,
    });
    expect((await run()).problems).toEqual([
      "The API's records were updated twice while they were fetched (08/23/2026, then 08/24/2026); run the command again later.",
    ]);
  });
});

describe("a load that the day of the last update does not show", () => {
  const [corrected, ...others] = few as [ReplayAction, ...ReplayAction[]];
  const after = [{ ...corrected, cents: corrected.cents + 500 }, ...others];
  /** The records become others when the last year has been read. */
  const loadAfter = async (...loads: ReplayAction[][]) => {
    await serve({ actions: few });
    const { settings } = replay;
    let files = 0;
    settings.fault = ({ endpoint }) => {
      if (endpoint === "file" && ++files % 2 === 0) settings.actions = loads.shift() ?? settings.actions;
      return undefined;
    };
  };

  it("is seen in the figures at the end, and the run starts again", async () => {
    await loadAfter(after);
    const lines: string[] = [];
    const fetched = await run({ years: [2025, 2026], onLine: (line) => void lines.push(line) });
    expect(fetched).toMatchObject({ problems: [], notes: [], years: [{ rows: 1 }, { net: 105_510 }] });
    expect(await contents(fetched)).toEqual(asTexts(after.slice(0, 5)));
    expect(lines).toContain(
      "The API's figures of U.S. Immigration and Customs Enforcement FY2026 changed while its actions were fetched; starting again",
    );
  });

  it("publishes nothing when it comes a second time", async () => {
    await loadAfter(after, few);
    expect(await run({ years: [2025, 2026] })).toMatchObject({
      files: [],
      problems: [
        "The API's figures of U.S. Immigration and Customs Enforcement FY2026 changed twice while its actions were fetched; run the command again later.",
      ],
    });
  });
});

describe("a year that does not agree", () => {
  it("is not published, the others are, and the next run fetches all years again", async () => {
    await serve({
      actions: few,
      fault: ({ endpoint, body }) =>
        endpoint === "search/spending_by_transaction_count" && JSON.stringify(body).includes("2025-09-30")
          ? { change: () => ({ results: { contracts: 7 } }) }
          : undefined,
    });
    const years: [number, number] = [2025, 2026];
    const fetched = await run({ years });
    expect(fetched.problems).toEqual([expect.stringMatching(/^U\.S\. Immigration .* FY2025: /)]);
    expect(fetched.years).toMatchObject([{ fiscal_year: 2026, rows: 4 }]);
    expect(fetched.files.map(({ proves }) => proves)).toEqual([
      [{ agency: "7012", fiscal_year: 2026, actions: 4, net: 105_010 }],
    ]);
    await markPublished(folder, scopeOf({ years }), fetched);
    clock.pass(24 * hours);
    replay.settings.fault = () => undefined;
    expect(await run({ years })).toMatchObject({ unchanged: false, problems: [], files: { length: 2 } });
  });
});

describe("manners", () => {
  it("begins at most one request in a second, and says who sends it", async () => {
    await serve({ actions: spread, jobs: searchOnly });
    await run();
    const { calls } = replay;
    expect(calls.length).toBeGreaterThan(10);
    for (const [index, { at, agent }] of calls.entries()) {
      expect(agent).toBe("ice-contracts/1.0 (+https://contracts.example)");
      if (index > 0) expect(at - (calls[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    }
  });

  it("waits longer from try to try, and as long as Retry-After says", async () => {
    await serve({ actions: few, fault: first("awards/last_updated", { status: 503 }, 24) });
    await expect(run()).rejects.toThrow();
    const round = [2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000];
    expect(clock.slept).toEqual([...round, 10 * minutes, ...round, 10 * minutes, ...round]);
    await serve({ actions: few, fault: first("awards/last_updated", { status: 503, retryAfter: "20" }) });
    await run();
    expect(clock.slept[0]).toBe(20_000);
  });
});

describe("a block of more than five minutes", () => {
  const blocked = (from: number, until: number, fault: ReplayFault): void => {
    const started = clock.now();
    replay.settings.fault = ({ at }) => (at >= started + from && at < started + until ? fault : undefined);
  };

  it.each<[string, number, ReplayFault]>([
    ["the page of a firewall for 12 minutes", 12, { page: 403 }],
    ["503 for half an hour", 30, { status: 503 }],
    ["a Retry-After of 15 minutes", 15, { status: 429, retryAfter: "900" }],
  ])("is waited out: %s", async (_, length, fault) => {
    await serve({ actions: few });
    blocked(5_000, length * minutes, fault);
    expect(await run({ years: [2025, 2026] })).toMatchObject({ problems: [], notes: [] });
  });

  it("is reported, and the wait ends when the command is stopped", async () => {
    await serve({ actions: few, fault: () => ({ page: 403 }) });
    const stop = new AbortController();
    const onLine = (line: string) => {
      if (line === "awards/last_updated is blocked with 403, 8 times in a row; trying again in 600 s")
        stop.abort(new Error("Stopped"));
    };
    await expect(run({ signal: stop.signal, onLine })).rejects.toThrow("Stopped");
    expect(replay.calls).toHaveLength(8);
  });
});

describe("over time", () => {
  it("varies the requests of the search from one fetch to the next", async () => {
    await serve({ actions: few });
    await publish();
    const before = texts(replay.calls);
    replay.calls.length = 0;
    await run();
    const again = texts(replay.calls).filter((call) => before.includes(call));
    expect(again.filter((call) => call.startsWith("search/"))).toEqual([]);
  });

  it("stops after the figures when nothing is newer than what was published, unless forced", async () => {
    await serve({ actions: few });
    await publish();
    clock.pass(24 * hours + minutes);
    replay.calls.length = 0;
    expect(await run()).toMatchObject({ unchanged: true, requests: 4, files: [] });
    expect(await run({ force: true })).toMatchObject({ unchanged: false });
    replay.settings.lastUpdated = "08/22/2026";
    clock.pass(2 * hours + minutes);
    expect(await run()).toMatchObject({ unchanged: false });
  });

  it("finds a correction that came under the same date of update", async () => {
    await serve({ actions: few });
    await publish();
    clock.pass(24 * hours + minutes);
    replay.settings.actions = few.map((action) => ({ ...action, cents: action.cents + 1_00 }));
    replay.settings.lastUpdated = "08/21/2026";
    expect(await run()).toMatchObject({ unchanged: false, problems: [] });
  });

  it.each<[string, Partial<ReplaySettings>]>([
    ["the day of the update was not over", { lastUpdated: "08/22/2026" }],
    ["the API does not say when it was updated", { lastUpdated: "" }],
    ["the bulk download failed", { jobs: { "bulk_download/awards": "failed" } }],
    ["only the search had the actions", { jobs: searchOnly }],
  ])("fetches again what was published while %s", async (_, settings) => {
    await serve({ actions: few, ...settings });
    await publish();
    clock.pass(24 * hours + minutes);
    expect(await run()).toMatchObject({ unchanged: false });
  });

  it("does not take a fetch for published that was not", async () => {
    await serve({ actions: few });
    await run();
    expect(await run()).toMatchObject({ unchanged: false, problems: [] });
  });

  it("requests after a stop only what is missing", async () => {
    const stop = new AbortController();
    await serve({ actions: [...few, ...spread], jobs: searchOnly });
    replay.settings.fault = (call) => {
      if (call.endpoint === "search/spending_by_transaction" && call.number === 3)
        stop.abort(new Error("Stopped"));
      return undefined;
    };
    await expect(run({ signal: stop.signal })).rejects.toThrow("Stopped");
    const before = texts(replay.calls);
    replay.settings.fault = () => undefined;
    replay.calls.length = 0;
    const fetched = await run();
    expect(fetched.problems).toEqual([]);
    expect(await contents(fetched)).toEqual(asTexts([...few.slice(0, 4), ...spread]));
    const again = texts(replay.calls).filter(
      (call) => before.includes(call) && !call.startsWith("awards/last_updated"),
    );
    // The one answer that was under way when it was stopped.
    expect(again).toEqual([before.at(-1)]);
  });

  it("goes on polling the job that was ordered before a stop", async () => {
    const stop = new AbortController();
    await serve({ actions: few });
    replay.settings.fault = ({ endpoint }) => {
      if (endpoint === "download/status") stop.abort(new Error("Stopped"));
      return undefined;
    };
    await expect(run({ signal: stop.signal })).rejects.toThrow("Stopped");
    replay.settings.fault = () => undefined;
    expect(await run()).toMatchObject({ problems: [], years: [{ method: "bulk download", rows: 4 }] });
    expect(replay.of("bulk_download/awards")).toHaveLength(1);
  });

  it.each<[string, number, Partial<ReplaySettings>]>([
    ["the records were updated", 2 * hours, { lastUpdated: "08/22/2026", actions: few.slice(0, 3) }],
    ["a day went by", 25 * hours, { actions: few.slice(0, 3) }],
  ])("starts anew when %s since the stop", async (_, passed, settings) => {
    await serve({ actions: few });
    await run();
    clock.pass(passed);
    Object.assign(replay.settings, settings);
    // An order like the one before gets the earlier job until the next load.
    expect(await run()).toMatchObject({ problems: [], years: [{ rows: 3 }] });
  });
});

describe("full width", () => {
  const agreement: ReplayAction = {
    piid: "70CDCR26D00000005",
    modification: "0",
    date: "2026-02-01",
    cents: 0,
    type: "IDV_B_A",
  };
  /** Signed in FY2025, and modified in FY2026. */
  const goesOn: ReplayAction[] = [
    { piid: "70CDCR25C00000006", modification: "0", date: "2025-03-01", cents: 500 },
    { piid: "70CDCR25C00000006", modification: "P00001", date: "2026-02-01", cents: 700 },
  ];
  const summaries = async ({ files }: Fetched) => {
    const { path = "", proves } = files.find(({ name }) => name === "usaspending-7012-awards.csv") ?? {};
    expect(proves).toEqual([]);
    const { data, meta } = Papa.parse<Record<string, string>>(await readFile(path, "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    expect(meta.fields).toHaveLength(286);
    return data.map((row) => row.award_id_piid);
  };

  it("brings the summaries of contracts and of agreements, subawards left out", async () => {
    await serve({ actions: [...few, agreement] });
    const fetched = await run({ fullWidth: true });
    expect(fetched).toMatchObject({ problems: [], notes: [] });
    expect(await summaries(fetched)).toEqual([
      "70CDCR26C00000001",
      "70CTD026P00000002",
      "70CTD026FR0000003",
      "70CDCR26D00000005",
    ]);
  });

  it("brings the summary of an award that goes on after the last year", async () => {
    await serve({ actions: [...few, ...goesOn] });
    const fetched = await run({ years: [2025, 2025], fullWidth: true });
    expect(fetched).toMatchObject({ problems: [], notes: [] });
    expect(await summaries(fetched)).toContain("70CDCR25C00000006");
  });

  it.each<[string, Partial<ReplaySettings>, RegExp]>([
    [
      "fail",
      { jobs: { "download/awards": "failed" } },
      /of contracts and of agreements stay as they were, and the next fetch tries again \(The download .* failed/,
    ],
    [
      "are refused",
      { fault: first("download/awards", { status: 400, detail: "Invalid" }) },
      /next fetch tries again \(download\/awards refuses the request with 400/,
    ],
    [
      "have fewer rows than awards are counted",
      { database: few.filter(({ piid }) => piid !== "70CTD026P00000002") },
      /2 award summaries of contracts came, and the API counts 3; /,
    ],
  ])(
    "gives the proven actions to publish, and a sentence, where the summaries %s",
    async (_, settings, note) => {
      await serve({ actions: few, ...settings });
      const fetched = await run({ fullWidth: true });
      expect(fetched.problems).toEqual([]);
      expect(fetched.years).toMatchObject([{ rows: 4 }]);
      expect(fetched.files[0]?.proves).toHaveLength(1);
      expect(fetched.notes).toContainEqual(expect.stringMatching(note));
    },
  );
});

describe("history", () => {
  const archives = {
    2023: {
      day: "2026-08-06",
      actions: [{ ...few[0], date: "2022-11-01" } as ReplayAction, few[5] as ReplayAction],
    },
    2024: { day: "2026-08-06", actions: [{ ...few[0], date: "2023-11-01" } as ReplayAction] },
  };
  const history: Change = { years: [2023, 2024], history: true };

  it("takes the monthly archives of the department, of the agency alone, as of their own day", async () => {
    await serve({ actions: [], archives });
    const fetched = await run(history);
    expect(fetched).toMatchObject({ problems: [], years: [], notes: [] });
    expect(fetched.files).toMatchObject(
      [2023, 2024].map((year) => ({
        name: `FY${year}_070_Contracts_Full_20260806.zip`,
        retrieved: "2026-08-06",
        agencies: ["7012"],
        proves: [],
      })),
    );
    await markPublished(folder, scopeOf(history), fetched);
    expect(await run(history)).toMatchObject({ unchanged: true });
    replay.settings.archives = { ...archives, 2024: { ...archives[2024], day: "2026-09-06" } };
    expect(await run(history)).toMatchObject({ unchanged: false, files: { length: 2 } });
  });

  it("gives the archives that came, and says which year has none and which archive no row of the agency", async () => {
    const ofOthers = { day: "2026-08-06", actions: [few[5] as ReplayAction] };
    await serve({ actions: [], archives: { 2024: archives[2024], 2025: ofOthers } });
    const fetched = await run({ ...history, years: [2022, 2025] });
    expect(fetched).toMatchObject({
      files: [{ name: "FY2024_070_Contracts_Full_20260806.zip" }],
      notes: [
        "FY2022, FY2023: the API lists no monthly archive of the Department of Homeland Security; choose other years with --from and --to.",
      ],
      problems: [
        "FY2025_070_Contracts_Full_20260806.zip has no row of U.S. Immigration and Customs Enforcement.",
      ],
    });
  });

  it("says in one sentence that the API lists no archive at all", async () => {
    await serve({ actions: [] });
    expect(await run(history)).toMatchObject({ files: [], notes: [], problems: { length: 1 } });
  });
});
