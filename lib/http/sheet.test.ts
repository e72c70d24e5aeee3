import { expect, it } from "vitest";

import { type SheetColumn, sheet } from "@/lib/http/sheet";

interface Row {
  name: string | null;
  net: number;
  actions: number;
}
const columns: SheetColumn<Row>[] = [
  { name: "name", kind: "text", value: ({ name }) => name },
  { name: "net", kind: "money", value: ({ net }) => net },
  { name: "actions", kind: "count", value: ({ actions }) => actions },
];

it("guards text and leaves amounts as they are", () => {
  const text = sheet(columns, [
    { name: '=SUM("A1")', net: -150, actions: 1 },
    { name: "THE GEO GROUP, INC.", net: 461176115195, actions: 728 },
    { name: null, net: 0, actions: 2 },
  ]);
  expect(text).toBe(
    `\uFEFFname,net,actions\r\n"'=SUM(""A1"")",-1.50,1\r\n"THE GEO GROUP, INC.",4611761151.95,728\r\n,0.00,2\r\n`,
  );
});

it("of no rows is its header", () => {
  expect(sheet(columns, [])).toBe("\uFEFFname,net,actions\r\n");
});
