import { execFile, spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const tables = [
  "agencies.csv",
  "brands.csv",
  "categories.csv",
  "companies.csv",
  "offices.csv",
  "problems.csv",
  "vehicles.csv",
];
const command = ["--import", "tsx", "--conditions=react-server", "lib/cli/data.ts"];
const record = "ice-contract-actions-fy2026.csv";

let folder: string;
let environment: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "contracts-"));
  environment = {
    ...process.env,
    CONTRACTS_DATA: join(folder, "data"),
    CONTRACTS_HOME: join(folder, "home"),
  };
  await mkdir(join(folder, "data", "records"), { recursive: true });
  for (const name of tables) await copyFile(join("data", name), join(folder, "data", name));
  await copyFile(join("data", "records", record), join(folder, "data", "records", record));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, ...words], { env: environment }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

describe("the data command", () => {
  it("explains itself when it is called wrongly", async () => {
    for (const words of [
      [],
      ["exports"],
      ["use"],
      ["import", "--loud"],
      ["export", "size=0"],
      ["import", "--retrieved", "soon", "a"],
    ]) {
      const { code, out, err } = await run(...words);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("Usage: npm run data");
    }
  });

  it("says in JSON too why it failed, where that is asked for", async () => {
    for (const [status, ...words] of [
      [1, "import", join(folder, "data"), "--json"],
      [1, "import", join(folder, "nowhere.csv"), "--json"],
      [1, "use", "nothing", "--json"],
      [2, "use", "--json"],
    ] as [number, ...string[]][]) {
      const { code, out, err } = await run(...words);
      const { error } = JSON.parse(out) as { error: string };
      expect([code, err.startsWith(error)], err).toEqual([status, true]);
    }
    expect((await run("import", join(folder, "data"))).err).toMatch(
      /data is a folder; name the files in it\.\n$/,
    );
  });

  it("explains itself and the fetch when it is asked to", async () => {
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
    expect((await run("check")).out).toContain(
      "Read 2,821 = accepted 2,776 + duplicate 45 + superseded 0 + rejected 0",
    );
    const first = await run("import");
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/Published snapshot [0-9a-f]{12}/);
    expect(first.err).toContain(`Reading ${record}`);
    expect((await run("import")).out).toContain("is published and up to date");
    const { out } = await run("import", "--json");
    expect(JSON.parse(out)).toMatchObject({
      totals: { read: 2821, accepted: 2776 },
      files: [{ file: record }],
    });
  });

  it("ends with 1 and one sentence when a file or a rule table is refused", async () => {
    const page = join(folder, "data", "records", "page.csv");
    await writeFile(page, "<html></html>");
    const refused = await run("import");
    expect([refused.code, refused.out.includes("Refused page.csv: The file is a web page")]).toEqual([
      1,
      true,
    ]);
    await rm(page);

    const offices = join(folder, "data", "offices.csv");
    const good = await readFile(offices);
    await writeFile(offices, "code,name\n,Nowhere\n");
    const bad = await run("import");
    expect([bad.code, bad.err.includes("data/offices.csv, line 2: code is empty.")]).toEqual([1, true]);
    await writeFile(offices, good);
  });

  it("imports named files, goes back, and exports what it holds", async () => {
    await run("import");
    const before = JSON.parse((await run("snapshots", "--json")).out);
    const named = join(folder, "more-2026-09-01.csv");
    const [head = "", row = ""] = (await readFile(join("data", "records", record), "utf8")).split("\n");
    await writeFile(named, `${head}\n${row.replace(/,(P?\w+),(2026|2025)-/, ",Z99,$2-")}\n`);
    const missing = await run("import", join(folder, "nowhere.csv"));
    expect([missing.code, missing.err]).toEqual([
      1,
      `There is no file ${join(folder, "nowhere.csv")}; check its name.\n`,
    ]);
    expect((await run("check", named)).out).not.toContain("Published");
    const imported = await run("import", named);
    expect([imported.code, /Published snapshot [0-9a-f]{12}/.test(imported.out)]).toEqual([0, true]);
    const after = JSON.parse((await run("snapshots", "--json")).out);
    expect(after[0].totals.actions).toBe(before[0].totals.actions + 1);

    const out = join(folder, "out.csv");
    const exported = await run("export", "view=actions&cols=modification_number", "--out", out);
    expect([exported.code, exported.out]).toEqual([0, ""]);
    expect((await readFile(out, "utf8")).split("\r\n")).toContain(`Z99,${after[0].id}`);

    expect((await run("use", before[0].id)).code).toBe(0);
    expect((await run("import", "--keep-chosen")).out).toContain(before[0].id);
    expect((await run("use", "0123456789ab")).code).toBe(1);
  });

  it("leaves nothing behind when it is interrupted", async () => {
    const child = spawn(process.execPath, [...command, "check"], {
      env: environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = new Promise((resolve) => child.on("exit", resolve));
    await new Promise((resolve) => child.stderr.once("data", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(
      (await readdir(join(folder, "home"))).filter((name) => /^(tmp|check|import\.lock)/.test(name)),
    ).toEqual([]);
  });

  it("leaves the published snapshot whole when it is killed, and builds the next one", async () => {
    await run("import");
    const current = join(folder, "home", "current.json");
    const before = await readFile(current, "utf8");
    for (const name of ["cbp-contract-actions-fy2025.csv", "cbp-contract-actions-fy2024.csv"]) {
      await copyFile(join("data", "records", name), join(folder, "data", "records", name));
    }
    const child = spawn(process.execPath, [...command, "import"], {
      env: environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = new Promise((resolve) => child.on("exit", resolve));
    await new Promise((resolve) => child.stderr.once("data", resolve));
    await setTimeout(50);
    child.kill("SIGKILL");
    await ended;
    expect(await readFile(current, "utf8")).toBe(before);
    const next = await run("import");
    expect([next.code, /Published/.test(next.out)]).toEqual([0, true]);
    expect((await readdir(join(folder, "home"))).sort()).toEqual(["current.json", "records", "snapshots"]);
  });
});
