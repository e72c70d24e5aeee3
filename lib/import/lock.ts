import "server-only";
import { readFileSync } from "node:fs";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Home } from "@/lib/snapshot/paths";

/** Another import is at work. */
export class BusyError extends Error {
  override name = "BusyError";
}

export const lockFile = (home: Home) => join(home.root, "import.lock");

/** Whether this process is the one whose import runs. */
export function isLockedBy(home: Home): boolean {
  try {
    return readFileSync(lockFile(home), "utf8") === holderOf(process.pid);
  } catch {
    return false;
  }
}

/** Whether a process of that number runs. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/**
 * Names a process in a lock: by its number and, where the system tells, when it began. In a container that starts again
 * the numbers of the processes that were killed are soon those of others.
 */
function holderOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name in brackets, which may hold anything; the time is the 22nd field of all.
    return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return String(pid);
  }
}

/**
 * Runs `work` while no other import runs in this home; throws {@link BusyError} when one does. The lock of a
 * process that is gone does not hold.
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

/** Whether the process that a lock names is still the one that took it. */
function isRunning(holder: string): boolean {
  const pid = Number.parseInt(holder, 10);
  return isAlive(pid) && holderOf(pid) === holder;
}

/** Counts the attempts of this process, for several of them may be under way at once. */
let attempts = 0;

async function take(path: string): Promise<void> {
  attempts += 1;
  // It appears with its holder's name in it: an import that is killed on the way leaves no lock that names nobody.
  const own = `${path}.${process.pid}.${attempts}`;
  await writeFile(own, holderOf(process.pid));
  try {
    while (!(await isLinked(own, path))) {
      const holder = await readFile(path, "utf8").catch(ifGone);
      if (holder === null) continue; // it was given back in between
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

/** Whether the file got the other name as well, which nobody had. */
async function isLinked(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes the lock of a process that is gone, unless that has happened since it was read: whoever removes one holds a
 * second lock, for otherwise the lock that somebody has taken in between would be removed.
 */
async function removeStale(path: string, holder: string, own: string): Promise<void> {
  const second = `${path}.stale`;
  if (!(await isLinked(own, second))) {
    const remover = await readFile(second, "utf8").catch(ifGone);
    if (remover !== null && !isRunning(remover)) await rm(second, { force: true });
    await setTimeout(1);
    return;
  }
  try {
    if ((await readFile(path, "utf8").catch(ifGone)) === holder) await rm(path, { force: true });
  } finally {
    await rm(second, { force: true });
  }
}

/** Nothing, when somebody else has removed the file in the meantime; any other failure stays one. */
function ifGone(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw error;
}
