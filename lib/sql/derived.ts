import { type EndName, ends, possibleYears } from "@/lib/contracts/expiring";
import { homeCountry } from "@/lib/contracts/places";
import { yearOf } from "@/lib/sql/dialect";
import { raw, type Sql, sql } from "@/lib/sql/fragments";

/** A fact of a contract, recorded or derived, from its row under the given name. */
export const contractFact = (row: string, name: string): Sql =>
  name === "place" ? place(row) : raw(`${row}.${name}`);

/** Where a contract is performed, as one code: the state in the United States, else the country; null where neither is recorded. */
const place = (row: string): Sql =>
  raw(
    `case when coalesce(${row}.place_country, '${homeCountry}') = '${homeCountry}' then coalesce(${row}.place_state, ${row}.place_country) else ${row}.place_country end`,
  );

/** The end of a contract, null where `dayFault` rejects it. */
export function usableEnd(row: string, name: EndName): Sql {
  if (name === "words") return raw(`${row}.option_ends`);
  const [end, start] = [raw(`${row}.${ends[name].column}`), raw(`${row}.start`)];
  const isPossible = (day: Sql) =>
    sql`${yearOf(day)} between ${raw(`${possibleYears.from}`)} and ${raw(`${possibleYears.to}`)}`;
  return sql`case when ${isPossible(end)} and (${start} is null or not ${isPossible(start)} or ${end} >= ${start}) then ${end} end`;
}
