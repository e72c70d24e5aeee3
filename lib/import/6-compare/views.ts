import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Day } from "@/lib/contracts/days";

/** The catalog name of the previous snapshot, whose tables have the columns of today. */
export const before = "before";

/** The columns of `gone` with facts about an action. */
export const actionFacts = [
  "contract_key",
  "award_key",
  "piid",
  "modification",
  "modification_order",
  "action_date",
  "amount_cents",
  "agency_code",
  "fiscal_year",
  "type",
  "action_type",
  "transaction_key",
  "description",
  "company_slug",
  "recipient_name",
  "office_code",
  "category_slug",
  "product_code",
  "product_name",
  "industry_code",
  "industry_name",
  "vehicle",
  "vehicle_agency",
];

/** What a number of an action points to, by its table: the columns there and the facts that they are. */
const lookups: [table: string, pointer: string, facts: Record<string, string>][] = [
  ["companies", "company", { slug: "company_slug" }],
  ["recipients", "recipient", { name: "recipient_name" }],
  ["offices", "office", { code: "office_code" }],
  ["categories", "category", { slug: "category_slug" }],
  ["products", "product", { code: "product_code", description: "product_name" }],
  ["industries", "industry", { code: "industry_code", description: "industry_name" }],
  ["parents", "parent", { vehicle: "vehicle", agency: "vehicle_agency" }],
];

/** Every action with its facts as text. */
function factsOf(catalog: string): string {
  const facts = lookups.flatMap(([table, , columns]) =>
    Object.entries(columns).map(([column, fact]) => `${table}.${column} as ${fact}`),
  );
  const joins = lookups.map(
    ([table, pointer]) => `left join ${catalog}${table} on ${table}.id = a.${pointer}`,
  );
  return `select a.id, contracts.key as contract_key, a.award_key, a.piid, a.modification, a.modification_order, a.action_date,
      a.amount_cents, a.agency_code, a.fiscal_year, a.type, a.action_type, a.transaction_key, a.description,
      coalesce(a.missing, false) as missing, ${facts.join(", ")}
    from ${catalog}actions a join ${catalog}contracts on contracts.id = a.contract
      ${joins.join("\n")}`;
}

/** Agencies and fiscal years: the number of their actions, and a label and the day of the newest retrieval. */
function cellsOf(catalog: string, facts: string, retrieved: Day | null): string {
  const day = retrieved === null ? "null::date" : `date '${retrieved}'`;
  return `select held.*, coalesce(proven, false) as proven, coalesce(hash, 'retrieved ${retrieved ?? ""}') as label, coalesce(known.retrieved, ${day}) as retrieved
    from (select agency_code, fiscal_year, count(*) filter (not missing) as held, max(action_date) as last_day from ${facts} group by all) held
      left join (select agency, fiscal_year, max_by(hash, coalesce(retrieved, date '0001-01-01')) as hash, max(retrieved) as retrieved,
          max_by(proven, coalesce(retrieved, date '0001-01-01')) as proven from ${catalog}cells group by all) known
        on known.agency = held.agency_code and known.fiscal_year = held.fiscal_year`;
}

/** Creates the views over both snapshots: `..._facts` have their actions, `..._cells` their agencies and fiscal years. */
export async function writeViews(
  connection: DuckDBConnection,
  retrievedThen: Day | null,
  retrievedNow: Day | null,
  isHistory: boolean,
) {
  const isCompared = isHistory
    ? `where a.fiscal_year >= (select min(fiscal_year) from ${before}.actions)`
    : "";
  const views = {
    older_facts: factsOf(`${before}.`),
    older_cells: cellsOf(`${before}.`, "older_facts", retrievedThen),
    newer_facts: `${factsOf("")} ${isCompared}`,
    newer_cells: cellsOf("", "newer_facts", retrievedNow),
    // A snapshot from before the table `gone` marks missing actions only: they count as lacking in one retrieval.
    older_all: `select f.* exclude (missing), coalesce(g.vanished, false) as vanished, g.seen,
        case when f.missing then coalesce(g.lacking, c.label) end as lacking,
        case when not f.missing then null when g.lacking is not null then g.lacking_since else c.retrieved end as lacking_since,
        case when not f.missing then 0 else greatest(coalesce(g.retrievals, 0), 1) end as retrievals,
        null::varchar[] as brands, null::varchar[] as places, f.missing as absent
      from older_facts f left join older_cells c using (agency_code, fiscal_year) left join ${before}.gone g on g.twin = f.id
      union all by name
      select id, ${actionFacts.join(", ")}, vanished, seen, lacking, lacking_since,
        coalesce(retrievals, (lacking is not null)::integer) as retrievals, brands, places, true as absent
      from ${before}.gone where twin is null`,
  };
  // Each statement of a comparison plans a view anew, which takes longer than the rows of an earlier retrieval.
  const kind = isHistory ? "table" : "view";
  for (const [name, text] of Object.entries(views))
    await connection.run(`create temp ${kind} ${name} as ${text}`);
}
