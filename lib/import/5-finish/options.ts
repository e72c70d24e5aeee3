import "server-only";
import { type DuckDBConnection, INTEGER, VARCHAR } from "@duckdb/node-api";
import { type ActionKind, actionKindCode, actionKinds } from "@/lib/contracts/kinds";
import { contractOption, type OptionAction } from "@/lib/contracts/option-ends";
import { formatLength } from "@/lib/contracts/option-terms";
import { readOption } from "@/lib/contracts/options";
import { appendRows } from "@/lib/import/append";

type ActionInput = [
  contract: number,
  day: string,
  kind: string,
  isRecorded: boolean,
  description: string | null,
];

/** The actions whose text can name an option or an extension, and those of kinds that matter to one, in their order. */
const optionActions = `
select contract, action_date::varchar, action_kind, action_type is not null, description from actions
where action_kind in ('option_exercised', 'terminated', 'cancelled', 'closed_out', 'resumed')
  or regexp_matches(description, 'opt|otion|opion|opiton|ops ?pd|\\bo\\.?[yp]s?\\b|\\bo\\.?[yp]\\.?[ #-]{0,2}[0-9ivotf]|exten|ex.{0,3}[cs]|\\bex\\b', 'i')
order by id`;

const kinds = new Map((Object.keys(actionKinds) as ActionKind[]).map((kind) => [actionKindCode(kind), kind]));

/** Creates the temporary table `contract_options`, for the newest option of each contract. */
export const createOptions =
  "create or replace temp table contract_options (contract integer, does varchar, words varchar, signed varchar, length varchar, ends varchar)";

/** Reads the options that descriptions name, and writes the newest of each contract into `contract_options`. */
export async function writeOptions(connection: DuckDBConnection): Promise<void> {
  await connection.run(createOptions);
  const found = new Map<number, OptionAction[]>();
  const read = await connection.stream(optionActions);
  for (let chunk = await read.fetchChunk(); chunk?.rowCount; chunk = await read.fetchChunk()) {
    for (const [contract, day, code, isRecorded, description] of chunk.getRows() as ActionInput[]) {
      const kind = kinds.get(code) ?? "no money";
      const words = isRecorded ? "Exercise an option" : null;
      const action = { day, kind, description, reading: readOption({ kind, words, description }) };
      // A close-out before the first option counts too.
      const actions = found.get(contract) ?? [];
      actions.push(action);
      found.set(contract, actions);
    }
  }
  const rows = [...found].flatMap(([contract, actions]) => {
    const option = contractOption(actions);
    return option
      ? [
          [
            contract,
            option.does,
            option.words,
            option.signed,
            option.length && formatLength(option.length),
            option.ends,
          ],
        ]
      : [];
  });
  await appendRows(
    connection,
    "contract_options",
    [INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR],
    rows,
    "temp",
  );
}
