import { mkdtempSync, rmSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exportFigures } from "@/lib/bench/exports";
import { isOver, type Measurement, toMarkdown } from "@/lib/bench/figures";
import { importFigures, importRecords, wideFigures } from "@/lib/bench/imports";
import { loadFigures } from "@/lib/bench/load";
import { describeMachine, type Machine, machineWords } from "@/lib/bench/machine";
import { queryFigures } from "@/lib/bench/queries";
import { writeRows } from "@/lib/bench/rows";
import { scriptFigures } from "@/lib/bench/scripts";
import { type Server, serve } from "@/lib/bench/server";
import { webFigures } from "@/lib/bench/web";
import { writeWideRows } from "@/lib/bench/wide";
import { formatCount } from "@/lib/contracts/money";
import { projectRoot } from "@/lib/project/root";
import { currentSnapshot, type Published } from "@/lib/snapshot/current";
import { ruleTableNames } from "@/lib/snapshot/fingerprint";
import { type Home, readHome, recordsFolder } from "@/lib/snapshot/paths";

const parts = ["import", "queries", "export", "load", "scripts", "web", "wide"] as const;
type BenchPart = (typeof parts)[number];
/** `wide` writes 1.6 GB for a million rows. */
const defaultParts = parts.filter((part) => part !== "wide");

const usage = `Usage: npm run bench -- [PART...] [--only=${parts.join(",")}] [--rows=1000000] [--write] [--keep] [--json]

Measures the import, the queries of the interface, exports, the server under load, the scripts of the pages and the pages
in a browser (by Lighthouse), on the bundled records and on seeded rows made from them, beside DuckDB alone. Everything
is written to a temporary folder. export, load, scripts and web measure the production build: run \`npm run build\` first.
A missed budget is no failure.

  --only   some of the parts, as naming them does; else all but wide, the import of a file at full width (1.6 kB a row)
  --rows   how many seeded rows
  --write  writes docs/performance.md from the figures of this run
  --keep   leaves the temporary folder and says where it is
  --json   prints machine and figures as JSON instead of tables`;

interface Options {
  only: readonly BenchPart[];
  rows: number;
  write: boolean;
  keep: boolean;
  json: boolean;
}

/** Reads the command line. @throws {TypeError} that says what is wrong with it. */
function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: "string", default: "" },
      rows: { type: "string", default: "1000000" },
      write: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const named = [...positionals, ...values.only.split(",")].filter(Boolean);
  const unknown = named.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) throw new TypeError(`"${unknown}" is not a part of the benchmark.`);
  const only = named.length > 0 ? named : defaultParts;
  if (values.write && named.length > 0)
    throw new TypeError("--write needs every part of the bench; leave out the names of parts.");
  if (!/^[1-9]\d{0,7}$/.test(values.rows))
    throw new TypeError(`--rows is "${values.rows}"; it must be a number from 1 to 99999999.`);
  const { write, keep, json } = values;
  return { only: only as BenchPart[], rows: Number(values.rows), write, keep, json };
}

const say = (text: string) => process.stderr.write(`${text}\n`);

async function measure({ only, rows }: Options, folder: string): Promise<Measurement[]> {
  const wants = (...some: BenchPart[]) => some.some((part) => only.includes(part));
  const home = (name: string): Home => ({
    data: join(folder, name),
    root: join(folder, `${name}-home`),
    keep: 1,
  });
  const bundled = home("bundled");
  await cp(readHome().data, bundled.data, { recursive: true });
  const figures: Measurement[] = [];
  const add = (...found: Measurement[]) => figures.push(...found);

  say("Importing the bundled records ...");
  if (wants("import")) add(...(await importFigures(bundled, "bundled records", 5)));
  else await importRecords(bundled);
  if (wants("queries")) {
    say("Querying the bundled records ...");
    const runs = { least: 100, most: 400, ms: 2_000 };
    add(
      ...(await queryFigures(await published(bundled), { name: "bundled records", budget: "bundled", runs })),
    );
  }
  if (wants("import", "queries", "export")) {
    const seeded = home("seeded");
    const name = `${formatCount(rows)} rows`;
    say(`Writing ${name} ...`);
    await writeRows(bundled, seeded, rows);
    say(`Importing ${name} ...`);
    if (wants("import")) add(...(await importFigures(seeded, `${name}, seeded`, 1)));
    else await importRecords(seeded);
    if (wants("queries")) {
      say(`Querying ${name} ...`);
      const runs = { least: 30, most: 200, ms: 4_000 };
      add(...(await queryFigures(await published(seeded), { name, budget: "million", runs })));
    }
    if (wants("export")) {
      say(`Exporting ${name} ...`);
      add(...(await withServer(seeded, (server) => exportFigures(server, folder))));
    }
  }
  if (wants("wide")) {
    const wide = home("wide");
    const name = `${formatCount(rows)} rows of 297 columns, seeded`;
    say(`Writing and importing ${name} ...`);
    await mkdir(recordsFolder(wide), { recursive: true });
    for (const table of ruleTableNames) await cp(join(bundled.data, table), join(wide.data, table));
    const file = join(folder, "wide.csv");
    await writeWideRows(bundled, file, rows);
    add(...(await wideFigures(wide, file, name)));
  }
  if (wants("scripts")) add(...(await withServer(bundled, scriptFigures)));
  if (wants("web")) add(...(await withServer(bundled, (server) => webFigures(server, say))));
  if (wants("load")) {
    say("Requesting from eight clients ...");
    add(...(await withServer(bundled, loadFigures)));
  }
  return figures;
}

async function published(home: Home): Promise<Published> {
  const snapshot = await currentSnapshot(home);
  if (!snapshot) throw new Error(`Nothing was published in ${home.root}.`);
  return snapshot;
}

async function withServer(
  home: Home,
  work: (server: Server) => Promise<Measurement[]>,
): Promise<Measurement[]> {
  const server = await serve(home);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** The text of docs/performance.md. */
const page = (machine: Machine, figures: Measurement[]) => `# Performance

Written by \`npm run build\` and \`npm run bench -- --write\`: one run on one machine. The ratio to DuckDB alone is steadier than the
figure. A percentile has its median in brackets. No test asserts a time.

${machineWords(machine)}

${toMarkdown(figures)}
`;

async function main(options: Options) {
  const folder = mkdtempSync(join(tmpdir(), "contracts-bench-"));
  process.once("exit", () => {
    if (options.keep) say(`Kept ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => process.exit(130));

  const machine = describeMachine();
  const began = performance.now();
  const figures = await measure(options, folder);
  if (options.write) await writeFile(join(projectRoot, "docs", "performance.md"), page(machine, figures));
  if (options.json) console.log(JSON.stringify({ machine, figures }, null, 2));
  else {
    const over = figures.filter(isOver).length;
    const kept = figures.filter(({ budget }) => budget).length - over;
    console.log(`${machineWords(machine)}\n\n${toMarkdown(figures)}\n`);
    console.log(
      `${kept} of ${kept + over} budgets kept. ${((performance.now() - began) / 1000).toFixed(0)} s.`,
    );
  }
}

let options: Options | undefined;
try {
  options = readOptions();
} catch (error) {
  console.error(`${(error as Error).message}\n\n${usage}`);
  process.exitCode = 2;
}
if (options) {
  try {
    await main(options);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
