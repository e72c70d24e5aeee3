import { expect, it } from "vitest";

import { defaults } from "@/lib/query/query";
import type { Sql } from "@/lib/sql/fragments";
import { listContracts, totals } from "@/lib/store/contracts";
import { csvLines } from "@/lib/store/export";
import { openReader } from "@/lib/store/file";
import type { Reader } from "@/lib/store/reader";

/** An engine without a database: it gives the rows that a test expects of a statement, and records the statements. */
function fakeReader(answer: (statement: Sql) => object[] | "never") {
  const statements: Sql[] = [];
  const open = { streams: 0, database: true };
  const reader: Reader = {
    async rows<Row>(statement: Sql, signal?: AbortSignal) {
      signal?.throwIfAborted();
      statements.push(statement);
      const rows = answer(statement);
      if (rows !== "never") return rows as Row[];
      return new Promise<Row[]>((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
    },
    async stream({ chosen, slice }, signal) {
      open.streams += 1;
      statements.push(chosen);
      return {
        async *slice(after, to) {
          signal.throwIfAborted();
          const statement = slice(after, to);
          statements.push(statement);
          const rows = answer(statement) as object[];
          if (after < rows.length) yield { count: rows.length, columns: [rows], names: ["lines"] };
        },
        close: () => {
          open.streams -= 1;
        },
      };
    },
    close: () => {
      open.database = false;
    },
  };
  return { reader, statements, open };
}

const info = { id: "fake", data_from: "2024-10-01", data_through: "2025-09-30", has: [] };
const figures = { net: 5_00, added: 7_00, taken_back: -2_00, actions: 3, contracts: 2, companies: 1 };

/** The tables that every snapshot needs, and what else a test answers. */
const snapshot =
  (answer: (statement: Sql) => object[] | "never") =>
  (statement: Sql): object[] | "never" => {
    if (statement.values.includes("info")) return [{ value: JSON.stringify(info) }];
    if (statement.text === "select * from companies") return [{ id: 7, slug: "acme", name: "Acme" }];
    if (/^select \* from \w+$/.test(statement.text)) return [];
    return answer(statement);
  };

it("answers from any engine, with every value of a request bound", async () => {
  const { reader, statements, open } = fakeReader(
    snapshot(({ text }) =>
      text.includes("row_number()") ? [{ key: "K1", piid: "P1", company: 7 }] : [figures],
    ),
  );
  const { store, close } = await openReader(reader, "fake");
  const query = { ...defaults("contracts"), company: ["o'hara; drop table actions"], q: "body armor" };
  expect(await totals(store, query)).toEqual(figures);
  expect(await totals(store, query)).toEqual(figures);
  const selecting = statements.filter(({ values }) => values.includes("o'hara; drop table actions"));
  expect(selecting).toHaveLength(1); // the second answer is remembered
  expect(selecting[0]?.text).not.toContain("hara");
  expect(selecting[0]?.text.split("?").length).toBe((selecting[0]?.values.length ?? 0) + 1);
  expect(await listContracts(store, query)).toMatchObject([
    { key: "K1", company: { slug: "acme", name: "Acme" } },
  ]);
  close();
  expect(open.database).toBe(false);
  await expect(store.rows({ text: "select 1", values: [] })).rejects.toThrow("closed");
});

it("exports from any engine in slices, and closes the stream at the end and when the client leaves", async () => {
  const line = (text: string) => Buffer.from(`${text}\r\n`);
  const { reader, open } = fakeReader(snapshot(() => [line("a,1"), line("b,2")]));
  const { store } = await openReader(reader, "fake");
  const query = defaults("actions");
  let csv = "";
  for await (const piece of await csvLines(store, query, new AbortController().signal))
    csv += Buffer.from(piece).toString();
  expect(csv).toBe("a,1\r\nb,2\r\n");
  expect(open.streams).toBe(0);

  const leaving = new AbortController();
  await csvLines(store, query, leaving.signal);
  expect(open.streams).toBe(1);
  leaving.abort();
  expect(open.streams).toBe(0);
});
