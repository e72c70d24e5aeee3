import { expect, it } from "vitest";

import { pagesOf, type ServedPage } from "./page";
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

it("names the earlier snapshot on each of its pages, and links to the same page of the newest", async () => {
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
    "/expiring",
    "/search?q=acme&all=yes",
    "/find?amount=100",
    "/data",
  ]) {
    const found = await page(and(path, `snapshot=${earlier}`));
    const notice = found.notices("You are viewing an earlier snapshot, built");
    expect(notice.text, path).toContain(`Every figure on this page comes from this snapshot (${earlier})`);
    expect(notice.links("View the newest snapshot").hrefs, path).toEqual([path]);
    for (const form of found.all("main form").each)
      expect(form.all('input[name="snapshot"]').attributes("value"), `form on ${path}`).toEqual([earlier]);
  }
});

it("reads and exports the named snapshot", async () => {
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

it("refuses a snapshot that is not stored, and says where stored ones are listed", async () => {
  for (const path of [
    "/api/contracts",
    "/contracts.csv",
    "/api/companies/acme",
    "/changes.atom",
    "/api/find?amount=1",
  ]) {
    expect(await site.json(and(path, "snapshot=0123456789ab"), 404), path).toMatchObject({
      title: "No such snapshot",
      detail: expect.stringContaining("/api/snapshots"),
    });
  }
});

const earlierNotice = (found: ServedPage) => found.notices("You are viewing an earlier snapshot");
const result = (found: ServedPage) => found.named("Result").figures;

it("an earlier snapshot can be read, keeps its notice from link to link, and links back", async () => {
  const { earlier } = await keptIds();
  const data = await page("/data");
  expect(earlierNotice(data).count).toBe(0);
  const front = await data.follow(`View this one, ${earlier}`);
  expect(front.address).toBe(`/?snapshot=${earlier}`);
  expect(earlierNotice(front).text).toContain(earlier);

  const list = await page(`/contracts?snapshot=${earlier}`);
  expect(earlierNotice(list).text).toContain("The newest one was built");
  expect(result(list)).toContain("$2,972,494.50");
  const company = await list.follow("Acme Inc.", list.rows());
  expect(company.address).toBe(`/companies/acme?snapshot=${earlier}`);
  expect(earlierNotice(company).count).toBe(1);
  const contract = await list.follow("70CDCR26P00000001", list.rows());
  expect(contract.address).toBe(`/contracts/7012-70CDCR26P00000001?snapshot=${earlier}`);
  expect(contract.all("main dl").at(0).figures).toContain("$100.00");

  const newest = await list.follow("View the newest snapshot", earlierNotice(list));
  expect(newest.address).toBe("/contracts");
  expect(earlierNotice(newest).count).toBe(0);
  expect(result(newest)).toContain("$2,972,514.50");
});
