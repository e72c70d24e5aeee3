import "server-only";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Environment, readEnv } from "@/lib/env";
import { projectRoot } from "@/lib/project/root";

/** The folders that this installation reads and writes. */
export interface Home {
  /** The folder of the rule tables; the record files are in its `records` folder. `CONTRACTS_DATA`. */
  data: string;
  /** The folder of everything that is written at run time. `CONTRACTS_HOME`. */
  root: string;
  /** How many snapshots are stored. `CONTRACTS_KEEP`. */
  keep: number;
}

/** Reads the settings. @throws {SettingError} if one has a wrong value. */
export function readHome(environment?: Environment): Home {
  const { CONTRACTS_DATA, CONTRACTS_HOME, CONTRACTS_KEEP } = readEnv(environment);
  return {
    data: resolve(/*turbopackIgnore: true*/ projectRoot, CONTRACTS_DATA),
    root: resolve(/*turbopackIgnore: true*/ projectRoot, CONTRACTS_HOME),
    keep: CONTRACTS_KEEP,
  };
}

/** The names in a folder; none if the folder does not exist. */
export async function listFolder(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** The names of the files with earlier retrievals, sorted; none if there is no such folder. */
export const listHistoryFiles = async (home: Home): Promise<string[]> =>
  (await listFolder(historyFolder(home))).filter((name) => name.endsWith(".csv.gz")).sort();

export const recordsFolder = (home: Home) => join(home.data, "records");
/** The folder of the earlier retrievals of some record files. */
export const historyFolder = (home: Home) => join(home.data, "history");
export const snapshotsFolder = (home: Home) => join(home.root, "snapshots");
export const temporaryFolder = (home: Home) => join(home.root, "tmp");
export const currentFile = (home: Home) => join(home.root, "current.json");
export const snapshotFile = (home: Home, id: string) => join(snapshotsFolder(home), `${id}.duckdb`);
/** The folder for intermediate results that exceed the memory of a server. */
export const spillFolder = (home: Home, id: string) => `${snapshotFile(home, id)}.tmp`;
export const reportFile = (home: Home, id: string) => join(snapshotsFolder(home), `${id}.report.json`);
/** The {@link Manifest} of a snapshot. */
export const manifestFile = (home: Home, id: string) => join(snapshotsFolder(home), `${id}.json`);
export const rejectsFile = (home: Home, id: string) => join(snapshotsFolder(home), `${id}.rejects.csv`);
