import { execFile, spawn } from "node:child_process";
import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readEnv } from "@/lib/env";
import { Homes } from "@/lib/import/testing/homes";
import { sampleOf, toFile } from "@/lib/import/testing/sample";
import type { Home } from "@/lib/snapshot/paths";

const command = ["--import", "tsx", "--conditions=react-server", "lib/cli/data.ts"];
const record = "ice-contract-actions-fy2026.csv";
const rows = sampleOf(record);
const different = new Set(rows.map((row) => JSON.stringify(row))).size;

const homes = new Homes({ rules: "few" });
beforeAll(() => homes.open());
afterAll(() => {
  vi.unstubAllEnvs();
  return homes.close();
});

/** What the command reads and writes: some rows of a bundled file, and a home of each test's own, empty at first. */
let home: Home;
beforeEach(async () => {
  home = await homes.make({ [record]: toFile(rows) }, 10);
  vi.stubEnv("CONTRACTS_DATA", home.data);
  vi.stubEnv("CONTRACTS_HOME", home.root);
});

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs the command in a process of its own. */
function spawned(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, ...words], (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

let runs = 0;
/** Runs the command in this process, which takes a tenth of the time: its module runs anew under another address. */
async function inProcess(...words: string[]): Promise<Ended> {
  const [before, status] = [process.argv, process.exitCode];
  const written = { out: "", err: "" };
  const line = (to: keyof typeof written) => (text: string) => {
    written[to] += `${text}\n`;
  };
  const part = (to: keyof typeof written) => (text: string | Uint8Array) => {
    written[to] += text;
    return true;
  };
  const spies = [
    vi.spyOn(console, "log").mockImplementation(line("out")),
    vi.spyOn(console, "error").mockImplementation(line("err")),
    vi.spyOn(process.stdout, "write").mockImplementation(part("out")),
    vi.spyOn(process.stderr, "write").mockImplementation(part("err")),
  ];
  process.argv = [process.execPath, "data.ts", ...words];
  runs += 1;
  try {
    await import(/* @vite-ignore */ `./data.ts?run=${runs}`);
    return { code: Number(process.exitCode ?? 0), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.argv = before;
    process.exitCode = status;
  }
}

/** Writes a file with one more action of a contract, and gives its path. */
async function writeMore(): Promise<string> {
  const [row] = rows;
  if (!row) throw new Error("No row was picked.");
  const text = toFile([{ ...row, modification_number: "Z99" }]);
  return homes.file("more-2026-09-01.csv", text);
}

const run = readEnv().TEST_DEEP ? spawned : inProcess;

describe("the data command", () => {
  it("prints its usage when it is called wrongly", async () => {
    for (const words of [
      [],
      ["exports"],
      ["use"],
      ["import", "--loud"],
      ["export", "size=0"],
      ["import", "--retrieved", "soon", "a"],
      ["import", "--agency", "ICE", "a"],
      ["import", "--agency", "7012"],
    ]) {
      const { code, out, err } = await run(...words);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("Usage: npm run data");
    }
  });

  it("gives the reason of a failure as JSON too, with --json", async () => {
    for (const [status, ...words] of [
      [1, "import", home.data, "--json"],
      [1, "import", join(home.root, "nowhere.csv"), "--json"],
      [1, "use", "nothing", "--json"],
      [2, "use", "--json"],
    ] as [number, ...string[]][]) {
      const { code, out, err } = await run(...words);
      const { error } = JSON.parse(out) as { error: string };
      expect([code, err.startsWith(error)], err).toEqual([status, true]);
    }
    expect((await run("import", home.data)).err).toMatch(/data\d* is a folder; name the files in it\.\n$/);
  });

  it("prints its usage and that of fetch with --help", async () => {
    for (const [words, usage] of [
      [["--help"], "Usage: npm run data -- <command>"],
      [["fetch", "--help"], "Usage: npm run data -- fetch"],
    ] as const) {
      const { code, out, err } = await run(...words);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain(usage);
    }
  });

  it("checks, imports, and finds itself up to date", async () => {
    const [read, accepted] = [rows.length, different];
    expect(read).toBeGreaterThan(accepted);
    const checked = await run("check", await writeMore());
    expect(checked.out).toContain(
      `Read ${read + 1} = accepted ${accepted + 1} + duplicate ${read - accepted} + superseded 0 + rejected 0`,
    );
    expect(checked.out).not.toContain("Published");
    const first = await run("import");
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/Published snapshot [0-9a-f]{12}/);
    expect(first.err).toContain(`Reading ${record}`);
    expect((await run("import")).out).toContain("is published and up to date");
    const { out } = await run("import", "--json");
    expect(JSON.parse(out)).toMatchObject({
      totals: { read, accepted },
      files: [{ file: record }],
    });
  });

  it("takes the rows of an agency from a file of several, and ends with 1 where it has none", async () => {
    const more = await writeMore();
    const ice = await run("check", "--agency", "7012", more);
    expect([ice.code, ice.out.includes("other agencies")]).toEqual([0, false]);
    const cbp = await run("check", "--agency", "7014", more);
    expect(cbp.code).toBe(1);
    expect(cbp.out).toContain("1 row of other agencies than 7014 left out.");
  });

  it("ends with 1 and one sentence when a file or a rule table is refused", async () => {
    const page = join(home.data, "records", "page.csv");
    await writeFile(page, "<html></html>");
    const refused = await run("import");
    expect([refused.code, refused.out.includes("Refused page.csv: The file is a web page")]).toEqual([
      1,
      true,
    ]);
    await rm(page);

    const offices = join(home.data, "offices.csv");
    await writeFile(offices, "code,name\n,Nowhere\n");
    const bad = await run("import");
    expect([bad.code, bad.err.includes("data/offices.csv, line 2: code is empty.")]).toEqual([1, true]);
    await writeFile(offices, Buffer.from("code,name\n70CTD0,Caf\xe9\n", "latin1"));
    expect((await run("check")).err).toContain(
      "data/offices.csv, line 2: a character cannot be read; save the file as UTF-8.",
    );
  });

  it("imports named files, goes back, and exports what it holds", async () => {
    await homes.ensure(home);
    const before = JSON.parse((await run("snapshots", "--json")).out);
    const named = await writeMore();
    const nowhere = join(homes.folder, "nowhere.csv");
    const missing = await run("import", nowhere);
    expect([missing.code, missing.err]).toEqual([1, `There is no file ${nowhere}; check its name.\n`]);
    const imported = await run("import", named);
    expect([imported.code, /Published snapshot [0-9a-f]{12}/.test(imported.out)]).toEqual([0, true]);
    const after = JSON.parse((await run("snapshots", "--json")).out);
    expect(after[0].totals.actions).toBe(before[0].totals.actions + 1);

    const out = join(homes.folder, "out.csv");
    const exported = await run("export", "view=actions&cols=modification_number", "--out", out);
    expect([exported.code, exported.out]).toEqual([0, ""]);
    expect((await readFile(out, "utf8")).split("\r\n")).toContain(`Z99,${after[0].id}`);

    expect((await run("use", before[0].id)).code).toBe(0);
    expect((await run("import", "--keep-chosen")).out).toContain(before[0].id);
    expect((await run("use", "0123456789ab")).code).toBe(1);
  });

  it("ends with 1 where a file has no row that can be read, and says of the first ones why", async () => {
    const [row] = rows;
    const bad = Array.from({ length: 5 }, () => ({ ...row, action_date: "soon", modification_number: "Z1" }));
    const path = await homes.file("soon-2026-09-01.csv", toFile(bad as typeof rows));
    const { code, out } = await run("import", path);
    expect(code).toBe(1);
    expect(out).toMatch(/: 5 rows rejected; line 2: action_date is not a day .*; line 3: .*; line 4: .*; …/);
    expect(out).toMatch(/All rejected rows: .*\.rejects\.csv/);
    expect((await run("import", path, "--allow-refused")).code).toBe(0);
  });

  it("runs as a process of its own, with its status, and writes answers and failures apart", async () => {
    const { code, out, err } = await spawned("use", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({ error: "Name one snapshot to go back to." });
    expect(err).toContain("Usage: npm run data");
  });

  it("leaves nothing behind when it is interrupted", async () => {
    const long = join("data", "records", record);
    const child = spawn(process.execPath, [...command, "check", long], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = new Promise((resolve) => child.on("exit", resolve));
    await new Promise((resolve) => child.stderr.once("data", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect((await readdir(home.root)).filter((name) => /^(tmp|check|import\.lock)/.test(name))).toEqual([]);
  });

  it("leaves the published snapshot whole when it is killed, and builds the next one", {
    tags: ["deep"],
  }, async () => {
    await run("import");
    const current = join(home.root, "current.json");
    const before = await readFile(current, "utf8");
    for (const name of ["cbp-contract-actions-fy2025.csv", "cbp-contract-actions-fy2024.csv"]) {
      await copyFile(join("data", "records", name), join(home.data, "records", name));
    }
    const child = spawn(process.execPath, [...command, "import"], { stdio: ["ignore", "ignore", "pipe"] });
    const ended = new Promise((resolve) => child.on("exit", resolve));
    await new Promise((resolve) => child.stderr.once("data", resolve));
    await setTimeout(50);
    child.kill("SIGKILL");
    await ended;
    expect(await readFile(current, "utf8")).toBe(before);
    const next = await run("import");
    expect([next.code, /Published/.test(next.out)]).toEqual([0, true]);
    expect((await readdir(home.root)).sort()).toEqual(["current.json", "snapshots"]);
  });
});
