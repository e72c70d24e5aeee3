import { expect, it } from "vitest";

import { tableColumns } from "@/components/table/columns";
import { shownRows } from "@/components/table/rows";
import type { ShownRow } from "@/lib/contracts/rows";
import { defaults } from "@/lib/query/query";

const query = defaults("actions");
const action = (modification: string, description: string | null): ShownRow => ({
  contract: "7012-A1",
  award_id_piid: "A1",
  modification_number: modification,
  company: { slug: "a", name: "A" },
  office: "70CTD0",
  transaction_description: description,
});
const rows = (...some: ShownRow[]) =>
  shownRows(query, tableColumns(query, false), some, { office: { "70CTD0": "Information Technology" } }, {});

it("gives every row a unique ID, also if the records repeat a modification", () => {
  const ids = rows(action("0", null), action("P1", null), action("0", null)).map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual(["row/7012-A1/0", "row/7012-A1/P1"]);
  expect(new Set(ids).size).toBe(3);
});

it("gives a row the title of its panel and the name of its office", () => {
  expect(rows(action("P1", null))[0]?.opens).toEqual({
    contract: "7012-A1",
    piid: "A1",
    modification: "P1",
    company: "A",
    office: "Information Technology",
  });
});

it("sends descriptions as pieces, and missing ones as null", () => {
  const [described, missing, blank] = rows(action("0", "NEW ICE"), action("1", null), action("2", ""));
  expect(described?.values.transaction_description).toEqual(["N", { small: "EW" }, " ICE"]);
  expect(missing?.values.transaction_description).toBeNull();
  expect(blank?.values.transaction_description).toBe("");
});
