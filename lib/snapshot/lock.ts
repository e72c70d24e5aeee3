import "server-only";
import { readFileSync } from "node:fs";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "@/lib/snapshot/home";

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

async function take(path: string, retry = true): Promise<void> {
  // It appears with its holder's name in it: an import that is killed on the way leaves no lock that names nobody.
  const own = `${path}.${process.pid}`;
  await writeFile(own, holderOf(process.pid));
  try {
    await link(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = await readFile(path, "utf8").catch(ifGone);
    const pid = Number.parseInt(holder, 10);
    if (!retry || (isAlive(pid) && holderOf(pid) === holder))
      throw new BusyError(
        `Another import is running${holder ? ` (process ${pid})` : ""}; wait for it to end. If none is, remove ${path}.`,
      );
    // Renaming succeeds for one of those who saw the stale lock; the others find a new one.
    await rename(path, own).catch(ifGone);
    await take(path, false);
  } finally {
    await rm(own, { force: true });
  }
}

/** Nothing, when somebody else has removed the file in the meantime; any other failure stays one. */
function ifGone(error: unknown): "" {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
  throw error;
}
