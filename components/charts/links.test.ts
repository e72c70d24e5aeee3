import { expect, it } from "vitest";

import { chartLinks } from "@/components/charts/links";
import { defaults } from "@/lib/query/query";

const query = { ...defaults("contracts"), fy: [2026], sort: "piid" };

it("a chart of the largest leads to its numbers, its records, every group, and to the list that shows it", () => {
  expect(chartLinks(query, "company", { page: "/", shown: 10 })).toEqual({
    csv: "/groups.csv?by=company&top=10&fy=2026",
    picture: "/groups.png?by=company&top=10&fy=2026",
    records: "/contracts?fy=2026",
    all: { label: "All companies", href: "/contracts?fy=2026&sort=piid&show=company" },
    chart: "/contracts?fy=2026&sort=piid&show=company",
  });
});

it("a chart that the list of contracts does not show is at an anchor of its page", () => {
  expect(chartLinks(query, "vehicle_agency", { page: "/agencies", shown: 5 })).toMatchObject({
    csv: "/groups.csv?by=vehicle_agency&top=5&fy=2026",
    chart: "/agencies#by-vehicle-agency",
  });
});

it("on the page that is there to show it, the address is the page's and the file has every group", () => {
  const links = chartLinks(query, "company", { page: "/contracts", isOwnPage: true, shown: 200 });
  expect(links).toMatchObject({ csv: "/groups.csv?by=company&fy=2026", chart: "/contracts" });
  expect(links.all).toBeUndefined();
});

it("the file of a chart in parts has them", () => {
  expect(chartLinks(query, "month", { page: "/", hasParts: true }).csv).toBe(
    "/groups.csv?by=month&by=agency&fy=2026",
  );
});
