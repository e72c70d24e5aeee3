import { expect, it } from "vitest";

import type { ComparedGroup } from "@/lib/contracts/comparisons";
import { noTotals } from "@/lib/contracts/totals";
import { differencesFinding, periodsFinding } from "@/lib/findings/compared-periods";
import { comparedPeriods } from "@/lib/query/comparison";
import { parseQuery } from "@/lib/query/parse";

const days = { data_from: "2020-10-01", data_through: "2026-08-20" };
const names = { company: { palantir: "Palantir" } };

function find(text: string, current: number | null, earlier: number | null): string {
  const periods = comparedPeriods(parseQuery(new URLSearchParams(text)).query, days);
  if (typeof periods === "string") throw new Error(periods);
  const totals = (millions: number | null) => ({
    ...noTotals,
    net: Math.round((millions ?? 0) * 100_000_000),
    actions: millions === null ? 0 : 1,
  });
  return periodsFinding(periods, { current: totals(current), earlier: totals(earlier) }, days, names);
}

const own = "company=palantir&";
it.each([
  [
    "fy=2026&vs=year-earlier",
    6_770,
    2_440,
    "ICE has obligated $6.77 billion so far in FY2026, 2.8 times the $2.44 billion over the same dates a year earlier",
  ],
  [
    `${own}fy=2025&vs=previous`,
    80,
    100,
    "ICE has obligated $80.0 million to Palantir in FY2025, down 20% from the $100.0 million in FY2024",
  ],
  [
    `${own}fy=2025&vs=previous`,
    80,
    null,
    "ICE has obligated $80.0 million to Palantir in FY2025, and in these records nothing in FY2024",
  ],
  [
    `${own}fy=2025&vs=previous`,
    null,
    80,
    "In these records, ICE obligated nothing to Palantir in FY2025, after $80.0 million in FY2024",
  ],
  [
    `${own}fy=2025&vs=previous`,
    null,
    null,
    "In these records, ICE obligated nothing to Palantir in either period",
  ],
  [
    `${own}fy=2025&vs=previous`,
    80,
    0,
    "ICE has obligated $80.0 million to Palantir in FY2025, compared with $0 in FY2024",
  ],
  [
    `${own}fy=2025&vs=previous`,
    80,
    -5,
    "ICE has obligated $80.0 million to Palantir in FY2025, compared with −$5.0 million in FY2024",
  ],
  [
    `${own}fy=2025&vs=previous`,
    -5,
    80,
    "ICE has taken back $5.0 million more than it added to Palantir in FY2025, compared with $80.0 million in FY2024",
  ],
  [
    "from=2025-07-01&to=2025-12-31&vs=previous",
    3_690,
    1_490,
    "ICE has obligated $3.69 billion from July 1, 2025, through Dec. 31, 2025, 2.5 times the $1.49 billion over the period from Jan. 1, 2025, through June 30, 2025",
  ],
])("%s: %s after %s million", (text, current, earlier, expected) => {
  expect(find(text, current, earlier)).toBe(expected);
});

it("names the largest rise and the largest fall, never what is not reported", () => {
  const group = (key: string | null, change: number) =>
    ({ key, label: key ?? "Not reported", change }) as ComparedGroup;
  expect(
    differencesFinding([group(null, 9e10), group("CSI", 5e10), group("MVM", -2e8), group("A", 1e8)]),
  ).toBe("Largest increase: CSI, $500.0 million; largest decrease: MVM, $2.0 million");
  expect(differencesFinding([group("MVM", -2e8)])).toBe("Largest decrease: MVM, $2.0 million");
  expect(differencesFinding([group("A", 0)])).toBeNull();
});
