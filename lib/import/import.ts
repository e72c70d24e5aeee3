import "server-only";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "@/lib/contracts/import-report";
import type { ImportProgress } from "@/lib/import/3-stage/stage";
import { removeLeftovers } from "@/lib/import/7-publish/clean-up";
import { type BuiltSnapshot, makeCurrent, publishBuild } from "@/lib/import/7-publish/publish";
import { buildSnapshot } from "@/lib/import/build-snapshot";
import { beginsWithHistory, buildHistory } from "@/lib/import/earlier-retrievals";
import { BusyError, lockFile, withLock } from "@/lib/import/lock";
import { readRuleTables } from "@/lib/import/rule-tables";
import {
  dataFiles,
  type NamedFile,
  type ReadableFile,
  retrievalDay,
  type SourceFile,
  sizeAndChange,
} from "@/lib/import/source-files";
import { DamagedImport, readStoredFile, storedFilesFolder, storedPaths } from "@/lib/import/stored-files";
import {
  type Current,
  currentSnapshot,
  newestSnapshot,
  nullIfUnreadable,
  type Published,
} from "@/lib/snapshot/current";
import { type Fingerprint, fingerprint, hashFile, hashTexts } from "@/lib/snapshot/fingerprint";
import { isIntact, readManifest } from "@/lib/snapshot/manifest";
import {
  currentFile,
  type Home,
  readHome,
  reportFile,
  snapshotFile,
  snapshotsFolder,
  temporaryFolder,
} from "@/lib/snapshot/paths";
import { isReadable } from "@/lib/snapshot/schema";

export interface Ensured extends Published {
  /** Whether this call built it; `false` if it existed. */
  built: boolean;
  report: Report;
}

interface ImportOptions {
  onProgress?: (progress: ImportProgress) => void;
  home?: Home;
}

/**
 * Publishes the snapshot of the data folder and of the files that the published one was imported from. Builds it unless it
 * exists. With `unlessChosen`, a snapshot that a user went back to stays published.
 * @throws {RuleError}, {NothingToPublish} or {BusyError}, each with a message for the user.
 */
export async function ensureSnapshot({
  onProgress = () => {},
  home = readHome(),
  unlessChosen = false,
}: ImportOptions & { unlessChosen?: boolean } = {}): Promise<Ensured> {
  const current = await currentSnapshot(home);
  const { id } = await fingerprint(home, current?.made ?? []);
  const stays = current && (current.id === id ? !current.chosen : unlessChosen && current.chosen);
  const isSound = stays && !current.isGuess && (await isIntact(home, current.id));
  const report = isSound ? await readReport(home, current.id) : null;
  if (stays && report) {
    await removeOldLeftovers(home);
    return { id: current.id, file: current.file, built: false, report };
  }
  return exclusively(home, (now) =>
    importAndPublish(home, { stored: now?.kept ?? [], files: [], onProgress }),
  );
}

/**
 * Imports more files and publishes a snapshot with them. Publishes nothing if it throws.
 * @throws {ImportRefused} if one of them cannot be read.
 * @throws {NotProven} if the snapshot lacks what one of them proves.
 */
export async function importFiles({
  files,
  onProgress = () => {},
  home = readHome(),
}: ImportOptions & { files: NamedFile[] }): Promise<Ensured> {
  return exclusively(home, async (current) =>
    importAndPublish(home, { stored: current?.kept ?? [], files: await identify(files), onProgress }),
  );
}

/** Reads files as an import would, or only the data folder if there are none, and reports. Publishes and stores nothing. */
export async function checkRecords({
  onProgress = () => {},
  home = readHome(),
  files = [],
}: ImportOptions & { files?: NamedFile[] } = {}): Promise<{ report: Report }> {
  await mkdir(home.root, { recursive: true });
  const folder = await mkdtemp(join(home.root, `check-${process.pid}-`));
  try {
    const current = await currentSnapshot(home);
    const inputs = await gatherInputs(home, current?.kept ?? [], await identify(files));
    const { report } = await buildFrom(home, { ...inputs, folder, onProgress });
    return { report };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** No snapshot with this id is stored. */
export class NoSuchSnapshot extends Error {
  override name = "NoSuchSnapshot";
}

/**
 * Publishes a stored snapshot again. The next import builds on the files of that snapshot.
 * @throws {NoSuchSnapshot}
 */
export async function chooseSnapshot(id: string, home: Home = readHome()): Promise<void> {
  await exclusively(home, async () => {
    const manifest = await readManifest(home, id);
    if (!manifest || !isReadable(manifest))
      throw new NoSuchSnapshot(`No snapshot ${id} is stored; \`npm run data -- snapshots\` lists them.`);
    await makeCurrent(home, { id, made: manifest.made, kept: manifest.kept, chosen: true });
  });
}

/** Runs `work` with the published snapshot while no other import runs, and removes unpublished files before and after. */
async function exclusively<Result>(
  home: Home,
  work: (current: Current | null) => Promise<Result>,
): Promise<Result> {
  await mkdir(snapshotsFolder(home), { recursive: true });
  return withLock(home, async () => {
    await removeLeftovers(home);
    try {
      return await work(await repairedSnapshot(home));
    } finally {
      await removeLeftovers(home);
    }
  });
}

/**
 * The published snapshot. If its file is damaged, the file is removed: the next build makes it again from the stored files,
 * and compares it with the newest intact snapshot.
 */
async function repairedSnapshot(home: Home): Promise<Current | null> {
  const current = await currentSnapshot(home);
  if (!current) return null;
  if (current.isGuess)
    console.error(
      `${currentFile(home)} does not say which snapshot is published; going on from ${current.id}, the newest one.`,
    );
  if (await isIntact(home, current.id)) return current;
  console.error(`The file of snapshot ${current.id} is damaged; it is made again from the records.`);
  await rm(current.file);
  return current;
}

/** Removes what a killed import has left, unless another import is running. */
async function removeOldLeftovers(home: Home) {
  if (!existsSync(lockFile(home)) && !existsSync(temporaryFolder(home))) return;
  await exclusively(home, async () => {}).catch((error) => {
    if (!(error instanceof BusyError)) throw error;
  });
}

/**
 * Gives each file its id and facts, and drops repeated files.
 * @throws a system error with the `path` of a file that is missing, a folder, or not readable.
 */
async function identify(files: NamedFile[]): Promise<ReadableFile[]> {
  const identified = await Promise.all(
    files.map(async (file): Promise<ReadableFile> => {
      const [hash, facts] = await hashAndFacts(file.path);
      const { day, isGuess } = retrievalDay({ from: "import", ...file, ...facts }, null);
      const { proven = false, agencies = [], proves = [] } = file;
      const options = [...agencies, ...(proves.length > 0 ? [JSON.stringify(proves)] : [])];
      const id = hashTexts(hash, isGuess ? "" : (day ?? ""), String(proven), ...options);
      return { from: "import", id, hash, ...file, ...facts };
    }),
  );
  return [...new Map(identified.map((file) => [file.id, file])).values()];
}

async function hashAndFacts(path: string) {
  try {
    return [await hashFile(path), await sizeAndChange(path)] as const;
  } catch (error) {
    throw Object.assign(error as Error, { path }); // EISDIR comes without a path
  }
}

/** What a snapshot is built from, besides the data folder. */
interface Inputs {
  /** The ids of files that were imported before. */
  stored: string[];
  /** The files that are imported now, without those that are stored already. */
  added: ReadableFile[];
  /** The ids of both. */
  made: string[];
  print: Fingerprint;
}

async function gatherInputs(home: Home, stored: string[], files: ReadableFile[]): Promise<Inputs> {
  const added = files.filter(({ id }) => !stored.includes(id));
  const made = [...stored, ...added.map(({ id }) => id)];
  return { stored, added, made, print: await fingerprint(home, made) };
}

type OnProgress = (progress: ImportProgress) => void;

/** Builds a snapshot in a folder, from its inputs and the data folder. */
async function buildFrom(
  home: Home,
  { folder, stored, added, made, print, onProgress }: Inputs & { folder: string; onProgress: OnProgress },
): Promise<BuiltSnapshot> {
  const rules = await readRuleTables(home);
  const before = await Promise.all(stored.map((id) => storedSource(home, id)));
  const sources = [...(await dataFiles(home, print, rules)), ...before, ...added];
  const path = join(folder, `${print.id}.duckdb`);
  const newest = await previousFile(home);
  const isHistory = await beginsWithHistory(home, newest);
  const { id } = print;
  // Side by side, since each waits for the database half of the time.
  const previous = isHistory ? buildHistory(home, rules, folder) : Promise.resolve(newest);
  const building = buildSnapshot(home, {
    ...{ id, path, previous, sources, rules, isHistory, onProgress },
    storeIn: folder,
  });
  await Promise.allSettled([previous, building]); // so that neither writes into the folder after the other's error
  return { ...(await building), id, path, made, added: added.map((file) => file.id) };
}

/** The file of the snapshot to compare with: the published one, else the newest intact one. */
async function previousFile(home: Home): Promise<string | null> {
  const damaged: string[] = [];
  for (;;) {
    const found = damaged.length === 0 ? await currentSnapshot(home) : await newestSnapshot(home, damaged);
    if (!found || (await isIntact(home, found.id))) return found?.file ?? null;
    damaged.push(found.id);
  }
}

async function storedSource(home: Home, id: string): Promise<SourceFile> {
  const [path = ""] = storedPaths(storedFilesFolder(home), id);
  try {
    return { from: "stored", ...(await readStoredFile(home, id)), size: (await stat(path)).size };
  } catch (error) {
    nullIfUnreadable(error);
    throw new DamagedImport(path, "an earlier file");
  }
}

async function importAndPublish(
  home: Home,
  { stored, files, onProgress }: { stored: string[]; files: ReadableFile[]; onProgress: OnProgress },
): Promise<Ensured> {
  const inputs = await gatherInputs(home, stored, files);
  const { made, print } = inputs;
  const { id } = print;
  const report = await readReport(home, id);
  if (report) {
    const manifest = await readManifest(home, id);
    await makeCurrent(home, { id, made, kept: manifest?.kept ?? made, chosen: false });
    return { id, file: snapshotFile(home, id), built: false, report };
  }
  const folder = temporaryFolder(home);
  await mkdir(folder, { recursive: true });
  const built = await buildFrom(home, { ...inputs, folder, onProgress });
  await publishBuild(home, built);
  return { id, file: snapshotFile(home, id), built: true, report: built.report };
}

/** The report of a stored snapshot; `null` if the snapshot or its report is missing. */
async function readReport(home: Home, id: string): Promise<Report | null> {
  try {
    await stat(snapshotFile(home, id));
    return JSON.parse(await readFile(reportFile(home, id), "utf8")) as Report;
  } catch (error) {
    return nullIfUnreadable(error);
  }
}
