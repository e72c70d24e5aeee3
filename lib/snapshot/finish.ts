import "server-only";
import { BOOLEAN, type DuckDBConnection, type DuckDBValue, INTEGER, VARCHAR } from "@duckdb/node-api";
import { isBase, modificationOrder, noParent } from "@/lib/contracts/awards";
import { categories } from "@/lib/contracts/categories";
import { brandFinder } from "@/lib/identity/brands";
import { groupRecipients } from "@/lib/identity/companies";
import { appendRows } from "@/lib/snapshot/append";
import type { Dictionaries } from "@/lib/snapshot/stage";
import type { Rules } from "@/lib/snapshot/tables";

/** Case-insensitive order of the shown name, `null` last, equal names by their exact text, then by a code. */
function byName(one: string | null, other: string | null, tieOne = "", tieOther = ""): number {
  if (one === null || other === null)
    return one === other ? compare(tieOne, tieOther) : one === null ? 1 : -1;
  return compare(one.toLowerCase(), other.toLowerCase()) || compare(one, other) || compare(tieOne, tieOther);
}
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** The final number of every staged number, in the order that `order` gives to the values still in use. */
function rank<Value>(
  values: Value[],
  used: Set<number>,
  order: (one: Value, other: Value) => number,
): Map<number, number> {
  const kept = [...used].sort((one, other) => order(values[one] as Value, values[other] as Value));
  return new Map(kept.map((staged, index) => [staged, index + 1]));
}

/** Writes the table that `settle` needs: the staged agencies with their codes. */
export async function writeStagedAgencies(
  connection: DuckDBConnection,
  { agencies }: Dictionaries,
): Promise<void> {
  await connection.run("create temp table staged_agency (id integer, code varchar)");
  await appendRows(
    connection,
    "staged_agency",
    [INTEGER, VARCHAR],
    agencies.values.map(([code], id) => [id, code]),
    "temp",
  );
}

/** Fills every table of the snapshot from the settled rows. */
export async function finish(
  connection: DuckDBConnection,
  dictionaries: Dictionaries,
  rules: Rules,
): Promise<void> {
  await writeModifications(connection, dictionaries);
  await writeRecipients(connection, dictionaries, rules);
  await writeAgencies(connection, dictionaries, rules);
  await writeOffices(connection, dictionaries, rules);
  await writeProducts(connection, dictionaries, rules);
  await writeIndustries(connection, dictionaries);
  await writeParents(connection, dictionaries, rules);
  await connection.run(numberActions);
  await connection.run(insertActions);
  await connection.run(insertContracts);
  await writeBrands(connection, rules);
}

/** How many actions use each number of a staged column. */
async function usesOf(connection: DuckDBConnection, column: string): Promise<Map<number, number>> {
  const rows = await connection.runAndReadAll(
    `select ${column}, count(*)::integer from staged join placed on placed.r = staged.rowid where ${column} is not null group by 1`,
  );
  return new Map(rows.getRows().map(([id, count]) => [id as number, count as number]));
}

/** Writes `final_<name>`, by which the last step turns staged numbers into those of the snapshot. */
async function writeFinal(
  connection: DuckDBConnection,
  name: string,
  final: Iterable<[number, number]>,
  extra?: (staged: number) => number,
) {
  await connection.run(`create temp table final_${name} (staged integer, id integer, extra integer)`);
  const rows = [...final].map(([staged, id]): DuckDBValue[] => [staged, id, extra?.(staged) ?? null]);
  await appendRows(connection, `final_${name}`, [INTEGER, INTEGER, INTEGER], rows, "temp");
}

async function writeModifications(connection: DuckDBConnection, { modifications: { values } }: Dictionaries) {
  const all = new Set(values.keys());
  const places = rank(values, all, (one, other) =>
    compare(`${modificationOrder(one)}\n${one}`, `${modificationOrder(other)}\n${other}`),
  );
  await connection.run(
    "create temp table modification_texts (id integer, text varchar, sorted varchar, place integer, base boolean)",
  );
  const types = [INTEGER, VARCHAR, VARCHAR, INTEGER, BOOLEAN];
  const rows = values.map((text, id): DuckDBValue[] => [
    id,
    text,
    modificationOrder(text),
    places.get(id) ?? 0,
    isBase(text),
  ]);
  await appendRows(connection, "modification_texts", types, rows, "temp");
}

async function writeRecipients(connection: DuckDBConnection, { recipients }: Dictionaries, rules: Rules) {
  const uses = await usesOf(connection, "recipient");
  const values = recipients.values.map((name) => name || null);
  const final = rank(values, new Set(uses.keys()), byName);
  const staged = [...final.keys()];
  const { recipients: grouped, ...identity } = groupRecipients(
    staged.map((id) => ({ name: values[id] ?? null, actions: uses.get(id) ?? 0 })),
    rules.companies,
  );

  const companies = identity.companies.sort((one, other) =>
    byName(one.name, other.name, one.slug, other.slug),
  );
  const companyIds = new Map(companies.map(({ slug }, index) => [slug, index + 1]));
  await appendRows(
    connection,
    "companies",
    [INTEGER, VARCHAR, VARCHAR],
    companies.map(({ slug, name }, index) => [index + 1, slug, name]),
  );
  await appendRows(
    connection,
    "former_slugs",
    [VARCHAR, INTEGER],
    [...identity.formerSlugs].map(([former, slug]) => [former, companyIds.get(slug) ?? 0]),
  );
  await writeLookalikes(connection, companyIds, rules);

  const companyOf = new Map(
    staged.map((id, index) => [id, companyIds.get(grouped[index]?.company.slug ?? "") ?? 0]),
  );
  const rows = staged.map((id, index): DuckDBValue[] => {
    const { relation, basis, decided } = grouped[index] ?? {};
    const { uei, reviewed, note } = decided?.rule ?? {};
    return [
      final.get(id) ?? 0,
      values[id] ?? null,
      companyOf.get(id) ?? 0,
      relation ?? "",
      basis ?? "",
      uei || null,
      reviewed ?? null,
      note || null,
    ];
  });
  const types = [INTEGER, VARCHAR, INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR];
  await appendRows(connection, "recipients", types, rows);
  await writeFinal(connection, "recipient", final, (id) => companyOf.get(id) ?? 0);
}

/** A note whose own company these records do not name has no page to stand on. */
async function writeLookalikes(
  connection: DuckDBConnection,
  companyIds: Map<string, number>,
  { lookalikes }: Rules,
) {
  const rows = lookalikes.flatMap(({ rule: { company, other, note } }): DuckDBValue[][] => {
    const id = companyIds.get(company);
    return id ? [[id, companyIds.get(other ?? "") ?? null, note]] : [];
  });
  await appendRows(connection, "lookalikes", [INTEGER, INTEGER, VARCHAR], rows);
}

async function writeAgencies(
  connection: DuckDBConnection,
  { agencies: { values } }: Dictionaries,
  rules: Rules,
) {
  const uses = await usesOf(connection, "agency");
  const labelled = values.map(([code, name]) => ({
    code,
    name: name || null,
    label: rules.agencies(code) ?? (name || code),
  }));
  const final = rank(labelled, new Set(uses.keys()), (one, other) =>
    byName(one.label, other.label, `${one.code}\n${one.name ?? ""}`, `${other.code}\n${other.name ?? ""}`),
  );
  const rows = [...final].map(([staged, id]): DuckDBValue[] => {
    const { code, name, label } = labelled[staged] ?? { code: "", name: null, label: "" };
    return [id, code, name, label];
  });
  await appendRows(connection, "agencies", [INTEGER, VARCHAR, VARCHAR, VARCHAR], rows);
  await writeFinal(connection, "agency", final);
}

async function writeOffices(
  connection: DuckDBConnection,
  { offices: { values } }: Dictionaries,
  rules: Rules,
) {
  const uses = await usesOf(connection, "office");
  const named = values.map((code) => ({ code, name: rules.offices(code) ?? code }));
  const final = rank(named, new Set(uses.keys()), (one, other) =>
    byName(one.name, other.name, one.code, other.code),
  );
  const rows = [...final].map(([staged, id]): DuckDBValue[] => [
    id,
    named[staged]?.code ?? "",
    named[staged]?.name ?? "",
  ]);
  await appendRows(connection, "offices", [INTEGER, VARCHAR, VARCHAR], rows);
  await writeFinal(connection, "office", final);
}

async function writeProducts(
  connection: DuckDBConnection,
  { products: { values } }: Dictionaries,
  { categories: rules }: Rules,
) {
  const sorted = Object.entries(categories).sort(([, one], [, other]) => byName(one, other));
  const categoryIds = new Map(sorted.map(([slug], index) => [slug, index + 1]));
  await appendRows(
    connection,
    "categories",
    [INTEGER, VARCHAR, VARCHAR],
    sorted.map(([slug, name], index) => [index + 1, slug, name]),
  );

  const idFor = (description: string | null) => categoryIds.get(rules.categoryOf(description)) ?? 0;
  const uses = await usesOf(connection, "product");
  const final = rank(values, new Set(uses.keys()), byName);
  const rows = [...final].map(([staged, id]): DuckDBValue[] => [
    id,
    null,
    values[staged] ?? null,
    idFor(values[staged] ?? null),
  ]);
  await appendRows(connection, "products", [INTEGER, VARCHAR, VARCHAR, INTEGER], rows);
  await writeFinal(connection, "product", final, (staged) => idFor(values[staged] ?? null));
  await connection.run("set variable unreported_category = $id", { id: idFor(null) });
}

async function writeIndustries(connection: DuckDBConnection, { industries: { values } }: Dictionaries) {
  const uses = await usesOf(connection, "industry");
  const final = rank(values, new Set(uses.keys()), byName);
  const rows = [...final].map(([staged, id]): DuckDBValue[] => [id, null, values[staged] ?? null]);
  await appendRows(connection, "industries", [INTEGER, VARCHAR, VARCHAR], rows);
  await writeFinal(connection, "industry", final);
}

async function writeParents(
  connection: DuckDBConnection,
  { parents: { values } }: Dictionaries,
  rules: Rules,
) {
  const read = await connection.runAndReadAll(
    "select distinct parent from contract_ids where parent is not null",
  );
  const label = (text: string, name: string) => (text === noParent ? "None" : name);
  const labelled = values.map(([vehicle, agency]) => ({
    vehicle,
    agency,
    vehicleLabel: label(vehicle, vehicle),
    agencyLabel: label(agency, rules.agencies(agency) ?? agency),
  }));
  const final = rank(labelled, new Set(read.getRows().map(([id]) => id as number)), (one, other) =>
    byName(one.vehicleLabel, other.vehicleLabel, one.agency, other.agency),
  );
  const rows = [...final].map(([staged, id]): DuckDBValue[] => {
    const { vehicle = "", agency = "", vehicleLabel = "", agencyLabel = "" } = labelled[staged] ?? {};
    const decoded = vehicle === noParent ? null : rules.vehicles.decode(vehicle, agency);
    const { kind = null, program = null, basis = null } = decoded ?? {};
    return [id, vehicle, agency, vehicleLabel, agencyLabel, kind, program, basis];
  });
  const types = [INTEGER, ...Array.from({ length: 7 }, () => VARCHAR)];
  await appendRows(connection, "parents", types, rows);
  await writeFinal(connection, "parent", final);
}

/** Writes the brands, and a mention for every action of another company whose description names one. */
async function writeBrands(connection: DuckDBConnection, rules: Rules) {
  const companies = await connection.runAndReadAll("select slug, id from companies");
  const companyIds = new Map(companies.getRows() as [string, number][]);
  const brands = [...rules.brands]
    .sort((one, other) => byName(one.brand, other.brand, one.slug, other.slug))
    .map((rule, index) => ({ rule, id: index + 1, owner: companyIds.get(rule.owner) ?? 0 }));
  await appendRows(
    connection,
    "brands",
    [INTEGER, VARCHAR, VARCHAR, INTEGER, VARCHAR],
    brands.map(({ rule, id, owner }) => [id, rule.slug, rule.brand, owner, JSON.stringify(rule)]),
  );

  const finder = brandFinder(brands.map(({ rule }) => rule));
  const found = await connection.stream(
    "select id, company, description from actions where regexp_matches(search, $candidates)",
    { candidates: finder.candidates },
  );
  const mentions: DuckDBValue[][] = [];
  for (let chunk = await found.fetchChunk(); chunk?.rowCount; chunk = await found.fetchChunk()) {
    for (const [action, company, description] of chunk.getRows() as [number, number, string | null][]) {
      for (const place of finder.find(description ?? "")) {
        const brand = brands[place];
        if (brand && brand.owner !== company) mentions.push([brand.id, action]);
      }
    }
  }
  mentions.sort((one, other) => Number(one[0]) - Number(other[0]) || Number(one[1]) - Number(other[1]));
  await appendRows(connection, "mentions", [INTEGER, INTEGER], mentions);
}

/**
 * The largest id of a contract is its latest action: by day, then modification, then all that tells two apart. Ids are
 * given by a sort of numbers alone, so that the wide rows are moved once and written by both cores.
 */
const numberActions = `
create temp table numbered as
select placed.r, contract, (row_number() over (order by contract, staged.day, texts.place, staged.cents,
  hash(staged.description), recipient.id, product.id, industry.id, agency.id, placed.file, placed.line))::integer as id
from placed
  join staged on staged.rowid = placed.r
  join modification_texts texts on texts.id = placed.modification
  join final_agency agency on agency.staged = staged.agency
  join final_recipient recipient on recipient.staged = staged.recipient
  left join final_product product on product.staged = staged.product
  left join final_industry industry on industry.staged = staged.industry`;

const insertActions = `
insert into actions
select numbered.id, contract, staged.key, piid, texts.text, texts.sorted, date '1970-01-01' + day as action_date,
  (cents::decimal(18,0) * 0.01::decimal(3,2))::decimal(18,2), agency.id, agencies.code, recipient.extra, recipient.id, office.id,
  coalesce(product.extra, getvariable('unreported_category')), product.id, industry.id, parent.id,
  null, null, null, false, year(action_date) + (month(action_date) >= 10)::integer, year(action_date), year(action_date) * 100 + month(action_date),
  description, lower(concat_ws(chr(31), description, piid))
from numbered
  join staged on staged.rowid = numbered.r
  join contract_ids on contract_ids.id = contract
  join modification_texts texts on texts.id = staged.modification
  join final_agency agency on agency.staged = staged.agency
  join agencies on agencies.id = agency.id
  join final_recipient recipient on recipient.staged = staged.recipient
  join final_office office on office.staged = staged.office
  left join final_product product on product.staged = staged.product
  left join final_industry industry on industry.staged = staged.industry
  left join final_parent parent on parent.staged = contract_ids.parent
order by numbered.id`;

const insertContracts = `
insert into contracts (id, key, award_key, piid, company, recipient, agency, office, category, product, industry, parent, description,
  in_records, actions, base_included, first_action, last_action)
select contract_ids.id, contract_ids.contract_key, contract_ids.award_key, latest.piid, latest.company, latest.recipient, latest.agency,
  latest.office, latest.category, latest.product, latest.industry, latest.parent, latest.description,
  sums.in_records, sums.actions, sums.base_included, sums.first_action, sums.last_action
from (
  select contract, max(id) as latest, sum(amount)::decimal(18,2) as in_records, count(*)::integer as actions,
    bool_or(ltrim(modification, '0') = '') as base_included, min(action_date) as first_action, max(action_date) as last_action
  from actions group by contract
) sums
join actions latest on latest.id = sums.latest
join contract_ids on contract_ids.id = sums.contract
order by contract_ids.id`;
