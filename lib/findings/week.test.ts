import { expect, it } from "vitest";
import { noFigures } from "@/lib/contracts/totals";
import { weekFinding, weekSums } from "@/lib/findings/week";
import { defaults } from "@/lib/query/query";

const days = { from: "2026-08-17", to: "2026-08-23" };
const both = { ...defaults("contracts"), agency: ["7012", "7014"] };

it("says what a week adds up to, and whether it is over", () => {
  const found = (net: number, actions: number, through: string) =>
    weekFinding(defaults("contracts"), days, { net, actions }, through);
  expect(found(7_124_350_328, 3, "2026-08-20")).toBe("Aug. 17–23, 2026: ICE obligated $71.2 million so far");
  expect(found(7_124_350_328, 3, "2026-08-23")).toBe("Aug. 17–23, 2026: ICE obligated $71.2 million");
  expect(found(-500, 1, "2026-09-01")).toBe("Aug. 17–23, 2026: ICE took back $5 more than it added");
  expect(found(0, 0, "2026-09-01")).toBe("Aug. 17–23, 2026: no contract action by ICE");
  expect(weekFinding(both, days, { net: -500, actions: 1 }, "2026-09-01")).toMatch(
    /ICE and CBP took back .* they added$/,
  );
});

it("has the sums of a week, or says that there is no action", () => {
  expect(weekSums({ ...noFigures, companies: 0 })).toBe("No contract action was signed in these records.");
  expect(weekSums({ net: 50, added: 150, taken_back: -100, actions: 2, contracts: 1, companies: 1 })).toBe(
    "2 contract actions on 1 contract, $0.50 obligated (net): $1.50 added, −$1.00 taken back.",
  );
});
