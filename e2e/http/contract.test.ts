import { expect, it } from "vitest";

import { pagesOf, type ServedPage } from "./page";
import { siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);
const palantir = "CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";

it.each([
  [palantir, 16],
  // Another contract's descriptions contain this PIID; its file leaves them out.
  ["CONT_AWD_70CMSW21FC0000072_7012_HSCEMS17A00004_7012", 3],
])("a contract's page links to a file of exactly its actions: %s", async (key, count) => {
  const page = await site.text(`/contracts/${key}`);
  const [, link = ""] = /href="(\/contracts\.csv[^"]*)"/.exec(page) ?? [];
  const rows = await site.rows(link.replaceAll("&amp;", "&"));
  expect(rows.map((row) => row.contract_award_unique_key)).toEqual(Array(count).fill(key));
});

it("a contract as JSON has its actions with their kinds and running total", async () => {
  const answer = await site.json<{ contract: object; actions: object[] }>(`/api/contracts/${palantir}`);
  expect(answer.contract).toMatchObject({ in_records: 150703824.61 });
  expect(answer.actions).toHaveLength(16);
  expect(answer.actions[11]).toMatchObject({
    kind: "option exercised",
    kind_from: "text",
    kind_words: "EXERCISES OPTION PERIOD 3",
    running_total: 107453907.61,
  });
  expect(answer).toMatchObject({
    brands: [],
    predecessors: [{ piid: "70CTD019FR0000268" }],
    successors: [{ piid: "70CTD026FC0000012" }, { piid: "70CTD026FC0000018", days: 83 }],
  });
});

it.each(["70CTD022FR0000170", "70CTD0-22-F-R0000170", "see 70ctd022fr0000170, p. 3"])(
  "%s leads to the same contract as the award key, which is the canonical address",
  async (name) => {
    const page = await site.text(`/contracts/${encodeURIComponent(name)}`);
    expect(page).toContain("$150,703,824.61");
    expect(page).toContain(`<link rel="canonical" href="${site.origin}/contracts/${palantir}"/>`);
    expect(/<title>([^<]*)/.exec(page)?.[1]).toContain("70CTD022FR0000170, Palantir");
  },
);

it.each(["NO-SUCH-CONTRACT", "a%2Fb%22%00c", "%25E0%25A4%25A", "%E0%A4%A"])(
  "an address without a contract is a 404 that says what the records cover: %s",
  async (key) => {
    const page = (await site.text(`/contracts/${key}`, 404)).replaceAll("<!-- -->", "");
    expect(page).toContain(">Page not found</h1>");
    expect(page).toContain("signed from Oct. 1, 2020, to Aug. 20, 2026");
  },
);

const actions = (page: ServedPage) => page.named("Actions of this contract");
/** The main figures of a contract's page. */
const sums = (page: ServedPage) => page.all("main dl").at(0);
const facts = (page: ServedPage) => page.named("What the record says");
const runningTotal = (page: ServedPage) => page.all("figure", "Running total in these records");
const suggested = "Other orders, close in time, that describe the same thing";

it("a contract's actions run to its total in these records, each with its kind and amount", async () => {
  const page = await open(`/contracts/${palantir}`);
  expect(page.all("h1").text).toMatch(/^Palantir: INVESTIGATIVE CASE MANAGEMENT/);
  expect(actions(page).rows().count).toBe(16);
  expect(actions(page).all("tbody td").texts.at(-1)).toBe("$150,703,824.61");
  expect(actions(page).all("tfoot").text).toContain("$150,703,824.61");
  expect(sums(page).text).toContain("Obligated in these records (net)$150,703,824.61");
  expect(sums(page).text).toContain("Added$150,721,824.61");
  expect(sums(page).text).toContain("Taken back−$18,000.00");
  expect(page.all("main").text).not.toContain("Earlier actions are not in these records");

  const action = (modification: string) => actions(page).row(modification).text;
  // Two actions of the same amount are two actions.
  expect(action("P00009")).toContain("$29,898,236.00");
  expect(action("P00009")).toContain("2025-04-11");
  expect(action("P00012")).toContain("$29,898,236.00");
  expect(action("P00012")).toContain("2025-09-25");

  expect(action("0")).toContain("award modification 0");
  expect(action("P00002")).toContain("no money read from the amount");
  expect(action("P00008")).toContain("extended read from the text: NO-COST EXTENSION");
  expect(action("P00010")).toContain("−$18,000.00");
  expect(action("P00010")).toContain("money taken back read from the text: DEOBLIGATES EXCESS FUNDS");
  expect(action("P00011")).toContain("option exercised read from the text: EXERCISES OPTION PERIOD 3");
});

it("a partial termination is a kind of its own, and the page says what its kinds mean", async () => {
  const raven = "70CTD022FR0000002";
  const page = await open(`/contracts/${raven}`);
  expect(actions(page).row("P00013").text).toContain(
    "partly terminated read from the text: PARTIAL TERMINATION FOR CONVENIENCE",
  );
  const meant = page.all("details").with("What the kinds mean").text;
  expect(meant).toContain("partly terminated");
  expect(meant).toContain("the rest continues");
  expect(meant).not.toContain("cancelled");

  const answer = await site.json<{ actions: object[] }>(`/api/contracts/${raven}`);
  expect(answer.actions).toContainEqual(
    expect.objectContaining({ modification_number: "P00013", kind: "partly terminated" }),
  );
  expect((await open("/data")).all("main").text).toContain("terminated, partly terminated, cancelled");
});

it("a contract for another agency says so, and that the funding agency is unknown", async () => {
  const radios = await open("/contracts/70CTD026FR0000008");
  expect(radios.all("main p").with("says that it is for CBP").text).toBe(
    "The description of modification P00002 says that it is for CBP. ICE awarded this contract, and it counts as ICE’s, no matter which agency funds it; these records do not say who does.",
  );
  expect(radios.all("main summary + ul").text).toContain(
    "under the agency that awarded the contract, not the one",
  );
  const palantir = await open("/contracts/70CTD022FR0000170");
  expect(palantir.all("main p").with("no matter which agency funds it").count).toBe(0);
});

it("a contract's page names its vehicle and source, and words a citation and a records request", async () => {
  const page = await open(`/contracts/${palantir}`);
  expect(facts(page).text).toContain("Kind of vehicleGSA schedule");
  expect(facts(page).links("GS35F0086U").hrefs).toEqual(["/vehicles/GS35F0086U"]);
  expect(page.links("70CTD022FR0000170 at USAspending.gov").hrefs).toEqual([
    "https://www.usaspending.gov/award/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730",
  ]);
  expect(page.links("16 actions (CSV)").hrefs).toEqual([expect.stringMatching(/^\/contracts\.csv\?/)]);
  expect(page.links("Contract and actions (JSON)").hrefs).toEqual([`/api/contracts/${palantir}`]);
  const citation = page.all("p").with(/snapshot [0-9a-f]+\.$/);
  expect(citation.count).toBe(1);
  expect(citation.text).toContain("$150,703,824.61 obligated (net) in these records, 16 contract actions");
  expect(citation.text).toContain("U.S. Immigration and Customs Enforcement, contract 70CTD022FR0000170");
  expect(citation.text).toContain("Data through Aug. 20, 2026, retrieved");
  expect(citation.text).toContain("Source: USAspending.gov");
  const request = page.all("p").with(/^Contract or order number \(PIID\): 70CTD022FR0000170\./);
  expect(request.text).toContain(
    "Parent agreement (parent PIID): GS35F0086U. Agency: U.S. Immigration and Customs Enforcement.",
  );
});

it("a contract's figures link to its actions, and its other orders to their pages", async () => {
  const page = await open(`/contracts/${palantir}`);
  const back = await page.follow("−$18,000.00", sums(page));
  expect(back.address).toContain("sign=neg");
  expect(back.named("Result").text).toContain("1 action · 1 contract");
  expect(back.named("Result").figures).toContain("−$18,000.00");
  const other = await page.follow("70CTD022FR0000070", page.named("Table of other orders"));
  expect(other.address).toContain("70CTD022FR0000070");
  expect(other.all("h1").text).toMatch(/^Palantir: FALCON OPERATIONS AND MAINT/);
  expect(sums(other).figures).toContain("$6,937,738.86");
});

it("the raw record has every column of every action under its own name", async () => {
  const page = await open(`/contracts/${palantir}`);
  expect(page.all("summary").texts).toContain("Show the raw record of 16 actions");
  const raw = page.named("Raw record");
  expect(raw.all("thead th").texts).toEqual([
    "contract_award_unique_key",
    "award_id_piid",
    "modification_number",
    "action_date",
    "federal_action_obligation",
    "awarding_sub_agency_code",
    "awarding_sub_agency_name",
    "recipient_name",
    "product_or_service_code_description",
    "naics_description",
    "transaction_description",
  ]);
  expect(raw.rows().count).toBe(16);
  expect(raw.rows().with("P00010").text).toContain("-18000.00");
});

it("a contract that began before the records says so, in its chart and table too", async () => {
  const page = await open("/contracts/CONT_AWD_70CDCR18C00000003_7012_-NONE-_-NONE-");
  expect(sums(page).figures).toContain("$407,095,709.43");
  expect(page.notices("Earlier actions are not in these records").text).toContain("Oct. 1, 2020");
  expect(actions(page).all("caption").text).toContain("earlier actions are not in these records");
  expect(page.all("dt").texts).toContain("First description in these records");
  expect(runningTotal(page).all("li").texts).toContain("earlier actions are not in these records");
});

it("a contract of one action has no chart, and one without an award key no official link", async () => {
  const single = await open("/contracts/70CDCR18P00000047");
  expect(single.headings("Actions").count).toBe(1);
  expect(runningTotal(single).count).toBe(0);
  const keyless = await open("/contracts/7012-70CDCR19P00000051");
  expect(keyless.links(/at USAspending\.gov/).count).toBe(0);
  expect(keyless.all("dd").with("The records give no award key for this contract").count).toBe(1);
  expect(facts(keyless).count).toBe(1);
  expect(facts(keyless).text).not.toContain("Kind of vehicle");
});

it("orders close in time that describe the same thing are marked as suggestions, with their words, and link to their pages", async () => {
  const page = await open("/contracts/70CDCR22FR0000008");
  const section = page.named(suggested);
  expect(section.text).toContain("Suggested by a rule and not confirmed");
  expect(section.named("Later orders").text).toContain("38 days before this contract’s last action");
  expect(section.named("Later orders").text).toContain("OTAY, MESA");
  expect(section.named("Earlier orders").text).toContain("6 days before this contract’s award");
  const beside = await page.follow("All contracts of this company from this office", section);
  expect(beside.all("main").text).toContain("70CDCR23FR0000015");
  const successor = await page.follow("70CDCR23FR0000015", section);
  expect(sums(successor).figures).toContain("$87,937,059.32");

  const answer = await site.json("/api/contracts/70CDCR22FR0000008");
  expect(answer).toMatchObject({ successors: [{ piid: "70CDCR23FR0000015", words: ["OTAY", "MESA"] }] });
});
