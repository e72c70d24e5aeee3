import "server-only";
import {
  BOOLEAN,
  DATE,
  type DuckDBConnection,
  DuckDBDateValue,
  type DuckDBListValue,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { isBase, modificationOrder, noParent } from "@/lib/contracts/awards";
import { categories } from "@/lib/contracts/categories";
import { dayNumber } from "@/lib/contracts/day-number";
import { firstDay } from "@/lib/contracts/days";
import { type RecordedName, recordedColumn } from "@/lib/contracts/recorded";
import { wordsOf } from "@/lib/contracts/shared-words";
import { brandFinder } from "@/lib/identity/brands";
import { groupRecipients } from "@/lib/identity/companies";
import { awardFacts, type Dictionaries } from "@/lib/import/3-stage/stage";
import { appendRows } from "@/lib/import/append";
import type { Rules } from "@/lib/import/rule-tables";

/** Case-insensitive order of the shown name, `null` last, equal names by their exact text, then by a code. */
function byName(one: string | null, other: string | null, tieOne = "", tieOther = ""): number {
  if (one === null || other === null)
    return one === other ? compare(tieOne, tieOther) : one === null ? 1 : -1;
  return compare(one.toLowerCase(), other.toLowerCase()) || compare(one, other) || compare(tieOne, tieOther);
}
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * The final number of every staged number, in the order that `order` gives to the values still in use. Staged numbers
 * whose values have one key are one.
 */
function rank<Value>(
  values: Value[],
  used: Iterable<number>,
  order: (one: Value, other: Value) => number,
  key: (value: Value) => unknown = (value) => value,
): Map<number, number> {
  const sorted = [...used].sort((one, other) => order(values[one] as Value, values[other] as Value));
  const final = new Map<unknown, number>();
  return new Map(
    sorted.map((staged) => {
      const name = key(values[staged] as Value);
      const id = final.get(name) ?? final.size + 1;
      final.set(name, id);
      return [staged, id];
    }),
  );
}

/** One row for each final number, made from the first staged value that has it. */
function eachFinal<Value>(
  values: Value[],
  final: Map<number, number>,
  row: (value: Value) => DuckDBValue[],
): DuckDBValue[][] {
  const rows = new Map<number, DuckDBValue[]>();
  for (const [staged, id] of final) if (!rows.has(id)) rows.set(id, [id, ...row(values[staged] as Value)]);
  return [...rows.values()];
}

/** Fills every table of the snapshot from the settled rows. */
export async function finish(
  connection: DuckDBConnection,
  dictionaries: Dictionaries,
  rules: Rules,
): Promise<void> {
  await connection.run("begin"); // small tables at once: each commit waits for the disk
  await writeModifications(connection, dictionaries);
  await writeAwardFacts(connection, dictionaries);
  await writeRecipients(connection, dictionaries, rules);
  await writeAgencies(connection, dictionaries, rules);
  await writeOffices(connection, dictionaries, rules);
  await writeProducts(connection, dictionaries, rules);
  await writeIndustries(connection, dictionaries);
  await writeParents(connection, dictionaries, rules);
  await connection.run("commit");
  await connection.run(numberActions);
  await connection.run(insertActions);
  await connection.run(insertContracts);
  await connection.run(insertDescribedContracts);
  await connection.run(insertAgreements);
  await connection.run(insertCells);
  await writeBrands(connection, rules);
  await writeWords(connection);
}

/** The tables by which a fact is read as text: `texts`, and for each column of facts that has numbers a join. */
const textColumns = awardFacts.filter((name) => recordedColumn(name).repeats);

/**
 * Gathers in `award_facts` what described rows say of each contract. The latest action knows it best; an award summary
 * knows it as of the day it was retrieved.
 */
async function writeAwardFacts(connection: DuckDBConnection, { texts }: Dictionaries) {
  await connection.run("create temp table texts (id integer, text varchar)");
  await appendRows(
    connection,
    "texts",
    [INTEGER, VARCHAR],
    texts.values.map((text, id) => [id, text]),
    "temp",
  );
  const columns = [
    ...["agency", "recipient", "product", "industry", "piid", "parent"],
    ...awardFacts.map((name) => recordedColumn(name).column as string),
  ];
  const gathered = (table: string, target: string, which: string) => `
    create temp table ${table} as
    with ordered as (select ${target}, described.*, retrieved, (row_number() over (
        order by coalesce(day, retrieved, 32767), described.file, texts.place, described.line desc)) as age
      from ${which} join described on described.rowid = r join files on files.file = described.file
        left join modification_texts texts on texts.id = modification)
    select ${target}, max(key) as key, arg_max(coalesce(office, prefix), age) as office, max(date '1970-01-01' + retrieved) as facts_as_of,
      ${columns.map((column) => `arg_max("${column}", age) as "${column}"`).join(", ")}
    from ordered group by ${target}`;
  await connection.run(gathered("award_facts", "contract", "award_rows"));
  await connection.run(gathered("agreement_facts", "agreement", "agreement_rows"));
}

/** How many actions use each number of a staged column; 0 for one that only an award summary uses. */
async function usesOf(
  connection: DuckDBConnection,
  column: string,
  value = column,
): Promise<Map<number, number>> {
  const rows = await connection.runAndReadAll(
    `select number, sum(uses)::integer from (
      select ${value} as number, count(*) as uses from staged join placed on placed.r = staged.rowid group by 1
      union all select distinct ${column}, 0 from award_facts where contract not in (select contract from placed))
    where number is not null group by 1`,
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

/** The UEI that most rows give a recipient, and its parent's. */
async function readUeis(connection: DuckDBConnection, { texts }: Dictionaries) {
  const read = await connection.runAndReadAll(`select recipient, mode(uei), mode(parent_uei) from described
    where uei is not null or parent_uei is not null group by recipient`);
  const text = (id: unknown) => (id === null ? null : (texts.values[id as number] ?? null));
  return new Map(
    read
      .getRows()
      .map(([recipient, uei, parent]) => [recipient as number, { uei: text(uei), parent_uei: text(parent) }]),
  );
}

async function writeRecipients(connection: DuckDBConnection, dictionaries: Dictionaries, rules: Rules) {
  const { recipients } = dictionaries;
  const uses = await usesOf(connection, "recipient");
  const values = recipients.values.map((name) => name || null);
  const final = rank(values, uses.keys(), byName);
  const staged = [...final.keys()];
  const ueis = await readUeis(connection, dictionaries);
  const { recipients: grouped, ...identity } = groupRecipients(
    staged.map((id) => ({ name: values[id] ?? null, actions: uses.get(id) ?? 0, ...ueis.get(id) })),
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
    const { uei, reviewed, note, owned_since: since, owned_basis: ownedBasis } = decided?.rule ?? {};
    const from = firstDay(since ?? "");
    return [
      final.get(id) ?? 0,
      values[id] ?? null,
      companyOf.get(id) ?? 0,
      relation ?? "",
      basis ?? "",
      uei || ueis.get(id)?.uei || null,
      reviewed ?? null,
      note || null,
      since || null,
      from === null ? null : new DuckDBDateValue(dayNumber(from)),
      ownedBasis || null,
    ];
  });
  const texts = Array.from({ length: 6 }, () => VARCHAR);
  const types = [INTEGER, VARCHAR, INTEGER, ...texts, DATE, VARCHAR];
  await appendRows(connection, "recipients", types, rows);
  await connection.run("create temp table recipient_names (id integer, text varchar)");
  await appendRows(
    connection,
    "recipient_names",
    [INTEGER, VARCHAR],
    values.map((name, id) => [id, name]),
    "temp",
  );
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
  const final = rank(labelled, uses.keys(), (one, other) =>
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
  const uses = await usesOf(connection, "office", "coalesce(office, prefix)");
  const recorded = new Map(values.filter(([, name]) => name !== ""));
  const named = values.map(([code]) => ({ code, name: rules.offices(code) ?? recorded.get(code) ?? code }));
  const final = rank(
    named,
    uses.keys(),
    (one, other) => byName(one.name, other.name, one.code, other.code),
    ({ code }) => code,
  );
  const rows = eachFinal(named, final, ({ code, name }) => [code, name]);
  await appendRows(connection, "offices", [INTEGER, VARCHAR, VARCHAR], rows);
  await writeFinal(connection, "office", final);
  await connection.run("create temp table recorded_offices (id integer, code varchar, name varchar)");
  await appendRows(
    connection,
    "recorded_offices",
    [INTEGER, VARCHAR, VARCHAR],
    values.map(([code, name], id) => [id, code, name || null]),
    "temp",
  );
}

interface Coded {
  code: string | null;
  description: string | null;
}

const byDescription = (one: Coded, other: Coded) =>
  byName(one.description, other.description, one.code ?? "", other.code ?? "");

/**
 * Pairs of a code and its description. Where a file gives one of the two alone, the other is taken from the files that
 * give both, if they agree on it.
 */
function complete(pairs: [code: string, description: string][]): Coded[] {
  const both = pairs.filter(([code, description]) => code !== "" && description !== "");
  const only = (from: 0 | 1, to: 0 | 1) => {
    const known = new Map<string, string | null>();
    for (const pair of both)
      known.set(pair[from], known.has(pair[from]) && known.get(pair[from]) !== pair[to] ? null : pair[to]);
    return known;
  };
  const [codes, descriptions] = [only(1, 0), only(0, 1)];
  return pairs.map(([code, description]) => ({
    code: code || codes.get(description) || null,
    description: description || descriptions.get(code) || null,
  }));
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
  const coded = complete(values);
  const final = rank(coded, uses.keys(), byDescription, ({ code, description }) => `${code}\n${description}`);
  const rows = eachFinal(coded, final, ({ code, description }) => [code, description, idFor(description)]);
  await appendRows(connection, "products", [INTEGER, VARCHAR, VARCHAR, INTEGER], rows);
  await writeFinal(connection, "product", final, (staged) => idFor(coded[staged]?.description ?? null));
  await connection.run("set variable unreported_category = $id", { id: idFor(null) });
}

async function writeIndustries(connection: DuckDBConnection, { industries: { values } }: Dictionaries) {
  const uses = await usesOf(connection, "industry");
  const coded = complete(values);
  const final = rank(coded, uses.keys(), byDescription, ({ code, description }) => `${code}\n${description}`);
  const rows = eachFinal(coded, final, ({ code, description }) => [code, description]);
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
    const decoded = vehicle === noParent ? null : rules.vehicles.decode(vehicle, agency || null);
    const { kind = null, program = null, basis = null } = decoded ?? {};
    return [id, vehicle, agency || null, vehicleLabel, agencyLabel || null, kind, program, basis];
  });
  const types = [INTEGER, ...Array.from({ length: 7 }, () => VARCHAR)];
  await appendRows(connection, "parents", types, rows);
  await writeFinal(connection, "parent", final);
}

/** Writes the brands, the actions of other companies that name them, and those that only have their words. */
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
  const leftOut: DuckDBValue[][] = [];
  for (let chunk = await found.fetchChunk(); chunk?.rowCount; chunk = await found.fetchChunk()) {
    for (const [action, company, description] of chunk.getRows() as [number, number, string | null][]) {
      const ofOthers = (place: number) =>
        brands[place]?.owner === company ? [] : [[brands[place]?.id ?? 0, action]];
      mentions.push(...finder.find(description ?? "").flatMap(ofOthers));
      leftOut.push(...finder.findLeftOut(description ?? "").flatMap(ofOthers));
    }
  }
  for (const [table, rows] of [
    ["mentions", mentions],
    ["left_out", leftOut],
  ] as const) {
    rows.sort((one, other) => Number(one[0]) - Number(other[0]) || Number(one[1]) - Number(other[1]));
    await appendRows(connection, table, [INTEGER, INTEGER], rows);
  }
}

/** The most contracts whose words are counted: enough to know the rare ones, however many there are. */
const mostCounted = 30_000;

/** Counts in how many contracts each word of the descriptions occurs, over all contracts or an even share of them. */
async function writeWords(connection: DuckDBConnection) {
  const found = await connection.stream(
    `select list(distinct coalesce(description, '')) from actions
    where contract % (select greatest(1, ceil(count(*) / ${mostCounted}))::integer from contracts) = 0 group by contract`,
  );
  const counts = new Map([["", 0]]);
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (let chunk = await found.fetchChunk(); chunk?.rowCount; chunk = await found.fetchChunk()) {
    for (const [texts] of chunk.getRows() as [DuckDBListValue][]) {
      add("");
      for (const word of wordsOf(...(texts.items as string[])).keys()) add(word);
    }
  }
  const rows = [...counts].filter(([word, contracts]) => word === "" || contracts > 1);
  rows.sort(([one], [other]) => compare(one, other));
  await appendRows(connection, "words", [VARCHAR, INTEGER], rows);
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

/** The award's facts as the tables of a snapshot hold them, from the gathered numbers of `f`. */
const factValue = (name: RecordedName): string => {
  const { kind, column, repeats } = recordedColumn(name);
  if (kind === "day") return `date '1970-01-01' + f."${column}"`;
  if (kind === "money") return `(f."${column}"::decimal(18,0) * 0.01::decimal(3,2))::decimal(18,2)`;
  return repeats ? `t_${column}.text` : `f."${column}"`;
};
const factTexts = textColumns
  .map((name) => recordedColumn(name).column)
  .map((column) => `left join texts t_${column} on t_${column}.id = f."${column}"`)
  .join("\n  ");
const factColumns = awardFacts.map((name) => `"${recordedColumn(name).column}"`).join(", ");
const factValues = awardFacts.map(factValue).join(", ");

const insertActions = `
insert into actions
select numbered.id, contract, staged.key, staged.piid, texts.text, texts.sorted, date '1970-01-01' + staged.day as action_date,
  (cents::decimal(18,0) * 0.01::decimal(3,2))::decimal(18,2), agency.id, agencies.code, recipient.extra, recipient.id, office.id,
  recorded_offices.code, recorded_offices.name,
  coalesce(product.extra, getvariable('unreported_category')), product.id, industry.id, parent.id,
  award_type.text, action_type.text, transaction_key, missing.r is not null,
  year(action_date) + (month(action_date) >= 10)::integer, year(action_date), year(action_date) * 100 + month(action_date),
  description, lower(concat_ws(chr(31), description, staged.piid))
from numbered
  join staged on staged.rowid = numbered.r
  join contract_ids on contract_ids.id = contract
  join modification_texts texts on texts.id = staged.modification
  join final_agency agency on agency.staged = staged.agency
  join agencies on agencies.id = agency.id
  join final_recipient recipient on recipient.staged = staged.recipient
  join final_office office on office.staged = coalesce(staged.office, prefix)
  left join recorded_offices on recorded_offices.id = staged.office
  left join missing on missing.r = numbered.r
  left join award_facts using (contract)
  left join texts award_type on award_type.id = award_facts.type
  left join texts action_type on action_type.id = staged.action_type
  left join final_product product on product.staged = staged.product
  left join final_industry industry on industry.staged = staged.industry
  left join final_parent parent on parent.staged = contract_ids.parent
order by numbered.id`;

const insertContracts = `
insert into contracts (id, key, award_key, piid, company, recipient, agency, office, category, product, industry, parent, description,
  in_records, actions, base_included, first_action, last_action, facts_as_of, ${factColumns})
select contract_ids.id, contract_ids.contract_key, contract_ids.award_key, latest.piid, latest.company, latest.recipient, latest.agency,
  latest.office, latest.category, latest.product, latest.industry, latest.parent, latest.description,
  sums.in_records, sums.actions, sums.base_included, sums.first_action, sums.last_action, f.facts_as_of, ${factValues}
from (
  select contract, max(id) as latest, sum(amount)::decimal(18,2) as in_records, count(*)::integer as actions,
    bool_or(ltrim(modification, '0') = '') as base_included, min(action_date) as first_action, max(action_date) as last_action
  from actions group by contract
) sums
join actions latest on latest.id = sums.latest
join contract_ids on contract_ids.id = sums.contract
left join award_facts f on f.contract = sums.contract
  ${factTexts}
order by contract_ids.id`;

/** Contracts that award summaries describe, without any action here. */
const insertDescribedContracts = `
insert into contracts (id, key, award_key, piid, company, recipient, agency, office, category, product, industry, parent, description,
  in_records, actions, base_included, facts_as_of, ${factColumns})
select contract_ids.id, contract_ids.contract_key, contract_ids.award_key, f.piid, recipient.extra, recipient.id, agency.id,
  office.id, coalesce(product.extra, getvariable('unreported_category')), product.id, industry.id, parent.id, f.base_description,
  0, 0, false, f.facts_as_of, ${factValues}
from award_facts f
join contract_ids on contract_ids.id = f.contract
join final_agency agency on agency.staged = f.agency
join final_recipient recipient on recipient.staged = f.recipient
join final_office office on office.staged = f.office
left join final_product product on product.staged = f.product
left join final_industry industry on industry.staged = f.industry
left join final_parent parent on parent.staged = contract_ids.parent
  ${factTexts}
where f.contract not in (select id from contracts)
order by contract_ids.id`;

const insertAgreements = `
insert into agreements
select (row_number() over (order by agreement))::integer, agreement, f.piid, staged_agency.code, recipient_names.text, t_uei.text, t_idv_type.text,
  ${["total_dollars_obligated", "current_total_value_of_award", "potential_total_value_of_award"].map((name) => factValue(name as RecordedName)).join(", ")},
  ${["award_base_action_date", "period_of_performance_start_date", "period_of_performance_current_end_date", "ordering_period_end_date"].map((name) => factValue(name as RecordedName)).join(", ")},
  f.base_description, f.facts_as_of
from agreement_facts f
join staged_agency on staged_agency.id = f.agency
left join recipient_names on recipient_names.id = f.recipient
  ${factTexts}
order by agreement`;

const insertCells = `
insert into cells
select code, fiscal_year, name, hash, date '1970-01-01' + retrieved, proven from retrievals join files using (file) order by all`;
