import "server-only";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isBeingPublished } from "@/lib/import/7-publish/publish";
import { isAlive, isLockedBy, lockFile } from "@/lib/import/lock";
import { removeStoredFiles } from "@/lib/import/stored-files";
import { currentSnapshot } from "@/lib/snapshot/current";
import { readManifest } from "@/lib/snapshot/manifest";
import { type Home, readHome, snapshotsFolder, temporaryFolder } from "@/lib/snapshot/paths";

/**
 * Removes what this process has written without publishing it, synchronously, because the process is about to exit. Returns
 * `false`, and removes nothing, while a snapshot is being published: let that finish first.
 */
export function cleanUpOnExit(home: Home = readHome()): boolean {
  if (isBeingPublished()) return false;
  // DuckDB may still be writing, so that a folder can fill again while it is removed.
  const all = { recursive: true, force: true, maxRetries: 5 };
  if (isLockedBy(home)) {
    rmSync(temporaryFolder(home), all);
    rmSync(lockFile(home), { force: true });
  }
  const names = existsSync(home.root) ? readdirSync(home.root) : [];
  for (const name of names) if (name.startsWith(`check-${process.pid}-`)) rmSync(join(home.root, name), all);
  return true;
}

/** Removes what imports, checks and locks of processes that are gone have left. Call it under the import lock. */
export async function removeLeftovers(home: Home): Promise<void> {
  await rm(temporaryFolder(home), { recursive: true, force: true });
  for (const name of await readdir(home.root)) {
    const [, process] = /^(?:check-|import\.lock\.)(\d+)/.exec(name) ?? [];
    if (process && !isAlive(Number(process)))
      await rm(join(home.root, name), { recursive: true, force: true });
  }
  const names = await readdir(snapshotsFolder(home));
  const complete = new Set(names.filter((name) => name.endsWith(".duckdb")).map((name) => name.slice(0, 12)));
  for (const name of names)
    if (!complete.has(name.slice(0, 12)))
      await rm(join(snapshotsFolder(home), name), { recursive: true, force: true });
  const needed = new Set((await currentSnapshot(home))?.kept);
  for (const id of complete) for (const file of (await readManifest(home, id))?.kept ?? []) needed.add(file);
  await removeStoredFiles(home, needed);
}
