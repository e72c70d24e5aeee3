import { expect, it } from "vitest";
import { readEnv } from "@/lib/env";

import { change, defaults } from "@/lib/query/query";
import { csvLines } from "@/lib/store/export";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const isDeep = readEnv().TEST_DEEP;
const everything = change(defaults("actions"), { agency: ["7012", "7014"] });
const begin = (signal = new AbortController().signal, query = everything) => csvLines(store, query, signal);

/** What many clients ask for at once, more rows than are read at a time: fewer of both in the quick lane. */
const crowd = isDeep
  ? { query: everything, rows: 62_963, slow: 8, quick: 8 }
  : { query: defaults("actions"), rows: 27_370, slow: 3, quick: 2 };
/** A query of a few rows, for exports that only have to be under way. */
const few = change(defaults("actions"), { company: ["palantir"] });

async function rowsOf(pieces: AsyncGenerator<Uint8Array>): Promise<number> {
  let lines = 0;
  for await (const piece of pieces) lines += piece.filter((byte) => byte === 0x0a).length;
  return lines;
}

it("gives every row to each of many clients, the ones that read at once and the ones that wait", async () => {
  const ask = () => begin(undefined, crowd.query);
  const slow = await Promise.all(Array.from({ length: crowd.slow }, ask));
  for (const pieces of slow) await pieces.next();
  const quick = await Promise.all(Array.from({ length: crowd.quick }, async () => rowsOf(await ask())));
  expect(new Set(quick)).toEqual(new Set([crowd.rows]));
  const rest = await Promise.all(slow.map(rowsOf));
  expect(new Set(rest).size).toBe(1);
  expect(rest[0]).toBeGreaterThan(0);
});

it("refuses one export too many, and has room again when clients have left in any way", {
  tags: ["deep"],
}, async () => {
  const leaving = new AbortController();
  /** As many exports as there is room for, two of them of every row. */
  const open = (signal?: AbortSignal) =>
    Promise.all(
      Array.from({ length: 32 }, (_, index) => begin(signal, isDeep || index < 2 ? crowd.query : few)),
    );
  const first = await open(leaving.signal);
  await expect(begin()).rejects.toThrow(expect.objectContaining({ name: "TooManyExports" }));

  await first[0]?.next();
  await first[0]?.return(undefined);
  await first[1]?.next();
  leaving.abort(); // one is between two pieces, thirty have not begun
  const gone = new AbortController();
  const unfinished = Array.from({ length: 31 }, () => begin(gone.signal)); // in the queue for the database
  gone.abort();
  expect((await Promise.allSettled(unfinished)).map(({ status }) => status)).not.toContain("fulfilled");

  const again = await open();
  expect(await rowsOf(again[0] as AsyncGenerator<Uint8Array>)).toBe(crowd.rows);
  for (const pieces of again) await pieces.next().then(() => pieces.return(undefined));
});

it("ends with an error, not as if whole, for a client that has left", async () => {
  const leaving = new AbortController();
  const pieces = await begin(leaving.signal);
  await pieces.next();
  leaving.abort();
  await expect(rowsOf(pieces)).rejects.toThrow();
});
