import { expect, it } from "vitest";

import { admission, Busy, busy, laneOf, refusalPage, refusalProblem, tooLong } from "@/lib/http/admission";
import type { Client } from "@/lib/store/client";

const lane = (address: string) => {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return laneOf(pathname, searchParams);
};

it("gives pages and small responses the normal lane, and expensive ones the heavy lane", () => {
  for (const address of ["/", "/contracts?q=two+words&size=100", "/api/groups?by=month", "/nothing"])
    expect(lane(address), address).toBe("normal");
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
  /** Has received the whole response. */
  end: () => void;
  leave: () => void;
}

function visitor(): Visitor {
  const leaving = new AbortController();
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    left: leaving.signal,
    done,
    isHeavy: false,
    isNavigation: false,
    end,
    leave: () => leaving.abort(new Error("left")),
  };
}

const small = { maxActive: 1, maxQueued: 1, timeoutMs: 60_000 };

it("runs as many as fit, starts the next when one ends, and refuses the rest", async () => {
  const admit = admission({ normal: { ...small, maxActive: 2 }, heavy: small });
  const [one, two, three, four] = [visitor(), visitor(), visitor(), visitor()];
  await Promise.all([admit(one, "normal"), admit(two, "normal")]);
  const waiting = admit(three, "normal");
  await expect(admit(four, "normal")).rejects.toBeInstanceOf(Busy);
  await admit(four, "heavy");
  expect(four.isHeavy).toBe(true);
  one.end();
  await waiting;
});

it("forgets clients that disconnect while they wait", async () => {
  const admit = admission({ normal: small, heavy: small });
  const [one, two, three] = [visitor(), visitor(), visitor()];
  await admit(one, "normal");
  const waiting = admit(two, "normal");
  two.leave();
  await expect(waiting).rejects.toThrow("left");
  const next = admit(three, "normal");
  one.end();
  await next;
});

it("refuses a request that waits too long", async () => {
  const admit = admission({ normal: { ...small, timeoutMs: 5 }, heavy: small });
  await admit(visitor(), "normal");
  await expect(admit(visitor(), "normal")).rejects.toBeInstanceOf(Busy);
});

it("explains a refusal in a page and in a problem document", async () => {
  const page = refusalPage(busy);
  expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await page.text()).toContain("try again in a few seconds");
  expect(await refusalPage(tooLong).text()).toContain("at most 4,000 characters");
  const problem = refusalProblem(busy);
  expect([problem.status, problem.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await problem.json()).toMatchObject({ title: "The site is busy", status: 503 });
});
