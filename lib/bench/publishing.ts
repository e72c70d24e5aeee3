import { execFile } from "node:child_process";
import { readdirSync, readlinkSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import Papa from "papaparse";

import { type Server, serve } from "@/lib/bench/server";
import { formatCount } from "@/lib/contracts/money";
import { readHome } from "@/lib/snapshot/paths";

// `npx tsx --conditions=react-server lib/bench/publishing.ts`: publishes snapshots under a production server that is
// being read, and fails if a response is not a complete one of a single snapshot. Needs `npm run build`.

interface Sums {
  net: number;
  actions: number;
}
interface Answer extends Sums {
  id: string;
  path: string;
}

const clients = 8;
const publications = 5;
/** How long each snapshot is served before the next is imported. */
const betweenMs = 3_000;
/** The server closes an earlier snapshot within this time after its last use. */
const closedMs = 190_000;

const everything = "agency=7012&agency=7014";
const columns = [
  "award_id_piid",
  "modification_number",
  "action_date",
  "federal_action_obligation",
  "awarding_sub_agency_code",
  "awarding_sub_agency_name",
  "recipient_name",
];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const run = promisify(execFile);

const faults: string[] = [];
const answers: Answer[] = [];
const statuses = new Map<string, number>();
/** The figures of each snapshot, as first served. */
const known = new Map<string, Sums>();
let isOver = false;

async function ask(url: string, path: string, headers: Record<string, string> = {}, method = "GET") {
  const response = await fetch(url + path, { headers, method });
  const what = `${method} ${path.replace(/=[0-9a-f]{12}\b/, "=<id>")} ${response.status}`;
  statuses.set(what, (statuses.get(what) ?? 0) + 1);
  return response;
}

async function learn(url: string): Promise<string[]> {
  const { snapshots } = (await (await ask(url, "/api/snapshots")).json()) as {
    snapshots: { id: string; totals: Sums }[];
  };
  for (const { id, totals } of snapshots) known.set(id, totals);
  return snapshots.map(({ id }) => id);
}

/** Checks a response. A named snapshot that is no longer stored may be refused. */
async function whole(url: string, path: string, read: (text: string) => Omit<Answer, "path"> | null) {
  const response = await ask(url, path);
  const text = await response.text();
  if (response.status === 404 && path.includes("snapshot=") && text.includes("not kept here")) return;
  if (response.status !== 200) {
    faults.push(`${path}: ${response.status} ${text.slice(0, 200)}`);
    return;
  }
  const found = read(text);
  if (found) answers.push({ path, ...found });
  const tag = response.headers.get("etag");
  if (!tag) return;
  const again = await ask(url, path, { "if-none-match": tag }, answers.length % 2 ? "GET" : "HEAD");
  await again.arrayBuffer();
  if (![200, 304, ...(path.includes("snapshot=") ? [404] : [])].includes(again.status))
    faults.push(`${path}, known: ${again.status}`);
}

const cents = (dollars: number) => Math.round(dollars * 100);

const readTotals = (text: string) => {
  const { snapshot, totals, groups } = JSON.parse(text);
  if (groups) {
    const sum = groups.reduce((net: number, group: Sums) => net + cents(group.net), 0);
    if (sum !== cents(totals.net)) faults.push(`groups of ${snapshot.id} come to ${sum}`);
  }
  return { id: snapshot.id, net: totals.net, actions: totals.actions };
};
const readExport = (text: string) => {
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  const ids = new Set(data.map(({ snapshot }) => snapshot));
  if (ids.size !== 1) faults.push(`an export has the snapshots ${[...ids].join(", ")}`);
  const net = data.reduce((sum, row) => sum + cents(Number(row.federal_action_obligation)), 0) / 100;
  return { id: [...ids][0] ?? "", net, actions: data.length };
};
/** The figures above a list, and the snapshot that its notice names, if any. */
const readPage = (text: string) => {
  const bar = text.slice(text.indexOf('aria-label="Result"'));
  const actions = Number(/([\d,]+)(?:<!-- -->)? actions/.exec(bar)?.[1]?.replaceAll(",", ""));
  const net = Number(/<data value="(-?[\d.]+)"/.exec(bar)?.[1]);
  const named = /from this snapshot \(<code>([0-9a-f]{12})<\/code>/.exec(text)?.[1];
  const [id = "none"] = [...known].find(([, sums]) => sums.actions === actions) ?? [];
  if (named && named !== id) faults.push(`a page of ${named} has the figures of ${id}`);
  return { id, net, actions };
};

async function client(url: string, number: number) {
  const paths: [string, (text: string) => Omit<Answer, "path"> | null][] = [
    [`/contracts?view=actions&${everything}`, readPage],
    [`/api/contracts?size=20&${everything}`, readTotals],
    [`/api/groups?by=company&${everything}`, readTotals],
    ["/", () => null],
    [`/api/groups?by=month&${everything}`, readTotals],
    ["/companies", () => null],
    ["/agencies", () => null],
    ...(number < 2 ? [[`/api/export?view=actions&${everything}`, readExport] as const] : []).map(
      ([path, read]): [string, typeof readExport] => [path, read],
    ),
  ];
  for (let turn = number; !isOver; turn += 1) {
    const [path, read] = paths[turn % paths.length] as (typeof paths)[number];
    await whole(url, path, read);
    if (turn % 5 === 0) {
      const oldest = (await learn(url)).at(-1);
      await whole(url, `/api/contracts?size=1&${everything}&snapshot=${oldest}`, readTotals);
      await whole(url, `/contracts?view=actions&${everything}&snapshot=${oldest}`, (text) =>
        text.includes("could not be understood") ? null : readPage(text),
      );
    }
  }
}

async function publish(folder: string, number: number): Promise<number> {
  const path = join(folder, `more-${number}.csv`);
  const rows = [
    [
      `70CDCR26P9990000${number}`,
      "0",
      "2026-08-19",
      `${number}000.01`,
      "7012",
      "U.S. Immigration and Customs Enforcement",
      "A RECIPIENT OF THIS CHECK",
    ],
  ];
  await writeFile(path, `${Papa.unparse([columns, ...rows])}\n`);
  const began = performance.now();
  await run("npm", ["run", "--silent", "data", "--", "import", path, "--retrieved", "2026-09-01"], {
    timeout: 120_000,
  });
  return (performance.now() - began) / 1_000;
}

const openFiles = ({ pid }: Server) =>
  readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
    try {
      const file = readlinkSync(`/proc/${pid}/fd/${name}`);
      return file.includes(".duckdb") ? [basename(file)] : [];
    } catch {
      return [];
    }
  });

const root = await mkdtemp(join(tmpdir(), "contracts-publishing-"));
Object.assign(process.env, { CONTRACTS_HOME: root, CONTRACTS_KEEP: "2" });
await run("npm", ["run", "--silent", "data", "--", "import"], { timeout: 120_000 });
const server = await serve(readHome());
try {
  await learn(server.url);
  const reading = Promise.all(Array.from({ length: clients }, (_, number) => client(server.url, number)));
  await pause(betweenMs);
  let mostOpen = 0;
  for (let number = 1; number <= publications; number += 1) {
    const seconds = await publish(root, number);
    const published = performance.now();
    const { snapshots } = (await (await ask(server.url, "/api/snapshots")).json()) as {
      snapshots: { id: string; current: boolean }[];
    };
    const id = snapshots.find(({ current }) => current)?.id;
    await learn(server.url);
    for (;;) {
      const { snapshot } = (await (await ask(server.url, "/api/health")).json()) as { snapshot: string };
      if (snapshot === id) break;
      await pause(20);
    }
    const noticed = performance.now() - published;
    mostOpen = Math.max(mostOpen, new Set(openFiles(server)).size);
    console.log(
      `published ${id} in ${seconds.toFixed(1)} s, served ${noticed.toFixed(0)} ms after the command had ended`,
    );
    await pause(betweenMs);
  }
  isOver = true;
  await reading;
  for (const { id, net, actions, path } of answers) {
    const sums = known.get(id);
    if (!sums || cents(sums.net) !== cents(net) || sums.actions !== actions)
      faults.push(`${path} of ${id} says ${net} of ${actions} actions; known is ${JSON.stringify(sums)}`);
  }
  console.log(`most snapshot files open at once: ${mostOpen}`);
  await pause(closedMs);
  await ask(server.url, "/api/health");
  const open = [...new Set(openFiles(server))];
  console.log(`open ${closedMs / 1_000} s later: ${open.join(", ")}`);
  const counts = [...new Set(answers.map(({ id }) => id))].map(
    (id) => `${id}: ${formatCount(answers.filter((answer) => answer.id === id).length)}`,
  );
  console.log(`answers checked by snapshot: ${counts.join("; ")}`);
  for (const [what, count] of [...statuses].sort()) console.log(`${formatCount(count)} x ${what}`);
  console.log(
    faults.length === 0 ? "no faults" : `FAULTS (${faults.length}):\n${faults.slice(0, 20).join("\n")}`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await server.stop();
  await rm(root, { recursive: true, force: true });
}
