import { parseArgs } from "node:util";
import type { Report } from "@/lib/contracts/facts";
import { formatCount } from "@/lib/contracts/money";
import { RuleError } from "@/lib/identity/rules";
import { NothingToPublish, type Progress } from "@/lib/snapshot/build";
import { BusyError } from "@/lib/snapshot/lock";
import { checkRecords, ensureSnapshot } from "@/lib/snapshot/publish";

const usage = `Usage: npm run data -- <command> [--json] [--allow-refused]

  import   reads data/records and publishes a snapshot of it
  check    reads data/records and reports, publishing nothing

  --json            prints the report as JSON
  --allow-refused   a refused file is no failure when the rest is published

CONTRACTS_DATA (default data), CONTRACTS_HOME (default .contracts) and CONTRACTS_KEEP (default 10) say where
the records are, where snapshots go and how many are kept.`;

/** One line that is rewritten on a terminal, a line per file elsewhere. */
function progressPrinter(): (progress: Progress) => void {
  const terminal = process.stderr.isTTY;
  let said: string | null = null;
  return ({ step, file, rows }) => {
    const text =
      step === "reading" ? `Reading ${file}: ${formatCount(rows)} rows` : `Sorting ${formatCount(rows)} rows`;
    if (terminal) process.stderr.write(`\r\u001b[K${text}`);
    else if (said !== (file ?? step))
      process.stderr.write(`${step === "reading" ? `Reading ${file}` : text}\n`);
    said = file ?? step;
  };
}

function printReport(report: Report, seconds: number) {
  for (const { file, refused, warnings, ignored_columns: ignored, rejected } of report.files) {
    if (refused) console.log(`Refused ${file}: ${refused}`);
    if (rejected > 0) console.log(`${file}: ${formatCount(rejected)} rows rejected`);
    for (const warning of warnings) console.log(`${file}: ${warning}`);
    if (ignored.length > 0) console.log(`${file}: columns ignored: ${ignored.join(", ")}`);
  }
  const { read, accepted, duplicate, superseded, rejected, masked } = report.totals;
  console.log(
    `Read ${formatCount(read)} = accepted ${formatCount(accepted)} + duplicate ${formatCount(duplicate)} + superseded ${formatCount(superseded)} + rejected ${formatCount(rejected)}; masked ${formatCount(masked)}; ${seconds.toFixed(1)} s`,
  );
}

/** Runs the command; the exit code is 0, 1 when something was refused, 2 for a wrong command line. */
async function main(): Promise<number> {
  let command: string | undefined;
  let json = false;
  let allowRefused = false;
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        "allow-refused": { type: "boolean", default: false },
      },
    });
    [command] = positionals;
    json = values.json;
    allowRefused = values["allow-refused"];
    if (positionals.length !== 1 || (command !== "import" && command !== "check"))
      throw new TypeError("Name one command: import or check.");
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }

  const started = performance.now();
  const onProgress = progressPrinter();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const { report, built, id } =
      command === "import"
        ? await ensureSnapshot({ onProgress })
        : { ...(await checkRecords({ onProgress })), built: false, id: null };
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    if (json) console.log(JSON.stringify(report, null, 2));
    else {
      printReport(report, seconds());
      if (id) console.log(built ? `Published snapshot ${id}` : `Snapshot ${id} is up to date`);
    }
    return !allowRefused && report.files.some((file) => file.refused !== null) ? 1 : 0;
  } catch (error) {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    if (error instanceof NothingToPublish) {
      if (json) console.log(JSON.stringify(error.report, null, 2));
      else printReport(error.report, seconds());
    } else if (!(error instanceof RuleError || error instanceof BusyError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main();
