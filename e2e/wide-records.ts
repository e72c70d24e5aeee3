import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

import { nodeArguments, serverEnvironment } from "../lib/setup/serve.mjs";

const root = resolve(import.meta.dirname, "..");

/** A row of a full-width file; what is left out is blank. */
export type WideRow = Record<string, string>;

/** A server of its own on records that the test writes, because what ends soon ends soon after today. */
export interface WideServer {
  origin: string;
  stop(): void;
}

const toCsv = (rows: WideRow[]) => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return `${[names, ...rows.map((row) => names.map((name) => row[name] ?? ""))].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
};

/** Imports files, of rows or as they are, with the site's own rule tables, and serves them. */
export async function serveRecords(files: Record<string, WideRow[] | string>): Promise<WideServer> {
  const folder = mkdtempSync(join(tmpdir(), "contracts-wide-"));
  const data = join(folder, "data");
  cpSync(join(root, "data"), data, { recursive: true, filter: (path) => !path.endsWith("records") });
  mkdirSync(join(data, "records"));
  for (const [name, rows] of Object.entries(files))
    writeFileSync(join(data, "records", name), typeof rows === "string" ? rows : toCsv(rows));
  const env = {
    ...process.env,
    CONTRACTS_DATA: data,
    CONTRACTS_HOME: join(folder, "home"),
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    TZ: "Pacific/Auckland",
    ...serverEnvironment,
  };
  const command = ["--conditions=react-server", "--import", "tsx", "lib/cli/data.ts", "import"];
  await promisify(execFile)(process.execPath, command, { cwd: root, env });
  const port = await freePort();
  const next = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)];
  const server = spawn(process.execPath, [...nodeArguments, ...next], { cwd: root, env, stdio: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  const stop = () => {
    server.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  await isServing(origin, server).catch((error) => {
    stop();
    throw error;
  });
  return { origin, stop };
}

async function isServing(origin: string, server: ChildProcess) {
  for (let tries = 0; tries < 150; tries += 1) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
    const answered = await fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await new Promise((wait) => setTimeout(wait, 200));
  }
  throw new Error("The server does not answer.");
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer().on("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
