import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);

interface Sums {
  net: number;
  actions: number;
}
interface OnePlace {
  place: { phrases: string[]; type: string[] };
  totals: Sums;
  whole_contracts: Sums;
}

const slug = "otay-mesa-detention-center";

it("gives the same figures of a facility at every endpoint", async () => {
  const list = await site.json<{ overlaps: boolean; rows: { slug: string; totals: Sums }[] }>("/api/places");
  expect(list.overlaps).toBe(true);
  const row = list.rows.find((one) => one.slug === slug);
  const one = await site.json<OnePlace>(`/api/places/${slug}`);
  expect(one.place.type).toEqual(["CDF"]);
  expect(one.totals).toEqual(row?.totals);
  expect(one.totals.net).toBeGreaterThan(400_000_000);
  expect(one.whole_contracts.net).toBeGreaterThanOrEqual(one.totals.net);
  const { totals } = await site.json<{ totals: Sums }>(`/api/contracts?place=${slug}`);
  expect(totals).toEqual(one.totals);
  const { groups } = await site.json<{ groups: (Sums & { key: string })[] }>("/api/groups?by=place");
  expect(groups.find(({ key }) => key === slug)).toMatchObject({
    net: one.totals.net,
    actions: one.totals.actions,
  });
  const csv = await (await site.fetch("/places.csv")).text();
  expect(csv).toContain(`${slug},Otay Mesa Detention Center,San Diego,CA,`);
  expect((await site.fetch("/api/places/no-such-place")).status).toBe(404);
});

it("reads a state in either case, and every facility there", async () => {
  const lower = await site.json<{ totals: Sums; query: { place: string[] } }>("/api/contracts?place=az");
  expect(lower.query.place).toEqual(["AZ"]);
  const { groups } = await site.json<{ groups: (Sums & { key: string })[] }>("/api/groups?by=place_state");
  expect(groups.find(({ key }) => key === "AZ")).toMatchObject({
    net: lower.totals.net,
    actions: lower.totals.actions,
  });
});

it("draws a map whose dots are links, with the same figures in a table", async () => {
  const places = await page("/places");
  const dots = places.all("main svg a[href^='/places/']");
  const rows = places.all("#table-places tbody tr");
  expect(dots.each.length).toBeGreaterThan(40);
  expect(dots.each.length).toBeLessThanOrEqual(rows.each.length);
  expect(dots.attributes("aria-label").join("\n")).toMatch(
    /Otay Mesa Detention Center, San Diego, CA: \$\d+/,
  );
  expect(places.all("main").text).toContain("so sums over places overlap");
  expect(places.named("What is not here").text).toContain("Agreements between governments");
});

it("a window of days holds for a facility's figures, and for links to facilities that share its actions", async () => {
  const { groups } = await site.json<{ groups: (Sums & { key: string })[] }>(
    "/api/groups?by=place&from=2025-10-01",
  );
  const sums = groups.find(({ key }) => key === slug);
  const found = await page(`/places/${slug}?from=2025-10-01`);
  expect(found.all("dd").at(0).all("data").attributes("value").map(Number)).toEqual([sums?.net]);
  const eloy = await page("/places/eloy-federal-contract-facility?from=2025-10-01");
  for (const href of eloy.all("main > p").links().hrefs) expect(href).toMatch(/\?from=2025-10-01$/);
});

it("shows what a facility’s descriptions share, what ICE calls it and its rule", async () => {
  const eloy = await page("/places/eloy-federal-contract-facility");
  expect(eloy.all("main").text).toContain("their amounts are not split");
  expect(eloy.named("What ICE calls it").text).toContain("DIGSA");
  expect(eloy.named("The rule").text).toContain("data/facilities.csv");
  const unnamed = await page("/places/linn-county-jail");
  expect(unnamed.all("main").text).toContain("No description of an action by ICE names Linn County Jail");
});

const agreement =
  /ICE listed it under an intergovernmental service agreement, dedicated to ICE \(DIGSA\), as of April 9, 2026, and money under such agreements is mostly not in these records\./;

it("says of a facility under an agreement between governments that its money is mostly not here, and finds nothing in the rest", async () => {
  for (const name of ["stewart-detention-center", "dilley-immigration-processing-center"]) {
    const found = await page(`/places/${name}`);
    expect(found.all("main").text, name).toMatch(agreement);
    expect(found.all("main figure h3, main figure h2").text, name).toContain("Obligations by fiscal year");
    expect(found.all("main").text, name).toContain("No field of these records says who runs a facility.");
  }
  const contract = await page("/places/adelanto-ice-processing-center");
  expect(contract.all("main").text).not.toContain("ICE listed it under");
  expect(contract.all("main").text).not.toContain("Obligations by fiscal year");
  expect(contract.named("The rule").text).toContain("“adelanto, ca detention” or “adelanto cdf”");
});

it("opens what is new at a facility and what ends there", async () => {
  const found = await page("/places/adelanto-ice-processing-center?from=2025-10-01");
  const { hrefs } = found.all("main").links();
  const place = "place=adelanto-ice-processing-center";
  expect(hrefs).toEqual(
    expect.arrayContaining([`/changes?${place}`, expect.stringMatching(`^/expiring\\?${place}&within=365$`)]),
  );
});

it("offers the facilities that a wrong address may mean", async () => {
  const response = await site.fetch("/places/stewert-detention");
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('href="/places/stewart-detention-center"');
  const moved = await site.fetch("/places/delaney-hall?from=2025-10-01", { redirect: "manual" });
  expect(moved.headers.get("location")).toMatch(
    /\/places\/delaney-hall-detention-facility\?from=2025-10-01$/,
  );
});

it("suggests a facility and finds it by a name on ICE’s lists", async () => {
  const { hits } = await site.json<{ hits: { kind: string; href: string }[] }>("/api/suggest?q=otay%20mesa");
  expect(hits[0]).toMatchObject({ kind: "place", href: `/places/${slug}` });
  const { groups } = await site.json<{ groups: { kind: string; hits: { href: string }[] }[] }>(
    "/api/search?q=eloy",
  );
  const found = groups.find(({ kind }) => kind === "place");
  expect(found?.hits.map(({ href }) => href)).toContain("/places/eloy-federal-contract-facility");
});
