import "server-only";
import { existsSync, readdirSync, rmSync } from "node:fs";
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
import { rejectsToCsv } from "@/lib/import/7-publish/rejects-csv";
import { type Build, build, type Progress } from "@/lib/import/build-snapshot";
import { BusyError, isAlive, isLockedBy, lockFile, withLock } from "@/lib/import/lock";
import { readRuleTables } from "@/lib/import/rule-tables";
import {
  dataFiles,
  known,
  type NamedFile,
  type ReadableFile,
  retrievalDay,
  type SourceFile,
} from "@/lib/import/source-files";
import { DamagedImport, keptFolder, keptPaths, readKept, removeKept } from "@/lib/import/stored-files";
import { type Fingerprint, fingerprint, hashFile, hashTexts } from "@/lib/snapshot/fingerprint";
import { isWhole, type Manifest, nothingWhole, readManifest } from "@/lib/snapshot/manifest";
import {
  type Current,
  currentFile,
  currentSnapshot,
  type Home,
  manifestFile,
  newestKept,
  type Published,
  readHome,
  rejectsFile,
  reportFile,
  snapshotFile,
  snapshotsFolder,
  spillFolder,
  temporaryFolder,
} from "@/lib/snapshot/paths";
import { isReadable, schemaVersion } from "@/lib/snapshot/schema";

export interface Ensured extends Published {
  /** Whether it was built now; otherwise it was there already. */
  built: boolean;
  report: Report;
}

interface Options {
  onProgress?: (progress: Progress) => void;
  home?: Home;
}

/**
 * Makes the snapshot of the data folder and of what was imported before the published one. Builds it where it is not
 * there yet, in a temporary file that is renamed when it is whole, so that a crash at any time leaves the published one
 * as it was. With `unlessChosen` a snapshot that somebody went back to stays published.
 * Throws `RuleError`, `NothingToPublish` and `BusyError`, each with a sentence for the user.
 */
export async function ensureSnapshot({
  onProgress = () => {},
  home = readHome(),
  unlessChosen = false,
}: Options & { unlessChosen?: boolean } = {}): Promise<Ensured> {
  const current = await currentSnapshot(home);
  const { id } = await fingerprint(home, current?.made ?? []);
  const stays = current && (current.id === id ? !current.chosen : unlessChosen && current.chosen);
  const isSound = stays && !current.isGuess && (await isWhole(home, current.id));
  const known = isSound ? await readReport(home, current.id) : null;
  if (stays && known) {
    await tidyUp(home);
    return { id: current.id, file: current.file, built: false, report: known };
  }
  return publishing(home, (now) => publishFrom(home, { kept: now?.kept ?? [], files: [], onProgress }));
}

/**
 * Publishes a snapshot with some more files in it.
 * @throws {ImportRefused} when one of them cannot be read: nothing is published then.
 * @throws {NotProven} when the snapshot does not hold what one of them proves: nothing is published then.
 */
export async function importFiles({
  files,
  onProgress = () => {},
  home = readHome(),
}: Options & { files: NamedFile[] }): Promise<Ensured> {
  return publishing(home, async (current) =>
    publishFrom(home, { kept: current?.kept ?? [], files: await identify(files), onProgress }),
  );
}

/**
 * Reads files as an import would, or the data folder alone where none is named, and reports. Publishes nothing and
 * keeps nothing.
 */
export async function checkRecords({
  onProgress = () => {},
  home = readHome(),
  files = [],
}: Options & { files?: NamedFile[] } = {}): Promise<{ report: Report }> {
  await mkdir(home.root, { recursive: true });
  const folder = await mkdtemp(join(home.root, `check-${process.pid}-`));
  try {
    const current = await currentSnapshot(home);
    const sources = await plan(home, current?.kept ?? [], await identify(files));
    const { report } = await buildFrom(home, { ...sources, folder, onProgress });
    return { report };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A snapshot that is not kept here. */
export class NoSuchSnapshot extends Error {
  override name = "NoSuchSnapshot";
}

/**
 * Publishes a snapshot that is kept, with the imports of its time: the next import goes on from there.
 * @throws {NoSuchSnapshot}
 */
export async function chooseSnapshot(id: string, home: Home = readHome()): Promise<void> {
  await publishing(home, async () => {
    const manifest = await readManifest(home, id);
    if (!manifest || !isReadable(manifest))
      throw new NoSuchSnapshot(`No snapshot ${id} is kept; \`npm run data -- snapshots\` lists them.`);
    await publish(home, { id, made: manifest.made, kept: manifest.kept, chosen: true });
  });
}

/** Runs `work` with the published snapshot while no other import runs; nothing of what it wrote on the way is left. */
async function publishing<Result>(
  home: Home,
  work: (current: Current | null) => Promise<Result>,
): Promise<Result> {
  await mkdir(snapshotsFolder(home), { recursive: true });
  return withLock(home, async () => {
    await removeLitter(home);
    try {
      return await work(await soundSnapshot(home));
    } finally {
      await removeLitter(home);
    }
  });
}

/**
 * The published snapshot, to go on from. Where it is damaged, it is removed: the records that it was made of are kept
 * beside it, and what is published next is made of them and compared with the newest snapshot that is whole.
 */
async function soundSnapshot(home: Home): Promise<Current | null> {
  const current = await currentSnapshot(home);
  if (!current) return null;
  if (current.isGuess)
    console.error(
      `${currentFile(home)} does not say which snapshot is published; going on from ${current.id}, the newest one.`,
    );
  if (await isWhole(home, current.id)) return current;
  console.error(`The file of snapshot ${current.id} is damaged; it is made again from the records.`);
  await rm(current.file);
  return current;
}

/** Removes what an import that was killed has left, unless another one is at work. */
async function tidyUp(home: Home) {
  if (!existsSync(lockFile(home)) && !existsSync(temporaryFolder(home))) return;
  await publishing(home, async () => {}).catch((error) => {
    if (!(error instanceof BusyError)) throw error;
  });
}

/** Whether the snapshot is whole and being moved to its place, with the files that it keeps. */
let isPublishing = false;

/**
 * Removes at once what this process has written and not published, for it is about to be stopped. `false` where it is
 * publishing, which ends in a moment and must not be stopped halfway.
 */
export function leaveNothing(home: Home = readHome()): boolean {
  if (isPublishing) return false;
  // The database may still be writing beside.
  const all = { recursive: true, force: true, maxRetries: 5 };
  if (isLockedBy(home)) {
    rmSync(temporaryFolder(home), all);
    rmSync(lockFile(home), { force: true });
  }
  const names = existsSync(home.root) ? readdirSync(home.root) : [];
  for (const name of names) if (name.startsWith(`check-${process.pid}-`)) rmSync(join(home.root, name), all);
  return true;
}

/** What imports leave behind, and what checks and locks do whose process is gone. */
async function removeLitter(home: Home) {
  await rm(temporaryFolder(home), { recursive: true, force: true });
  for (const name of await readdir(home.root)) {
    const [, process] = /^(?:check-|import\.lock\.)(\d+)/.exec(name) ?? [];
    if (process && !isAlive(Number(process)))
      await rm(join(home.root, name), { recursive: true, force: true });
  }
  const names = await readdir(snapshotsFolder(home));
  const whole = new Set(names.filter((name) => name.endsWith(".duckdb")).map((name) => name.slice(0, 12)));
  for (const name of names)
    if (!whole.has(name.slice(0, 12)))
      await rm(join(snapshotsFolder(home), name), { recursive: true, force: true });
  const needed = new Set((await currentSnapshot(home))?.kept);
  for (const id of whole) for (const kept of (await readManifest(home, id))?.kept ?? []) needed.add(kept);
  await removeKept(home, needed);
}

/**
 * The files, each once however often it is named. Fails with the path where one is not there, is a folder or may not be
 * read.
 */
async function identify(files: NamedFile[]): Promise<ReadableFile[]> {
  const identified = await Promise.all(
    files.map(async (file): Promise<ReadableFile> => {
      const [hash, facts] = await hashed(file.path);
      const { day, isGuess } = retrievalDay({ from: "import", ...file, ...facts }, null);
      const { proven = false, agencies = [], proves = [] } = file;
      const options = [...agencies, ...(proves.length > 0 ? [JSON.stringify(proves)] : [])];
      const id = hashTexts(hash, isGuess ? "" : (day ?? ""), String(proven), ...options);
      return { from: "import", id, hash, ...file, ...facts };
    }),
  );
  return [...new Map(identified.map((file) => [file.id, file])).values()];
}

async function hashed(path: string) {
  try {
    return [await hashFile(path), await known(path)] as const;
  } catch (error) {
    throw Object.assign(error as Error, { path }); // a folder's does not say which
  }
}

/** What a snapshot is going to be made of. */
interface Plan {
  /** The ids of what was imported before and stays. */
  kept: string[];
  /** What is imported now, each file once. */
  added: ReadableFile[];
  /** The ids of both. */
  made: string[];
  print: Fingerprint;
}

async function plan(home: Home, kept: string[], files: ReadableFile[]): Promise<Plan> {
  const added = [...new Map(files.map((file) => [file.id, file])).values()].filter(
    ({ id }) => !kept.includes(id),
  );
  const made = [...kept, ...added.map(({ id }) => id)];
  return { kept, added, made, print: await fingerprint(home, made) };
}

type OnProgress = (progress: Progress) => void;

/** Builds in a folder the snapshot of the data folder, of what was imported before and of what is imported now. */
async function buildFrom(
  home: Home,
  { folder, kept, added, made, print, onProgress }: Plan & { folder: string; onProgress: OnProgress },
) {
  const rules = await readRuleTables(home);
  const before = await Promise.all(kept.map((id) => keptSource(home, id)));
  const sources = [...(await dataFiles(home, print, rules)), ...before, ...added];
  const path = join(folder, `${print.id}.duckdb`);
  const previous = await previousFile(home);
  const built = await build(home, {
    id: print.id,
    path,
    previous,
    sources,
    rules,
    keepIn: folder,
    onProgress,
  });
  return { ...built, id: print.id, path, made, added };
}

/** The snapshot that the next one is compared with: the published one, else the newest that is whole. */
async function previousFile(home: Home): Promise<string | null> {
  const damaged: string[] = [];
  for (;;) {
    const found = damaged.length === 0 ? await currentSnapshot(home) : await newestKept(home, damaged);
    if (!found || (await isWhole(home, found.id))) return found?.file ?? null;
    damaged.push(found.id);
  }
}

async function keptSource(home: Home, id: string): Promise<SourceFile> {
  const [path = ""] = keptPaths(keptFolder(home), id);
  try {
    return { from: "kept", kept: await readKept(home, id), size: (await stat(path)).size };
  } catch (error) {
    nothingWhole(error);
    throw new DamagedImport(path, "an earlier file");
  }
}

async function publishFrom(
  home: Home,
  { kept, files, onProgress }: { kept: string[]; files: ReadableFile[]; onProgress: OnProgress },
): Promise<Ensured> {
  const planned = await plan(home, kept, files);
  const { made, print } = planned;
  const { id } = print;
  const report = await readReport(home, id);
  if (report) {
    const manifest = await readManifest(home, id);
    await publish(home, { id, made, kept: manifest?.kept ?? made, chosen: false });
    return { id, file: snapshotFile(home, id), built: false, report };
  }
  const folder = temporaryFolder(home);
  await mkdir(folder, { recursive: true });
  const built = await buildFrom(home, { ...planned, folder, onProgress });
  isPublishing = true;
  try {
    await moveToPlace(home, built);
  } finally {
    isPublishing = false;
  }
  await prune(home, id);
  return { id, file: snapshotFile(home, id), built: true, report: built.report };
}

/** Moves a built snapshot to its place, what belongs to it first, and publishes it. */
async function moveToPlace(home: Home, built: Awaited<ReturnType<typeof buildFrom>>) {
  const { id, made } = built;
  const folder = temporaryFolder(home);
  if (built.added.length > 0) await mkdir(keptFolder(home), { recursive: true });
  for (const { id: kept } of built.added) {
    const paths = keptPaths(folder, kept);
    const targets = keptPaths(keptFolder(home), kept);
    for (const [index, path] of paths.entries()) await moveFile(path, targets[index] as string);
  }
  const kept = made.filter((name) => !built.superfluous.includes(name));
  await replaceFile(home, rejectsFile(home, id), rejectsToCsv(built.rejects, id));
  await replaceFile(home, reportFile(home, id), `${JSON.stringify(built.report, null, 2)}\n`);
  await replaceFile(
    home,
    manifestFile(home, id),
    `${JSON.stringify({ ...manifestOf(built, { made, kept }), sha256: await hashFile(built.path) }, null, 2)}\n`,
  );
  await moveFile(built.path, snapshotFile(home, id));
  await publish(home, { id, made, kept, chosen: false });
}

function manifestOf({ info, tables, totals }: Build, imported: Pick<Manifest, "made" | "kept">): Manifest {
  const { id, built, data_from, data_through, retrieved } = info;
  const files = tables.map(({ report, source, retrieved: day }) => ({
    file: report.file,
    hash: source.from === "kept" ? source.kept.hash : source.hash,
    retrieved: day,
    accepted: report.accepted,
  }));
  return { id, built, data_from, data_through, retrieved, files, totals, ...imported, schema: schemaVersion };
}

/** The report of a whole snapshot; `null` where the snapshot or its report is not there. */
async function readReport(home: Home, id: string): Promise<Report | null> {
  try {
    await stat(snapshotFile(home, id));
    return JSON.parse(await readFile(reportFile(home, id), "utf8")) as Report;
  } catch (error) {
    return nothingWhole(error);
  }
}

async function publish(home: Home, { id, ...how }: Pick<Current, "id" | "made" | "kept" | "chosen">) {
  const now = new Date();
  await utimes(snapshotFile(home, id), now, now);
  const file = basename(snapshotFile(home, id));
  await replaceFile(home, currentFile(home), `${JSON.stringify({ id, file, ...how })}\n`);
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
    for (const file of [snapshotFile, reportFile, rejectsFile, manifestFile])
      await rm(file(home, id), { force: true });
    await rm(spillFolder(home, id), { recursive: true, force: true });
  }
}

/** Writes a file whole or not at all. */
async function replaceFile(home: Home, path: string, text: string) {
  await mkdir(temporaryFolder(home), { recursive: true });
  const temporary = join(temporaryFolder(home), basename(path));
  await writeFile(temporary, text);
  await moveFile(temporary, path);
}

/** Moves a file that is whole to its place on the same disk. */
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
