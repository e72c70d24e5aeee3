import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { currentSnapshot } from "@/lib/snapshot/current";
import { raw } from "@/lib/sql/fragments";
import { type Client, forClient } from "@/lib/store/client";
import { type Opened, openFile } from "@/lib/store/file";
import { sharedHome } from "@/lib/store/testing/shared";

/** Runs for minutes unless it is ended. */
const endless = raw(
  "select count(*) as rows from range(1000000) one, range(1000000) other where one.range <> other.range",
);
const short = (number: number) => raw(`select ${number} as number`);

let opened: Opened;
beforeAll(async () => {
  const current = await currentSnapshot(sharedHome);
  opened = await openFile(current?.file ?? "", { lanes: 1, timeoutMs: 300 });
});
afterAll(() => opened.close());

function client(isHeavy = false): { client: Client; leave: () => void } {
  const leaving = new AbortController();
  const own = { left: leaving.signal, done: Promise.resolve(), isHeavy, isNavigation: false };
  return { client: own, leave: () => leaving.abort(new DOMException("left", "AbortError")) };
}

it("ends a statement as soon as its client leaves, and has its lane free", async () => {
  const { client: own, leave } = client();
  const running = forClient(own, () => opened.store.rows(endless));
  const refused = expect(running).rejects.toThrow("left");
  await sleep(50);
  leave();
  await refused;
  expect(await opened.store.rows(short(1))).toEqual([{ number: 1 }]);
  expect(opened.isIdle()).toBe(true);
});

it("runs no statement for a client that has left", async () => {
  const { client: own, leave } = client();
  leave();
  await expect(forClient(own, () => opened.store.rows(short(2)))).rejects.toThrow("left");
});

it("removes waiting clients from the queue when they leave", async () => {
  const [first, second] = [client(), client()];
  const running = forClient(first.client, () => opened.store.rows(endless)).catch((error) => error.name);
  const waiting = forClient(second.client, () => opened.store.rows(short(3))).catch((error) => error.name);
  second.leave();
  expect(await waiting).toBe("AbortError");
  first.leave();
  expect(await running).toBe("AbortError");
});

it("ends a statement that takes too long, and does not remember it", async () => {
  await expect(opened.store.rows(endless)).rejects.toThrow(expect.objectContaining({ name: "TooSlow" }));
  await expect(opened.store.rows(endless)).rejects.toThrow(expect.objectContaining({ name: "TooSlow" }));
});

it("answers others while a heavy statement runs", async () => {
  const { client: own, leave } = client(true);
  const heavy = forClient(own, () => opened.store.rows(endless)).catch((error) => error.name);
  expect(await opened.store.rows(short(4))).toEqual([{ number: 4 }]);
  leave();
  expect(await heavy).toBe("AbortError");
});
