import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { siteOf } from "./site";

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
  expect(notice.links("What these records leave out").hrefs).toEqual(["/data#left-out"]);
});

it("a search can be changed on its page", async () => {
  const again = (await page("/search?q=palantir")).named("Search again");
  expect(again.all("input").attributes("value")).toEqual(["palantir"]);
  const found = await page(again.all("button").submission({ q: "<b>geo</b> group" }));
  expect(found.all("h1").text).toBe("Search: <b>geo</b> group");
  const blank = await page("/search");
  expect(blank.all("main p").with("A full contract number opens its contract.").count).toBe(1);
});
