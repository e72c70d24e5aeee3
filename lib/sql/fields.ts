import type { Explaining, Field } from "@/lib/contracts/columns";
import { raw, type Sql, sql } from "@/lib/sql/fragments";

/**
 * The explaining tables, and the field that their numbers are in the order of. An action (`a`) and a contract (`c`)
 * have a number of each, under the name used here.
 */
export const explaining: Record<Explaining, { table: string; numberedBy?: string }> = {
  company: { table: "companies", numberedBy: "name" },
  recipient: { table: "recipients", numberedBy: "name" },
  agency: { table: "agencies" },
  office: { table: "offices" },
  category: { table: "categories", numberedBy: "name" },
  product: { table: "products", numberedBy: "description" },
  industry: { table: "industries", numberedBy: "description" },
  parent: { table: "parents" },
};

const aliases: Record<string, string> = { action: "a", contract: "c", selected: "s" };

const split = (field: Field) => field.split(".") as [Explaining, string];

/** The explaining table of a field and the column there; `null` for a field of the action, the contract or the sums. */
export function explainer(field: Field): { name: Explaining; column: string } | null {
  const [name, column] = split(field);
  return Object.hasOwn(explaining, name) ? { name, column } : null;
}

/** The value of a field. Explaining tables are joined under their own names. */
export function fieldValue(field: Field): Sql {
  const [name, column] = split(field);
  return raw(`${aliases[name] ?? name}.${column}`);
}

/** What orders rows by a field, without a join: numbers of an explaining table where they are in its order. */
export function fieldOrder(field: Field, owner: "a" | "c"): Sql {
  const source = explainer(field);
  if (!source) return fieldValue(field);
  const { table, numberedBy } = explaining[source.name];
  return source.column === numberedBy
    ? raw(`${owner}.${source.name}`)
    : raw(`(select d.${source.column} from ${table} d where d.id = ${owner}.${source.name})`);
}

/** An explaining table whole. */
export const explanationsSql = (name: Explaining): Sql => sql`select * from ${raw(explaining[name].table)}`;
