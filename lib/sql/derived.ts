import { type EndName, ends, possibleYears } from "@/lib/contracts/ending";
import { homeCountry } from "@/lib/contracts/places";
import { raw, type Sql } from "@/lib/sql/fragments";

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
  const possible = (day: string) => `year(${day}) between ${possibleYears.from} and ${possibleYears.to}`;
  const [end, start] = [`${row}.${ends[name].column}`, `${row}.start`];
  return raw(
    `case when ${possible(end)} and (${start} is null or not ${possible(start)} or ${end} >= ${start}) then ${end} end`,
  );
}
