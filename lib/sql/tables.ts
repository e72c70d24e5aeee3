import type { Column } from "@/lib/contracts/columns";
import { raw, type Sql } from "@/lib/sql/fragments";

/** The explaining tables, and the column of `a` or `c` whose numbers each explains. */
export const explaining = {
  company: { table: "companies", column: "company" },
  recipient: { table: "recipients", column: "recipient" },
  agency: { table: "agencies", column: "agency" },
  office: { table: "offices", column: "office" },
  category: { table: "categories", column: "category" },
  product: { table: "products", column: "product" },
  industry: { table: "industries", column: "industry" },
  parent: { table: "parents", column: "parent" },
} as const;
export type Explaining = keyof typeof explaining;

/** The explaining table that a column's text is read from, and the field there; `null` for any other column. */
export function explainer({ sql: value }: Pick<Column, "sql">): { name: Explaining; field: string } | null {
  const [name = "", field = ""] = value.split(".");
  return Object.hasOwn(explaining, name) ? { name: name as Explaining, field } : null;
}

/** An explaining table whole. */
export const explanationsSql = (name: Explaining): Sql => raw(`select * from ${explaining[name].table}`);
