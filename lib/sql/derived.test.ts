import { DuckDBInstance } from "@duckdb/node-api";
import { expect, it } from "vitest";

import { dayFault } from "@/lib/contracts/expiring";
import { usableEnd } from "@/lib/sql/derived";

it.each([
  { day: "2026-12-31", start: "2025-10-01" },
  { day: "2025-10-01", start: "2025-10-01" },
  { day: "2025-09-30", start: "2025-10-01" },
  { day: "3017-12-31", start: "2017-01-01" },
  { day: "2100-01-01", start: null },
  { day: "2099-12-31", start: null },
  { day: "1977-12-31", start: null },
  { day: "2026-12-31", start: null },
  { day: "2026-12-31", start: "3017-01-01" },
])("the end $day after a start of $start is usable where it has no fault", async ({ day, start }) => {
  const connection = await (await DuckDBInstance.create()).connect();
  const row = `(select '${day}'::date as current_end, ${start === null ? "null" : `'${start}'`}::date as start) c`;
  const { text } = usableEnd("c", "current");
  const read = await connection.runAndReadAll(`select (${text})::varchar as ends from ${row}`);
  expect(read.getRows()[0]?.[0] ?? null).toBe(dayFault(day, start) === null ? day : null);
  connection.closeSync();
});
