import "server-only";
import { readFileSync } from "node:fs";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Home } from "@/lib/snapshot/paths";

/** Another import is running. */
export class BusyError extends Error {
  override name = "BusyError";
}

export const lockFile = (home: Home) => join(home.root, "import.lock");

/** Whether this process holds the import lock. */
export function isLockedBy(home: Home): boolean {
  try {
    return readFileSync(lockFile(home), "utf8") === holderOf(process.pid);
  } catch {
    return false;
  }
}

/** Whether a process with this id is running. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/**
 * The text that identifies a process in a lock: its id and, on Linux, its start time, because a restarted container soon
 * gives the ids of killed processes to others.
 */
function holderOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Skip the process name in brackets, which may contain anything; the start time is field 22.
    return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return String(pid);
  }
}

/**
 * Runs `work` under the import lock of a home. Ignores the lock of a process that is gone.
 * @throws {BusyError} if another import is running.
 */
export async function withLock<Result>(home: Home, work: () => Promise<Result>): Promise<Result> {
  const path = lockFile(home);
  await take(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** Whether the process that took a lock is still running. */
function isRunning(holder: string): boolean {
  const pid = Number.parseInt(holder, 10);
  return isAlive(pid) && holderOf(pid) === holder;
}

/** Makes the names of files unique if one process tries several times at once. */
let attempts = 0;

async function take(path: string): Promise<void> {
  attempts += 1;
  // The lock is a hard link to a complete file, so that a killed process never leaves an empty lock.
  const own = `${path}.${process.pid}.${attempts}`;
  await writeFile(own, holderOf(process.pid));
  try {
    while (!(await linkExclusively(own, path))) {
      const holder = await readFile(path, "utf8").catch(nullIfMissing);
      if (holder === null) continue; // it was released in between
      if (isRunning(holder))
        throw new BusyError(
          `Another import is running (process ${Number.parseInt(holder, 10)}); wait for it to end. If none is, remove ${path}.`,
        );
      await removeStale(path, holder, own);
    }
  } finally {
    await rm(own, { force: true });
  }
}

/** Hard-links a file; `false` if the new name exists. */
async function linkExclusively(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes the lock of a process that is gone, under a second lock: without it, two processes could remove the stale lock, and
 * the slower one would remove the new lock of the faster.
 */
async function removeStale(path: string, holder: string, own: string): Promise<void> {
  const second = `${path}.stale`;
  if (!(await linkExclusively(own, second))) {
    const remover = await readFile(second, "utf8").catch(nullIfMissing);
    if (remover !== null && !isRunning(remover)) await rm(second, { force: true });
    await setTimeout(1);
    return;
  }
  try {
    if ((await readFile(path, "utf8").catch(nullIfMissing)) === holder) await rm(path, { force: true });
  } finally {
    await rm(second, { force: true });
  }
}

/** `null` if another process has removed the file; throws any other error. */
function nullIfMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw error;
}
