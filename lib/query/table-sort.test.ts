import type { Route } from "next";
import { describe, expect, it } from "vitest";

import { tableSorts } from "@/lib/query/parameters";
import { columnOfSort, sortRows, tableSort } from "@/lib/query/table-sort";

describe("tableSorts", () => {
  const { read, write } = tableSorts(["company", "offices_"]);

  it("reads a column of each table, in one order", () => {
    const sorts = ["offices_7012.-net", "company.last_action"];
    expect(read(sorts)).toEqual({ value: sorts.toReversed(), faults: [] });
    expect(write(sorts.toReversed())).toEqual(sorts.toReversed());
    expect(read([])).toEqual({ value: [], faults: [] });
  });

  it.each([
    [["company"], "must be a table and a column joined by a dot, such as company.-net"],
    [["company."], "must be a table and a column joined by a dot, such as company.-net"],
    [["company.--net"], "must be a table and a column joined by a dot, such as company.-net"],
    [["company.net desc"], "must be a table and a column joined by a dot, such as company.-net"],
    [["office.net"], "must name a table of this page: company, offices_"],
    [["company_x.net"], "must name a table of this page: company, offices_"],
    [["company.net", "company.-net"], "must name a table once"],
  ])("refuses %j", (values, detail) => {
    const { value, faults } = read(["offices_7014.net", ...values]);
    expect(value).toEqual(["offices_7014.net"]);
    expect(faults).toMatchObject([{ detail }]);
  });
});

describe("tableSort", () => {
  const page = "/agencies?fy=2025&table_sort=company.-net&table_sort=office.name" as Route;

  it("reads the sort of its table, or else the order in which the rows are given", () => {
    expect(tableSort(page, "office", "-net")).toMatchObject({ by: "name", isNamed: true });
    expect(tableSort(page, "month", "-net")).toMatchObject({ by: "-net", isNamed: false });
    expect(tableSort(page, "comp")).toMatchObject({ by: null, isNamed: false });
    expect(tableSort("/" as Route, "company")).toMatchObject({ by: null });
  });

  it("changes only its own sort", () => {
    const { href } = tableSort(page, "office");
    expect(href("-actions")).toBe("/agencies?fy=2025&table_sort=company.-net&table_sort=office.-actions");
    expect(href(null)).toBe("/agencies?fy=2025&table_sort=company.-net");
    expect(tableSort("/data#snapshots" as Route, "snapshots").href("built")).toBe(
      "/data?table_sort=snapshots.built#snapshots",
    );
  });

  it("names the column and its direction", () => {
    expect(columnOfSort("-net")).toEqual({ column: "net", isDescending: true });
    expect(columnOfSort("net")).toEqual({ column: "net", isDescending: false });
  });
});

describe("sortRows", () => {
  type Row = { name: string | null; net: number | null };
  const rows: Row[] = [
    { name: "Office 10", net: 0 },
    { name: null, net: -5 },
    { name: "office 9", net: null },
    { name: "", net: 7 },
    { name: "Office 9", net: 0 },
  ];
  const order = (value: (row: Row) => string | number | null, isDescending: boolean) =>
    sortRows(rows, value, isDescending).map((row) => rows.indexOf(row));
  const [name, net] = [(row: Row) => row.name, (row: Row) => row.net];

  it("sorts figures by size and text as a reader does, blanks last in both directions, ties as they were", () => {
    expect(order(net, false)).toEqual([1, 0, 4, 3, 2]);
    expect(order(net, true)).toEqual([3, 0, 4, 1, 2]);
    expect(order(name, false)).toEqual([2, 4, 0, 1, 3]);
    expect(order(name, true)).toEqual([0, 2, 4, 1, 3]);
  });

  it("leaves the given rows as they are", () => {
    const given = [...rows];
    sortRows(rows, net, true);
    expect(rows).toEqual(given);
  });
});
