import { expect, it } from "vitest";
import { checksFinding, correctionText, verdictReason, verdictText } from "@/lib/findings/checks";
import type { Check } from "@/lib/query/checks";
import { defaults } from "@/lib/query/query";

const check: Check = {
  id: "a-list-palantir",
  publisher: "A list",
  published: "2026-02-21",
  statement: "Outlays for contracts of fiscal year 2025",
  figure: "$659,800,540",
  measure: "outlays",
  query: "company=palantir&fy=2025",
  seen_in: "",
  url: "",
  note: "",
  net: 8_109_869_032,
  added: 8_111_669_032,
  taken_back: -1_800_000,
  actions: 7,
  contracts: 1,
  whole: 13_931_402_061,
  repeated: 97_519_814_427,
  potential: null,
  verdict: "lifetime",
  other: "outlays",
  ours: null,
  value: 65_980_054_000,
  selection: defaults("contracts"),
  window: { from: "2024-10-01", to: "2025-09-30" },
  factor: 8.1,
};

it("names the verdict with its factor or its measure", () => {
  expect(verdictText(check)).toBe("Fits lifetime totals: 8.1 times the net");
  expect(verdictText({ ...check, verdict: "measure", other: "added" })).toBe(
    "Another measure: what was added, without what was taken back",
  );
  expect(verdictText({ ...check, verdict: "rounded", other: null })).toBe("Equal when rounded");
});

it("counts the figures that the records confirm", () => {
  const verdicts = ["equal", "rounded", "bound", "measure", "lifetime", "none"] as const;
  expect(checksFinding(verdicts.map((verdict) => ({ verdict })))).toMatch(/^3 of 6 published figures agree /);
});

it("gives the sums that the reason is about", () => {
  expect(verdictReason(check)).toBe(
    "The figure is 8.1 times the net of these actions. Their contracts had come to $139,314,020.61 by Sept. 30, 2025, each counted once, and to $975,198,144.27, each counted once for every action of the period. Totals of whole contracts may have been added instead of the actions.",
  );
  const whole: Check = { ...check, verdict: "measure", other: "contracts", ours: check.whole };
  expect(verdictReason(whole)).toContain(
    "$139,314,020.61 in these records by Sept. 30, 2025, which is this figure.",
  );
  expect(verdictReason({ ...whole, other: "potential", ours: null })).not.toContain("$");
});

it("asks for a correction with figure, date, sums, reason and address", () => {
  const text = correctionText(check, "https://contracts.example/contracts?view=actions", "2026-08-20");
  expect(text).toContain("You published $659,800,540 (Feb. 21, 2026) for this: Outlays");
  expect(text).toContain("come to $81,098,690.32 obligated (net), in 7 actions on 1 contract");
  expect(text).toContain("https://contracts.example/contracts?view=actions");
  expect(correctionText({ ...check, published: "2026-02" }, "", "2026-08-20")).toContain(
    "(in February 2026)",
  );
});
