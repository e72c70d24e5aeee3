import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Day } from "@/lib/contracts/days";

/** The catalog name of the previous snapshot. */
export const before = "before";

/** The columns of `gone` with facts about an action. */
export const actionFacts = [
  "contract_key",
  "award_key",
  "piid",
  "modification",
  "modification_order",
  "action_date",
  "amount",
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

/** Every action with its facts as text; `null` for columns that the snapshot lacks. */
function factsOf(catalog: string, has: (name: string) => boolean): string {
  const own = (name: string, type: string) =>
    `${has(`actions.${name}`) ? `a.${name}` : `null::${type}`} as ${name}`;
  const explained = (table: string, pointer: string, fields: Record<string, string>) =>
    Object.entries(fields).map(([field, name]) => ({
      value: `${has(`${table}.${field}`) ? `${table}.${field}` : "null::varchar"} as ${name}`,
      join: has(`${table}.id`) ? `left join ${catalog}${table} on ${table}.id = a.${pointer}` : "",
    }));
  const explaining = [
    ...explained("companies", "company", { slug: "company_slug" }),
    ...explained("recipients", "recipient", { name: "recipient_name" }),
    ...explained("offices", "office", { code: "office_code" }),
    ...explained("categories", "category", { slug: "category_slug" }),
    ...explained("products", "product", { code: "product_code", description: "product_name" }),
    ...explained("industries", "industry", { code: "industry_code", description: "industry_name" }),
    ...explained("parents", "parent", { vehicle: "vehicle", agency: "vehicle_agency" }),
  ];
  return `select a.id, contracts.key as contract_key, a.piid, a.modification, a.modification_order, a.action_date, a.amount,
      a.agency_code, a.fiscal_year, ${["award_key", "type", "action_type", "transaction_key", "description"].map((name) => own(name, "varchar")).join(", ")},
      ${has("actions.missing") ? "a.missing" : "false"} as missing, ${explaining.map(({ value }) => value).join(", ")}
    from ${catalog}actions a join ${catalog}contracts on contracts.id = a.contract
      ${[...new Set(explaining.map(({ join }) => join))].join("\n")}`;
}

/** Agencies and fiscal years: the number of their actions, and a label and the day of the newest retrieval. */
function cellsOf(
  catalog: string,
  facts: string,
  { hasCells, hasProven }: { hasCells: boolean; hasProven: boolean },
  retrieved: Day | null,
): string {
  const day = retrieved === null ? "null::date" : `date '${retrieved}'`;
  const known = hasCells
    ? `(select agency, fiscal_year, max_by(hash, coalesce(retrieved, date '0001-01-01')) as hash, max(retrieved) as retrieved,
          ${hasProven ? "max_by(proven, coalesce(retrieved, date '0001-01-01'))" : "false"} as proven from ${catalog}cells group by all)`
    : "(select null::varchar as agency, null::smallint as fiscal_year, null::varchar as hash, null::date as retrieved, false as proven)";
  return `select held.*, coalesce(proven, false) as proven, coalesce(hash, 'retrieved ${retrieved ?? ""}') as label, coalesce(known.retrieved, ${day}) as retrieved
    from (select agency_code, fiscal_year, count(*) filter (not missing) as held, max(action_date) as last_day from ${facts} group by all) held
      left join ${known} known on known.agency = held.agency_code and known.fiscal_year = held.fiscal_year`;
}

/** Creates the views over both snapshots: `..._facts` have their actions, `..._cells` their agencies and fiscal years. */
export async function writeViews(
  connection: DuckDBConnection,
  had: Set<string>,
  retrievedThen: Day | null,
  retrievedNow: Day | null,
) {
  const hadGone = had.has("gone.id");
  const hadRetrievals = had.has("gone.retrievals");
  const views = {
    older_facts: factsOf(`${before}.`, (name) => had.has(name)),
    older_cells: cellsOf(
      `${before}.`,
      "older_facts",
      { hasCells: had.has("cells.hash"), hasProven: had.has("cells.proven") },
      retrievedThen,
    ),
    newer_facts: factsOf("", () => true),
    newer_cells: cellsOf("", "newer_facts", { hasCells: true, hasProven: true }, retrievedNow),
    // A snapshot from before the table `gone` marks missing actions only: they count as lacking in one retrieval.
    older_all: `select f.* exclude (missing), ${hadGone ? "coalesce(g.vanished, false)" : "false"} as vanished,
        ${hadGone ? "g.seen" : "null::date"} as seen, case when f.missing then coalesce(${hadGone ? "g.lacking" : "null"}, c.label) end as lacking,
        case when not f.missing then null ${hadRetrievals ? "when g.lacking is not null then g.lacking_since" : ""} ${hadGone ? "when g.lacking is not null then null" : ""} else c.retrieved end as lacking_since,
        case when not f.missing then 0 else greatest(${hadRetrievals ? "coalesce(g.retrievals, 0)" : "0"}, 1) end as retrievals,
        null::varchar[] as brands, f.missing as absent
      from older_facts f left join older_cells c using (agency_code, fiscal_year)
        ${hadGone ? `left join ${before}.gone g on g.twin = f.id` : ""}
      ${
        hadGone
          ? `union all by name select id, ${actionFacts.join(", ")}, vanished, seen, lacking,
          ${hadRetrievals ? "lacking_since, retrievals" : "null::date as lacking_since, (lacking is not null)::integer as retrievals"}, brands, true as absent from ${before}.gone where twin is null`
          : ""
      }`,
  };
  for (const [name, text] of Object.entries(views))
    await connection.run(`create temp view ${name} as ${text}`);
}
