import { expect, it } from "vitest";

import { cents, refused, siteOf } from "./site";

const site = siteOf("bundled");

interface Totals {
  net: number;
  actions: number;
}
interface BrandList {
  overlaps: boolean;
  query: { brand: string[] };
  rows: { slug: string; totals: Totals }[];
}
interface OneBrand {
  brand: { pattern: string[] };
  totals: Totals;
  by_recipient: { totals: Totals }[];
}

it("gives a brand's figures, rule and holders alike at every endpoint", async () => {
  const list = await site.json<BrandList>("/api/brands?fy=2025&brand=cisco");
  expect(list.overlaps).toBe(true);
  expect(list.query.brand).toEqual([]);
  const row = list.rows.find(({ slug }) => slug === "office-365");
  expect(row).toMatchObject({ name: "Office 365", owner: { slug: "microsoft", name: "Microsoft" } });

  const one = await site.json<OneBrand>("/api/brands/office-365?fy=2025");
  expect(one.brand.pattern).toEqual(["office 365", "o365", "m365", "microsoft 365"]);
  expect(one.totals).toEqual(row?.totals);
  const parts = one.by_recipient.map(({ totals }) => totals);
  expect(parts.reduce((sum, { actions }) => sum + actions, 0)).toBe(one.totals.actions);
  expect(parts.reduce((sum, { net }) => sum + cents(String(net)), 0)).toBe(cents(String(one.totals.net)));
  const { totals } = await site.json<{ totals: Totals }>("/api/contracts?fy=2025&brand=office-365");
  expect(totals).toEqual(one.totals);

  const groups = await site.json<{ overlaps: boolean; groups: { key: string }[] }>(
    "/api/groups?by=brand&fy=2025",
  );
  expect(groups.overlaps).toBe(true);
  expect(groups.groups.find(({ key }) => key === "office-365")).toMatchObject({
    label: "Office 365",
    net: one.totals.net,
    actions: one.totals.actions,
  });
  expect(await site.json("/api/groups?by=office")).toMatchObject({ overlaps: false });
});

it("gives records that sum to a brand's net", async () => {
  const asked = "agency=7012&agency=7014";
  const { totals } = await site.json<OneBrand>(`/api/brands/microsoft?${asked}`);
  const { rows } = await site.json<{ rows: Totals[] }>(`/contracts.json?${asked}&brand=microsoft`);
  expect(rows.reduce((sum, { net }) => sum + cents(String(net)), 0)).toBe(cents(String(totals.net)));
});

it.each([
  ["/api/brands/no-such-brand", 404],
  ["/api/brands/cisco?brand=webex", 400],
  ["/api/brands/cisco?color=blue", 400],
  ["/api/brands?snapshot=another", 404],
] as const)("refuses %s with %i and a problem document", async (path, status) => {
  const response = await site.fetch(path);
  expect(response.status).toBe(status);
  await refused(response);
});

it("has no page of an unknown brand", async () => {
  expect(await site.text("/brands/no-such-brand", 404)).toContain(">Nothing at this address</h1>");
});
