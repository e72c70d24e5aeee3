import { afterAll, beforeAll, expect, it } from "vitest";

import { change, defaults } from "@/lib/query/query";
import { csvLines } from "@/lib/store/export";
import type { Store } from "@/lib/store/open";
import { type BundledSnapshot, openBundled } from "@/lib/store/testing/snapshot";

let bundled: BundledSnapshot;
let store: Store;

beforeAll(async () => {
  bundled = await openBundled();
  store = bundled.store;
}, 120_000);
afterAll(() => bundled.remove());

const everything = change(defaults("actions"), { agency: ["7012", "7014"] });
const begin = (signal = new AbortController().signal) => csvLines(store, everything, signal);

async function rowsOf(pieces: AsyncGenerator<Uint8Array>): Promise<number> {
  let lines = 0;
  for await (const piece of pieces) lines += piece.filter((byte) => byte === 0x0a).length;
  return lines;
}

it("gives every row to each of many clients, the ones that read at once and the ones that wait", async () => {
  const slow = await Promise.all(Array.from({ length: 8 }, () => begin()));
  for (const pieces of slow) await pieces.next();
  const quick = await Promise.all(Array.from({ length: 8 }, async () => rowsOf(await begin())));
  expect(new Set(quick)).toEqual(new Set([62_963]));
  const rest = await Promise.all(slow.map(rowsOf));
  expect(new Set(rest).size).toBe(1);
  expect(rest[0]).toBeGreaterThan(0);
}, 120_000);

it("refuses one export too many, and has room again when clients have left in any way", async () => {
  const leaving = new AbortController();
  const open = await Promise.all(Array.from({ length: 32 }, () => begin(leaving.signal)));
  await expect(begin()).rejects.toThrow(expect.objectContaining({ name: "TooManyExports" }));

  await open[0]?.next();
  await open[0]?.return(undefined);
  await open[1]?.next();
  leaving.abort(); // one is between two pieces, thirty have not begun
  const gone = new AbortController();
  const unfinished = Array.from({ length: 31 }, () => begin(gone.signal)); // in the queue for the database
  gone.abort();
  expect((await Promise.allSettled(unfinished)).map(({ status }) => status)).not.toContain("fulfilled");

  const again = await Promise.all(Array.from({ length: 32 }, () => begin()));
  expect(await rowsOf(again[0] as AsyncGenerator<Uint8Array>)).toBe(62_963);
  for (const pieces of again) await pieces.next().then(() => pieces.return(undefined));
}, 120_000);

it("ends with an error, not as if whole, for a client that has left", async () => {
  const leaving = new AbortController();
  const pieces = await begin(leaving.signal);
  await pieces.next();
  leaving.abort();
  await expect(rowsOf(pieces)).rejects.toThrow();
});
