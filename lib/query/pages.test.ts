import { expect, it } from "vitest";

import { brandPage, contractPage, groupPage, ofPublished, vehiclePage } from "@/lib/query/pages";
import { change, defaults } from "@/lib/query/query";

const ice = defaults("contracts");
const cbp = change(ice, { agency: ["7014"], fy: [2025] });
const both = change(ice, { agency: ["7012", "7014"] });
const recorded = change(cbp, { grouped: "no" });

it("a company's page keeps the agencies, that of an agency or office the grouping", () => {
  expect(groupPage(ice, "company", "palantir")).toBe("/companies/palantir");
  expect(groupPage(cbp, "company", "palantir")).toBe("/companies/palantir?agency=7014");
  expect(groupPage(both, "company", "palantir")).toBe("/companies/palantir?agency=7012&agency=7014");
  expect(groupPage(cbp, "agency", "7012")).toBe("/agencies/7012");
  expect(groupPage(recorded, "agency", "7014")).toBe("/agencies/7014?grouped=no");
  expect(groupPage(recorded, "office", "70B03C")).toBe("/agencies/7014/offices/70B03C?grouped=no");
});

it("pages of brands and vehicles are of the same agencies, that of a brand also of the same days", () => {
  expect(brandPage("aws", ice)).toBe("/brands/aws");
  expect(brandPage("aws", change(cbp, { from: "2025-01-20" }))).toBe(
    "/brands/aws?agency=7014&from=2025-01-20",
  );
  expect(brandPage("aws", recorded)).toBe("/brands/aws?grouped=no&agency=7014");
  expect(vehiclePage("GS35F0086U", recorded)).toBe("/vehicles/GS35F0086U?agency=7014");
});

it("has no page for a recipient, for an office of one of several agencies, for what is not reported", () => {
  expect(groupPage(recorded, "company", "PALANTIR USG, INC")).toBeNull();
  expect(groupPage(both, "office", "70CDCR")).toBeNull();
  expect(groupPage(ice, "office", null)).toBeNull();
  expect(groupPage(ice, "category", "medical")).toBeNull();
});

it("links keep the snapshot that is read, or return to the current one", () => {
  const earlier = { ...cbp, snapshot: "0123456789ab" };
  expect(contractPage("7014-X", earlier)).toBe("/contracts/7014-X?snapshot=0123456789ab");
  expect(groupPage(earlier, "company", "palantir")).toBe(
    "/companies/palantir?agency=7014&snapshot=0123456789ab",
  );
  expect(ofPublished(contractPage("7014-X", earlier))).toBe("/contracts/7014-X");
  expect(ofPublished(vehiclePage("GS35F0086U", earlier))).toBe("/vehicles/GS35F0086U?agency=7014");
});
