import { readdir, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

import { afterAll, beforeAll, expect, it } from "vitest";
import { lockFile, withLock } from "@/lib/import/lock";
import { Homes } from "@/lib/import/testing/homes";
import type { Home } from "@/lib/snapshot/paths";

const homes = new Homes();
let home: Home;
beforeAll(async () => {
  await homes.open();
  home = { data: homes.folder, root: homes.folder, keep: 2 };
});
afterAll(() => homes.close());

it("runs one of many imports of a process at a time; the others throw BusyError", async () => {
  await writeFile(lockFile(home), "999999999"); // left by one that was killed
  let running = 0;
  const attempt = async (delay: number) => {
    await setTimeout(delay);
    await withLock(home, async () => {
      running += 1;
      expect(running).toBe(1);
      await setTimeout(1);
      running -= 1;
    });
  };
  const results = await Promise.allSettled(Array.from({ length: 300 }, (_, index) => attempt(index % 60)));
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.name] : []));
  expect(new Set(refused)).toEqual(new Set(["BusyError"]));
  expect(refused.length).toBeLessThan(300);
  expect(await readdir(home.root)).toEqual([]);
});

it.each(["999999999", ""])(
  "an import goes on after one that was killed as it removed a lock that names %j",
  async (gone) => {
    await writeFile(lockFile(home), gone);
    await writeFile(`${lockFile(home)}.stale`, "999999998");
    expect(await withLock(home, async () => "done")).toBe("done");
    expect(await readdir(home.root)).toEqual([]);
  },
);
