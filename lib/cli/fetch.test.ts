import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fetchCommand } from "@/lib/cli/fetch";
import { NotProven } from "@/lib/import/5-finish/proven";
import type { FetchedFile } from "@/lib/usaspending/fetch";
import { type Replay, type ReplayAction, startReplay } from "@/lib/usaspending/testing/replay";

const actions: ReplayAction[] = [
  { piid: "70CDCR26C00000001", modification: "0", date: "2025-10-01", cents: 123_450 },
  { piid: "70CDCR26C00000001", modification: "P00001", date: "2026-01-15", cents: -50 },
  { piid: "70CDCR25C00000009", modification: "0", date: "2025-09-30", cents: 2_000 },
  { piid: "70B03C26C00000004", modification: "0", date: "2026-01-15", cents: 777, agency: "7014" },
];
const names: Record<string, string> = {
  "7012": "U.S. Immigration and Customs Enforcement",
  "7014": "U.S. Customs and Border Protection",
  "8000": "National Aeronautics and Space Administration",
};

let root: string;
let replay: Replay;
let published: FetchedFile[][];
let output: string[];
let failed: string[];
/** What the import says of the files. */
let refusals: Error[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "fetch-cli-"));
  replay = await startReplay({ actions, now: () => now });
  published = [];
  output = [];
  failed = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void output.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void failed.push(line));
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await replay.close();
  await rm(root, { recursive: true, force: true });
});

const listeners = process.listenerCount("SIGINT");
let now = Date.UTC(2026, 7, 22, 16);
const command = (...arguments_: string[]) =>
  fetchCommand(arguments_, {
    home: { data: "data", root, keep: 10 },
    agencies: (code) => names[code] ?? null,
    usaspending: (code) => names[code] ?? null,
    program: "ice-contracts/1.0",
    publish: async (files) => {
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      published.push(files);
      const totals = { read: 3, accepted: 3, duplicate: 0, superseded: 0, rejected: 0, masked: 0 };
      return { id: "abc", built: true, report: { files: [], totals } as never };
    },
    printReport: () => {},
    clock: {
      now: () => now,
      sleep: async (milliseconds) => {
        now += milliseconds;
      },
    },
    environment: { USASPENDING_API: replay.base.href, CONTRACTS_URL: "https://contracts.example" },
  });

it("publishes ICE's current fiscal year and the two before it, and removes what it fetched", async () => {
  expect(await command()).toBe(0);
  const proven = (fiscal_year: number, actions: number, net: number) => ({
    agency: "7012",
    fiscal_year,
    actions,
    net,
  });
  expect(published).toMatchObject([
    [
      { name: "usaspending-7012-fy2025.zip", proves: [proven(2025, 1, 2_000), proven(2024, 0, 0)] },
      { name: "usaspending-7012-fy2026.zip", proves: [proven(2026, 2, 123_400)] },
    ],
  ]);
  expect(output.join("\n")).toContain("7012 FY2026: 2 actions, $1,234.00 obligated (net)");
  expect(await readdir(join(root, "fetch", "7012-fy2024-2026"))).toEqual(["published.json"]);
  expect(replay.calls[0]?.agent).toBe("ice-contracts/1.0 (+https://contracts.example)");
});

it("names the year that has left the default ones, for the first quarter of a fiscal year", async () => {
  const sentence =
    "FY2024 is no longer fetched since FY2027 began, and stays as of its last retrieval; --from 2024 brings it up to date.";
  const before = now;
  const sentences: boolean[] = [];
  for (const [day, ...words] of [
    ["2026-09-30"],
    ["2026-10-01"],
    ["2026-12-31", "--from", "2025"],
    ["2026-12-31"],
    ["2027-01-01"],
  ] as [string, ...string[]][]) {
    now = Date.parse(`${day}T16:00Z`);
    failed = [];
    await command(...words);
    sentences.push(failed.includes(sentence));
  }
  now = before;
  expect(sentences).toEqual([false, true, false, true, false]);
});

it("stops with 0 when there is nothing newer", async () => {
  await command();
  expect(await command()).toBe(0);
  expect(published).toHaveLength(1);
  expect(output.at(-1)).toBe(
    "USAspending has nothing newer than the last fetch; --force fetches all the same.",
  );
});

it("takes other agencies and years, and prints JSON", async () => {
  expect(await command("--agency", "7014", "--agency", "7012", "--from", "FY2026", "--json")).toBe(0);
  expect(published[0]?.map(({ name }) => name)).toEqual([
    "usaspending-7012-fy2026.zip",
    "usaspending-7014-fy2026.zip",
  ]);
  const { fetch, report } = JSON.parse(output.join("\n"));
  expect(fetch.years).toMatchObject([
    { agency: "7012", fiscal_year: 2026, method: "bulk download", rows: 2, net: 1234, difference: 0 },
    { agency: "7014", fiscal_year: 2026, method: "bulk download", rows: 1, net: 7.77, difference: 0 },
  ]);
  expect(report.totals.accepted).toBe(3);
});

it("ends with 1 and publishes nothing when something is not whole, or the API cannot be reached", async () => {
  replay.settings.fault = ({ endpoint }) =>
    endpoint === "search/spending_over_time" ? { change: () => ({ results: [] }) } : undefined;
  expect(await command()).toBe(1);
  expect(failed.at(-1)).toBe("Nothing was published; the snapshot before stays.");
  replay.settings.fault = () => ({ status: 503 });
  expect(await command()).toBe(1);
  expect(failed.at(-1)).toMatch(
    /^awards\/last_updated answers 503, 8 times in a row; run the command again later\. Nothing/,
  );
  expect(published).toEqual([]);
});

it("stops at Ctrl-C, publishes nothing, and goes on with the same download the next time", async () => {
  replay.settings.fault = ({ endpoint }) => {
    if (endpoint === "download/status") process.emit("SIGINT", "SIGINT");
    return undefined;
  };
  expect(await command("--from", "2026")).toBe(130);
  expect(failed).toEqual(["Stopped. Nothing was published; a rerun goes on where this one ended."]);
  expect(published).toEqual([]);
  replay.settings.fault = () => undefined;
  expect(await command("--from", "2026")).toBe(0);
  expect(replay.of("bulk_download/awards")).toHaveLength(1);
  expect(process.listenerCount("SIGINT")).toBe(listeners);
});

it("reports that another fetch is running", async () => {
  let second: Promise<number> | undefined;
  replay.settings.fault = ({ endpoint }) => {
    if (endpoint === "download/status") second ??= command();
    return undefined;
  };
  expect(await command()).toBe(0);
  expect(await second).toBe(1);
  expect(failed[0]).toMatch(/^Another fetch is running/);
  expect(published).toHaveLength(1);
});

it("publishes what is proven, and says which year has fewer columns and which agency no action", async () => {
  replay.settings.jobs = { "bulk_download/awards": "failed", "download/search": "failed" };
  expect(await command("--agency", "7012", "--agency", "7014", "--to", "2025")).toBe(0);
  expect(published).toMatchObject([[{ name: "usaspending-7012-fy2025.csv" }]]);
  expect(failed).toEqual([
    expect.stringMatching(/^U\.S\. Immigration and Customs Enforcement FY2025: only the search had/),
    expect.stringMatching(/^U\.S\. Customs and Border Protection: the API counts no action in any/),
  ]);
});

it("fetches again after a snapshot that was refused", async () => {
  const refusal = new Error("The rules of brands cannot be read.");
  refusals = [refusal];
  await expect(command("--from", "2026")).rejects.toThrow(refusal);
  const before = replay.of("search/spending_by_transaction_count").length;
  expect(await command("--from", "2026")).toBe(0);
  expect(replay.of("search/spending_by_transaction_count").length).toBeGreaterThan(before);
});

it("fetches once more in the same run where the snapshot is not what was proven, and gives up the second time", async () => {
  const differs = () => new NotProven({ files: [] } as never, ["7012 FY2026: the snapshot has 1 action."]);
  refusals = [differs()];
  expect(await command("--from", "2026")).toBe(0);
  expect(published).toHaveLength(1);
  expect(replay.of("bulk_download/awards")).toHaveLength(2);
  refusals = [differs(), differs()];
  await expect(command("--from", "2026", "--force")).rejects.toThrow(NotProven);
  expect(process.listenerCount("SIGINT")).toBe(listeners);
});

it("publishes the years that agree, ends with 1 and says which does not", async () => {
  replay.settings.fault = ({ endpoint, body }) =>
    endpoint === "search/spending_by_transaction_count" && JSON.stringify(body).includes("2025-09-30")
      ? { change: () => ({ results: { contracts: 7 } }) }
      : undefined;
  expect(await command("--from", "2025")).toBe(1);
  expect(published).toMatchObject([[{ name: "usaspending-7012-fy2026.zip" }]]);
  expect(output.filter((line) => line.startsWith("7012 "))).toEqual([
    "7012 FY2026: 2 actions, $1,234.00 obligated (net), equal to the API's own sum; by bulk download",
  ]);
  expect(failed).toEqual([
    expect.stringMatching(/^U\.S\. Immigration and Customs Enforcement FY2025: /),
    "The rest was published; what is missing stays as it was.",
  ]);
});

it("publishes the monthly archives of earlier years", async () => {
  const [first] = actions as [ReplayAction];
  replay.settings.archives = Object.fromEntries(
    [2020, 2021, 2022, 2023].map((year) => [
      year,
      { day: "2026-08-06", actions: [{ ...first, date: `${year}-01-15` }] },
    ]),
  );
  expect(await command("--history")).toBe(0);
  expect(published[0]).toHaveLength(4);
  expect(published[0]?.[0]).toMatchObject({
    name: "FY2020_070_Contracts_Full_20260806.zip",
    retrieved: "2026-08-06",
    agencies: ["7012"],
    proves: [],
  });
  expect(output[0]).toBe("FY2020_070_Contracts_Full_20260806.zip: monthly archive of 2026-08-06, not proven");
});

it.each([
  [["--agency", "0000"], /--agency 0000 is not in data\/agencies\.csv/],
  [["--agency", "8000"], /not of the Department of Homeland Security/],
  [["--from", "20260"], /--from 20260 is not a fiscal year/],
  [["--from", "2026", "--to", "2025"], /--from 2026 is after --to 2025/],
  [["--to", "2027"], /2008 to 2026/],
  [["--history", "--full-width"], /leave out --full-width/],
  [["--fast"], /--fast/],
  [["file.csv"], /file\.csv/],
])("answers %j with 2 and says why", async (arguments_, sentence) => {
  expect(await command(...arguments_)).toBe(2);
  expect(failed[0]).toMatch(sentence);
  expect(replay.calls).toEqual([]);
});
