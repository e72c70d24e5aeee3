import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { refused, siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);
const contract = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";

it("groups the results of a search by kind, with the figures of each agency", async () => {
  const answer = await site.json<{ query: object; groups: { kind: string }[] }>(
    "/api/search?q=west%20publishing",
  );
  expect(answer.query).toEqual({ q: "west publishing" });
  expect(answer.groups.map(({ kind }) => kind)).toEqual(["company", "recipient", "words"]);
  expect(answer.groups[1]).toMatchObject({
    total: 1,
    hits: [
      {
        label: "WEST PUBLISHING CORPORATION",
        detail: "grouped under Thomson Reuters",
        agencies: [
          { agency: "7012", totals: { net: 773934.36, actions: 20, contracts: 9, companies: 1 } },
          { agency: "7014", totals: { net: 159777.96, actions: 4 } },
        ],
      },
    ],
  });
});

it("redirects a whole contract number to its contract, however it is typed", async () => {
  for (const [number, name, location] of [
    ["70CTD022FR0000170", "bundled", contract],
    ["70ctd0-22-f-r0000170", "bundled", contract],
    ["70CTD0 22 FR 0000170", "bundled", contract],
    ["70cdcr25-f-00000008", "hostile", "/contracts/70CDCR25F00000008"],
  ] as const) {
    const path = `/search?${new URLSearchParams({ q: number })}`;
    const response = await siteOf(name).fetch(path, { redirect: "manual" });
    expect(response.status, path).toBe(307);
    expect(response.headers.get("location"), path).toBe(location);
  }
});

it("a contract number redirects to its contract, without scripts", async () => {
  const box = (await page("/search")).all("input", /^Search companies/);
  const found = await page(box.submission({ q: "70ctd0-22-f-r0000170" }));
  expect(found.address).toBe(contract);
  expect(found.all("h1").text).toMatch(/^Palantir: INVESTIGATIVE CASE MANAGEMENT/);
});

it("a number of two contracts leads to a choice between them", async () => {
  const hostile = pagesOf(siteOf("hostile"));
  const box = (await hostile("/search")).all("input", /^Search companies/);
  const found = await hostile(box.submission({ q: "70cdcr25-f-00000008" }));
  expect(found.address).toBe("/contracts/70CDCR25F00000008");
  expect(found.all("main p").with("2 contracts in these records have this PIID").count).toBe(1);
});

it("a recipient's name finds its company, with figures of ICE and of CBP", async () => {
  const box = (await page("/search")).all("input", /^Search companies/);
  const found = await page(box.submission({ q: "west publishing" }));
  expect(found.address).toBe("/search?q=west+publishing");
  const company = found.named("Companies").rows().at(0);
  expect(company.links("Thomson Reuters").hrefs).toEqual(["/companies/thomson-reuters"]);
  expect(company.text).toContain("recorded as WEST PUBLISHING CORPORATION");
  const recipient = found.named("Recipients as recorded").rows().at(0);
  const records = "/contracts?recipient=WEST+PUBLISHING+CORPORATION&grouped=no";
  expect(recipient.links("$773,934.36").hrefs).toEqual([records]);
  expect(recipient.links("$159,777.96").hrefs).toEqual([`${records}&agency=7014`]);
  const words = await found.follow(/with these words$/, found.named("Found"));
  expect(words.address).toBe("/contracts?q=west+publishing&agency=7012&agency=7014");
});

it("the exact name of one company opens its page, unless every result is requested", async () => {
  for (const [q, location] of [
    ["palantir", "/companies/palantir"],
    ["The GEO Group, Inc.", "/companies/geo-group"],
    ["at and t", "/companies/att"],
  ] as const) {
    const response = await site.fetch(`/search?${new URLSearchParams({ q })}`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")], q).toEqual([307, location]);
  }
  for (const query of ["q=palantir&all=yes", "q=%22palantir%22", "q=ice", "q=west+publishing"]) {
    const response = await site.fetch(`/search?${query}`, { redirect: "manual" });
    expect(response.status, query).toBe(200);
  }
});

it("a misspelled name is answered with the company that it means, first and as a link", async () => {
  for (const [q, name, slug] of [
    ["palantr", "Palantir", "palantir"],
    ["delloite", "Deloitte", "deloitte"],
    ["geo grp", "The GEO Group", "geo-group"],
    ["motarola", "Motorola Solutions", "motorola-solutions"],
  ] as const) {
    const found = await page(`/search?${new URLSearchParams({ q })}`);
    const [first] = found.all("main p").with("Did you mean").texts;
    expect(first, q).toMatch(new RegExp(`^Did you mean ${name}\\?`));
    expect(found.all("main").links(name).hrefs, q).toEqual([`/companies/${slug}`]);
  }
  expect((await page("/search?q=zzzzqq")).all("main p").with("Did you mean").count).toBe(0);
});

it("an amount leads to the search for figures", async () => {
  const found = await page(`/search?${new URLSearchParams({ q: "$29.8M" })}`);
  expect(found.all("main").links("Find $29.8M in the records").hrefs).toEqual(["/find?amount=%2429.8M"]);
});

it("suggests names and numbers with their dollars, and says when that changes", async () => {
  const path = "/api/suggest?q=palantr";
  const response = await site.fetch(path);
  expect(response.headers.get("cache-control")).toContain("max-age=60");
  const { query, hits } = (await response.json()) as { query: object; hits: object[] };
  expect(query).toEqual({ q: "palantr", agency: ["7012"] });
  expect(hits[0]).toEqual({
    kind: "company",
    label: "Palantir",
    detail: null,
    href: "/companies/palantir",
    net: 318_638_423.1,
    slug: "palantir",
  });
  const known = { "if-none-match": response.headers.get("etag") ?? "" };
  expect((await site.fetch(path, { headers: known })).status).toBe(304);
  expect((await site.fetch(`${path}&kind=company`, { headers: known })).status).toBe(200);
});

it("names the parameters of suggestions that it cannot read", async () => {
  for (const [path, name] of [
    ["/api/suggest", "q"],
    ["/api/suggest?q=a&q=b", "q"],
    ["/api/suggest?q=a&kind=words", "kind"],
    ["/api/suggest?q=a&fy=2025", "fy"],
    [`/api/suggest?q=${"x".repeat(501)}`, "q"],
  ] as const) {
    const response = await site.fetch(path);
    expect(response.status, path).toBe(400);
    expect((await refused(response))?.[0], path).toBe(name);
  }
});

it("suggests text of hostile records as text", async () => {
  const { hits } = await siteOf("hostile").json<{ hits: { label: string }[] }>("/api/suggest?q=script");
  for (const { label } of hits) expect(typeof label).toBe("string");
});

it("a part of a number lists the contracts and links to all of them", async () => {
  const found = await page("/search?q=70CTD022FR00001");
  const contracts = found.named("Contracts");
  expect(contracts.row(/^70CTD022FR00001/).count).toBe(8);
  expect(contracts.links("70CTD022FR0000170").hrefs).toEqual([contract]);
  expect(found.links("All contracts that fit").hrefs).toEqual([
    "/contracts?q=70CTD022FR00001&agency=7012&agency=7014",
  ]);
});

it("a search without results says where it looked and what the records leave out", async () => {
  const notice = (await page("/search?q=zzzzqq")).all("aside", "No results for “zzzzqq” in these records");
  expect(notice.text).toContain("every contract action by ICE and CBP");
  expect(notice.links("What these records leave out").hrefs).toEqual(["/method#left-out"]);
});

it("a search can be changed on its page", async () => {
  const again = (await page("/search?q=detention")).named("Search again");
  expect(again.all("input").attributes("value")).toEqual(["detention"]);
  const found = await page(again.all("button").submission({ q: "<b>geo</b> group" }));
  expect(found.all("h1").text).toBe("Search: <b>geo</b> group");
  const blank = await page("/search");
  expect(blank.all("main p").with("A full contract number opens its contract.").count).toBe(1);
});
