import { expect, it } from "vitest";

import { siteOf } from "./site";

const site = siteOf("bundled");
const palantir = "CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";

it.each([
  [palantir, 16],
  // Another contract's descriptions name this one's number: its file leaves them out.
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
  expect(answer).toMatchObject({ brands: [], predecessors: [], successors: [] });
});

it("the PIID leads to the same contract as the award key, which is the canonical address", async () => {
  const page = await site.text("/contracts/70CTD022FR0000170");
  expect(page).toContain("$150,703,824.61");
  expect(page).toContain(`<link rel="canonical" href="${site.origin}/contracts/${palantir}"/>`);
  expect(/<title>([^<]*)/.exec(page)?.[1]).toContain("70CTD022FR0000170, Palantir");
});

it.each(["NO-SUCH-CONTRACT", "a%2Fb%22%00c", "%25E0%25A4%25A", "%E0%A4%A"])(
  "an address that names no contract is not found, and the page says what the records cover: %s",
  async (key) => {
    const page = (await site.text(`/contracts/${key}`, 404)).replaceAll("<!-- -->", "");
    expect(page).toContain(">Nothing at this address</h1>");
    expect(page).toContain("signed from 1 October 2020 to 20 August 2026");
  },
);
