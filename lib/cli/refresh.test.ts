import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchCommand } from "@/lib/cli/fetch";
import { fiscalYear } from "@/lib/contracts/days";
import { toDollars } from "@/lib/contracts/money";
import { type Ensured, ensureSnapshot, importFiles } from "@/lib/import/import";
import { readRuleTables } from "@/lib/import/rule-tables";
import { dollarText } from "@/lib/import/sql";
import { awardKey, csv, Homes, query, sources } from "@/lib/import/testing/homes";
import type { Home } from "@/lib/snapshot/paths";
import {
  type Call,
  type Replay,
  type ReplayAction,
  type ReplayFault,
  type ReplaySettings,
  startReplay,
} from "@/lib/usaspending/testing/replay";

// The command against a server as strict as the API, with real snapshots: what it publishes is what the server has.

const homes = new Homes({ rules: "few" });
beforeAll(() => homes.open());
afterAll(() => homes.close());

const [minute, hour] = [60_000, 3_600_000];
let home: Home;
let now: number;
let replay: Replay;
let published: Ensured;
let failed: string[];
beforeEach(() => {
  now = Date.UTC(2026, 7, 22, 16);
  failed = [];
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockImplementation((line: string) => void failed.push(line));
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await replay.close();
});

/** Begins with records as the project has them: narrow, and retrieved two days before the first fetch. */
async function begin(actions: ReplayAction[]) {
  const rows = actions.map(({ piid, modification, date, cents }) => ({
    contract_award_unique_key: awardKey(piid),
    award_id_piid: piid,
    modification_number: modification,
    action_date: date,
    federal_action_obligation: toDollars(cents),
    awarding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
    recipient_name: "EXAMPLE SERVICES LLC",
    product_or_service_code_description: "SUPPORT- PROFESSIONAL: OTHER",
    naics_description: "ADMINISTRATIVE MANAGEMENT CONSULTING SERVICES",
    transaction_description: `SERVICES UNDER ${piid}`,
  }));
  home = await homes.make({ "ice.csv": csv(rows), "sources.csv": sources({ "ice.csv": "2026-08-20" }) });
  published = await ensureSnapshot({ home });
  replay = await startReplay({ actions, now: () => now });
}

async function fetch(...words: string[]): Promise<number> {
  const { agencies, usaspending } = await readRuleTables(home);
  await mkdir(join(home.root, "fetch"), { recursive: true });
  return fetchCommand(words, {
    home,
    agencies,
    usaspending,
    program: "ice-contracts/1.0",
    publish: async (files) => {
      published = await importFiles({
        home,
        files: files.map((file) => ({ ...file, proven: file.proves.length > 0 })),
      });
      return published;
    },
    printReport: () => {},
    clock: {
      now: () => now,
      sleep: async (milliseconds) => {
        now += milliseconds;
      },
    },
    environment: { USASPENDING_API: replay.base.href },
  });
}

const read = (sql: string) => query(published.file, sql);
const held = async () =>
  (
    await read(
      "select piid, modification, action_date::varchar, amount_cents from actions where agency_code = '7012'",
    )
  )
    .map((row) => row.join(" "))
    .sort();
const texts = (actions: ReplayAction[]) =>
  actions
    .filter(({ type = "D", agency = "7012" }) => !type.startsWith("IDV") && agency === "7012")
    .map(({ piid, modification, date, cents }) => `${piid} ${modification} ${date} ${cents}`)
    .sort();
const widths = async () =>
  (
    await read(`select count(transaction_key)::integer, count(current_end)::integer from actions
      join contracts on contracts.id = contract where fiscal_year = 2026`)
  )[0];

const piidOf = (index: number) => `70CDCR26C${String(index).padStart(8, "0")}`;
/** Actions of three fiscal years, the newest with the most. */
const initial: ReplayAction[] = Array.from({ length: 40 }, (_, index) => ({
  piid: piidOf(Math.floor(index / 2)),
  modification: index % 2 === 0 ? "0" : "P00001",
  date: index < 4 ? "2024-05-06" : index < 12 ? "2025-05-06" : `2026-0${(index % 7) + 1}-15`,
  cents: 100_000 + index * 101,
}));
const others: ReplayAction[] = [
  { piid: "70CDCR26D00000900", modification: "0", date: "2026-02-01", cents: 0, type: "IDV_B_A" },
  { piid: "70B03C26C00000004", modification: "0", date: "2026-01-15", cents: 777, agency: "7014" },
];

/** A day at the source: what is new, corrected and withdrawn since the day before. */
interface Day {
  fresh: ReplayAction[];
  corrected: Map<ReplayAction, number>;
  withdrawn: ReplayAction[];
}

/** Draws a day's changes from what is there. */
function nextDay(actions: ReplayAction[], day: number, changed: Set<string>): Day {
  const name = ({ piid, modification }: ReplayAction) => `${piid} ${modification}`;
  const plain = actions.filter((action) => !changed.has(name(action)) && action.date > "2025-10-01");
  const [one, other, third] = [plain[day], plain[day + 3], plain[day + 7]] as [
    ReplayAction,
    ReplayAction,
    ReplayAction,
  ];
  for (const action of [one, other, third]) changed.add(name(action));
  const fresh = [
    { piid: piidOf(100 + day), modification: "0", date: `2026-08-1${day}`, cents: 5_000_00 + day },
    { piid: third.piid, modification: `P0000${day + 1}`, date: `2026-08-1${day}`, cents: -1_00 * day },
  ];
  for (const action of fresh) changed.add(name(action));
  return { fresh, corrected: new Map([[one, one.cents + 12_34]]), withdrawn: [other] };
}

const after = (actions: ReplayAction[], { fresh, corrected, withdrawn }: Day): ReplayAction[] => [
  ...actions
    .filter((action) => !withdrawn.includes(action))
    .map((action) => ({ ...action, cents: corrected.get(action) ?? action.cents })),
  ...fresh,
];

/** Entries as `/changes` lists them, of actions. */
const entries = async () =>
  (
    await read(
      `select kind, piid, modification, coalesce(after, ${dollarText("amount_cents")}) from changes where kind <> 'vanished'`,
    )
  )
    .map((row) => row.join(" "))
    .sort();

const failing = { "bulk_download/awards": "failed", "download/search": "failed" } as const;
/** What goes wrong on each day. */
const troubles: {
  name: string;
  settings?: (now: ReplayAction[], before: ReplayAction[]) => Partial<ReplaySettings>;
}[] = [
  {
    name: "a firewall that blocks for three minutes after ten requests",
    settings: () => ({ fault: block(10, 3 * minute) }),
  },
  { name: "bulk downloads that fail", settings: () => ({ jobs: { "bulk_download/awards": "failed" } }) },
  { name: "a database that is a load behind its index", settings: (_, database) => ({ database }) },
  {
    name: "summaries that fail",
    settings: () => ({ jobs: { "download/awards": "failed" } }),
  },
  {
    name: "every download failing, and 503 for minutes",
    settings: () => ({ jobs: failing, fault: unavailable }),
  },
];

/** Blocks for some time from the `after`th request on. */
function block(after: number, milliseconds: number) {
  let until = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (call: Call): ReplayFault | undefined => {
    count += 1;
    if (count === after) until = call.at + milliseconds;
    return count >= after && call.at < until ? { page: 403 } : undefined;
  };
}
const unavailable = ({ endpoint, number }: Call): ReplayFault | undefined =>
  endpoint === "search/spending_by_transaction_count" && number < 4 ? { status: 503 } : undefined;

async function simulate(days: number, words: string[]) {
  await begin(initial);
  // Requests of the day before get the answers of the day before.
  replay.settings.cacheLife = 30 * hour;
  let actions = [...initial, ...others];
  const changed = new Set<string>();
  const expected: string[] = [];
  const gone: string[] = [];
  for (let day = 1; day <= days; day += 1) {
    const before = actions;
    const changes = nextDay(
      before.filter((action) => !others.includes(action)),
      day,
      changed,
    );
    actions = after(before, changes);
    expected.push(
      ...changes.fresh.map(
        ({ piid, modification, cents }) =>
          `new_${modification === "0" ? "contract" : "action"} ${piid} ${modification} ${(cents / 100).toFixed(2)}`,
      ),
      ...[...changes.corrected].map(
        ([{ piid, modification }, cents]) => `amount ${piid} ${modification} ${(cents / 100).toFixed(2)}`,
      ),
    );

    const { name, settings } = troubles[(day - 1) % troubles.length] as (typeof troubles)[number];
    // Two hours later than the day before, so that nothing is read at the same minute; the API loads every day.
    now += 24 * hour + 2 * hour;
    const calls = replay.calls.length;
    const lastUpdated = `08/${21 + day}/2026`;
    for (const key of ["fault", "jobs", "database"] as const) delete replay.settings[key];
    Object.assign(replay.settings, { actions, lastUpdated, ...settings?.(actions, before) });

    let code = await fetch(...words);
    // A run that could not get through goes on where it was.
    for (let run = 2; code !== 0 && run <= 2; run += 1) code = await fetch(...words);
    expect({ name, code, failed: code === 0 ? [] : failed }).toEqual({ name, code: 0, failed: [] });
    expect(replay.calls.length).toBeGreaterThan(calls);
    expect({ name, held: await held() }).toEqual({ name, held: texts(actions) });
    expect({ name, entries: await entries() }).toEqual({ name, entries: [...expected].sort() });
    const vanished = (await read("select piid, modification from changes where kind = 'vanished'")).map(
      (row) => row.join(" "),
    );
    gone.push(...changes.withdrawn.map(({ piid, modification }) => `${piid} ${modification}`));
    // What leaves the totals is listed with the same retrieval.
    expect({ name, vanished: vanished.sort() }).toEqual({ name, vanished: [...gone].sort() });
  }
  return actions;
}

describe("a daily refresh", () => {
  it("holds what the source has after a day with a firewall, and one without bulk downloads", {
    tags: ["deep"],
  }, async () => {
    const actions = await simulate(2, []);
    const ofYear = actions.filter(
      ({ date, type = "D", agency = "7012" }) =>
        fiscalYear(date) === 2026 && type === "D" && agency === "7012",
    );
    expect(await widths()).toEqual([ofYear.length, ofYear.length]);
  });

  it.each([[[]], [["--full-width"]]])(
    "holds what the source has on each of five days with trouble, %j",
    { tags: ["deep"] },
    async (words) => {
      await simulate(5, words);
      if (words.length > 0) expect(await read("select count(*)::integer from agreements")).toEqual([[1]]);
    },
  );

  it("keeps the facts of a full-width retrieval if the next one is from the search", async () => {
    await begin(initial);
    await fetch();
    const before = await widths();
    now += 26 * hour;
    Object.assign(replay.settings, { jobs: failing, lastUpdated: "08/23/2026" });
    expect(await fetch()).toBe(0);
    expect(failed).toHaveLength(3);
    expect(await widths()).toEqual(before);
    expect(await entries()).toEqual([]);
  });

  it("keeps apart actions that the search gives alike, whatever route comes first", {
    tags: ["deep"],
  }, async () => {
    const [first] = initial.slice(-1) as [ReplayAction];
    const twins = [first, { ...first, transaction: 1 }, { ...first, transaction: 2, recipient: "OTHER LLC" }];
    const actions = [...initial.slice(0, -1), ...twins];
    await begin(initial);
    for (const [place, settings] of [{ jobs: failing }, { jobs: {} }, { jobs: failing }].entries()) {
      now += 26 * hour;
      Object.assign(replay.settings, { actions, lastUpdated: `08/${22 + place}/2026`, ...settings });
      expect(await fetch()).toBe(0);
      expect(await held()).toEqual(texts(actions));
      const entry = `new_action ${first.piid} ${first.modification} ${toDollars(first.cents)}`;
      expect(await entries()).toEqual([entry, entry]);
    }
  });

  it("leaves out the only action of a year when the source withdraws it", async () => {
    const only = { piid: piidOf(200), modification: "0", date: "2023-11-01", cents: 100 };
    const rest = initial.filter(({ date }) => date > "2024-10-01");
    await begin([...rest, only]);
    replay.settings.actions = rest;
    expect(await fetch()).toBe(0);
    expect(await held()).toEqual(texts(rest));
    // And it stays out, whatever is imported later.
    published = await ensureSnapshot({ home });
    expect(await held()).toEqual(texts(rest));
  });

  it("brings all columns of earlier years from the monthly archives, of the agency alone", async () => {
    await begin(initial.map((action) => ({ ...action, date: "2022-05-06" })));
    const [one, ...more] = initial.map((action) => ({ ...action, date: "2022-05-06" })) as [
      ReplayAction,
      ...ReplayAction[],
    ];
    const foreign = { ...one, piid: "70B03C22C00000004", agency: "7014" };
    replay.settings.archives = { 2022: { day: "2026-08-21", actions: [one, ...more, foreign] } };
    expect(await fetch("--history", "--from", "2022", "--to", "2022")).toBe(0);
    expect(await held()).toEqual(texts([one, ...more]));
    expect(await read("select count(*)::integer, count(transaction_key)::integer from actions")).toEqual([
      [40, 40],
    ]);
    expect(published.report.files.find(({ file }) => file.startsWith("FY2022"))?.warnings).toContain(
      "1 row of other agencies than 7012 left out.",
    );
  });
});
