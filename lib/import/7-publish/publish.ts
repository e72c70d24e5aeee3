import "server-only";
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { rejectsToCsv } from "@/lib/import/7-publish/rejects-csv";
import type { Build } from "@/lib/import/build-snapshot";
import { storedFilesFolder, storedPaths } from "@/lib/import/stored-files";
import type { Current } from "@/lib/snapshot/current";
import { hashFile } from "@/lib/snapshot/fingerprint";
import type { Manifest } from "@/lib/snapshot/manifest";
import {
  currentFile,
  type Home,
  manifestFile,
  rejectsFile,
  reportFile,
  snapshotFile,
  snapshotsFolder,
  spillFolder,
  temporaryFolder,
} from "@/lib/snapshot/paths";
import { schemaVersion } from "@/lib/snapshot/schema";

/** A snapshot that was built in the temporary folder. */
export interface BuiltSnapshot extends Build {
  id: string;
  /** Its database file. */
  path: string;
  /** The ids of the imported files that it was made of. */
  made: string[];
  /** The ids of those that are imported now. */
  added: string[];
}

let isPublishing = false;

/** Whether a finished snapshot is being moved into place, which takes a moment and must not be interrupted. */
export const isBeingPublished = () => isPublishing;

/**
 * Publishes a built snapshot. All of its files are moved into place before `current.json` names it, so that a crash at any
 * time leaves the published snapshot as it was.
 */
export async function publishBuild(home: Home, built: BuiltSnapshot): Promise<void> {
  const { id, made } = built;
  isPublishing = true;
  try {
    if (built.added.length > 0) await mkdir(storedFilesFolder(home), { recursive: true });
    for (const added of built.added) {
      const targets = storedPaths(storedFilesFolder(home), added);
      for (const [index, path] of storedPaths(temporaryFolder(home), added).entries())
        await moveFile(path, targets[index] as string);
    }
    const kept = made.filter((name) => !built.superfluous.includes(name));
    await replaceFile(home, rejectsFile(home, id), rejectsToCsv(built.rejects, id));
    await replaceFile(home, reportFile(home, id), `${JSON.stringify(built.report, null, 2)}\n`);
    const manifest = { ...manifestOf(built, { made, kept }), sha256: await hashFile(built.path) };
    await replaceFile(home, manifestFile(home, id), `${JSON.stringify(manifest, null, 2)}\n`);
    await moveFile(built.path, snapshotFile(home, id));
    await makeCurrent(home, { id, made, kept, chosen: false });
  } finally {
    isPublishing = false;
  }
  await pruneSnapshots(home, id);
}

function manifestOf({ info, tables, totals }: Build, imported: Pick<Manifest, "made" | "kept">): Manifest {
  const { id, built, data_from, data_through, retrieved } = info;
  const files = tables.map(({ report, source, retrieved: day }) => ({
    file: report.file,
    hash: source.hash,
    retrieved: day,
    accepted: report.accepted,
  }));
  return { id, built, data_from, data_through, retrieved, files, totals, ...imported, schema: schemaVersion };
}

/** Makes a stored snapshot the one that is served. */
export async function makeCurrent(
  home: Home,
  { id, ...facts }: Pick<Current, "id" | "made" | "kept" | "chosen">,
): Promise<void> {
  const now = new Date();
  await utimes(snapshotFile(home, id), now, now);
  const file = basename(snapshotFile(home, id));
  await replaceFile(home, currentFile(home), `${JSON.stringify({ id, file, ...facts })}\n`);
}

/** Removes all but the newest snapshots, never the published one. */
async function pruneSnapshots(home: Home, published: string) {
  const names = (await readdir(snapshotsFolder(home))).filter((name) => name.endsWith(".duckdb"));
  const dated = await Promise.all(
    names.map(async (name) => ({
      id: basename(name, ".duckdb"),
      time: (await stat(join(snapshotsFolder(home), name))).mtimeMs,
    })),
  );
  const old = dated
    .filter(({ id }) => id !== published)
    .sort((one, other) => other.time - one.time)
    .slice(home.keep - 1);
  for (const { id } of old) {
    for (const file of [snapshotFile, reportFile, rejectsFile, manifestFile])
      await rm(file(home, id), { force: true });
    await rm(spillFolder(home, id), { recursive: true, force: true });
  }
}

/** Writes a file completely or not at all. */
async function replaceFile(home: Home, path: string, text: string) {
  await mkdir(temporaryFolder(home), { recursive: true });
  const temporary = join(temporaryFolder(home), basename(path));
  await writeFile(temporary, text);
  await moveFile(temporary, path);
}

/** Moves a complete file within one disk, and waits until the disk has it. */
async function moveFile(from: string, to: string) {
  await sync(from);
  await rename(from, to);
  await sync(dirname(to));
}

async function sync(path: string) {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
