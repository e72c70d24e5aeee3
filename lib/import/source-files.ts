import "server-only";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Day, isDay } from "@/lib/contracts/days";
import type { ProvenYear } from "@/lib/contracts/snapshots";
import type { Rules } from "@/lib/import/rule-tables";
import type { StoredFile } from "@/lib/import/stored-files";
import type { Fingerprint } from "@/lib/snapshot/fingerprint";
import { type Home, recordsFolder } from "@/lib/snapshot/paths";

/** A file that a user imports. */
export interface NamedFile {
  path: string;
  /** Its name in reports. */
  name: string;
  /** The day on which it was retrieved from its source, if known. */
  retrieved?: Day | undefined;
  /** Whether its counts and sums equal those of its source. */
  proven?: boolean | undefined;
  /** The agencies and fiscal years that the source counted and added up: the snapshot must hold exactly these. */
  proves?: ProvenYear[] | undefined;
  /** The awarding sub-agencies whose rows are taken; all by default. */
  agencies?: string[] | undefined;
}

/** A file that is read: one of the data folder, or one that is imported now. */
export interface ReadableFile extends NamedFile {
  from: "data" | "import";
  /** Made of its content and its retrieval: the same id is the same import. */
  id: string;
  /** SHA-256 of its bytes. */
  hash: string;
  size: number;
  /** The day of its last change. */
  modified: Day;
}

/** A file that was imported before. */
export interface StoredSource extends StoredFile {
  from: "stored";
  size: number;
}

export type SourceFile = ReadableFile | StoredSource;

/** The record files of the data folder, with the retrieval days of `sources.csv`. */
export async function dataFiles(
  home: Home,
  { hashes }: Fingerprint,
  { sources }: Rules,
): Promise<SourceFile[]> {
  const stated = new Map(sources.map((source) => [source.file, source.retrieved]));
  return Promise.all(
    [...hashes].map(async ([name, hash]): Promise<SourceFile> => {
      const path = join(recordsFolder(home), name);
      const facts = await sizeAndChange(path);
      return { from: "data", id: "", name, path, hash, retrieved: stated.get(name), ...facts };
    }),
  );
}

/** The size of a file in bytes and the day of its last change. */
export async function sizeAndChange(path: string): Promise<{ size: number; modified: Day }> {
  const { size, mtime } = await stat(path);
  return { size, modified: mtime.toISOString().slice(0, 10) };
}

interface RetrievalDay {
  day: Day | null;
  /** Whether the day is inferred: neither stated nor in the file's name. */
  isGuess: boolean;
}

/** Tomorrow in UTC: the latest day anywhere on earth. */
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/**
 * The day on which a file was retrieved: the stated one, else the last day in its name that is neither before its newest
 * action nor in the future. For an imported file else the day of its newest action or of its last change, whichever is
 * earlier: a guess must not make a file newer than one whose day is stated.
 */
export function retrievalDay(
  { from, name, retrieved, modified }: Pick<ReadableFile, "from" | "name" | "retrieved" | "modified">,
  newest: Day | null,
): RetrievalDay {
  if (retrieved) return { day: retrieved, isGuess: false };
  const named = [...basename(name).matchAll(/(?<!\d)(20\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g)]
    .map(([, year, , month, day]) => `${year}-${month}-${day}`)
    .filter((day) => isDay(day) && day <= tomorrow() && (newest === null || day >= newest));
  const day = named.at(-1);
  if (day !== undefined) return { day, isGuess: false };
  if (from !== "import") return { day: null, isGuess: false };
  return { day: newest !== null && newest < modified ? newest : modified, isGuess: true };
}
