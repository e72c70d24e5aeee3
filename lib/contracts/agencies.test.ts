import { expect, it } from "vitest";

import { agencyChoices, agencyNamed, trackedAgencies, trackedAgency } from "@/lib/contracts/agencies";

it("offers each agency alone, and both", () => {
  expect(agencyChoices()).toEqual([
    { label: "ICE", agency: ["7012"] },
    { label: "CBP", agency: ["7014"] },
    { label: "Both", agency: ["7012", "7014"] },
  ]);
});

it("takes a third agency by one row", () => {
  const three = [
    ...trackedAgencies,
    { code: "7013", short: "TSA", name: "Transportation Security Administration" },
  ];
  expect(agencyChoices(three).slice(2)).toEqual([
    { label: "TSA", agency: ["7013"] },
    { label: "All", agency: ["7012", "7013", "7014"] },
  ]);
  expect(trackedAgency("7013", three)?.short).toBe("TSA");
  expect(agencyNamed("Transportation Security Administration", three)?.code).toBe("7013");
  expect(agencyNamed("tsa", three)?.code).toBe("7013");
  expect(agencyNamed("tsa")).toBeUndefined();
});
