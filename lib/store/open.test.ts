import { readdirSync, readlinkSync } from "node:fs";
import { copyFile, cp, rm, truncate, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readEnv } from "@/lib/env";
import { chooseSnapshot, ensureSnapshot, importFiles } from "@/lib/import/import";
import { csv, Homes } from "@/lib/import/testing/homes";
import { defaults, type Query } from "@/lib/query/query";
import { listSnapshots } from "@/lib/snapshot/manifest";
import { currentFile, type Home, manifestFile, snapshotFile, snapshotsFolder } from "@/lib/snapshot/paths";
import { groups, totals } from "@/lib/store/contracts";
import { csvLines } from "@/lib/store/export";
import { openStore, type Store } from "@/lib/store/open";

const homes = new Homes({ rules: "few" });
/** A home with four snapshots, each with one action more than the one before; every test has its own copy. */
let made: Home;
const ids: string[] = [];
const nets = [10, 11, 13, 16];

/** The copy, where the first snapshot is published, and a server that has just been started. */
let home: Home;

/** Publishes what was there before with one action more, of this many dollars. */
async function publish(where: Home, dollars: number): Promise<string> {
  const row = { award_id_piid: `70CDCR26P0000${1000 + dollars}`, federal_action_obligation: `${dollars}.00` };
  const path = await homes.file(`more${dollars}.csv`, csv([row]));
  const files = [{ path, name: basename(path), retrieved: "2026-02-01" }];
  return (await importFiles({ home: where, files })).id;
}

const faked = { toFake: ["setTimeout" as const, "clearTimeout" as const, "performance" as const] };
/** The time in which a server looks whether another snapshot has been published. */
const aWhile = () => vi.advanceTimersByTimeAsync(1_001);
/** The time after its last use in which a snapshot that is not the published one is closed. */
const aLongWhile = () => vi.advanceTimersByTimeAsync(200_000);

/** The snapshots of the test's home whose files this process has open. Linux alone says it. */
const openIds = () =>
  readdirSync("/proc/self/fd").flatMap((name) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${name}`).replace(/ \(deleted\)$/, "");
      return file.startsWith(`${snapshotsFolder(home)}/`) ? [basename(file, ".duckdb")] : [];
    } catch {
      return []; // the listing's own
    }
  });
const isLinux = process.platform === "linux";

const everything = defaults("contracts");
const ofYear: Query = { ...everything, fy: [2026] };
const net = async (store: Store, query = everything) => (await totals(store, query)).net / 100;
const actions: Query = { ...defaults("actions"), sort: "action_date" };
const lines = (store: Store, { signal } = new AbortController()) => csvLines(store, actions, signal);

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string[]> {
  let text = "";
  for await (const piece of pieces) text += new TextDecoder().decode(piece);
  return text.trim().split("\r\n");
}

beforeAll(async () => {
  await homes.open();
  made = await homes.make({ "records.csv": csv([{ federal_action_obligation: "10.00" }]) }, 5);
  ids.push((await ensureSnapshot({ home: made })).id);
  for (const dollars of [1, 2, 3]) ids.push(await publish(made, dollars));
  await chooseSnapshot(ids[0] as string, made);
});
beforeEach(async () => {
  vi.useFakeTimers(faked);
  const { root } = await homes.make({});
  await cp(made.root, root, { recursive: true });
  home = { ...made, root };
  vi.stubEnv("CONTRACTS_HOME", root);
  Object.assign(globalThis, { serving: undefined, earlier: undefined });
});
afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await homes.close();
});

describe("a newly published snapshot", () => {
  it("takes over, and the one before is read to its end and then closed", async () => {
    const before = await openStore();
    const exported = await lines(before);
    await chooseSnapshot(ids[1] as string, home);
    expect((await openStore()).info.id).toBe(ids[0]); // before the next check
    await aWhile();
    const found = await Promise.all([openStore(), openStore(), openStore()]);
    expect(found.map(({ info }) => info.id)).toEqual([ids[1], ids[1], ids[1]]);
    expect([await net(before), await net(await openStore())]).toEqual([10, 11]);

    await aLongWhile();
    if (isLinux) expect(openIds()).toEqual(expect.arrayContaining([ids[0], ids[1]]));
    expect(await textOf(exported)).toEqual([expect.stringMatching(`${ids[0]}$`)]);
    await aLongWhile();
    if (isLinux) expect(new Set(openIds())).toEqual(new Set([ids[1]]));
    await expect(net(before, ofYear)).rejects.toThrow("has been closed");
  });

  const id = "0123456789ab";
  it.each<[string, () => Promise<void>]>([
    ["is no database", () => writeFile(snapshotFile(home, id), "what somebody put there")],
    [
      "is cut in the middle",
      async () => {
        await copyFile(snapshotFile(home, ids[1] as string), snapshotFile(home, id));
        await truncate(snapshotFile(home, id), 20_000);
      },
    ],
    [
      "is of another version of the program",
      async () => {
        await copyFile(snapshotFile(home, ids[1] as string), snapshotFile(home, id));
        await writeFile(manifestFile(home, id), JSON.stringify({ id, schema: 1_000 }));
      },
    ],
  ])("that %s leaves the one before in service, and is reported once", async (_, damage) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    await openStore();
    await damage();
    await writeFile(currentFile(home), JSON.stringify({ id, file: `${id}.duckdb` }));
    for (let tries = 0; tries < 3; tries += 1) {
      await aWhile();
      const store = await openStore();
      expect([store.info.id, await net(store)]).toEqual([ids[0], 10]);
    }
    expect(log).toHaveBeenCalledTimes(1);
    await rm(currentFile(home));
    await aWhile();
    expect((await openStore()).info.id).toBe(ids[0]);
    await chooseSnapshot(ids[1] as string, home);
    await aWhile();
    expect((await openStore()).info.id).toBe(ids[1]);
    log.mockRestore();
  });
});

it("serves the newest whole snapshot where the published one is damaged when the server starts", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await chooseSnapshot(ids[2] as string, home);
  await truncate(snapshotFile(home, ids[2] as string), 20_000);
  const store = await openStore();
  expect(store.info.id).not.toBe(ids[2]);
  expect(log.mock.calls.map(([text]) => text)).toEqual([
    expect.stringContaining(`${ids[2]}, the published one, cannot be served`),
    `Snapshot ${store.info.id} is served instead, the newest one that is whole.`,
  ]);
  await aWhile();
  expect((await openStore()).info.id).toBe(store.info.id);
  expect(log).toHaveBeenCalledTimes(2);
  log.mockRestore();
});

describe("a snapshot that is named", () => {
  it("is read where it is kept, and says what is published beside it", async () => {
    await chooseSnapshot(ids[1] as string, home);
    const [first = "", second = ""] = ids;
    const earlier = await openStore(first);
    expect(earlier).toMatchObject({ named: first, info: { id: first }, published: { id: second } });
    expect(await net(earlier)).toBe(10);
    expect(await openStore(second)).toMatchObject({ named: second, published: null, info: { id: second } });
    for (const unknown of ["0123456789ab", "../../current", "x"])
      expect(await openStore(unknown)).toMatchObject({ named: null, published: null, info: { id: second } });

    for (const file of [snapshotFile, manifestFile]) await rm(file(home, first)); // it is not kept any longer
    expect(await openStore(first)).toMatchObject({ named: null, published: null, info: { id: second } });
    expect(await net(earlier, ofYear)).toBe(10); // for those who had begun with it
  });

  it.runIf(isLinux)(
    "is open beside one other at most, never closed while read, and closed at last",
    async () => {
      const [published = "", ...others] = ids;
      const stores = await Promise.all(others.map((id) => openStore(id)));
      await aLongWhile();
      expect(openIds()).toEqual([published]);
      for (const query of [everything, ofYear, actions]) {
        expect(await Promise.all(stores.map((store) => net(store, query)))).toEqual(nets.slice(1));
        expect(new Set(openIds()).size).toBeLessThanOrEqual(3);
      }

      const [first, second, third] = stores as [Store, Store, Store];
      // Two slow downloads do not block the third snapshot.
      const leaving = new AbortController();
      const [kept, left] = [await lines(first), await lines(second, leaving)];
      await aLongWhile();
      expect(await net(third, { ...ofYear, sign: ["pos"] })).toBe(nets[3]);
      await aLongWhile();
      expect(new Set(openIds())).toEqual(new Set([published, ...others.slice(0, 2)]));
      leaving.abort();
      await expect(textOf(left)).rejects.toThrow();
      expect(await textOf(kept)).toHaveLength(2);
      await aLongWhile();
      expect(openIds()).toEqual([published]);
    },
  );
});

/** How many read at once, and how many dollars each snapshot that is published then adds. */
const busy = readEnv().TEST_DEEP ? { readers: 4, added: [4, 5] } : { readers: 2, added: [4] };

it("gives every reader figures of one snapshot, while others are published and old ones removed", async () => {
  vi.useRealTimers();
  home.keep = 2;
  const known = new Map<string, { net: number; actions: number }>();
  const learn = async () => {
    for (const { id, totals: sum } of await listSnapshots(home)) known.set(id, sum);
  };
  const seen: { id: string; net: number; actions: number; company: number; exported: string[] }[] = [];
  let isOver = false;
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const read = async () => {
    while (!isOver) {
      const store = await openStore();
      const { net: sum, actions: count } = await totals(store, everything);
      const { groups: companies } = await groups(store, everything, "company");
      const company = companies.reduce((total, group) => total + group.net, 0);
      const exported = await textOf(await lines(store));
      seen.push({ id: store.info.id, net: sum, actions: count, company, exported });
      await pause(50);
    }
  };
  const readers = Promise.all(Array.from({ length: busy.readers }, read));
  await learn();
  for (const dollars of busy.added) {
    const id = await publish(home, dollars);
    await learn();
    while (seen.at(-1)?.id !== id) await pause(50);
  }
  isOver = true;
  await readers;
  expect(new Set(seen.map(({ id }) => id)).size).toBe(1 + busy.added.length);
  for (const { id, company, exported, ...sums } of seen) {
    expect({ ...known.get(id), companies: 0 }).toMatchObject(sums);
    expect(company).toBe(sums.net);
    expect(exported).toHaveLength(sums.actions);
    expect(exported.filter((line) => !line.endsWith(id))).toEqual([]);
  }
});
