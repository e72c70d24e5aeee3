import { snapshotColumn } from "@/lib/contracts/columns";
import {
  type AgreementField,
  agreementFieldAliases,
  agreementFields,
  lifetimeSuffix,
  type RecordedName,
  type ReportedName,
  recordedColumn,
  recordedNames,
  reportedNames,
  subawardNames,
} from "@/lib/contracts/recorded";
import { FileRefusal } from "@/lib/import/1-open/refusal";

export type Delimiter = "," | ";" | "\t" | "|";
const delimiters: Delimiter[] = [",", ";", "\t", "|"];

/** A column that is read: a recorded one, or one that only shows what a row is. */
export type ReadName = ReportedName | AgreementField;
/** The column of `rejects.csv` with the kind that each row was read as. */
export const kindColumn = "record_kind";

/** How the cells of one file become records. */
export interface Mapping {
  /** The name of the file format, for the report. */
  format: string;
  /** What the rows are; `each`: a column states it row by row. */
  holds: "action" | "award" | "subaward" | "each";
  /** All column names as written in the file. */
  header: string[];
  /** The number of columns up to the last one with a name: the fewest cells of a whole row. */
  named: number;
  /** The index of each column that is read. */
  positions: Map<ReadName, number>;
  /** The recorded columns that the file has. */
  columns: ReportedName[];
  /** The index of {@link kindColumn}; -1 in any other file. */
  kindAt: number;
  ignored: string[];
  /** Whether this program wrote the file: its cells have a `'` where a spreadsheet would see a formula. */
  isOwnExport: boolean;
  /** Whether R wrote the file: missing values are NA. */
  fromR: boolean;
  /** The index of the first column with a person's name, phone number or address; the number of columns if there is none. */
  privateFrom: number;
}

/** A column name for comparison: lower-case letters and digits. R prefixes an X to a digit and writes dots for the rest. */
const plain = (cell: string) =>
  cell
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "")
    .replace(/^x(?=\d)/, "");

/** By plain name: the column, and the rank of this name among its aliases, 0 for the best. */
const known = new Map<string, { name: ReadName; rank: number }>();
for (const name of reportedNames) {
  const { aliases = [], lifetime } = recordedColumn(name);
  known.set(plain(name), { name, rank: 0 });
  if (lifetime) known.set(plain(name + lifetimeSuffix), { name, rank: 0 });
  for (const [index, alias] of aliases.entries())
    if (!known.has(plain(alias))) known.set(plain(alias), { name, rank: index + 1 });
}
for (const name of agreementFields)
  for (const [rank, alias] of [name, ...agreementFieldAliases[name]].entries())
    known.set(plain(alias), { name, rank });

/** Refusals of tables that are not contract records. */
export const otherTables = {
  assistance:
    "The file holds assistance awards (grants, loans and payments), not contracts; download contract transactions instead",
  accounts:
    "The file holds the accounts of agencies, not contract actions; download contract transactions instead",
  contracts:
    "The file is an export of contracts of this tracker, which are sums of actions; export the actions and load those",
  totals:
    "The file is an export of totals of this tracker, not of actions; export the actions and load those",
};
/** Columns that only these tables have. */
const telltales: Record<keyof typeof otherTables, string[]> = {
  assistance: [
    "award_id_fain",
    "prime_award_fain",
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
/** A table of subawards has the addresses of both parties too. */
const personalInSubawards = /phone|fax|highlycompensated|address|zip/;

const telltaleNames = new Set(Object.values(telltales).flat().map(plain));

/** How many known columns a line names. */
export const knownNames = (line: string, delimiter: Delimiter): number =>
  line.split(delimiter).filter((cell) => known.has(plain(cell)) || telltaleNames.has(plain(cell))).length;

/** The delimiter with which a line names most known columns; among equals, has most cells. */
export function guessDelimiter(line: string): Delimiter {
  const score = (delimiter: Delimiter) =>
    knownNames(line, delimiter) * 10_000 + Math.min(line.split(delimiter).length, 9_999);
  return delimiters.reduce((best, next) => (score(next) > score(best) ? next : best));
}

/**
 * The delimiter in Excel's first line `sep=;`; `undefined` if the line is no such line.
 * @throws {FileRefusal} if it states a delimiter that is not supported.
 */
export function statedDelimiter(line: string): Delimiter | undefined {
  const [, stated] = /^\s*"?sep="?(\\t|.)"?\s*$/i.exec(line.replace(/^\ufeff/, "")) ?? [];
  if (stated === undefined) return undefined;
  const delimiter = delimiters.find((one) => one === (stated === "\\t" ? "\t" : stated));
  if (delimiter) return delimiter;
  throw new FileRefusal(
    `The file says that ${JSON.stringify(stated)} separates its cells (sep=), which is not read; save it with commas, semicolons, tabs or |`,
  );
}

/** A line without the columns that contract records need; `names` is how many known ones it has. */
class NoHeader extends FileRefusal {
  constructor(
    message: string,
    readonly names: number,
  ) {
    super(message);
  }
}

/** The fewest known columns in a header; a title line may name one by chance. */
export const fewestNames = 3;

/** The header must be among the first lines, this many. */
export const headerLines = 20;

/**
 * Finds the header in the first rows of a file, which may start with titles. `undefined` if later rows may have it.
 * @throws {FileRefusal} if the header belongs to another kind of table, or there is none.
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
  if (!best) throw new FileRefusal("The file is empty; download it again");
  if (rows[0]?.some((cell) => /^CONT_(?:AWD|IDV)_/.test(cell)))
    throw new FileRefusal(
      "The file has no header, its first line is a row already; put a line with the names of the columns above it",
    );
  if (best.names >= fewestNames) throw best;
  const isLong = rows.length >= headerLines;
  throw new FileRefusal(
    `${isLong ? `None of the first ${headerLines} rows` : "No line of the file"} is the header of contract records, which must name ${neededNames(false)}; ${isLong ? "take out what stands above it" : "if this is an error message, download the file again"}`,
  );
}

/**
 * Maps the cells of a header, in any order.
 * @throws {FileRefusal} if they are not those of contract records.
 */
function mapHeader(cells: readonly string[]): Mapping {
  const header = cells.map((cell) => cell.replace(/^\ufeff/, "").trim());
  const names = header.map(plain);
  if (names.includes(plain("correction_delete_ind")))
    throw new FileRefusal(
      "The file has the column correction_delete_ind, which marks corrections and deletions in a list of changes since another file (Delta); load the Full archive of that month instead",
    );
  for (const [table, columns] of Object.entries(telltales))
    if (columns.some((name) => names.includes(plain(name))))
      throw new FileRefusal(otherTables[table as keyof typeof otherTables], "other table");

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
      throw new FileRefusal(
        `The header names the column ${header[at]} twice, as columns ${at + 1} and ${again + 1}; remove one`,
      );
  }
  const positions = new Map([...best].map(([name, { at }]) => [name, at]));
  const isOwnExport = names.at(-1) === snapshotColumn;
  const kindAt = isOwnExport ? names.indexOf(plain(kindColumn)) : -1;
  const holds = kindAt >= 0 ? "each" : kindOf(positions);
  const hidden = subawardNames.some((name) => positions.has(name)) ? personalInSubawards : personal;
  const used = new Set([...positions.values(), kindAt]);
  if (isOwnExport) used.add(header.length - 1);
  const firstPrivate = names.findIndex((name) => hidden.test(name));
  return {
    format: formatName({ isOwnExport, holds, best }),
    holds,
    header,
    named: header.findLastIndex((name) => name !== "") + 1,
    positions,
    columns: reportedNames.filter((name) => positions.has(name)),
    kindAt,
    ignored: header.filter((name, at) => name !== "" && !used.has(at)),
    isOwnExport,
    fromR: writtenByR(header),
    privateFrom: firstPrivate === -1 ? header.length : firstPrivate,
  };
}

const actionColumns: RecordedName[] = ["modification_number", "action_date", "federal_action_obligation"];
const agencySources: RecordedName[] = [
  "awarding_sub_agency_code",
  "awarding_sub_agency_name",
  "contract_award_unique_key",
];

/** What a report of a subcontract must have, besides its award. */
const subawardColumns: ReportedName[] = [
  "subaward_fsrs_report_id",
  "subaward_amount",
  "subaward_action_date",
  "subawardee_name",
];

const needed = (ofSummary: boolean): RecordedName[] => [
  "award_id_piid",
  ...(ofSummary ? [] : actionColumns),
  "recipient_name",
];
const neededNames = (ofSummary: boolean) =>
  `${[...needed(ofSummary), "awarding_sub_agency_code"].join(", ")}, or what USAspending's search calls them`;

/**
 * Tells actions, award summaries and reports of subcontracts apart.
 * @throws {FileRefusal} if columns are missing for all of them.
 */
function kindOf(positions: Map<ReadName, number>): "action" | "award" | "subaward" {
  if (subawardNames.some((name) => positions.has(name))) {
    const missing = [...subawardColumns, ...needed(true)].filter((name) => !positions.has(name));
    if (missing.length === 0) return "subaward";
    throw new FileRefusal(
      `The file holds subawards and its header lacks ${missing.map(subawardTitle).join(", ")}; download the subawards again`,
      "other table",
    );
  }
  const summary =
    !actionColumns.some((name) => positions.has(name)) &&
    recordedNames.some((name) => recordedColumn(name).lifetime && positions.has(name));
  const missing: string[] = needed(summary).filter((name) => !positions.has(name));
  if (!agencySources.some((name) => positions.has(name))) missing.push("awarding_sub_agency_code");
  if (missing.length === 0) return summary ? "award" : "action";
  throw new NoHeader(
    `The header lacks ${missing.length === 1 ? "the column" : "the columns"} ${missing.join(", ")}; it must name ${neededNames(summary)}`,
    positions.size,
  );
}

/** What the download of subawards calls a column. */
const subawardTitle = (name: ReportedName) =>
  recordedColumn(name).aliases?.find((alias) => /^prime_award/.test(alias)) ?? name;

function formatName({
  isOwnExport,
  holds,
  best,
}: Pick<Mapping, "isOwnExport" | "holds"> & { best: Map<ReadName, { rank: number }> }): string {
  if (holds === "each") return "rejected rows of this tracker";
  if (holds === "subaward") return "USAspending subawards";
  if (isOwnExport) return "export of this tracker";
  if (holds === "award") return "USAspending prime award summaries";
  if (
    actionColumns.some((name) => (best.get(name)?.rank ?? 0) > 0) ||
    (best.get("award_id_piid")?.rank ?? 0) > 0
  )
    return "contract actions, field names of USAspending's search";
  return best.has("contract_transaction_unique_key")
    ? "USAspending prime transactions"
    : "contract actions, USAspending's column names";
}

/** R adds a first column of row numbers, and writes `X1862_...` for `1862_...` and `Award.ID` for `Award ID`. */
const writtenByR = (header: string[]) =>
  /^(?:X|\.\.\.1)?$/.test(header[0] ?? "") ||
  header.some((name) => /^X\d{4}_/.test(name) || /^[A-Za-z]+(?:\.+[A-Za-z]+)+\.*$/.test(name));
