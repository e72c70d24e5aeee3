import "server-only";
import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  currentFile,
  type Home,
  listFolder,
  manifestFile,
  readHome,
  snapshotFile,
  snapshotsFolder,
} from "@/lib/snapshot/paths";
import { isReadable, type SchemaMark } from "@/lib/snapshot/schema";

/** A published snapshot: its id and the path of its file. */
export interface Published {
  id: string;
  file: string;
}

/** The published snapshot, with the imported files behind it. The names are those of `current.json`. */
export interface Current extends Published {
  /** The ids of the imported files that it was made of, in the order of their import. */
  made: string[];
  /** Those of them that the next import uses again: newer retrievals have not made them superfluous. */
  kept: string[];
  /** Whether a user went back to it, so that a start must not replace it with a snapshot of the data folder. */
  chosen: boolean;
  /** Whether `current.json` is missing or damaged, so that this is the newest stored snapshot instead. */
  isGuess: boolean;
}

/** The published snapshot, or the newest stored one if `current.json` cannot be read; `null` if there is none. */
export async function currentSnapshot(home: Home = readHome()): Promise<Current | null> {
  const stated = await readJson<Partial<Current>>(currentFile(home));
  if (stated?.id && stated.file) {
    const { id, kept = [], made = kept, chosen = false } = stated;
    const file = join(snapshotsFolder(home), basename(stated.file));
    if (await changeTime(file)) return { id, file, made, kept, chosen, isGuess: false };
  }
  return newestSnapshot(home);
}

/** The stored snapshot that was published last, without those whose ids are in `except`. */
export async function newestSnapshot(home: Home, except: readonly string[] = []): Promise<Current | null> {
  const names = await listFolder(snapshotsFolder(home));
  const found = await Promise.all(
    names.map(async (name) => {
      const [, id] = /^([0-9a-f]{12})\.duckdb$/.exec(name) ?? [];
      if (!id || except.includes(id)) return [];
      const file = snapshotFile(home, id);
      const manifest = await readJson<SchemaMark & Partial<Pick<Current, "made" | "kept">>>(
        manifestFile(home, id),
      );
      const time = await changeTime(file);
      return manifest && isReadable(manifest) && time ? [{ id, file, time, manifest }] : [];
    }),
  );
  const [newest] = found.flat().sort((one, other) => other.time - one.time);
  if (!newest) return null;
  const { id, file, manifest } = newest;
  const { kept = [], made = kept } = manifest;
  return { id, file, made, kept, chosen: false, isGuess: true };
}

/** The time of a file's last change in milliseconds; `null` if the file is missing. */
async function changeTime(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    return nullIfUnreadable(error);
  }
}

/** The value of a JSON file; `null` if the file is missing or no JSON. */
async function readJson<Value>(path: string): Promise<Value | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Value | null;
  } catch (error) {
    return nullIfUnreadable(error);
  }
}

/** `null` for the error of a missing file or of invalid JSON; throws any other error. */
export function nullIfUnreadable(error: unknown): null {
  if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw error;
}
