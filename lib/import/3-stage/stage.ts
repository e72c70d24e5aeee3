import "server-only";
import {
  BIGINT,
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { officeOf, readParent } from "@/lib/contracts/awards";
import type { Reject } from "@/lib/contracts/facts";
import { type RecordedName, recordedColumn, recordedNames } from "@/lib/contracts/recorded";
import type { Accepted } from "@/lib/import/2-parse/records";
import { Dictionary, PairDictionary } from "@/lib/import/3-stage/dictionary";

/** A DuckDB data chunk holds at most this many rows. */
const chunkRows = 2048;

const stagedTypes = [
  ["file", INTEGER],
  ["line", INTEGER],
  ["key", VARCHAR],
  ["piid", VARCHAR],
  ["modification", INTEGER],
  ["day", INTEGER],
  ["cents", BIGINT],
  ["agency", INTEGER],
  ["recipient", INTEGER],
  ["product", INTEGER],
  ["industry", INTEGER],
  ["office", INTEGER],
  ["prefix", INTEGER],
  ["parent", INTEGER],
  ["description", VARCHAR],
  ["unmasked", DOUBLE],
  ["transaction_key", VARCHAR],
  ["action_type", INTEGER],
] as const;

const describedTypes = [
  ["file", INTEGER],
  ["line", INTEGER],
  ["kind", INTEGER],
  ["key", VARCHAR],
  ["piid", VARCHAR],
  ["agency", INTEGER],
  ["recipient", INTEGER],
  ["product", INTEGER],
  ["industry", INTEGER],
  ["office", INTEGER],
  ["prefix", INTEGER],
  ["parent", INTEGER],
  ["modification", INTEGER],
  ["day", INTEGER],
] as const;

/** What an award row is, in the column `kind` of `described`. */
export const kinds = { action: 0, award: 1, agreement: 2 } as const;

/** The facts of an award that a row can tell beside its identity, in the order of the columns of `described`. */
export const awardFacts = recordedNames.filter((name) => {
  const { of, column } = recordedColumn(name);
  return of === "award" && column !== null && column !== "award_key" && column !== "piid";
});

/** How a fact is staged: repeated texts as numbers of the dictionary `texts`. */
function factType(name: RecordedName): DuckDBType {
  const { kind, repeats } = recordedColumn(name);
  if (kind === "money") return BIGINT;
  return repeats || kind === "day" || kind === "count" ? INTEGER : VARCHAR;
}

/** The texts behind the numbers of the staging tables. */
export interface Dictionaries {
  modifications: Dictionary;
  /** Code and name; an empty name is not reported. */
  agencies: PairDictionary;
  /** An empty text is a recipient that is not reported. */
  recipients: Dictionary;
  /** Code and description, either of them empty where it is not reported. */
  products: PairDictionary;
  industries: PairDictionary;
  /** Code and name; an empty name is not reported. */
  offices: PairDictionary;
  /** Vehicle and agency. */
  parents: PairDictionary;
  /** Every other repeated text. */
  texts: Dictionary;
}

export interface Stage {
  dictionaries: Dictionaries;
  /** Stores accepted rows of a file. `isDescribed`: whether the file has columns that describe awards. */
  add(file: number, rows: Accepted[], isDescribed: boolean): void;
  reject(rows: Reject[]): void;
  flush(): void;
  close(): void;
}

/** Rows for one table, handed over in chunks. */
class Buffer {
  readonly #columns: DuckDBValue[][];
  #count = 0;

  constructor(
    readonly appender: DuckDBAppender,
    readonly types: readonly DuckDBType[],
  ) {
    this.#columns = types.map(() => []);
  }

  put(column: number, value: DuckDBValue) {
    (this.#columns[column] as DuckDBValue[])[this.#count] = value;
  }

  next() {
    this.#count += 1;
    if (this.#count === chunkRows) this.append();
  }

  append() {
    if (this.#count === 0) return;
    const chunk = DuckDBDataChunk.create([...this.types], this.#count);
    for (const [index, values] of this.#columns.entries()) {
      values.length = this.#count;
      chunk.setColumnValues(index, values);
    }
    this.appender.appendDataChunk(chunk);
    this.#count = 0;
  }
}

/**
 * The staging tables: `staged` has a row for each action, `described` one for each row of a file that describes awards,
 * be it an action's or an award's. Repeated texts are numbers there, because appending a text costs six times what a
 * number costs. Temporary, so nothing of them is left in the snapshot file.
 */
export async function openStage(connection: DuckDBConnection): Promise<Stage> {
  const described = [
    ...describedTypes,
    ...awardFacts.map((name) => [recordedColumn(name).column as string, factType(name)] as const),
  ];
  const tables = { staged: stagedTypes, described } as Record<
    string,
    readonly (readonly [string, DuckDBType])[]
  >;
  for (const [name, columns] of Object.entries(tables))
    await connection.run(
      `create temp table ${name} (${columns.map(([column, type]) => `"${column}" ${type}`).join(", ")})`,
    );
  const open = async (name: string) =>
    new Buffer(
      await connection.createAppender(name, "main", "temp"),
      (tables[name] ?? []).map(([, type]) => type),
    );
  const actions = await open("staged");
  const awards = await open("described");
  const rejects = await connection.createAppender("rejects");
  const dictionaries: Dictionaries = {
    modifications: new Dictionary(),
    agencies: new PairDictionary(),
    recipients: new Dictionary(),
    products: new PairDictionary(),
    industries: new PairDictionary(),
    offices: new PairDictionary(),
    parents: new PairDictionary(),
    texts: new Dictionary(),
  };
  const { modifications, agencies, recipients, products, industries, offices, parents, texts } = dictionaries;
  const facts = awardFacts.map((name) => {
    const { kind, repeats } = recordedColumn(name);
    return { name, isMoney: kind === "money", repeats };
  });
  const pair = (pairs: PairDictionary, code: string | null, name: string | null) =>
    code === null && name === null ? null : pairs.id(code ?? "", name ?? "");

  function addRow(file: number, { line, kind, record, unmasked }: Accepted, isDescribed: boolean) {
    const key = record.contract_award_unique_key;
    const piid = record.award_id_piid as string;
    const { parent_award_id_piid: vehicle, parent_award_agency_id: vehicleAgency } = record;
    const parent = readParent(key) ?? (vehicle === null ? null : { vehicle, agency: vehicleAgency });
    const agency = agencies.id(record.awarding_sub_agency_code ?? "", record.awarding_sub_agency_name ?? "");
    const recipient = recipients.id(record.recipient_name ?? "");
    const product = pair(
      products,
      record.product_or_service_code,
      record.product_or_service_code_description,
    );
    const industry = pair(industries, record.naics_code, record.naics_description);
    const office =
      record.awarding_office_code === null
        ? null
        : pair(offices, record.awarding_office_code, record.awarding_office_name);
    const prefix = offices.id(officeOf(piid), "");
    const parentId = parent === null ? null : parents.id(parent.vehicle, parent.agency ?? "");
    const modification =
      record.modification_number === null ? null : modifications.id(record.modification_number);
    const { action_date: day } = record;
    if (kind === "action") {
      actions.put(0, file);
      actions.put(1, line);
      actions.put(2, key);
      actions.put(3, piid);
      actions.put(4, modification);
      actions.put(5, day);
      actions.put(6, BigInt(record.federal_action_obligation as number));
      actions.put(7, agency);
      actions.put(8, recipient);
      actions.put(9, product);
      actions.put(10, industry);
      actions.put(11, office);
      actions.put(12, prefix);
      actions.put(13, parentId);
      actions.put(14, record.transaction_description);
      actions.put(15, unmasked);
      actions.put(16, record.contract_transaction_unique_key);
      actions.put(17, record.action_type_code === null ? null : texts.id(record.action_type_code));
      actions.next();
    }
    if (!isDescribed) return;
    const identity = [
      file,
      line,
      kinds[kind],
      key,
      piid,
      agency,
      recipient,
      product,
      industry,
      office,
      prefix,
      parentId,
      modification,
      day,
    ];
    for (const [index, value] of identity.entries()) awards.put(index, value);
    for (const [index, { name, isMoney, repeats }] of facts.entries()) {
      const value = record[name];
      awards.put(
        identity.length + index,
        value === null ? null : isMoney ? BigInt(value) : repeats ? texts.id(value as string) : value,
      );
    }
    awards.next();
  }

  return {
    dictionaries,
    add: (file, rows, isDescribed) => {
      for (const row of rows) addRow(file, row, isDescribed || row.kind !== "action");
    },
    reject: (rows) => {
      for (const { file, line, column, value, reason, row } of rows) {
        for (const text of [file, line, column, value, reason, JSON.stringify(row)]) {
          if (typeof text === "number") rejects.appendInteger(text);
          else rejects.appendVarchar(text);
        }
        rejects.endRow();
      }
    },
    flush: () => {
      for (const buffer of [actions, awards]) {
        buffer.append();
        buffer.appender.flushSync();
      }
      rejects.flushSync();
    },
    close: () => {
      actions.appender.closeSync();
      awards.appender.closeSync();
      rejects.closeSync();
    },
  };
}
