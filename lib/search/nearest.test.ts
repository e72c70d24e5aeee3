import { expect, it } from "vitest";

import { seeded } from "@/lib/bench/random";
import { readEnv } from "@/lib/env";
import { change, defaults } from "@/lib/query/query";
import { readEntries } from "@/lib/search/entries";
import { likelyNames, nearestCompanies } from "@/lib/search/nearest";
import { suggest } from "@/lib/search/suggest";
import { keyboardSlips, misspellings } from "@/lib/search/testing/misspellings";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const agencies = ["7012"];
const first = async (typed: string) => (await nearestCompanies(store, typed, agencies))[0]?.name;

/** Misspellings that readers made, or that the press printed. */
const made = {
  palantr: "Palantir",
  palentir: "Palantir",
  delloite: "Deloitte",
  deloite: "Deloitte",
  "geo grp": "The GEO Group",
  geogroup: "The GEO Group",
  micosoft: "Microsoft",
  corecivc: "CoreCivic",
  "thompson reuters": "Thomson Reuters",
  motarola: "Motorola Solutions",
  accentur: "Accenture",
  "booz alen": "Booz Allen Hamilton",
  akami: "Akamai",
  clearveiw: "Clearview AI",
  anderil: "Anduril",
  cellebright: "Cellebrite",
  "csi aviaton": "CSI Aviation",
  "sales force": "Salesforce",
  amazn: "Amazon",
  "lexus nexis": "RELX",
};

it("has the right company first for at least 95 of 100 misspelled names", async () => {
  const largest = (await readEntries(store))
    .filter(({ kind }) => kind === "company")
    .toSorted((one, other) => (other.netOf(agencies) ?? 0) - (one.netOf(agencies) ?? 0))
    .map(({ label }) => label);
  const named = Object.entries(made).map(([typed, company]) => ({ typed, rule: "made", name: company }));
  const drawn = misspellings(largest, 100 - named.length, seeded(20_261_129));
  const missed: string[] = [];
  for (const { typed, rule, name } of [...named, ...drawn]) {
    const found = await first(typed);
    if (found !== name) missed.push(`${typed} (${rule}): ${found}, not ${name}`);
  }
  expect(named.length + drawn.length).toBe(100);
  expect(missed.filter((text) => text.includes("(made)"))).toEqual([]);
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(5);
});

it("suggests what was meant first for at least 95 of 100 companies, recipients and brands, mistyped", async () => {
  const entries = (await readEntries(store))
    .filter(({ kind }) => kind === "company" || kind === "recipient" || kind === "brand")
    .toSorted((one, other) => (other.netOf(agencies) ?? 0) - (one.netOf(agencies) ?? 0));
  const names = [...new Set(entries.map(({ label }) => label))].slice(0, 200);
  const missed: string[] = [];
  const drawn = misspellings(names, 100, seeded(20_261_130), keyboardSlips);
  for (const { typed, rule, name } of drawn) {
    const [found] = await suggest(store, change(defaults("contracts"), { q: typed, agency: agencies }), null);
    // A recipient's name may lead to its company.
    const meant = entries
      .filter(({ label }) => label === name)
      .flatMap(({ label, detail }) => [label, detail]);
    if (!found || !meant.some((text) => text?.endsWith(found.label)))
      missed.push(`${typed} (${rule}): ${found?.label}, not ${name}`);
  }
  expect(drawn).toHaveLength(100);
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(5);
});

it.each([
  ["splnuk", "Splunk"],
  ["tabbleau", "Tableau"],
  // A name that only contains the text comes after one that is a letter away: MORALE, WEBER.
  ["orale", "Oracle"],
  ["webez", "Webex"],
])("offers a brand for %s", async (typed, brand) => {
  const [found] = await likelyNames(store, typed, agencies, defaults("contracts"));
  expect(found).toMatchObject({ name: brand, fit: "misspelled" });
});

it("has a company itself first for its own name", async () => {
  const companies = (await readEntries(store)).filter(({ kind }) => kind === "company");
  const step = Math.floor(companies.length / (readEnv().TEST_DEEP ? 400 : 60));
  for (let at = 0; at < companies.length; at += step) {
    const { label } = companies[at] as (typeof companies)[number];
    const found = await nearestCompanies(store, label, agencies);
    const exact = found.filter(({ fit }) => fit === "exact").map(({ name }) => name);
    expect(exact, label).toContain(label);
  }
});

it.each(["zzzzqq", "", "%", "'; drop table actions; --", "_", "\\", "&", "q"])(
  "finds no company for %j by chance",
  async (typed) => {
    const found = await nearestCompanies(store, typed, agencies);
    expect(found.filter(({ fit }) => fit === "misspelled")).toEqual([]);
  },
);

it("says why a company has another name, and what the agencies obligated", async () => {
  expect((await nearestCompanies(store, "westlaw", agencies))[0]).toMatchObject({
    slug: "thomson-reuters",
    reason: "Westlaw belongs to Thomson Reuters",
  });
  expect((await nearestCompanies(store, "palantr", agencies))[0]).toMatchObject({
    slug: "palantir",
    net: 318_638_423_10,
    reason: null,
  });
});

it("leaves look-alikes out where a name fits as typed", async () => {
  const found = await nearestCompanies(store, "palantir", agencies);
  expect(found.map(({ fit }) => fit)).not.toContain("misspelled");
});
