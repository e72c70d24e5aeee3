import type { Field, LookupName } from "@/lib/contracts/columns";
import { joined, raw, type Sql, sql } from "@/lib/sql/fragments";

/**
 * The lookup tables. Where the rows of one are numbered in the order of a field, sorting by the number needs no join. An
 * action (`a`) and a contract (`c`) have the number of a row of each, under the name used here.
 */
export const lookupTables: Record<LookupName, { table: string; numberedBy?: string }> = {
  company: { table: "companies", numberedBy: "name" },
  recipient: { table: "recipients", numberedBy: "name" },
  agency: { table: "agencies" },
  office: { table: "offices" },
  category: { table: "categories", numberedBy: "name" },
  product: { table: "products", numberedBy: "description" },
  industry: { table: "industries", numberedBy: "description" },
  parent: { table: "parents" },
};

/** The key of a row of a grouping's table: the first of its columns that is recorded and does not say `unreported`. */
export const keyOf = (row: Sql, key: string | readonly string[]): Sql =>
  typeof key === "string"
    ? sql`${row}.${raw(key)}`
    : sql`nullif(coalesce(${joined(
        key.map((column) => sql`${row}.${raw(column)}`),
        ", ",
      )}), 'unreported')`;

const aliases: Record<string, string> = { action: "a", contract: "c", selected: "s" };

const split = (field: Field) => field.split(".") as [LookupName, string];

/** The lookup table of a field and the column there; `null` for a field of the action, the contract or the sums. */
export function lookupOf(field: Field): { name: LookupName; column: string } | null {
  const [name, column] = split(field);
  return Object.hasOwn(lookupTables, name) ? { name, column } : null;
}

/** The value of a field. Lookup tables are joined under their own names. */
export function fieldValue(field: Field): Sql {
  const [name, column] = split(field);
  return raw(`${aliases[name] ?? name}.${column}`);
}

/** What orders rows by a field without a join: the number in a lookup table if its rows are numbered by the field. */
export function fieldOrder(field: Field, owner: "a" | "c"): Sql {
  const source = lookupOf(field);
  if (!source) return fieldValue(field);
  const { table, numberedBy } = lookupTables[source.name];
  return source.column === numberedBy
    ? raw(`${owner}.${source.name}`)
    : raw(`(select d.${source.column} from ${table} d where d.id = ${owner}.${source.name})`);
}

/** A lookup table whole. */
export const lookupSql = (name: LookupName): Sql => sql`select * from ${raw(lookupTables[name].table)}`;
