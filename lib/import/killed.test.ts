import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureSnapshot, importFiles } from "@/lib/import/import";
import { lockFile } from "@/lib/import/lock";
import { csv, Homes, query } from "@/lib/import/testing/homes";
import { currentSnapshot } from "@/lib/snapshot/current";
import { listSnapshots, readManifest } from "@/lib/snapshot/manifest";
import { currentFile, type Home, snapshotsFolder } from "@/lib/snapshot/paths";

const homes = new Homes({ rules: "few" });
beforeAll(() => homes.open());
afterAll(() => homes.close());

/** Actions of one contract, a dollar each. */
const dollars = (count: number, of: string) =>
  csv(
    Array.from({ length: count }, (_, index) => ({
      award_id_piid: of,
      modification_number: `P${index}`,
      federal_action_obligation: "1.00",
    })),
  );

function startImport(home: Home, file: string): ChildProcess {
  return spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "lib/cli/data.ts", "import", file],
    {
      env: { ...process.env, CONTRACTS_DATA: home.data, CONTRACTS_HOME: home.root },
      stdio: "ignore",
    },
  );
}

/** The sum of the published snapshot in cents, and of every listed one. */
async function sums(home: Home): Promise<{ current: unknown; listed: unknown[] }> {
  const sum = async (file: string) =>
    (await query(file, "select sum(amount_cents)::integer from actions"))[0]?.[0];
  const listed = await listSnapshots(home);
  return {
    current: await sum((await currentSnapshot(home))?.file ?? ""),
    listed: await Promise.all(
      listed.map(async ({ id, totals }) => [
        totals.net,
        await sum(join(snapshotsFolder(home), `${id}.duckdb`)),
      ]),
    ),
  };
}

/** The files of a home that belong to no snapshot. */
async function litter(home: Home): Promise<string[]> {
  const whole = new Set((await listSnapshots(home)).map(({ id }) => id));
  const manifests = await Promise.all([...whole].map((id) => readManifest(home, id)));
  const kept = manifests.flatMap((manifest) => manifest?.kept ?? []);
  const [root, snapshots, records] = await Promise.all(
    [home.root, snapshotsFolder(home), join(home.root, "records")].map((folder) =>
      readdir(folder).catch(() => [] as string[]),
    ),
  );
  return [
    ...(root ?? []).filter((name) => !["current.json", "snapshots", "records"].includes(name)),
    ...(snapshots ?? []).filter((name) => !whole.has(name.slice(0, 12))),
    ...(records ?? []).filter((name) => !kept.includes(name.split(".")[0] ?? "")),
  ];
}

/** A home with a published snapshot of one file, 40 dollars. */
async function begun(): Promise<Home> {
  const home = await homes.make({ "a.csv": dollars(40, "A") }, 9);
  await homes.ensure(home);
  return home;
}

/** When imports are killed: some milliseconds after they have written a file. */
const moments: { moment: string; sign: string; later: number; tags?: string[] }[] = [
  { moment: "holds the lock", sign: "import.lock", later: 0, tags: ["deep"] },
  { moment: "is reading", sign: "tmp", later: 30, tags: ["deep"] },
  { moment: "is building", sign: "tmp", later: 300 },
  { moment: "moves the stored files", sign: "records", later: 0, tags: ["deep"] },
  { moment: "moves the snapshot", sign: "records", later: 12, tags: ["deep"] },
];

for (const { moment, sign, later, tags = [] } of moments)
  it(`an import that is killed while it ${moment} leaves the published snapshot, and the next import removes its files`, {
    tags,
  }, async () => {
    const home = await begun();
    const file = await homes.file("b.csv", dollars(1_000, "B"));
    const child = startImport(home, file);
    const ended = once(child, "close");
    while (child.exitCode === null && !(await readdir(home.root)).includes(sign)) await setTimeout(2);
    await setTimeout(later);
    child.kill("SIGKILL");
    await ended;

    const { current, listed } = await sums(home);
    expect([4_000, 104_000]).toContain(current);
    for (const [listedAs, held] of listed as [number, number][]) expect(listedAs).toBe(held);

    await ensureSnapshot({ home });
    expect((await sums(home)).current).toBe(current);
    expect(await litter(home)).toEqual([]);
    await importFiles({ home, files: [{ path: file, name: "b.csv" }] });
    expect((await sums(home)).current).toBe(104_000);
    expect(await litter(home)).toEqual([]);
  });

it("a complete snapshot whose import was killed before publishing stays with its stored files, and the next import publishes it", async () => {
  const home = await begun();
  const before = await readFile(currentFile(home));
  const file = { path: await homes.file("b.csv", dollars(1_000, "B")), name: "b.csv" };
  await importFiles({ home, files: [file] });
  await writeFile(currentFile(home), before);
  await writeFile(lockFile(home), "999999999");

  await ensureSnapshot({ home });
  expect((await sums(home)).current).toBe(4_000);
  expect(await litter(home)).toEqual([]);
  await expect(importFiles({ home, files: [file] })).resolves.toMatchObject({ built: false });
  expect((await sums(home)).current).toBe(104_000);
  expect(await litter(home)).toEqual([]);
});

it("an import stops while another one runs, and ignores the lock of an earlier process with the same id", async () => {
  const home = await begun();
  const lock = lockFile(home);
  const first = importFiles({
    home,
    files: [{ path: await homes.file("b.csv", dollars(9, "B")), name: "b.csv" }],
  });
  while (!(await readdir(home.root)).includes("import.lock")) await setTimeout(1);
  await setTimeout(20);
  const [holder] = await Promise.all([
    readFile(lock, "utf8"),
    expect(importFiles({ home, files: [] })).rejects.toThrow("Another import is running"),
  ]);
  await first;
  await writeFile(lock, process.platform === "linux" ? holder.replace(/ .*/, " 1") : "999999999");
  await expect(importFiles({ home, files: [] })).resolves.toBeDefined();
});
