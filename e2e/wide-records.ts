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

/** Today in Washington, and days from it, counted by another clock than the site's. */
export const washington = new Date().toLocaleDateString("sv-SE", { timeZone: "America/New_York" });
export const inDays = (days: number) =>
  new Date(Date.parse(`${washington}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const award = (piid: string) => `CONT_AWD_${piid}_7012_-NONE-_-NONE-`;

/** An action of a contract with everything that a full-width file says of it. */
export const action = (piid: string, facts: WideRow = {}): WideRow => ({
  contract_transaction_unique_key: `7012_-NONE-_${piid}_0_-NONE-_0`,
  contract_award_unique_key: award(piid),
  award_id_piid: piid,
  modification_number: "0",
  action_date: "2026-02-03",
  federal_action_obligation: "1000.50",
  total_dollars_obligated: "5000.50",
  total_outlayed_amount_for_overall_award: "400.00",
  current_total_value_of_award: "20000.00",
  potential_total_value_of_award: "95000.25",
  award_base_action_date: "2026-02-03",
  period_of_performance_start_date: "2026-02-03",
  period_of_performance_current_end_date: inDays(20),
  period_of_performance_potential_end_date: inDays(120),
  ordering_period_end_date: "",
  awarding_sub_agency_code: "7012",
  awarding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
  funding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
  funding_office_code: "70CDCR",
  funding_office_name: "DETENTION COMPLIANCE AND REMOVALS",
  recipient_uei: "ABCDEFGHJKL1",
  recipient_name: "PALANTIR USG, INC.",
  recipient_parent_uei: "ABCDEFGHJKL2",
  recipient_parent_name: "PALANTIR TECHNOLOGIES INC.",
  primary_place_of_performance_country_code: "USA",
  primary_place_of_performance_city_name: "RESTON",
  primary_place_of_performance_state_code: "VA",
  award_or_idv_flag: "AWARD",
  award_type_code: "C",
  type_of_contract_pricing_code: "J",
  type_of_contract_pricing: "FIRM FIXED PRICE",
  transaction_description: `SOFTWARE, "LICENSES"; ${piid}`,
  prime_award_base_transaction_description: "SOFTWARE",
  action_type_code: "",
  product_or_service_code: "DA10",
  product_or_service_code_description: "IT AND TELECOM - SOFTWARE AS A SERVICE",
  naics_code: "513210",
  naics_description: "SOFTWARE PUBLISHERS",
  extent_competed_code: "C",
  extent_competed: "NOT COMPETED",
  other_than_full_and_open_competition: "ONLY ONE SOURCE",
  number_of_offers_received: "1",
  type_of_set_aside_code: "NONE",
  type_of_set_aside: "NO SET ASIDE USED.",
  ...facts,
});

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
