import "server-only";
import {
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Report } from "@/lib/contracts/facts";
import { build, type Progress } from "@/lib/snapshot/build";
import { fingerprint, listRecordFiles } from "@/lib/snapshot/fingerprint";
import {
  currentFile,
  currentSnapshot,
  type Home,
  type Published,
  readHome,
  rejectsFile,
  reportFile,
  snapshotFile,
  snapshotsFolder,
  spillFolder,
  temporaryFolder,
} from "@/lib/snapshot/home";
import { isAlive, withLock } from "@/lib/snapshot/lock";
import { rejectsToCsv } from "@/lib/snapshot/rejects";
import { readRuleTables } from "@/lib/snapshot/tables";

export interface Ensured extends Published {
  /** Whether it was built now; otherwise it was there already. */
  built: boolean;
  report: Report;
}

/**
 * Makes the snapshot of the data folder the published one. Builds it where it is not there yet, in a
 * temporary file that is renamed when it is whole, so that a crash at any time leaves the published one as
 * it was. Throws `RuleError`, `NothingToPublish` and `BusyError`, each with a sentence for the user.
 */
export async function ensureSnapshot({
  onProgress = () => {},
  home = readHome(),
}: {
  onProgress?: (progress: Progress) => void;
  home?: Home;
} = {}): Promise<Ensured> {
  const id = await fingerprint(home);
  const current = await currentSnapshot(home);
  const known = current?.id === id ? await readReport(home, id) : null;
  if (current && known) return { ...current, built: false, report: known };
  await mkdir(snapshotsFolder(home), { recursive: true });
  return withLock(home, async () => {
    await removeLitter(home);
    try {
      const report = await readReport(home, id);
      const result = report
        ? { id, file: snapshotFile(home, id), built: false, report }
        : await buildSnapshot(home, id, onProgress);
      await publish(home, id);
      await prune(home, id);
      return result;
    } finally {
      await removeLitter(home);
    }
  });
}

/** What imports leave behind, and checks whose process is gone. */
async function removeLitter(home: Home) {
  await rm(temporaryFolder(home), { recursive: true, force: true });
  for (const name of await readdir(home.root)) {
    const [, process] = /^check-(\d+)-/.exec(name) ?? [];
    if (process && !isAlive(Number(process)))
      await rm(join(home.root, name), { recursive: true, force: true });
  }
}

/** Reads the data folder as an import would, and reports. Publishes nothing and keeps nothing. */
export async function checkRecords({
  onProgress = () => {},
  home = readHome(),
}: {
  onProgress?: (progress: Progress) => void;
  home?: Home;
} = {}): Promise<{ report: Report }> {
  const id = await fingerprint(home);
  await mkdir(home.root, { recursive: true });
  const folder = await mkdtemp(join(home.root, `check-${process.pid}-`));
  try {
    const [rules, files] = [await readRuleTables(home), await listRecordFiles(home)];
    const { report } = await build(home, {
      id,
      path: join(folder, "check.duckdb"),
      files,
      rules,
      onProgress,
    });
    return { report };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The report of a whole snapshot; `null` where the snapshot or its report is not there. */
async function readReport(home: Home, id: string): Promise<Report | null> {
  try {
    await stat(snapshotFile(home, id));
    return JSON.parse(await readFile(reportFile(home, id), "utf8")) as Report;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function buildSnapshot(
  home: Home,
  id: string,
  onProgress: (progress: Progress) => void,
): Promise<Ensured> {
  const rules = await readRuleTables(home);
  const files = await listRecordFiles(home);
  await mkdir(temporaryFolder(home), { recursive: true });
  const path = join(temporaryFolder(home), `${id}.duckdb`);
  const { report, rejects } = await build(home, { id, path, files, rules, onProgress });
  await replaceFile(home, rejectsFile(home, id), rejectsToCsv(rejects, id));
  await replaceFile(home, reportFile(home, id), `${JSON.stringify(report, null, 2)}\n`);
  await sync(path);
  await rename(path, snapshotFile(home, id));
  await sync(snapshotsFolder(home));
  return { id, file: snapshotFile(home, id), built: true, report };
}

async function publish(home: Home, id: string) {
  const now = new Date();
  await utimes(snapshotFile(home, id), now, now);
  await replaceFile(
    home,
    currentFile(home),
    `${JSON.stringify({ id, file: basename(snapshotFile(home, id)) })}\n`,
  );
}

/** Removes all but the newest snapshots, never the published one. */
async function prune(home: Home, published: string) {
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
    for (const path of [snapshotFile(home, id), reportFile(home, id), rejectsFile(home, id)])
      await rm(path, { force: true });
    await rm(spillFolder(home, id), { recursive: true, force: true });
  }
}

/** Writes a file whole or not at all. */
async function replaceFile(home: Home, path: string, text: string) {
  await mkdir(temporaryFolder(home), { recursive: true });
  const temporary = join(temporaryFolder(home), basename(path));
  await writeFile(temporary, text);
  await sync(temporary);
  await rename(temporary, path);
  await sync(dirname(path));
}

async function sync(path: string) {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
