import { expect, it } from "vitest";

import { admission, Busy, busy, laneOf, refusalPage, refusalProblem, tooLong } from "@/lib/http/admission";
import type { Client } from "@/lib/store/client";

const lane = (address: string) => {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return laneOf(pathname, searchParams);
};

it("gives pages and small answers the usual lane, and dear ones the heavy one", () => {
  for (const address of ["/", "/contracts?q=two+words&size=100", "/api/groups?by=month", "/nothing"])
    expect(lane(address), address).toBe("usual");
  for (const address of [
    "/api/groups?by=recipient&by=month",
    "/groups.PNG?by=month",
    "/contracts?size=500",
    "/contracts?q=-a+-b+-c+-d+-e",
  ])
    expect(lane(address), address).toBe("heavy");
  for (const address of ["/api/health", "/contracts.csv?size=500"]) expect(lane(address), address).toBeNull();
});

interface Visitor extends Client {
  /** Has the whole answer. */
  end: () => void;
  leave: () => void;
}

function visitor(): Visitor {
  const leaving = new AbortController();
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { left: leaving.signal, done, isHeavy: false, end, leave: () => leaving.abort(new Error("left")) };
}

const small = { maxActive: 1, maxQueued: 1, timeoutMs: 60_000 };

it("lets in as many as there is room for, the next as one ends, and refuses those beyond", async () => {
  const admit = admission({ usual: { ...small, maxActive: 2 }, heavy: small });
  const [one, two, three, four] = [visitor(), visitor(), visitor(), visitor()];
  await Promise.all([admit(one, "usual"), admit(two, "usual")]);
  const waiting = admit(three, "usual");
  await expect(admit(four, "usual")).rejects.toBeInstanceOf(Busy);
  await admit(four, "heavy");
  expect(four.isHeavy).toBe(true);
  one.end();
  await waiting;
});

it("forgets those who leave while they wait", async () => {
  const admit = admission({ usual: small, heavy: small });
  const [one, two, three] = [visitor(), visitor(), visitor()];
  await admit(one, "usual");
  const waiting = admit(two, "usual");
  two.leave();
  await expect(waiting).rejects.toThrow("left");
  const next = admit(three, "usual");
  one.end();
  await next;
});

it("refuses after a while those who are not let in", async () => {
  const admit = admission({ usual: { ...small, timeoutMs: 5 }, heavy: small });
  await admit(visitor(), "usual");
  await expect(admit(visitor(), "usual")).rejects.toBeInstanceOf(Busy);
});

it("says in a page and in a problem document what was refused and what to do", async () => {
  const page = refusalPage(busy);
  expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await page.text()).toContain("try again in a few seconds");
  expect(await refusalPage(tooLong).text()).toContain("at most 4,000 characters");
  const problem = refusalProblem(busy);
  expect([problem.status, problem.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await problem.json()).toMatchObject({ title: "The site is busy", status: 503 });
});
