import { readFileSync } from "node:fs";

import type { Route } from "next";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { listSources } from "@/lib/setup/source";

interface Office {
  name: string;
  day: string;
  net: number | null;
  actions: number;
}

const offices: Office[] = [
  { name: "A <b>", day: "2026-08-20", net: -150_00, actions: 1_200 },
  { name: "B", day: "2025-01-02", net: null, actions: 0 },
];
const columns: DataColumn<Office>[] = [
  { header: "Office", isRowHeader: true, value: ({ name }) => name },
  { header: "Last action", kind: "day", value: ({ day }) => day },
  { header: "Net", cardLabel: "Net obligations", kind: "money", value: ({ net }) => net, total: "all net" },
  { header: "Actions", kind: "count", value: ({ actions }) => actions, total: 1_200 },
  { header: "Note", kind: "long", cell: ({ name }) => <em>{name}</em> },
];
const draw = (props: Partial<Parameters<typeof DataTable<Office>>[0]> = {}) =>
  renderToStaticMarkup(
    <DataTable label="Offices" columns={columns} rows={offices} rowKey={({ name }) => name} {...props} />,
  );
const tags = (html: string, tag: string) => [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>`, "g"))].flat();

it("names its region once, and its caption is the table's", () => {
  const html = draw({ caption: "By office", isCaptionHidden: true });
  expect(html.match(/aria-label="Offices"/g)).toHaveLength(1);
  expect(html).toMatch(
    /^<section [^>]*tabindex="0"><table [^>]*><caption class="visually-hidden">By office</,
  );
  expect(draw()).not.toContain("<caption");
});

it("writes each header once and labels every cell with it on cards", () => {
  const html = draw();
  expect(html.match(/>Last action</g)).toHaveLength(1);
  expect(html.match(/data-label="Last action"/g)).toHaveLength(offices.length);
  expect(html).toContain('data-label="Net obligations"');
  expect(tags(html, "th").filter((th) => th.includes("data-label"))).toEqual([]);
  expect(draw({ hasCards: false })).not.toContain('data-label="Actions"');
});

it("aligns and formats cells by the kind of their column", () => {
  const html = draw();
  expect(tags(html, "th").map((th) => th.includes('class="num"'))).toEqual([
    ...[false, false, true, true, false],
    ...[false, false],
  ]);
  expect(html).toContain('<td class="nowrap" data-label="Last action">2026-08-20</td>');
  expect(html).toContain('title="−$150.00" class="minus nowrap">−$150.00<');
  expect(html).toContain('<td class="num" data-label="Actions">1,200</td>');
  expect(html).toContain("A &lt;b&gt;");
});

it("says of a missing value that it is not reported", () => {
  expect(draw()).toContain('data-label="Net obligations"><span class="soft">Not reported</span></td>');
});

it("begins the total row with a header over the columns that have no total", () => {
  expect(draw({ totalLabel: "All offices" })).toContain(
    '<tfoot><tr><th scope="row" colSpan="2">All offices</th><td class="num" data-label="Net obligations">all net</td><td class="num" data-label="Actions">1200</td><td></td></tr></tfoot>',
  );
});

it("gives a row one cell where it has no figures", () => {
  const html = draw({ onlyCell: ({ net }) => (net === null ? "No award" : null) });
  expect(html).toContain('<th scope="row">B</th><td class="soft" colSpan="4">No award</td></tr>');
});

it("leaves out columns that these rows do not have", () => {
  expect(tags(draw({ columns: [false, ...columns] }), "th")).toHaveLength(columns.length + offices.length);
});

it("links headers that sort, and says how the rows are sorted", () => {
  const sorted = draw({
    columns: columns.map((column) =>
      column.header === "Net"
        ? { ...column, sort: { ascending: "/a" as Route, sorted: "descending" } }
        : column,
    ),
  });
  expect(sorted).toContain('aria-sort="descending" class="num"><a href="/a" data-keeps-scroll="">Net');
});

it("has no button to sort by before scripts run", () => {
  const html = draw({ isComplete: true });
  expect(html).not.toContain("<button");
  expect(html).toBe(draw());
});

it("is the only table of the site", () => {
  const others = listSources(["app", "components"]).filter(
    (file) =>
      file !== "components/ui/data-table.tsx" && /<table\b|data-label/.test(readFileSync(file, "utf8")),
  );
  expect(others).toEqual([]);
});
