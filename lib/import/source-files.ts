import "server-only";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Day, isDay } from "@/lib/contracts/days";
import type { ProvenYear } from "@/lib/contracts/facts";
import type { Rules } from "@/lib/import/rule-tables";
import type { KeptFile } from "@/lib/import/stored-files";
import type { Fingerprint } from "@/lib/snapshot/fingerprint";
import { type Home, recordsFolder } from "@/lib/snapshot/paths";

/** A file that somebody wants imported. */
export interface NamedFile {
  path: string;
  /** What reports call it. */
  name: string;
  /** The day on which it was retrieved from its source, where that is known. */
  retrieved?: Day | undefined;
  /** Whether its retrieval was reconciled with the source's own counts and sums. */
  proven?: boolean | undefined;
  /** The agencies and fiscal years that the source counted and added up: the snapshot must hold exactly these. */
  proves?: ProvenYear[] | undefined;
  /** The awarding sub-agencies whose rows are taken; without it, all. */
  agencies?: string[] | undefined;
}

/** A file that is read: of the data folder, or imported now. */
export interface ReadableFile extends NamedFile {
  from: "data" | "import";
  /** By its content and by what is said of its retrieval: the same again is the same import. */
  id: string;
  /** SHA-256 of its bytes. */
  hash: string;
  size: number;
  /** The day on which it was last changed. */
  modified: Day;
}

/** A file that was imported before. */
export interface KeptSource {
  from: "kept";
  kept: KeptFile;
  size: number;
}

export type SourceFile = ReadableFile | KeptSource;

/** The record files of the data folder, as `sources.csv` knows them. */
export async function dataFiles(
  home: Home,
  { hashes }: Fingerprint,
  { sources }: Rules,
): Promise<SourceFile[]> {
  const stated = new Map(sources.map((source) => [source.file, source.retrieved]));
  return Promise.all(
    [...hashes].map(async ([name, hash]): Promise<SourceFile> => {
      const path = join(recordsFolder(home), name);
      return { from: "data", id: "", name, path, hash, retrieved: stated.get(name), ...(await known(path)) };
    }),
  );
}

/** The size of a file in bytes and the day on which it was last changed. */
export async function known(path: string): Promise<{ size: number; modified: Day }> {
  const { size, mtime } = await stat(path);
  return { size, modified: mtime.toISOString().slice(0, 10) };
}

/** The day on which a file was retrieved, and whether nothing states it. */
export interface RetrievalDay {
  day: Day | null;
  isGuess: boolean;
}

/** Tomorrow in UTC: nowhere on earth is a file of a later day. */
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/**
 * The day on which a file was retrieved: what is stated, else a day in its name that is not before its newest action and has
 * begun somewhere.
 * Else for a file that is imported the day of its newest action, or that of its last change where that is earlier: it was
 * retrieved no earlier than it says, so that a guess never gets ahead of what another file states.
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
