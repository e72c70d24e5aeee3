import { arch, cpus, loadavg, totalmem, type } from "node:os";
import { version } from "@duckdb/node-api";

/** The machine and the versions that a run was made with. */
export interface Machine {
  processor: string;
  cores: number;
  memory: string;
  system: string;
  node: string;
  duckdb: string;
  date: string;
  /** Processes that waited for a core when the run began (one-minute average); 0 if unknown. */
  load: number;
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() || "unknown",
    cores: processors.length,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    system: `${type()} ${arch()}`,
    node: process.version,
    duckdb: version(),
    date: new Date().toISOString().slice(0, 10),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

export function machineWords({
  processor,
  cores,
  memory,
  system,
  node,
  duckdb,
  date,
  load,
}: Machine): string {
  return [
    `${processor}, ${cores} cores, ${memory}; ${system}; Node ${node}; DuckDB ${duckdb}; ${date}.`,
    load > cores / 2
      ? `Load when the run began: ${load} on ${cores} cores, so other programs share in every figure; read the ratios.`
      : `Load when the run began: ${load}.`,
  ].join(" ");
}
