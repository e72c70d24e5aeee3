import { readFileSync } from "node:fs";
import { join } from "node:path";

import Papa from "papaparse";
import { expect, it } from "vitest";

import { hostilePaths } from "../pages";
import { pagesOf } from "./page";
import type { ContractJson, GroupsAnswer, ListAnswer } from "./shapes";
import { siteOf } from "./site";

// Records that try to be markup, formulas and SQL.
const site = siteOf("hostile");
const page = pagesOf(site);

const source = readFileSync(join(import.meta.dirname, "..", "fixtures/hostile/records/hostile.csv"), "utf8");
const recorded = Papa.parse<Record<string, string>>(source, { header: true, skipEmptyLines: true }).data;

it("escapes markup in records and addresses on every page", async () => {
  for (const path of [
    ...hostilePaths,
    "/contracts?view=actions&cols=recipient_name&cols=product_or_service_code_description&cols=naics_description&cols=transaction_description",
    "/contracts?show=company",
    "/contracts/70CDCR25P00000001",
  ]) {
    const found = await page(path);
    expect(found.html, path).not.toMatch(
      /<script>(?:alert|document)|<img src=x|<svg\/onload|<b>bold|<b>written by hand/,
    );
    for (const thing of found.things) expect(thing, path).toHaveProperty("@context");
  }
  const { html } = await page("/contracts/70CDCR25P00000001");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; INC");
});

it("guards every CSV cell against formulas, and keeps its text", async () => {
  const rows = await site.rows("/contracts.csv?view=actions&sort=action_date");
  expect(rows).toHaveLength(recorded.length);
  for (const [index, row] of rows.entries()) {
    for (const [name, value] of Object.entries(recorded[index] ?? {})) {
      const cell = row[name] ?? "";
      if (name === "federal_action_obligation") {
        expect(cell).toBe(value);
        continue;
      }
      expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      const isGuarded = /^'*[=+\-@\t\r\n]/.test(value);
      expect(cell).toBe(isGuarded ? `'${value}` : value);
    }
  }
});

it("states the largest amounts to the cent", async () => {
  const { contract, actions } = await site.json<ContractJson>("/api/contracts/70CDCR25P00000006");
  expect(contract.in_records).toBe(0.01);
  expect(actions.map((action) => action.federal_action_obligation)).toEqual([
    9999999999999.99, -9999999999999.98,
  ]);
  const shown = await page("/contracts/70CDCR25P00000006");
  expect(shown.all("main dl").at(0).figures).toContain("$9,999,999,999,999.99");
});

it("searches for odd characters as characters", async () => {
  for (const [q, count] of [
    [`"' or 1=1; drop table actions; --"`, 1],
    ['"line two, with"', 1],
    ["%s", 1],
    ["_", 1],
    ["\\", 0],
    ["日本", 1],
    ["ñandú", 1],
    ["'''@twice", 0],
    ["''@twice", 1],
  ] as const) {
    const answer = await site.json<ListAnswer>(`/api/contracts?${new URLSearchParams({ q })}`);
    expect(answer.totals.contracts, q).toBe(count);
  }
});

it("gives null for blank cells", async () => {
  const { rows } = await site.json<ListAnswer>("/api/contracts?q=70CDCR25P00000007");
  expect(rows).toMatchObject([
    {
      key: "7012-70CDCR25P00000007",
      recipient: null,
      description: null,
      psc: null,
      naics: null,
      vehicle: null,
    },
  ]);
  const { groups } = await site.json<GroupsAnswer>("/api/groups?by=vehicle_agency");
  expect(groups.map(({ key }) => key)).toEqual(["none", "4730", "7012", null]);
});

it("offers both contracts of a PIID that two contracts have", async () => {
  for (const name of ["70CDCR25F00000008", "7012-70cdcr25f00000008"]) {
    const { choices } = await site.json<{ choices: { key: string }[] }>(`/api/contracts/${name}`, 300);
    expect(choices.map(({ key }) => key).toSorted(), name).toEqual([
      "CONT_AWD_70CDCR25F00000008_7012_70CDCR24D00000001_7012",
      "CONT_AWD_70CDCR25F00000008_7012_GS35F0119Y_4730",
    ]);
  }
});

it("a PIID of two contracts is a choice between them", async () => {
  const choice = await page("/contracts/70CDCR25F00000008");
  expect(choice.all("main p").with("2 contracts in these records have this PIID").count).toBe(1);
  const second = choice.rows().with("Two Inc.");
  expect(second.figures).toEqual(["$20.00"]);
  const contract = await choice.follow(/./, second);
  expect(contract.address).toBe("/contracts/CONT_AWD_70CDCR25F00000008_7012_GS35F0119Y_4730");
  expect(contract.named("Actions of this contract").text).toContain("SECOND OF TWO CONTRACTS WITH ONE PIID");
});
