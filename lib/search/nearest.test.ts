import { expect, it } from "vitest";

import { seeded } from "@/lib/bench/random";
import { readEnv } from "@/lib/env";
import { readEntries } from "@/lib/search/entries";
import { nearestCompanies } from "@/lib/search/nearest";
import { misspellings } from "@/lib/search/testing/misspellings";
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
  const named = Object.entries(made).map(([typed, company]) => ({ typed, rule: "made", company }));
  const drawn = misspellings(largest, 100 - named.length, seeded(20_261_129));
  const missed: string[] = [];
  for (const { typed, rule, company } of [...named, ...drawn]) {
    const found = await first(typed);
    if (found !== company) missed.push(`${typed} (${rule}): ${found}, not ${company}`);
  }
  expect(named.length + drawn.length).toBe(100);
  expect(missed.filter((text) => text.includes("(made)"))).toEqual([]);
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(5);
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
