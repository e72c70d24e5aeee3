import { expect, it } from "vitest";

import { SharedWork } from "@/lib/store/shared-work";

const gone = new Error("gone");

/** Work that ends on request, and what has happened to it. */
function begin() {
  let finish = (_: string) => {};
  const work = new SharedWork<string>(
    (stop) =>
      new Promise((resolve, reject) => {
        finish = resolve;
        stop.addEventListener("abort", () => reject(stop.reason));
      }),
  );
  return { work, finish: (result: string) => finish(result) };
}

it("gives every client the same result", async () => {
  const { work, finish } = begin();
  const results = [work.join(), work.join(new AbortController().signal)];
  finish("done");
  expect(await Promise.all(results)).toEqual(["done", "done"]);
});

it("goes on for those who stay, and ends when the last one leaves", async () => {
  const { work, finish } = begin();
  const [one, other] = [new AbortController(), new AbortController()];
  const results = [work.join(one.signal), work.join(other.signal)];
  one.abort(gone);
  await expect(results[0]).rejects.toBe(gone);
  expect(work.isStopped).toBe(false);
  other.abort(gone);
  await expect(results[1]).rejects.toBe(gone);
  expect(work.isStopped).toBe(true);
  finish("too late");
});

it("is not ended by a client that has its result already", async () => {
  const { work, finish } = begin();
  const client = new AbortController();
  const result = work.join(client.signal);
  finish("done");
  await result;
  client.abort(gone);
  expect(work.isStopped).toBe(false);
});
