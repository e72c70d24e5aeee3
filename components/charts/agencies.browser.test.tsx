import axe from "axe-core";
import type { Route } from "next";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";

// Loaded with the test, not within one: a chart asks for it when it comes into view.
import "@/components/charts/recharts-chart";

import { GroupLists } from "@/components/charts/group-lists";
import { type GroupYears, GroupYearsChart } from "@/components/charts/group-years";
import { group } from "@/components/charts/testing/group";
import { YearsTable } from "@/components/charts/years-table";
import { PageFrame } from "@/components/testing/page-frame";
import { defaults } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";

const days = { data_from: "2020-10-01", data_through: "2026-08-20" };
const names = [
  "U.S. Customs and Border Protection",
  "U.S. Immigration and Customs Enforcement",
  "Federal Emergency Management Agency",
  "Transportation Security Administration",
  "U.S. Coast Guard",
  "U.S. Citizenship and Immigration Services",
  "U.S. Secret Service",
  "Cybersecurity and Infrastructure Security Agency",
  "Federal Law Enforcement Training Centers",
  "Office of Procurement Operations",
];
const million = 100_000_000;

/** Agencies from the largest, each a third smaller than the one before; the last took back more than it added in a year. */
const agenciesOf = (count: number): GroupYears[] =>
  names.slice(0, count).map((label, index) => {
    const year = (key: number) => {
      const net = Math.round((key - 2019) * 900 * million * 0.66 ** index);
      const isBack = key === 2023 && index === names.length - 1;
      return {
        ...group(String(key), isBack ? 0 : net, isBack ? -net : 0),
        label: `FY${key}`,
        fill: "var(--accent)",
        href: `/contracts?agency=${index}&fy=${key}` as Route,
      };
    };
    const parts = [2021, 2022, 2023, 2024, 2025, 2026].map(year);
    const net = parts.reduce((sum, part) => sum + part.net, 0);
    return {
      ...group(String(index), net, 0),
      label,
      fill: "var(--accent)",
      parts,
      share: "12.3%",
      isChosen: index === 1,
      note: "FY2026 so far: $6.77 billion, 2.8 times the $2.44 billion over the same dates a year earlier",
    };
  });

async function draw(count: number) {
  const agencies = agenciesOf(count);
  const common = { query: defaults("contracts"), page: "/contracts?show=agency" as Route };
  return await render(
    <PageFrame>
      <GroupYearsChart
        {...common}
        by="agency"
        name="Agencies by fiscal year"
        title="Agencies by fiscal year"
        subtitle="Net"
        groups={agencies}
        days={days}
      />
      <GroupLists
        {...common}
        by="office"
        subtitle="Net"
        through={days.data_through}
        lists={agencies.map((agency, index) => ({
          agency,
          groups: [0.5, 0.3, 0.1].map((part, office) => ({
            ...group(`${index} ${office}`, Math.round(agency.net * part), 0),
            label: office === 2 ? "Investigations and Operations Support, Dallas" : `Office ${office}`,
          })),
          rest: {
            ...group("rest", agency.net / 10, 0),
            key: null,
            label: "All other offices (4)",
            href: null,
          },
        }))}
      />
      <YearsTable
        heading="Agency"
        groups={agencies}
        through={days.data_through}
        sort={tableSort(common.page, "agency", "-net")}
        total={`${count} agencies`}
      />
    </PageFrame>,
  );
}

const figure = (name: string) => page.getByRole("figure", { name });
/** The bars of each chart of a figure, once they are live. */
const barsOf = (name: string) =>
  [...figure(name).element().querySelectorAll(".recharts-wrapper")].map((chart) => [
    ...chart.querySelectorAll<SVGRectElement>(".recharts-bar-rectangle rect"),
  ]);

for (const count of [2, 10]) {
  test(`${count} agencies are side by side on one scale, at every width`, async () => {
    for (const width of [1440, 390]) {
      await page.viewport(width, 9000); // every chart is in view
      const { unmount } = await draw(count);
      await expect
        .poll(() => barsOf("Agencies by fiscal year").map(({ length }) => length))
        .toEqual(Array.from({ length: count }, () => 6));
      await expect.poll(() => barsOf("The largest offices of each agency").length).toBe(count);
      // The height of a year in dollars, and the length of an office's bar, are the same in every chart.
      const agencies = agenciesOf(count);
      const scale = (sizes: number[]) => Math.max(...sizes) / Math.min(...sizes);
      const heights = barsOf("Agencies by fiscal year").map(
        ([bar], index) =>
          Number(bar?.getAttribute("height")) / Math.max(agencies[index]?.parts[0]?.net ?? 0, 1),
      );
      expect(scale(heights.slice(0, 4))).toBeLessThan(1.1);
      const lengths = barsOf("The largest offices of each agency").map(
        ([bar], index) => Number(bar?.getAttribute("width")) / (agencies[index]?.net ?? 1),
      );
      expect(scale(lengths)).toBeLessThan(1.1);
      const starts = barsOf("The largest offices of each agency").map(([bar]) => bar?.getAttribute("x"));
      expect(new Set(starts).size).toBe(1);
      expect(document.documentElement.scrollWidth).toBe(width);
      if (count === 10 && width === 1440) {
        await expect.element(page.getByText("more taken back than added")).toBeVisible();
        const { violations } = await axe.run(figure("Agencies by fiscal year").element());
        expect(violations.map(({ id }) => id)).toEqual([]);
      }
      unmount();
    }
    await page.viewport(1440, 900);
  });
}

test("the agency that the filter selects is marked by a word", async () => {
  await draw(2);
  const heads = [...document.querySelectorAll("figure li > p")].map(({ textContent }) => textContent);
  expect(heads.filter((head) => head?.includes("selected"))).toEqual([
    expect.stringContaining("U.S. Immigration and Customs Enforcement"),
  ]);
});
