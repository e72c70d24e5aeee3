import { expect, it } from "vitest";

import { tableColumns } from "@/components/table/columns";
import { parseQuery } from "@/lib/query/parse";

const read = (text: string) => parseQuery(new URLSearchParams(text)).query;
const shown = (text: string, isPartial: boolean) =>
  tableColumns(read(text), isPartial).flatMap(({ visible, name, label }) =>
    visible ? [`${name}: ${label}`] : [],
  );
const money = (columns: string[]) => columns.filter((column) => /^(net|in_records): /.test(column));

it("shows one column of dollars, and two where a contract's selected actions are not all of it", () => {
  expect(money(shown("", false))).toEqual(["net: Obligated (net)"]);
  const period = "net: Obligated in this period";
  expect(money(shown("fy=2026&new=yes", false))).toEqual([period]);
  expect(money(shown("fy=2026", true))).toEqual([period, "in_records: Obligated in these records"]);
  expect(money(shown("fy=2026&cols=piid,net", true))).toHaveLength(2);
  expect(money(shown("fy=2026&cols=piid,net", false))).toEqual([period]);
  expect(money(shown("fy=2026&cols=piid", true))).toEqual([]);
});

it("sorts by every column of the default ones", () => {
  expect(tableColumns(read(""), true).filter(({ visible, sortHref }) => visible && !sortHref)).toEqual([]);
});
