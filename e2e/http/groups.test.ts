import { expect, it } from "vitest";

import { pagesOf } from "./page";
import type { GroupsAnswer } from "./shapes";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);
const groups = (query: string) => site.json<GroupsAnswer>(`/api/groups?${query}`);

it("keeps the newest months, and adds up the earlier ones", async () => {
  interface Answer {
    groups: { key: string; net: number }[];
    rest: { net: number; groups: number };
    totals: { net: number };
  }
  const all = await site.json<Answer>("/api/groups?by=month");
  const { groups, rest, totals } = await site.json<Answer>("/api/groups?by=month&top=3");
  expect(groups).toEqual(all.groups.slice(-3));
  expect(groups.map(({ key }) => key)).toEqual(["2026-06", "2026-07", "2026-08"]);
  expect(rest.groups).toBe(all.groups.length - 3);
  const sum = groups.reduce((net, group) => net + Math.round(group.net * 100), Math.round(rest.net * 100));
  expect(sum).toBe(Math.round(totals.net * 100));
});

it("lists months without a gap", async () => {
  const keys = (await groups("by=month&q=ammunition")).groups.map(
    ({ key }) => Number(key?.slice(0, 4)) * 12 + Number(key?.slice(5)),
  );
  expect(keys.length).toBeGreaterThan(24);
  expect(keys.every((key, index) => index === 0 || key === (keys[index - 1] ?? 0) + 1)).toBe(true);
});

it("groups as CSV add up to the totals, with the remainder in the last row", async () => {
  const { totals, snapshot } = await groups("by=company&fy=2025");
  const path = "/groups.csv?by=company&top=10&fy=2025";
  const response = await site.fetch(path);
  expect(response.headers.get("content-disposition")).toBe(
    `attachment; filename="ice-groups-by-company_fy-2025_top-10_${snapshot.id}.csv"`,
  );
  const text = await response.text();
  expect(text.split("\r\n")[0]).toBe("key,label,net,added,taken_back,actions,contracts,snapshot");
  const rows = await site.rows(path);
  expect(rows).toHaveLength(11);
  expect(rows.at(-1)).toMatchObject({
    key: "",
    label: expect.stringMatching(/^All other companies \([\d,]+\)$/),
  });
  expect(rows.every((row) => row.snapshot === snapshot.id && /^-?\d+\.\d\d$/.test(row.net ?? ""))).toBe(true);
  for (const name of ["net", "added", "taken_back"] as const) {
    const sum = rows.reduce((all, row) => all + cents(row[name] ?? ""), 0);
    expect(sum, name).toBe(cents(String(totals[name])));
  }
  expect(rows.reduce((all, row) => all + Number(row.actions), 0)).toBe(totals.actions);
  expect(await site.text("/api/groups?by=company&top=10&fy=2025&format=csv")).toBe(text);
  expect(await site.json("/groups.json?by=company&fy=2025")).toMatchObject({ totals });
});

it("two-way groups as CSV name both things and add up", async () => {
  const rows = await site.rows("/groups.csv?by=fiscal_year&by=agency&agency=7012&agency=7014");
  const { totals } = await groups("by=agency&agency=7012&agency=7014");
  expect(Object.keys(rows[0] ?? {}).slice(0, 4)).toEqual(["key", "label", "key2", "label2"]);
  expect(new Set(rows.map(({ key2 }) => key2))).toEqual(new Set(["7012", "7014"]));
  expect(rows.reduce((all, { net }) => all + cents(net ?? ""), 0)).toBe(cents(String(totals.net)));
});

it("draws groups as PNG and SVG, and names the file after its content", async () => {
  const address = "/groups.png?by=company&top=10&fy=2025";
  const answer = await site.fetch(address);
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(answer.headers.get("content-disposition")).toMatch(
    /^inline; filename="ice-by-company_fy-2025_top-10_\w+\.png"$/,
  );
  expect(Buffer.from(await answer.arrayBuffer()).toString("latin1", 1, 4)).toBe("PNG");
  const drawn = await site.fetch("/groups.svg?by=month&company=palantir");
  expect(drawn.headers.get("content-type")).toBe("image/svg+xml");
  expect(await drawn.text()).toMatch(/^<svg /);
});

it("refuses what it cannot draw, by name", async () => {
  type Refusal = { parameters: { name: string; detail: string }[] };
  const refusal = await site.json<Refusal>("/groups.png?by=company&by=month&top=0", 400);
  expect(refusal.parameters.map(({ name }) => name)).toEqual(["top", "by"]);
  expect(refusal.parameters[1]?.detail).toMatch(/^must be one grouping, or fiscal_year or month/);
  const large = await site.json<Refusal>("/groups.png?by=recipient&top=51", 400);
  expect(large.parameters[0]?.detail).toBe("must be one whole number from 1 to 50");
});

it("draws groups over time as lines, from the parameters of their file", async () => {
  const query = "by=fiscal_year&by=company&company=caci&company=deloitte&company=palantir";
  const svg = await site.text(`/groups.svg?${query}`);
  expect(svg.match(/<path[^>]+stroke-dasharray/g)).toHaveLength(3);
  expect((await site.fetch(`/groups.png?${query.replace("fiscal_year", "month")}`)).status).toBe(200);
  const rows = await site.rows(`/groups.csv?${query}`);
  expect(new Set(rows.map(({ key2 }) => key2))).toEqual(new Set(["caci", "deloitte", "palantir"]));
});

const bought = "by=company&by=vehicle_kind&by=office&fy=2026";

it("three-way groups add up, as a file, folded on the page and drawn", async () => {
  const { totals, groups: found } = await groups(bought);
  const rows = await site.rows(`/groups.csv?${bought}`);
  expect(Object.keys(rows[0] ?? {}).slice(4, 6)).toEqual(["key3", "label3"]);
  expect(rows).toHaveLength(found.length);
  expect(rows.reduce((all, { net }) => all + cents(net ?? ""), 0)).toBe(cents(String(totals.net)));
  const page = await open("/contracts?fy=2026&show=flow");
  const nets = page.all("#table-flow tbody data[value]").attributes("value").map(cents);
  expect(nets.length).toBeGreaterThan(20);
  expect(nets.length).toBeLessThanOrEqual(60);
  expect(nets.reduce((all, net) => all + net, 0)).toBe(cents(String(totals.net)));
  const svg = await site.text(`/groups.svg?${bought}`);
  expect(svg).toContain("The GEO Group");
  expect(await site.json(`/groups.png?by=company&by=vehicle_kind&by=month`, 400)).toMatchObject({
    status: 400,
  });
});

it("a kind of vehicle selects the same as its group says", async () => {
  const { groups: kinds } = await groups("by=vehicle_kind&fy=2025");
  for (const key of ["ice", "none", "OASIS"]) {
    const { totals } = await groups(`by=company&fy=2025&vehicle_kind=${key}`);
    expect(kinds.find((kind) => kind.key === key)).toMatchObject({
      net: totals.net,
      actions: totals.actions,
    });
  }
});
