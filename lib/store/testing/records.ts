import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import Papa from "papaparse";

import { readKind } from "@/lib/contracts/kinds";
import type { RecordedName } from "@/lib/contracts/recorded";
import { raw } from "@/lib/sql/fragments";
import type { Store } from "@/lib/store/open";
import { readPlainBrands, readPlainFacilities } from "@/lib/store/testing/brands";
import { noFacts, type PlainFacts } from "@/lib/store/testing/facts";

/** An action as the plain program knows it. Everything but the names of the rule tables is read from the CSV. */
export interface PlainAction {
  key: string | null;
  piid: string;
  modification: string;
  day: string;
  cents: number;
  agency: string;
  agencyName: string;
  recipient: string;
  product: string | null;
  industry: string | null;
  description: string | null;
  office: string;
  company: PlainCompany;
  /** Whether the company's rules call this recipient a subsidiary. */
  subsidiary: boolean;
  /** Whether it was signed before the company owned the recipient. */
  beforeOwned: boolean;
  category: SlugName;
  /** The brands of other companies that the description names. */
  brands: SlugName[];
  /** The brands of other companies whose words the description has, and that it does not name. */
  brandWords: SlugName[];
  /** The facilities that the description names, in the order of their names. */
  places: (SlugName & { state: string })[];
  fiscalYear: number;
  /** What it did, as the parameter `action_kind` names it. */
  kind: string;
  contract: PlainContract;
  /** The texts that a search looks in, in lower case. */
  searched: string[];
  /** The place among all actions by contract, day and modification. */
  place: number;
}

export interface PlainContract {
  key: string;
  vehicle: string | null;
  vehicleAgency: string | null;
  /** Its program or kind; `none` without a vehicle. */
  vehicleKind: string | null;
  /** From the first to the latest. */
  actions: PlainAction[];
  latest: PlainAction;
  inRecords: number;
  baseIncluded: boolean;
  facts: PlainFacts;
  /** The place among all contracts by key. */
  place: number;
}

export interface SlugName {
  slug: string;
  name: string;
}
export type PlainCompany = SlugName;

/** What the rule tables and the masking of the import decide; taken from the snapshot, not checked here. */
export interface RuleNames {
  recipients: Map<string, PlainCompany & { relation: string; since: string | null }>;
  categories: Map<string | null, SlugName>;
  offices: Map<string, string>;
  agencies: Map<string, string>;
  /** By the agency's code, as the parent of an award names it. */
  vehicleAgencies: Map<string, string>;
  /** The program or kind of a vehicle, by its number and its agency's code. */
  vehicleKinds: Map<string, string>;
  /** By contract key and modification: descriptions in which something was replaced. */
  masked: Map<string, string>;
}

export interface Plain {
  names: RuleNames;
  /** The recorded facts that only some files have and these have. */
  has: RecordedName[];
  actions: PlainAction[];
  byAgency: Map<string, PlainAction[]>;
  contracts: PlainContract[];
}

type CsvRow = Record<string, string>;

const folder = join(process.cwd(), "data", "records");

/** The rows of every bundled file, each row that equals an earlier one in every column left out. */
export function readRows(): CsvRow[] {
  const seen = new Set<string>();
  const rows: CsvRow[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".csv") || file === "sources.csv") continue;
    const text = readFileSync(join(folder, file), "utf8");
    const { data, errors } = Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true });
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
    for (const row of data) {
      const whole = JSON.stringify(Object.entries(row).sort());
      if (seen.has(whole)) continue;
      seen.add(whole);
      rows.push(row);
    }
  }
  return rows;
}

/**
 * What the bundled reports of subcontracts say of prime awards: by award key, and by agency and PIID where the records of the
 * award have no key.
 */
function readReportedFacts(): Map<string, PlainFacts> {
  const text = readFileSync(join(folder, "subawards", "ice-subawards-2020-2025.csv"), "utf8");
  const found = new Map<string, PlainFacts>();
  for (const row of Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true }).data) {
    const facts = {
      ...noFacts,
      state: row.prime_award_primary_place_of_performance_state_code || null,
      country: row.prime_award_primary_place_of_performance_country_code || null,
      start: row.prime_award_period_of_performance_start_date || null,
      currentEnd: row.prime_award_period_of_performance_current_end_date || null,
      potentialEnd: row.prime_award_period_of_performance_potential_end_date || null,
    };
    found.set(row.prime_award_unique_key as string, facts);
    found.set(`${row.prime_award_awarding_sub_agency_code}-${row.prime_award_piid}`, facts);
  }
  return found;
}

export async function readNames(store: Store): Promise<RuleNames> {
  const [recipients, products, categories, offices, agencies, vehicleAgencies, vehicles, masked] =
    await Promise.all([
      store.rows<{ recipient: string; slug: string; name: string; relation: string; since: string | null }>(
        raw(
          "select r.name as recipient, c.slug, c.name, r.relation, r.owned_since as since from recipients r join companies c on c.id = r.company",
        ),
      ),
      store.rows<{ description: string; slug: string; name: string }>(
        raw("select p.description, c.slug, c.name from products p join categories c on c.id = p.category"),
      ),
      store.rows<{ slug: string; name: string }>(raw("select slug, name from categories")),
      store.rows<{ code: string; name: string }>(raw("select code, name from offices")),
      store.rows<{ code: string; name: string }>(raw("select code, label as name from agencies")),
      store.rows<{ code: string; name: string }>(
        raw("select distinct agency as code, agency_label as name from parents"),
      ),
      store.rows<{ vehicle: string; agency: string | null; kind: string | null; program: string | null }>(
        raw("select vehicle, agency, kind, program from parents"),
      ),
      store.rows<{ key: string; modification: string; description: string }>(
        raw(`select c.key, a.modification, a.description from actions a join contracts c on c.id = a.contract
        where contains(a.description, ' removed]')`),
      ),
    ]);
  const byCode = (rows: { code: string; name: string }[]) =>
    new Map(rows.map(({ code, name }) => [code, name]));
  const rest = categories.find(({ slug }) => slug === "other");
  if (!rest) throw new Error("No category is called other.");
  return {
    recipients: new Map(recipients.map(({ recipient, ...company }) => [recipient, company])),
    categories: new Map<string | null, SlugName>([
      [null, rest],
      ...products.map(({ description, ...category }) => [description, category] as const),
    ]),
    offices: byCode(offices),
    agencies: byCode(agencies),
    vehicleAgencies: byCode(vehicleAgencies),
    vehicleKinds: new Map(
      vehicles.flatMap(({ vehicle, agency, kind, program }) => {
        const key = program ?? kind ?? "none";
        return key === "unreported" ? [] : [[`${vehicle} ${agency}`, key]];
      }),
    ),
    masked: new Map(
      masked.map(({ key, modification, description }) => [`${key} ${modification}`, description]),
    ),
  };
}

function readCents(text: string): number {
  if (!/^-?\d+\.\d\d$/.test(text)) throw new Error(`${text} is not an amount with two decimals.`);
  return Number(text.replace(".", ""));
}

/** The parent's PIID and agency behind `CONT_AWD_<PIID>_<sub-agency>_`. */
function readVehicle(key: string, piid: string): [vehicle: string, agency: string] {
  const start = `CONT_AWD_${piid}_`;
  if (!key.startsWith(start)) throw new Error(`${key} does not begin with ${start}`);
  const rest = key.slice(start.length);
  const [vehicle, agency] = [
    rest.slice(rest.indexOf("_") + 1, rest.lastIndexOf("_")),
    rest.slice(rest.lastIndexOf("_") + 1),
  ];
  return vehicle === "-NONE-" ? ["none", "none"] : [vehicle, agency];
}

export const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Whatever the case; equal then, by the exact text. */
export const compareNames = (one: string, other: string) =>
  compareText(one.toLowerCase(), other.toLowerCase()) || compareText(one, other);

/** P2 before P10: runs of digits by their value, the rest as text. */
export function compareModifications(one: string, other: string): number {
  const split = (text: string) => text.toUpperCase().match(/\d+|\D+/g) ?? [];
  const [mine, theirs] = [split(one), split(other)];
  for (let index = 0; index < Math.min(mine.length, theirs.length); index += 1) {
    const [left, right] = [mine[index] ?? "", theirs[index] ?? ""];
    const numbers = /^\d/.test(left) && /^\d/.test(right);
    const difference = numbers ? Number(left) - Number(right) : compareText(left, right);
    if (difference !== 0) return difference;
  }
  return mine.length - theirs.length || compareText(one, other);
}

/** Everything about the records that a query can ask for, worked out once. */
export function readPlain(rows: CsvRow[], names: RuleNames): Plain {
  const keys = new Map<string, Set<string>>();
  const own = (row: CsvRow) => `${row.awarding_sub_agency_code}-${row.award_id_piid}`;
  for (const row of rows) {
    if (!row.contract_award_unique_key) continue;
    const known = keys.get(own(row)) ?? new Set();
    keys.set(own(row), known.add(row.contract_award_unique_key));
  }

  const brands = readPlainBrands();
  const namedIn = new Map<string | null, Record<"named" | "words", typeof brands>>();
  const facilities = readPlainFacilities();
  const placesOf = new Map<string | null, PlainAction["places"]>();
  const placesIn = (description: string | null) => {
    const known =
      placesOf.get(description) ??
      facilities
        .filter((facility) => facility.names(description ?? ""))
        .map(({ slug, name, state }) => ({ slug, name, state }));
    placesOf.set(description, known);
    return known;
  };
  const brandsIn = (description: string | null) => {
    const known = namedIn.get(description) ?? {
      named: brands.filter((brand) => brand.names(description ?? "")),
      words: brands.filter((brand) => brand.hasWords(description ?? "") && !brand.names(description ?? "")),
    };
    namedIn.set(description, known);
    return known;
  };
  const ofOthers = (list: typeof brands, company: string) =>
    list.filter(({ owner }) => owner !== company).map(({ slug, name }) => ({ slug, name }));

  const reported = readReportedFacts();
  const contracts = new Map<string, PlainContract>();
  const all = rows.map((row) => {
    const awardKey = row.contract_award_unique_key || null;
    const candidates = [...(keys.get(own(row)) ?? [])];
    const key = awardKey ?? (candidates.length === 1 ? (candidates[0] as string) : own(row));
    const modification = row.modification_number as string;
    const recipient = row.recipient_name as string;
    const product = row.product_or_service_code_description || null;
    const industry = row.naics_description || null;
    const description = names.masked.get(`${key} ${modification}`) ?? (row.transaction_description || null);
    const day = row.action_date as string;
    const company = names.recipients.get(recipient);
    const category = names.categories.get(product);
    if (!company || !category) throw new Error(`The snapshot lacks ${recipient} or ${product}.`);
    const piid = row.award_id_piid as string;
    const cents = readCents(row.federal_action_obligation as string);
    const action: Omit<PlainAction, "contract"> = {
      key: awardKey,
      piid,
      modification,
      day,
      cents,
      agency: row.awarding_sub_agency_code as string,
      agencyName: row.awarding_sub_agency_name as string,
      recipient,
      product,
      industry,
      description,
      office: piid.slice(0, 6),
      company: { slug: company.slug, name: company.name },
      subsidiary: company.relation === "subsidiary",
      // A month or a year is text before every day in it.
      beforeOwned: company.since !== null && day < company.since,
      category,
      brands: ofOthers(brandsIn(description).named, company.slug),
      brandWords: ofOthers(brandsIn(description).words, company.slug),
      places: placesIn(description),
      fiscalYear: Number(day.slice(0, 4)) + (day.slice(5, 7) >= "10" ? 1 : 0),
      kind: readKind({ modification, description, amount: cents }).kind.replaceAll(" ", "_"),
      searched: [description, recipient, piid, product, industry].flatMap((text) =>
        text === null ? [] : [text.toLowerCase()],
      ),
      place: 0,
    };
    const [vehicle, vehicleAgency] = key.startsWith("CONT_AWD_") ? readVehicle(key, piid) : [null, null];
    const contract = contracts.get(key) ?? {
      key,
      vehicle,
      vehicleAgency,
      vehicleKind: names.vehicleKinds.get(`${vehicle} ${vehicleAgency}`) ?? null,
      actions: [] as PlainAction[],
      facts: reported.get(key) ?? noFacts,
    };
    const whole = Object.assign(action, { contract }) as PlainAction;
    contract.actions.push(whole);
    contracts.set(key, contract as PlainContract);
    return whole;
  });

  all.sort(
    (one, other) =>
      compareText(one.contract.key, other.contract.key) ||
      compareText(one.day, other.day) ||
      compareModifications(one.modification, other.modification),
  );
  for (const [index, action] of all.entries()) action.place = index;
  for (const contract of contracts.values()) {
    contract.actions.sort((one, other) => one.place - other.place);
    contract.latest = contract.actions.at(-1) as PlainAction;
    contract.inRecords = contract.actions.reduce((sum, { cents }) => sum + cents, 0);
    contract.baseIncluded = contract.actions.some(({ modification }) => /^0+$/.test(modification));
  }
  const sorted = [...contracts.values()].sort((one, other) => compareText(one.key, other.key));
  for (const [index, contract] of sorted.entries()) contract.place = index;
  const byAgency = new Map(
    [...names.agencies.keys()].map((code) => [code, all.filter(({ agency }) => agency === code)]),
  );
  return { names, has: [], actions: all, byAgency, contracts: sorted };
}
