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
import { modificationOrder, noParent, officeOf, type Parent, readParent } from "@/lib/contracts/awards";
import type { Reject } from "@/lib/contracts/facts";
import type { Accepted } from "@/lib/intake/intake";
import { Dictionary } from "@/lib/snapshot/dictionary";

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
  modifications: Dictionary<{ text: string; order: string }>;
  agencies: Dictionary<{ code: string; name: string | null }>;
  recipients: Dictionary<string | null>;
  products: Dictionary<string>;
  industries: Dictionary<string>;
  offices: Dictionary<string>;
  parents: Dictionary<Parent>;
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
    agencies: new Dictionary(),
    recipients: new Dictionary(),
    products: new Dictionary(),
    industries: new Dictionary(),
    offices: new Dictionary(),
    parents: new Dictionary(),
  };

  const columns: DuckDBValue[][] = types.map(() => []);
  let count = 0;
  function append() {
    if (count === 0) return;
    const chunk = DuckDBDataChunk.create([...types], count);
    for (const [index, values] of columns.entries()) chunk.setColumnValues(index, values.slice(0, count));
    appender.appendDataChunk(chunk);
    count = 0;
  }

  function addRow(file: number, { line, record, unmasked }: Accepted) {
    const { modifications, agencies, recipients, products, industries, offices, parents } = dictionaries;
    const key = record.contract_award_unique_key || null;
    const piid = record.award_id_piid;
    const code = record.awarding_sub_agency_code;
    const name = record.awarding_sub_agency_name;
    const recipient = record.recipient_name;
    const product = record.product_or_service_code_description;
    const industry = record.naics_description;
    const parent = readParent(key);
    const office = officeOf(piid);
    const row: DuckDBValue[] = [
      file,
      line,
      key,
      piid,
      modifications.id(record.modification_number, () => ({
        text: record.modification_number,
        order: modificationOrder(record.modification_number),
      })),
      record.action_date,
      BigInt(record.federal_action_obligation),
      agencies.id(name === null ? code : `${code}\n${name}`, () => ({ code, name })),
      recipients.id(recipient ?? "", () => recipient),
      product === null ? null : products.id(product, () => product),
      industry === null ? null : industries.id(industry, () => industry),
      offices.id(office, () => office),
      parent === null
        ? null
        : parents.id(
            parent.agency === noParent ? noParent : `${parent.vehicle}\n${parent.agency}`,
            () => parent,
          ),
      record.transaction_description,
      unmasked,
    ];
    for (let index = 0; index < row.length; index += 1)
      (columns[index] as DuckDBValue[])[count] = row[index] as DuckDBValue;
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
