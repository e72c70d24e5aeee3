import { afterAll, beforeAll, expect, it } from "vitest";
import { daysAfter } from "@/lib/contracts/days";
import { Series, type SeriesRow } from "@/lib/import/testing/series";

/**
 * The number of retrievals in a row that lacked actions which came back, and how many actions: of ICE and CBP in 31 dated
 * retrievals of July and August 2026.
 */
const absences: Record<string, [retrievals: number, actions: number][]> = {
  "7012": [
    [1, 573],
    [2, 28],
    [7, 1],
    [10, 1],
  ],
  "7014": [
    [1, 849],
    [2, 70],
    [3, 36],
  ],
};
const days = 16;
const first = "2026-07-08";

/** The actions of each agency that were listed as gone on some day, and those at the end. */
const listed = new Map<string, Set<string>>();
let last: string[] = [];
let series: Series;
beforeAll(async () => {
  series = await Series.begin({ modification_number: "0", action_date: "2026-01-15" }, { rules: "few" });
  const rows = Object.entries(absences).flatMap(([agency, lengths]) => {
    const row = (award_id_piid: string): SeriesRow => ({
      award_id_piid,
      awarding_sub_agency_code: agency,
      federal_action_obligation: "1.00",
    });
    const absent = lengths.flatMap(([length, actions]) =>
      Array.from({ length: actions }, (_, index) => {
        // Everything is there on the first and on the last day.
        const from = 1 + (index % (days - 1 - length));
        return { row: row(`A${length}X${index}`), from, until: from + length };
      }),
    );
    const kept = Array.from({ length: 800 }, (_, index) => ({ row: row(`K${index}`), from: 0, until: 0 }));
    return [...absent, ...kept];
  });
  for (let day = 0; day < days; day += 1) {
    await series.publish(
      rows.filter(({ from, until }) => day < from || day >= until).map(({ row }) => row),
      { day: daysAfter(first, day) },
    );
    const gone = (await series.entries()).filter(({ text }) => text.startsWith("vanished"));
    for (const { agency, text } of gone) listed.set(agency, (listed.get(agency) ?? new Set()).add(text));
    last = gone.map(({ text }) => text);
  }
}, 300_000);
afterAll(() => series?.remove());

it("lists only actions that were missing for three days or more, and none that came back", {
  tags: ["deep"],
}, () => {
  expect([listed.get("7012")?.size, listed.get("7014")?.size]).toEqual([2, 36]);
  expect(last).toEqual([]);
});
