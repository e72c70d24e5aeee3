import { expect, it } from "vitest";
import { column, columnsIn, columnsOf, recordColumns, recordedIn, rowNoun } from "@/lib/contracts/columns";
import { unfinishedYear } from "@/lib/contracts/companies";
import { isTime, othersName } from "@/lib/contracts/groupings";

const namesOf = (columns: [string, unknown][]) => columns.map(([name]) => name);

it("offers the columns that the snapshot can fill, in the order of the catalog", () => {
  for (const view of ["contracts", "actions"] as const) {
    const narrow = columnsIn(view);
    expect(narrow.length).toBeGreaterThan(0);
    expect(narrow.every(([, { needs }]) => needs === undefined)).toBe(true);
    expect(narrow.length).toBeLessThan(columnsOf(view).length);
    const [, { needs }] = columnsOf(view).find(([, { needs: fact }]) => fact) ?? ["", {}];
    const more = namesOf(columnsIn(view, needs ? [needs] : []));
    expect(more).toEqual(
      namesOf(columnsOf(view).filter(([, { needs: fact }]) => fact === undefined || fact === needs)),
    );
    expect(more.length).toBeGreaterThan(narrow.length);
  }
});

it("finds a column of one view only", () => {
  expect(column("actions", "action_date")).toBeDefined();
  expect(column("contracts", "action_date")).toBeUndefined();
  expect(column("actions", "constructor")).toBeUndefined();
});

it("exports an action as recorded: the columns of every file, and those that only some files have", () => {
  expect(recordedIn()).toEqual([...recordColumns]);
  const facts = columnsOf("actions").filter(([, { needs }]) => needs);
  const has = facts.flatMap(([, { needs }]) => needs ?? []);
  expect(recordedIn(has)).toEqual([...recordColumns, ...namesOf(facts)]);
});

it("names a row, the groups that are left, and the groupings by time", () => {
  expect([rowNoun("contracts"), rowNoun("actions")]).toEqual(["contract", "action"]);
  expect(othersName("company", 1_744)).toBe("All other companies (1,744)");
  expect([isTime("month"), isTime("fiscal_year"), isTime("company")]).toEqual([true, true, false]);
});

it("a fiscal year is unfinished until the records reach its last day", () => {
  expect(unfinishedYear("2026-08-20")).toEqual({ year: 2026, through: "2026-08-20" });
  expect(unfinishedYear("2026-09-30")).toBeNull();
  expect(unfinishedYear("2026-10-01")).toEqual({ year: 2027, through: "2026-10-01" });
});
