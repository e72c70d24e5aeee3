import "server-only";
import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { officeOf, readParent } from "@/lib/contracts/awards";
import type { Reject } from "@/lib/contracts/facts";
import type { Accepted } from "@/lib/intake/intake";
import { Dictionary, PairDictionary } from "@/lib/snapshot/dictionary";

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
  ["parent", INTEGER],
  ["description", VARCHAR],
  ["unmasked", DOUBLE],
] as const;

const types = stagedTypes.map(([, type]) => type);

/** The texts behind the numbers of the staging table. */
export interface Dictionaries {
  modifications: Dictionary;
  /** Code and name; an empty name is not reported. */
  agencies: PairDictionary;
  /** An empty text is a recipient that is not reported. */
  recipients: Dictionary;
  products: Dictionary;
  industries: Dictionary;
  offices: Dictionary;
  /** Vehicle and agency. */
  parents: PairDictionary;
}

export interface Stage {
  dictionaries: Dictionaries;
  /** Stores accepted rows of a file, named by its place in the order of files, oldest first. */
  add(file: number, rows: Accepted[]): void;
  reject(rows: Reject[]): void;
  flush(): void;
  close(): void;
}

/**
 * The staging table: rows as they come, repeated texts as numbers, because appending a text costs six times
 * what a number costs. Temporary, so nothing of it is left in the snapshot file.
 */
export async function openStage(connection: DuckDBConnection): Promise<Stage> {
  await connection.run(
    `create temp table staged (${stagedTypes.map(([name, type]) => `${name} ${type}`).join(", ")})`,
  );
  const appender = await connection.createAppender("staged", "main", "temp");
  const rejects = await connection.createAppender("rejects");
  const dictionaries: Dictionaries = {
    modifications: new Dictionary(),
    agencies: new PairDictionary(),
    recipients: new Dictionary(),
    products: new Dictionary(),
    industries: new Dictionary(),
    offices: new Dictionary(),
    parents: new PairDictionary(),
  };
  const { modifications, agencies, recipients, products, industries, offices, parents } = dictionaries;

  const columns: DuckDBValue[][] = types.map(() => []);
  let count = 0;
  function append() {
    if (count === 0) return;
    const chunk = DuckDBDataChunk.create([...types], count);
    for (const [index, values] of columns.entries()) {
      values.length = count;
      chunk.setColumnValues(index, values);
    }
    appender.appendDataChunk(chunk);
    count = 0;
  }

  const put = (column: number, value: DuckDBValue) => {
    (columns[column] as DuckDBValue[])[count] = value;
  };

  function addRow(file: number, row: Accepted) {
    if (row.kind !== "action") return;
    const { line, record, unmasked } = row;
    const key = record.contract_award_unique_key;
    const parent = readParent(key);
    const product = record.product_or_service_code_description;
    const industry = record.naics_description;
    put(0, file);
    put(1, line);
    put(2, key);
    put(3, record.award_id_piid);
    put(4, modifications.id(record.modification_number));
    put(5, record.action_date);
    put(6, BigInt(record.federal_action_obligation));
    put(7, agencies.id(record.awarding_sub_agency_code, record.awarding_sub_agency_name ?? ""));
    put(8, recipients.id(record.recipient_name ?? ""));
    put(9, product === null ? null : products.id(product));
    put(10, industry === null ? null : industries.id(industry));
    put(11, offices.id(officeOf(record.award_id_piid)));
    put(12, parent === null ? null : parents.id(parent.vehicle, parent.agency));
    put(13, record.transaction_description);
    put(14, unmasked);
    count += 1;
    if (count === chunkRows) append();
  }

  return {
    dictionaries,
    add: (file, rows) => {
      for (const row of rows) addRow(file, row);
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
      append();
      appender.flushSync();
      rejects.flushSync();
    },
    close: () => {
      appender.closeSync();
      rejects.closeSync();
    },
  };
}
