import { expect, it } from "vitest";

import { groupSheet } from "@/lib/http/group-sheet";
import { sheet } from "@/lib/http/sheet";
import { defaults } from "@/lib/query/query";

const query = defaults("contracts");
const figures = { added: 150, taken_back: -50, net: 100, actions: 2, contracts: 1 };

it("has the rest as its last row, and guards recorded text against formulas", () => {
  const { columns, rows } = groupSheet(query, ["company"]);
  const text = sheet(
    columns,
    rows({ groups: [{ key: "x", label: "=X", ...figures }], rest: { ...figures, groups: 7 } }),
  );
  expect(text.split("\r\n")).toEqual([
    "\uFEFFkey,label,net,added,taken_back,actions,contracts",
    "x,'=X,1.00,1.50,-0.50,2,1",
    ",All other companies (7),1.00,1.50,-0.50,2,1",
    "",
  ]);
});

it("names both groupings, and recipients if companies are not grouped", () => {
  const twoWay = groupSheet(query, ["fiscal_year", "agency"]);
  expect(twoWay.columns.map(({ name }) => name).slice(0, 4)).toEqual(["key", "label", "key2", "label2"]);
  expect(twoWay.rows({ groups: [], rest: { ...figures, groups: 2 } })[0]?.label).toBe("All others (2)");
  const months = groupSheet(query, ["month"]);
  expect(months.rows({ groups: [], rest: { ...figures, groups: 2 } })[0]?.label).toBe(
    "All earlier months (2)",
  );
  const recorded = groupSheet({ ...query, grouped: "no" }, ["company"]);
  expect(recorded.rows({ groups: [], rest: { ...figures, groups: 2 } })[0]?.label).toBe(
    "All other recipients (2)",
  );
});
