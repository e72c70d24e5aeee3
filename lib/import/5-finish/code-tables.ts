import "server-only";
import { type DuckDBConnection, type DuckDBValue, INTEGER, VARCHAR } from "@duckdb/node-api";
import { noParent } from "@/lib/contracts/awards";
import { categories } from "@/lib/contracts/categories";
import type { Dictionaries } from "@/lib/import/3-stage/dictionary";
import { byName, eachFinal, rank, usesOf, writeFinal } from "@/lib/import/5-finish/numbering";
import { appendRows } from "@/lib/import/append";
import type { Rules } from "@/lib/import/rule-tables";

export async function writeAgencies(
  connection: DuckDBConnection,
  { agencies: { values } }: Dictionaries,
  rules: Rules,
) {
  const uses = await usesOf(connection, "agency");
  const labeled = values.map(([code, name]) => ({
    code,
    name: name || null,
    label: rules.agencies(code) ?? (name || code),
  }));
  const final = rank(labeled, uses.keys(), (one, other) =>
    byName(one.label, other.label, `${one.code}\n${one.name ?? ""}`, `${other.code}\n${other.name ?? ""}`),
  );
  const rows = [...final].map(([staged, id]): DuckDBValue[] => {
    const { code, name, label } = labeled[staged] ?? { code: "", name: null, label: "" };
    return [id, code, name, label];
  });
  await appendRows(connection, "agencies", [INTEGER, VARCHAR, VARCHAR, VARCHAR], rows);
  await writeFinal(connection, "agency", final);
}

/** Writes the offices by code: those that rows record, and those that PIIDs begin with. */
export async function writeOffices(
  connection: DuckDBConnection,
  { offices: { values } }: Dictionaries,
  rules: Rules,
) {
  const uses = await usesOf(connection, "office", "coalesce(office, prefix)");
  const recorded = new Map(values.filter(([, name]) => name !== ""));
  const named = values.map(([code]) => {
    const stated = recorded.get(code);
    const { name, basis } = rules.offices(code) ?? {
      name: stated ?? code,
      basis: stated === undefined ? null : "The imported files give this name with the code.",
    };
    return { code, name, basis };
  });
  const final = rank(
    named,
    uses.keys(),
    (one, other) => byName(one.name, other.name, one.code, other.code),
    ({ code }) => code,
  );
  const rows = eachFinal(named, final, ({ code, name, basis }) => [code, name, basis]);
  await appendRows(connection, "offices", [INTEGER, VARCHAR, VARCHAR, VARCHAR], rows);
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
 * Completes pairs of code and description. If a file has only one of the two, the other comes from files with both,
 * provided that they agree.
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

/** Writes categories, and products (PSC) with their category. */
export async function writeProducts(
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

export async function writeIndustries(
  connection: DuckDBConnection,
  { industries: { values } }: Dictionaries,
) {
  const uses = await usesOf(connection, "industry");
  const coded = complete(values);
  const final = rank(coded, uses.keys(), byDescription, ({ code, description }) => `${code}\n${description}`);
  const rows = eachFinal(coded, final, ({ code, description }) => [code, description]);
  await appendRows(connection, "industries", [INTEGER, VARCHAR, VARCHAR], rows);
  await writeFinal(connection, "industry", final);
}

/** Writes the vehicles (IDVs) that contracts are placed under. */
export async function writeVehicles(
  connection: DuckDBConnection,
  { parents: { values } }: Dictionaries,
  rules: Rules,
) {
  const read = await connection.runAndReadAll(
    "select distinct parent from contract_ids where parent is not null",
  );
  const label = (text: string, name: string) => (text === noParent ? "None" : name);
  const labeled = values.map(([vehicle, agency]) => ({
    vehicle,
    agency,
    vehicleLabel: label(vehicle, vehicle),
    agencyLabel: label(agency, rules.agencies(agency) ?? agency),
  }));
  const final = rank(labeled, new Set(read.getRows().map(([id]) => id as number)), (one, other) =>
    byName(one.vehicleLabel, other.vehicleLabel, one.agency, other.agency),
  );
  const rows = [...final].map(([staged, id]): DuckDBValue[] => {
    const { vehicle = "", agency = "", vehicleLabel = "", agencyLabel = "" } = labeled[staged] ?? {};
    const decoded = vehicle === noParent ? null : rules.vehicles.decode(vehicle, agency || null);
    const { kind = null, program = null, basis = null } = decoded ?? {};
    return [id, vehicle, agency || null, vehicleLabel, agencyLabel || null, kind, program, basis];
  });
  const types = [INTEGER, ...Array.from({ length: 7 }, () => VARCHAR)];
  await appendRows(connection, "parents", types, rows);
  await writeFinal(connection, "parent", final);
}
