import { readFileSync } from "node:fs";

import type { Route } from "next";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { tableSort } from "@/lib/query/table-sort";
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
  expect(html).toContain('class="minus nowrap">−$150.00<');
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

describe("a table that the address sorts", () => {
  const row = (html: string) =>
    [...html.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/g)].map(([, name]) => name);
  const sorted = (page: string, props: Partial<Parameters<typeof DataTable<Office>>[0]> = {}) =>
    draw({ sort: tableSort(page as Route, "offices", "office"), ...props });

  it("links every header with values, and keeps the rest of the address", () => {
    const html = sorted("/agencies?grouped=no");
    expect(html).toContain('<section class="');
    expect(html).toContain('id="table-offices"');
    const hrefs = [...html.matchAll(/<th scope="col"[^>]*><a href="([^"]*)"/g)].map(([, address]) => address);
    expect(hrefs).toEqual([
      "/agencies?grouped=no&amp;table_sort=offices.-office#table-offices",
      "/agencies?grouped=no&amp;table_sort=offices.-last_action#table-offices",
      "/agencies?grouped=no&amp;table_sort=offices.-net#table-offices",
      "/agencies?grouped=no&amp;table_sort=offices.-actions#table-offices",
    ]);
    expect(html.match(/aria-sort="[a-z]*"/g)).toEqual(['aria-sort="ascending"']);
  });

  it("sorts its rows, with the missing ones last in both directions", () => {
    const names = ["A &lt;b&gt;", "B"];
    for (const by of ["net", "-net", "-last_action", "-actions"])
      expect(row(sorted(`/a?table_sort=offices.${by}`)), by).toEqual(names);
    for (const by of ["last_action", "actions", "-office"])
      expect(row(sorted(`/a?table_sort=offices.${by}`)), by).toEqual(names.toReversed());
  });

  it("keeps the total row, and rows that are sums of the others, at the end", () => {
    const html = sorted("/a?table_sort=offices.-office", {
      isPinned: ({ name }) => name === "B",
      totalLabel: "All",
    });
    expect(row(html)).toEqual(["A &lt;b&gt;", "B", "All"]);
  });

  it("shows a part of the sorted rows", () => {
    expect(row(sorted("/a?table_sort=offices.actions", { slice: [0, 1] }))).toEqual(["B"]);
  });

  it("says if it has no such column, and links to the address without it", () => {
    const html = sorted("/a?x=1&table_sort=offices.-price");
    expect(html).toContain("the table has no column <q>price</q>");
    expect(html).toContain('<a href="/a?x=1" data-keeps-scroll="">Remove it</a>');
    expect(html).not.toContain("aria-sort");
    expect(sorted("/a?table_sort=others.-price")).not.toContain("no column");
  });

  it("has no links with one row, nor without a sort", () => {
    expect(sorted("/a", { rows: offices.slice(1) })).not.toContain("<a ");
    expect(draw()).not.toContain("<a ");
  });
});

it("is the only table of the site", () => {
  const others = listSources(["app", "components"]).filter(
    (file) =>
      file !== "components/ui/data-table.tsx" && /<table\b|data-label/.test(readFileSync(file, "utf8")),
  );
  expect(others).toEqual([]);
});
