import { snapshotColumn } from "@/lib/contracts/columns";
import {
  lifetimeSuffix,
  type RecordedName,
  recordedColumn,
  recordedNames,
  type TellingName,
  telling,
  tellingAliases,
} from "@/lib/contracts/recorded";
import { Refusal } from "@/lib/import/1-open/refusal";

export type Delimiter = "," | ";" | "\t" | "|";
const delimiters: Delimiter[] = [",", ";", "\t", "|"];

/** A column that is read: kept, or read to tell what a row is. */
export type ReadName = RecordedName | TellingName;
/** The column of `rejects.csv` that says what each row was read as. */
export const kindColumn = "record_kind";

/** How the cells of one file become records. */
export interface Mapping {
  /** The name of the form the file has, for the report. */
  format: string;
  /** Whether a row is an action or the summary of an award; `each` where a column says it of each. */
  holds: "action" | "award" | "each";
  /** The names of all columns, as the file has them. */
  header: string[];
  /** How many cells a row has at least: all up to the last column that has a name. */
  named: number;
  /** Where each column that is read stands. */
  positions: Map<ReadName, number>;
  /** The recorded columns that the file has. */
  columns: RecordedName[];
  /** Where {@link kindColumn} stands; -1 in any other file. */
  kindAt: number;
  ignored: string[];
  /** Whether the file is one of ours, whose text cells carry a guarding `'`. */
  guarded: boolean;
  /** Whether R wrote the file, which puts NA in the place of what is missing. */
  fromR: boolean;
  /** The first column that names a person or a telephone; the number of columns where there is none. */
  privateFrom: number;
}

/**
 * A column's name as names are compared: letters and digits in lower case. R puts an X before a digit, and dots for
 * everything else.
 */
const plain = (cell: string) =>
  cell
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "")
    .replace(/^x(?=\d)/, "");

/** By plain name: what a column is, and how good a name for it that is, 0 being the best. */
const known = new Map<string, { name: ReadName; rank: number }>();
for (const name of recordedNames) {
  const { aliases = [], lifetime } = recordedColumn(name);
  known.set(plain(name), { name, rank: 0 });
  if (lifetime) known.set(plain(name + lifetimeSuffix), { name, rank: 0 });
  for (const [index, alias] of aliases.entries())
    if (!known.has(plain(alias))) known.set(plain(alias), { name, rank: index + 1 });
}
for (const name of telling)
  for (const [rank, alias] of [name, ...tellingAliases[name]].entries())
    known.set(plain(alias), { name, rank });

/** Tables that are not contract records: what each holds and what to do. */
export const otherTables = {
  subawards:
    "The file holds subawards, which contractors give to others, not contract actions; download prime transactions instead",
  assistance:
    "The file holds assistance awards (grants, loans and payments), not contracts; download contract transactions instead",
  accounts:
    "The file holds the accounts of agencies, not contract actions; download contract transactions instead",
  contracts:
    "The file is an export of contracts of this tracker, which are sums of actions; export the actions and load those",
  totals:
    "The file is an export of totals of this tracker, not of actions; export the actions and load those",
};
/** The columns that give each away. */
const telltales: Record<keyof typeof otherTables, string[]> = {
  subawards: [
    "subaward_number",
    "subaward_amount",
    "subaward_fsrs_report_id",
    "subaward_sam_report_id",
    "subawardee_name",
    "prime_awardee_name",
  ],
  assistance: [
    "award_id_fain",
    "assistance_transaction_unique_key",
    "assistance_award_unique_key",
    "assistance_type_code",
    "cfda_number",
  ],
  accounts: [
    "treasury_account_symbol",
    "federal_account_symbol",
    "object_class_code",
    "object_class_name",
    "program_activity_code",
    "agency_identifier_code",
  ],
  contracts: ["in_records"],
  totals: ["taken_back"],
};

const personal = /phone|fax|highlycompensated/;

const telltaleNames = new Set(Object.values(telltales).flat().map(plain));

/** How many columns that we know a line names. */
export const knownNames = (line: string, delimiter: Delimiter): number =>
  line.split(delimiter).filter((cell) => known.has(plain(cell)) || telltaleNames.has(plain(cell))).length;

/** The delimiter under which a line names most of the columns that we know, else has most cells. */
export function guessDelimiter(line: string): Delimiter {
  const score = (delimiter: Delimiter) =>
    knownNames(line, delimiter) * 10_000 + Math.min(line.split(delimiter).length, 9_999);
  return delimiters.reduce((best, next) => (score(next) > score(best) ? next : best));
}

/**
 * The delimiter that Excel's own first line states, `sep=;`; `undefined` where the line is none. Throws {@link Refusal}
 * where it states one that is not read.
 */
export function statedDelimiter(line: string): Delimiter | undefined {
  const [, stated] = /^\s*"?sep="?(\\t|.)"?\s*$/i.exec(line.replace(/^\ufeff/, "")) ?? [];
  if (stated === undefined) return undefined;
  const delimiter = delimiters.find((one) => one === (stated === "\\t" ? "\t" : stated));
  if (delimiter) return delimiter;
  throw new Refusal(
    `The file says that ${JSON.stringify(stated)} separates its cells (sep=), which is not read; save it with commas, semicolons, tabs or |`,
  );
}

/** A line that does not name what a table of contract records has to have, though it names some columns that we know. */
class NoHeader extends Refusal {
  constructor(
    message: string,
    readonly names: number,
  ) {
    super(message);
  }
}

/** A header names at least as many columns that we know; a title may happen to name one. */
export const fewestNames = 3;

/** The lines in which a header is looked for. */
export const headerLines = 20;

/**
 * Finds the header in the first rows of a file, which may have titles above it. `undefined` while it may come in later
 * rows. Throws {@link Refusal} where the header is that of another table, or there is none.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  isEnd: boolean,
): { mapping: Mapping; at: number } | undefined {
  let best: NoHeader | undefined;
  const first = rows.slice(0, headerLines);
  for (const [at, cells] of first.entries()) {
    try {
      return { mapping: mapHeader(cells), at };
    } catch (error) {
      if (!(error instanceof NoHeader)) throw error;
      if (!best || error.names > best.names) best = error;
    }
  }
  if (!isEnd && rows.length < headerLines) return undefined;
  if (!best) throw new Refusal("The file is empty; download it again");
  if (rows[0]?.some((cell) => /^CONT_(?:AWD|IDV)_/.test(cell)))
    throw new Refusal(
      "The file has no header, its first line is a row already; put a line with the names of the columns above it",
    );
  if (best.names >= fewestNames) throw best;
  const isLong = rows.length >= headerLines;
  throw new Refusal(
    `${isLong ? `None of the first ${headerLines} rows` : "No line of the file"} is the header of contract records, which must name ${neededNames(false)}; ${isLong ? "take out what stands above it" : "if this is an error message, download the file again"}`,
  );
}

/** Finds what a header names, in any order; throws {@link Refusal} where that is no table of contract records. */
function mapHeader(cells: readonly string[]): Mapping {
  const header = cells.map((cell) => cell.replace(/^\ufeff/, "").trim());
  const names = header.map(plain);
  if (names.includes(plain("correction_delete_ind")))
    throw new Refusal(
      "The file has the column correction_delete_ind, which marks corrections and deletions in a list of changes since another file (Delta); load the Full archive of that month instead",
    );
  for (const [table, columns] of Object.entries(telltales))
    if (columns.some((name) => names.includes(plain(name))))
      throw new Refusal(otherTables[table as keyof typeof otherTables], "other table");

  const best = new Map<ReadName, { at: number; rank: number }>();
  for (const [at, name] of names.entries()) {
    const found = known.get(name);
    if (!found) continue;
    const rival = best.get(found.name);
    if (!rival || found.rank < rival.rank) best.set(found.name, { at, rank: found.rank });
  }
  for (const { at } of best.values()) {
    const again = names.indexOf(names[at] as string, at + 1);
    if (again !== -1)
      throw new Refusal(
        `The header names the column ${header[at]} twice, as columns ${at + 1} and ${again + 1}; remove one`,
      );
  }
  const positions = new Map([...best].map(([name, { at }]) => [name, at]));
  const guarded = names.at(-1) === snapshotColumn;
  const kindAt = guarded ? names.indexOf(plain(kindColumn)) : -1;
  const holds = kindAt >= 0 ? "each" : recognise(positions);
  const used = new Set([...positions.values(), kindAt]);
  if (guarded) used.add(header.length - 1);
  const firstPrivate = names.findIndex((name) => personal.test(name));
  return {
    format: formatName({ guarded, holds, best }),
    holds,
    header,
    named: header.findLastIndex((name) => name !== "") + 1,
    positions,
    columns: recordedNames.filter((name) => positions.has(name)),
    kindAt,
    ignored: header.filter((name, at) => name !== "" && !used.has(at)),
    guarded,
    fromR: writtenByR(header),
    privateFrom: firstPrivate === -1 ? header.length : firstPrivate,
  };
}

const ofActions: RecordedName[] = ["modification_number", "action_date", "federal_action_obligation"];
const agencySources: RecordedName[] = [
  "awarding_sub_agency_code",
  "awarding_sub_agency_name",
  "contract_award_unique_key",
];

const needed = (ofSummary: boolean): RecordedName[] => [
  "award_id_piid",
  ...(ofSummary ? [] : ofActions),
  "recipient_name",
];
const neededNames = (ofSummary: boolean) =>
  `${[...needed(ofSummary), "awarding_sub_agency_code"].join(", ")}, or what USAspending's search calls them`;

/** Tells actions from award summaries; throws {@link Refusal} where columns are missing for both. */
function recognise(positions: Map<ReadName, number>): "action" | "award" {
  const summary =
    !ofActions.some((name) => positions.has(name)) &&
    recordedNames.some((name) => recordedColumn(name).lifetime && positions.has(name));
  const missing: string[] = needed(summary).filter((name) => !positions.has(name));
  if (!agencySources.some((name) => positions.has(name))) missing.push("awarding_sub_agency_code");
  if (missing.length === 0) return summary ? "award" : "action";
  throw new NoHeader(
    `The header lacks ${missing.length === 1 ? "the column" : "the columns"} ${missing.join(", ")}; it must name ${neededNames(summary)}`,
    positions.size,
  );
}

function formatName({
  guarded,
  holds,
  best,
}: Pick<Mapping, "guarded" | "holds"> & { best: Map<ReadName, { rank: number }> }): string {
  if (holds === "each") return "rejected rows of this tracker";
  if (guarded) return "export of this tracker";
  if (holds === "award") return "USAspending prime award summaries";
  if (ofActions.some((name) => (best.get(name)?.rank ?? 0) > 0) || (best.get("award_id_piid")?.rank ?? 0) > 0)
    return "contract actions, field names of USAspending's search";
  return best.has("contract_transaction_unique_key")
    ? "USAspending prime transactions"
    : "contract actions, USAspending's column names";
}

/** R numbers the rows in a first column of its own, makes `1862_...` into `X1862_...` and `Award ID` into `Award.ID`. */
const writtenByR = (header: string[]) =>
  /^(?:X|\.\.\.1)?$/.test(header[0] ?? "") ||
  header.some((name) => /^X\d{4}_/.test(name) || /^[A-Za-z]+(?:\.+[A-Za-z]+)+\.*$/.test(name));
