import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { exportLine, exportRows } from "@/lib/cli/export";
import { systemFailure, UsageError } from "@/lib/cli/failures";
import { fetchCommand, fetchUsage } from "@/lib/cli/fetch";
import { progressPrinter } from "@/lib/cli/progress";
import { reportLines, snapshotLines } from "@/lib/cli/report-lines";
import { isDay } from "@/lib/contracts/days";
import type { FileReport } from "@/lib/contracts/import-report";
import { SettingError } from "@/lib/env";
import { RuleError } from "@/lib/identity/rules";
import { NotProven } from "@/lib/import/5-finish/proven";
import { cleanUpOnExit } from "@/lib/import/7-publish/clean-up";
import {
  checkRecords,
  chooseSnapshot,
  type Ensured,
  ensureSnapshot,
  importFiles,
  NoSuchSnapshot,
} from "@/lib/import/import";
import { BusyError } from "@/lib/import/lock";
import { ImportRefused, NothingToPublish } from "@/lib/import/report";
import { readRuleTables } from "@/lib/import/rule-tables";
import type { NamedFile } from "@/lib/import/source-files";
import { DamagedImport } from "@/lib/import/stored-files";
import { listSnapshots } from "@/lib/snapshot/manifest";
import { readHome, rejectsFile } from "@/lib/snapshot/paths";
import { NoSnapshot } from "@/lib/store/open";

const usage = `Usage: npm run data -- <command> [options]

  import [FILE...]   publishes a snapshot of data/records, earlier imports and these files; publishes nothing
                     if one of these files is refused
  fetch              brings the records up to date from USAspending.gov; see \`fetch --help\`
  check [FILE...]    reads the same files and reports on them, without publishing
  snapshots          lists the stored snapshots
  use ID             goes back to a stored snapshot
  export [QUERY]     writes rows; QUERY is the part of an address after the ?, such as 'view=actions&company=palantir'

  --help             prints this help
  --json             prints the result as JSON
  --agency CODE      reads only rows of this awarding sub-agency, for import and check; may repeat
  --retrieved DAY    the day on which the files were retrieved from their source (YYYY-MM-DD), for import and check;
                     by default the day in the file's name, else that of its newest action
  --out FILE         the file that export writes; by default standard output
  --allow-refused    exits with 0 although a file of data/records is refused, if the rest is published
  --keep-chosen      keeps a snapshot that \`use\` went back to

CONTRACTS_DATA (default data) and CONTRACTS_HOME (default .contracts) are the folders of the records and of the
snapshots; CONTRACTS_KEEP (default 10) is how many snapshots are stored.`;

const options = {
  json: { type: "boolean", default: false },
  agency: { type: "string", multiple: true },
  retrieved: { type: "string" },
  out: { type: "string" },
  "allow-refused": { type: "boolean", default: false },
  "keep-chosen": { type: "boolean", default: false },
} as const;

interface Command {
  words: string[];
  json: boolean;
  agencies: string[] | undefined;
  retrieved: string | undefined;
  out: string | undefined;
  allowRefused: boolean;
  keepChosen: boolean;
}

/** Prints a result as JSON or in lines. */
function printResult({ json }: Command, value: unknown, lines: string[]) {
  console.log(json ? JSON.stringify(value, null, 2) : lines.join("\n"));
}

const readDay = (text: string | undefined) => {
  if (text !== undefined && !isDay(text))
    throw new UsageError("--retrieved must be a day such as 2026-08-22.");
  return text;
};

const namedFiles = ({ words, retrieved, agencies }: Command): NamedFile[] => {
  if (agencies && words.length === 0)
    throw new UsageError("--agency selects rows of files; name the files after it.");
  const wrong = agencies?.find((code) => !/^\d{4}$/.test(code));
  if (wrong !== undefined)
    throw new UsageError(`--agency ${wrong} is not a code of four digits such as 7012.`);
  return words.map((word) => ({
    path: resolve(word),
    name: basename(word),
    retrieved: readDay(retrieved),
    agencies,
  }));
};

/** Each command resolves to its exit status. */
const commands: Record<string, (command: Command) => Promise<number>> = {
  async import(command) {
    const files = namedFiles(command);
    return reporting(command, (onProgress) =>
      files.length > 0
        ? importFiles({ files, onProgress })
        : ensureSnapshot({ onProgress, unlessChosen: command.keepChosen }),
    );
  },

  async check(command) {
    return reporting(command, (onProgress) => checkRecords({ files: namedFiles(command), onProgress }));
  },

  async snapshots(command) {
    if (command.words.length > 0) throw new UsageError("snapshots takes no names.");
    const snapshots = await listSnapshots();
    printResult(
      command,
      snapshots,
      snapshots.length > 0 ? snapshotLines(snapshots) : ["No snapshot is stored yet."],
    );
    return 0;
  },

  async use(command) {
    const [id, ...more] = command.words;
    if (id === undefined || more.length > 0) throw new UsageError("Name one snapshot to go back to.");
    await chooseSnapshot(id);
    printResult(command, { snapshot: id }, [`Published snapshot ${id}; the next import continues from it.`]);
    return 0;
  },

  async export(command) {
    const [query = "", ...more] = command.words;
    if (more.length > 0) throw new UsageError("Name one query; put it in quotation marks.");
    const written = await exportRows({ query, out: command.out });
    if (command.json) console.error(JSON.stringify(written));
    else console.error(exportLine(written));
    return 0;
  },
};

/** Runs work that a signal may end at any time. It then leaves no files, and the published snapshot stays. */
async function stoppable<Result>(work: () => Promise<Result>): Promise<Result> {
  const stop = (signal: NodeJS.Signals) => {
    if (!cleanUpOnExit()) {
      console.error("\nEvery file has been read; the snapshot will be published in a moment.");
      return;
    }
    console.error("\nStopped; the published snapshot is unchanged.");
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** Runs an import or a check, prints its report, and returns the exit status. */
async function reporting(
  command: Command,
  work: (
    onProgress: ReturnType<typeof progressPrinter>["show"],
  ) => Promise<Partial<Ensured> & Pick<Ensured, "report">>,
): Promise<number> {
  const started = performance.now();
  const progress = progressPrinter();
  const print = (report: Ensured["report"]) =>
    printResult(command, report, reportLines(report, (performance.now() - started) / 1000));
  try {
    const { report, built, id } = await stoppable(() => work(progress.show));
    progress.stop();
    print(report);
    if (id && !command.json) {
      console.log(built ? `Published snapshot ${id}` : `Snapshot ${id} is published and up to date`);
      if (report.totals.rejected > 0) console.log(`All rejected rows: ${rejectsFile(readHome(), id)}`);
    }
    const isUseless = ({ refused, other, read, rejected }: FileReport) =>
      (refused !== null && !other) || (read > 0 && read === rejected);
    const named = report.files.filter(({ file }) =>
      command.words.some((word) => file.startsWith(basename(word))),
    );
    const isOfOthers = command.agencies !== undefined && named.every(({ read }) => read === 0);
    return !command.allowRefused && (isOfOthers || report.files.some(isUseless)) ? 1 : 0;
  } catch (error) {
    progress.stop();
    if (error instanceof NothingToPublish || error instanceof ImportRefused) print(error.report);
    throw error;
  }
}

/** Errors whose message is a sentence for the user. */
const explained = [
  SettingError,
  DamagedImport,
  RuleError,
  BusyError,
  NothingToPublish,
  ImportRefused,
  NotProven,
  NoSuchSnapshot,
  NoSnapshot,
];

/** `ice-contracts/0.1.0` and the project's page, if it has one, for the `User-Agent` of a fetch. */
async function programName(): Promise<string> {
  const { name, version, homepage, repository } = JSON.parse(
    await readFile(new URL("../../package.json", import.meta.url), "utf8"),
  ) as { name: string; version: string; homepage?: string; repository?: string | { url: string } };
  const page = homepage ?? (typeof repository === "object" ? repository.url : repository);
  return `${name}/${version}${page ? ` (+${page})` : ""}`;
}

/** Runs `fetch` with its own options, and publishes the files. */
async function runFetch(words: string[]): Promise<number> {
  const home = readHome();
  let started = performance.now();
  const { agencies, usaspending } = await readRuleTables(home);
  return fetchCommand(words, {
    home,
    agencies,
    usaspending,
    program: await programName(),
    publish: (fetched) => {
      started = performance.now();
      const progress = progressPrinter();
      const files = fetched.map((file) => ({ ...file, proven: file.proves.length > 0 }));
      return stoppable(() => importFiles({ files, home, onProgress: progress.show })).finally(progress.stop);
    },
    printReport: (report) => {
      for (const line of reportLines(report, (performance.now() - started) / 1000)) console.log(line);
    },
  });
}

/** Runs the command. The exit status is 0, 1 if something was refused or is missing, 2 for a wrong command line. */
async function main(): Promise<number> {
  try {
    const [first, ...rest] = process.argv.slice(2);
    if (process.argv.includes("--help")) {
      console.log(first === "fetch" ? fetchUsage : usage);
      return 0;
    }
    if (first === "fetch") return await runFetch(rest);
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const [name = "", ...words] = positionals;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command)
      throw new UsageError(`Name one command: ${[...Object.keys(commands), "fetch"].join(", ")}.`);
    const { json, retrieved, out } = values;
    return await command({
      words,
      json,
      agencies: values.agency,
      retrieved,
      out,
      allowRefused: values["allow-refused"],
      keepChosen: values["keep-chosen"],
    });
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const asksForJson = process.argv.includes("--json");
    if (error instanceof UsageError || code?.startsWith("ERR_PARSE_ARGS")) {
      if (asksForJson) console.log(JSON.stringify({ error: message }, null, 2));
      console.error(`${message}\n\n${usage}`);
      return 2;
    }
    const sentence = explained.some((kind) => error instanceof kind) ? message : systemFailure(error);
    if (sentence === null) throw error;
    // A refused import has printed its report.
    if (asksForJson && !(error instanceof NothingToPublish || error instanceof ImportRefused))
      console.log(JSON.stringify({ error: sentence }, null, 2));
    console.error(sentence);
    return 1;
  }
}

process.exitCode = await main();
