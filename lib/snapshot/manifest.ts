import "server-only";
import { readFile, stat } from "node:fs/promises";
import type { KeptSnapshot } from "@/lib/contracts/facts";
import { hashFile } from "@/lib/snapshot/fingerprint";
import {
  currentSnapshot,
  type Home,
  listFolder,
  manifestFile,
  type Published,
  readHome,
  snapshotFile,
  snapshotsFolder,
} from "@/lib/snapshot/paths";
import { isReadable, type SchemaMark } from "@/lib/snapshot/schema";

/** What a snapshot was made of, beside its file. */
export interface Manifest extends Omit<KeptSnapshot, "current">, SchemaMark {
  /** The ids of the imported files it was made of, and of those that the next import goes on from. */
  made: string[];
  kept: string[];
  /** The SHA-256 of its file; snapshots of before have none. */
  sha256?: string;
}

/** The manifest of a snapshot; `null` where the snapshot is not kept. */
export async function readManifest(home: Home, id: string): Promise<Manifest | null> {
  try {
    await stat(snapshotFile(home, id));
    return JSON.parse(await readFile(manifestFile(home, id), "utf8")) as Manifest;
  } catch (error) {
    return nothingWhole(error);
  }
}

/** Whether the file of a snapshot has the bytes that were published. */
export async function isWhole(home: Home, id: string): Promise<boolean> {
  const manifest = await readManifest(home, id);
  return manifest?.sha256 === undefined || manifest.sha256 === (await hashFile(snapshotFile(home, id)));
}

/** Nothing, where a file is not there or not whole; any other failure stays one. */
export function nothingWhole(error: unknown): null {
  if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw error;
}

/** The snapshots that are kept and can be read, the newest first. */
export async function listSnapshots(home: Home = readHome()): Promise<KeptSnapshot[]> {
  const current = await currentSnapshot(home);
  const names = await listFolder(snapshotsFolder(home));
  const manifests = await Promise.all(
    names.flatMap((name) =>
      /^[0-9a-f]{12}\.json$/.test(name) ? [readManifest(home, name.slice(0, 12))] : [],
    ),
  );
  return manifests
    .flatMap((manifest) => (manifest && isReadable(manifest) ? [manifest] : []))
    .map(({ id, built, data_from, data_through, retrieved, files, totals }) => ({
      ...{ id, built, data_from, data_through, retrieved, files, totals },
      current: id === current?.id,
    }))
    .sort((one, other) => (one.built < other.built ? 1 : one.built > other.built ? -1 : 0));
}

/** The file of a snapshot that is kept and can be read, or `null`. */
export async function keptSnapshot(id: string, home: Home = readHome()): Promise<Published | null> {
  if (!/^[0-9a-f]{12}$/.test(id)) return null;
  const manifest = await readManifest(home, id);
  return manifest && isReadable(manifest) ? { id, file: snapshotFile(home, id) } : null;
}
