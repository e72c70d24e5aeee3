import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Dictionaries } from "@/lib/import/3-stage/dictionary";
import {
  insertActions,
  insertAgreements,
  insertCells,
  insertContracts,
  insertDescribedContracts,
  insertSubawards,
  numberActions,
} from "@/lib/import/5-finish/actions-and-contracts";
import { writeAwardFacts, writeModifications } from "@/lib/import/5-finish/award-facts";
import {
  writeAgencies,
  writeIndustries,
  writeOffices,
  writeProducts,
  writeVehicles,
} from "@/lib/import/5-finish/code-tables";
import { writeRecipients } from "@/lib/import/5-finish/companies";
import { writeBrands, writeFacilities, writeWords } from "@/lib/import/5-finish/descriptions";
import { stagedKinds, writeKinds } from "@/lib/import/5-finish/kinds";
import { createOptions, writeOptions } from "@/lib/import/5-finish/options";
import type { Rules } from "@/lib/import/rule-tables";

/**
 * Fills the tables of the snapshot from the deduplicated rows. With `isCompared`, only those that a comparison reads: what
 * descriptions say takes most of the time.
 */
export async function finish(
  connection: DuckDBConnection,
  dictionaries: Dictionaries,
  rules: Rules,
  isCompared: boolean,
): Promise<void> {
  await connection.run("begin"); // one commit, since each waits for the disk
  await writeModifications(connection, dictionaries);
  await writeAwardFacts(connection, dictionaries);
  await writeRecipients(connection, dictionaries, rules);
  await writeAgencies(connection, dictionaries, rules);
  await writeOffices(connection, dictionaries, rules);
  await writeProducts(connection, dictionaries, rules);
  await writeIndustries(connection, dictionaries);
  await writeVehicles(connection, dictionaries, rules);
  await connection.run("commit");
  await connection.run(numberActions);
  await writeKinds(connection, isCompared ? `${stagedKinds} where false` : stagedKinds);
  await connection.run(insertActions);
  if (isCompared) await connection.run(createOptions);
  else await writeOptions(connection);
  await connection.run(insertContracts);
  await connection.run(insertCells);
  if (isCompared) return;
  await connection.run(insertDescribedContracts);
  await connection.run(insertAgreements);
  await connection.run(insertSubawards);
  await writeBrands(connection, rules);
  await writeFacilities(connection, rules);
  await writeWords(connection);
}
