import "server-only";
import { readFile, stat } from "node:fs/promises";
import type { StoredSnapshot } from "@/lib/contracts/snapshots";
import { currentSnapshot, nullIfUnreadable, type Published } from "@/lib/snapshot/current";
import { hashFile } from "@/lib/snapshot/fingerprint";
import {
  type Home,
  listFolder,
  manifestFile,
  readHome,
  snapshotFile,
  snapshotsFolder,
} from "@/lib/snapshot/paths";
import { isReadable, type SchemaMark } from "@/lib/snapshot/schema";

/** The facts about a snapshot in the JSON file next to it. */
export interface Manifest extends Omit<StoredSnapshot, "current">, SchemaMark {
  /** The ids of the imported files that it was made of. */
  made: string[];
  /** The ids of those that the next import uses again. */
  kept: string[];
  /** The SHA-256 of its file. Manifests of older versions lack it. */
  sha256?: string;
}

/** The manifest of a snapshot; `null` if the snapshot is not stored. */
export async function readManifest(home: Home, id: string): Promise<Manifest | null> {
  try {
    await stat(snapshotFile(home, id));
    return JSON.parse(await readFile(manifestFile(home, id), "utf8")) as Manifest;
  } catch (error) {
    return nullIfUnreadable(error);
  }
}

/** Whether the file of a snapshot has the bytes that were published. */
export async function isIntact(home: Home, id: string): Promise<boolean> {
  const manifest = await readManifest(home, id);
  return manifest?.sha256 === undefined || manifest.sha256 === (await hashFile(snapshotFile(home, id)));
}

/** The stored snapshots that this version can read, newest first. */
export async function listSnapshots(home: Home = readHome()): Promise<StoredSnapshot[]> {
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

/** A snapshot that is stored and that this version can read; `null` for any other id. */
export async function findSnapshot(id: string, home: Home = readHome()): Promise<Published | null> {
  if (!/^[0-9a-f]{12}$/.test(id)) return null;
  const manifest = await readManifest(home, id);
  return manifest && isReadable(manifest) ? { id, file: snapshotFile(home, id) } : null;
}
