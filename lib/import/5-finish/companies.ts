import "server-only";
import {
  DATE,
  type DuckDBConnection,
  DuckDBDateValue,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { dayNumber, firstDay } from "@/lib/contracts/days";
import { groupRecipients, groupSubcontractors, type RecordedRecipient } from "@/lib/identity/companies";
import type { Dictionaries } from "@/lib/import/3-stage/dictionary";
import { byName, rank, usesOf, writeFinal } from "@/lib/import/5-finish/numbering";
import { appendRows } from "@/lib/import/append";
import type { Rules } from "@/lib/import/rule-tables";

/** The most frequent UEI of each recipient, and of its parent. */
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

/** The subcontractors of all reports, as recorded. */
async function readSubcontractors(connection: DuckDBConnection): Promise<RecordedRecipient[]> {
  const read = await connection.runAndReadAll(
    "select name, uei, parent_uei from reports group by all order by all",
  );
  return (read.getRows() as [string, string | null, string | null][]).map(([name, uei, parent_uei]) => ({
    name,
    actions: 0,
    uei,
    parent_uei,
  }));
}

/** Groups the recipients and the subcontractors into companies by `data/companies.csv`, and writes the tables of both. */
export async function writeRecipients(
  connection: DuckDBConnection,
  dictionaries: Dictionaries,
  rules: Rules,
) {
  const { recipients } = dictionaries;
  const uses = await usesOf(connection, "recipient");
  const values = recipients.values.map((name) => name || null);
  const final = rank(values, uses.keys(), byName);
  const staged = [...final.keys()];
  const ueis = await readUeis(connection, dictionaries);
  const recorded = staged.map((id) => ({
    name: values[id] ?? null,
    actions: uses.get(id) ?? 0,
    ...ueis.get(id),
  }));
  const identity = groupRecipients(recorded, rules.companies);
  const grouped = identity.recipients;
  const reported = await readSubcontractors(connection);
  const { subcontractors, added } = groupSubcontractors(reported, rules.companies, {
    recipients: recorded,
    grouped: identity,
  });

  const companies = [...identity.companies, ...added].sort((one, other) =>
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
  await connection.run(
    "create temp table subcontractors (name varchar, uei varchar, parent_uei varchar, company integer, relation varchar, basis varchar)",
  );
  await appendRows(
    connection,
    "subcontractors",
    [VARCHAR, VARCHAR, VARCHAR, INTEGER, VARCHAR, VARCHAR],
    subcontractors.map(({ company, relation, basis }, index) => {
      const { name = null, uei = null, parent_uei = null } = reported[index] ?? {};
      return [name, uei, parent_uei, companyIds.get(company.slug) ?? 0, relation, basis];
    }),
    "temp",
  );

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

/** A note about a company that these records do not name has no page to appear on. */
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
