import "server-only";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type Environment, readEnv } from "@/lib/env";
import { projectRoot } from "@/lib/project/root";
import { isReadable } from "@/lib/snapshot/schema";

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

/** The names in a folder; none where there is no such folder. */
export async function listFolder(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

export const recordsFolder = (home: Home) => join(home.data, "records");
export const snapshotsFolder = (home: Home) => join(home.root, "snapshots");
export const temporaryFolder = (home: Home) => join(home.root, "tmp");
export const currentFile = (home: Home) => join(home.root, "current.json");
export const snapshotFile = (home: Home, id: string) => join(snapshotsFolder(home), `${id}.duckdb`);
/** Where the database puts what a server that reads this snapshot has no memory for. */
export const spillFolder = (home: Home, id: string) => `${snapshotFile(home, id)}.tmp`;
export const reportFile = (home: Home, id: string) => join(snapshotsFolder(home), `${id}.report.json`);
/** What `/api/snapshots` says of a snapshot, and what it was made of. */
export const manifestFile = (home: Home, id: string) => join(snapshotsFolder(home), `${id}.json`);
export const rejectsFile = (home: Home, id: string) => join(snapshotsFolder(home), `${id}.rejects.csv`);

/** A published snapshot: its id and the path of its file. */
export interface Published {
  id: string;
  file: string;
}

/** The published snapshot, with the imported files it was made of. */
export interface Current extends Published {
  /** The ids of the imported files it was made of, in the order of their import. */
  made: string[];
  /** Those of them that the next import goes on from: no newer retrievals have made them superfluous. */
  kept: string[];
  /** Whether somebody went back to it, so that a start must not replace it by what the data folder makes. */
  chosen: boolean;
  /** Whether `current.json` does not say it, so that it is taken for the newest snapshot that is kept. */
  isGuess: boolean;
}

/** The snapshot that is published, or the newest one that is kept where that is not said; `null` when there is none. */
export async function currentSnapshot(home: Home = readHome()): Promise<Current | null> {
  const said = await readJson<Partial<Current>>(currentFile(home));
  if (said?.id && said.file) {
    const { id, kept = [], made = kept, chosen = false } = said;
    const file = join(snapshotsFolder(home), basename(said.file));
    if (await modified(file)) return { id, file, made, kept, chosen, isGuess: false };
  }
  return newestKept(home);
}

/** The snapshot that was published last among those that are kept, but for some. */
export async function newestKept(home: Home, except: readonly string[] = []): Promise<Current | null> {
  const names = await listFolder(snapshotsFolder(home));
  const found = await Promise.all(
    names.map(async (name) => {
      const [, id] = /^([0-9a-f]{12})\.duckdb$/.exec(name) ?? [];
      if (!id || except.includes(id)) return [];
      const file = snapshotFile(home, id);
      const manifest = await readJson<{ made?: string[]; kept?: string[]; schema?: number }>(
        manifestFile(home, id),
      );
      const time = await modified(file);
      return manifest && isReadable(manifest) && time ? [{ id, file, time, manifest }] : [];
    }),
  );
  const [newest] = found.flat().sort((one, other) => other.time - one.time);
  if (!newest) return null;
  const { id, file, manifest } = newest;
  const { kept = [], made = kept } = manifest;
  return { id, file, made, kept, chosen: false, isGuess: true };
}

/** When a file was changed last, in milliseconds; nothing where it is not there. */
async function modified(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** What a file says as JSON; nothing where it is not there or not whole. */
async function readJson<Value>(path: string): Promise<Value | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Value | null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
