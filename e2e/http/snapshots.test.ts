import { expect, it } from "vitest";

import { noticeOf, pagesOf, tagsOf, textOf } from "./page";
import type { ListAnswer } from "./shapes";
import { siteOf } from "./site";

// Two snapshots of a small history. In the earlier one an action has $100.00 that the newest corrects to $120.00.
const site = siteOf("changes");
const page = pagesOf(site);

const nets = { earlier: 2_972_494.5, newest: 2_972_514.5 };

async function keptIds(): Promise<{ earlier: string; newest: string }> {
  const { snapshots } = await site.json<{ snapshots: { id: string }[] }>("/api/snapshots");
  expect(snapshots).toMatchObject([
    { current: true, totals: { net: nets.newest, actions: 6 } },
    { current: false, totals: { net: nets.earlier, actions: 6 } },
  ]);
  const [newest, earlier] = snapshots.map(({ id }) => id);
  return { earlier: earlier ?? "", newest: newest ?? "" };
}

const and = (path: string, parameter: string) => `${path}${path.includes("?") ? "&" : "?"}${parameter}`;

it("names the earlier snapshot on every page that shows it, and links to the same page of the newest", async () => {
  const { earlier } = await keptIds();
  for (const path of [
    "/",
    "/contracts?show=company",
    "/contracts/70CDCR26P00000001",
    "/companies",
    "/companies/acme",
    "/brands",
    "/brands/azure",
    "/agencies",
    "/agencies/7012",
    "/agencies/7012/offices/70CDCR",
    "/vehicles",
    "/changes",
    "/ending",
    "/search?q=acme",
    "/find?amount=100",
    "/data",
  ]) {
    const found = await page(and(path, `snapshot=${earlier}`));
    const notice = noticeOf(found, "You are reading an earlier snapshot, built on") ?? "";
    expect(textOf(notice), path).toContain(`Every figure on this page is of this snapshot (${earlier})`);
    const [newest] = /<a\b[^>]*>Read the (?:<!-- -->)?newest(?:<!-- -->)? instead<\/a>/.exec(notice) ?? [];
    expect(tagsOf(newest ?? "", "a")[0]?.href, path).toBe(path);
  }
});

it("answers and exports the snapshot that is named", async () => {
  const { earlier, newest } = await keptIds();
  for (const [snapshot, net] of [
    [earlier, nets.earlier],
    [newest, nets.newest],
  ] as const) {
    const response = await site.fetch(`/api/contracts?snapshot=${snapshot}`);
    expect(response.headers.get("etag")).toContain(snapshot);
    const answer: ListAnswer = await response.json();
    expect(answer).toMatchObject({ snapshot: { id: snapshot }, totals: { net } });
    const rows = await site.rows(`/contracts.csv?view=actions&snapshot=${snapshot}`);
    expect(rows.map((row) => row.snapshot)).toEqual(Array(6).fill(snapshot));
  }
});

it("refuses a snapshot that is not kept, and says where the kept ones are listed", async () => {
  for (const path of [
    "/api/contracts",
    "/contracts.csv",
    "/api/companies/acme",
    "/changes.atom",
    "/api/find?amount=1",
  ]) {
    expect(await site.json(and(path, "snapshot=0123456789ab"), 404), path).toMatchObject({
      title: "That snapshot is not kept here",
      detail: expect.stringContaining("/api/snapshots"),
    });
  }
});

it("does not send the list of snapshots again that has not changed", async () => {
  const { headers } = await site.fetch("/api/snapshots");
  const known = { headers: { "if-none-match": headers.get("etag") ?? "" } };
  expect((await site.fetch("/api/snapshots", known)).status).toBe(304);
});
