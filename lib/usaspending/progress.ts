import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The progress of a fetch, as files below one folder, so that a rerun does not request them again. */
export interface SavedProgress {
  /** The progress of a part, in a folder below. */
  within(name: string): SavedProgress;
  /** The path of a file of that name; its folder exists. */
  path(name: string): Promise<string>;
  /** The value of a name; `null` if there is none, or it is damaged. */
  read<Value>(name: string): Promise<Value | null>;
  /** Writes a value atomically. */
  write(name: string, value: unknown): Promise<void>;
  /** Writes a file atomically and returns its path. */
  save(name: string, pieces: AsyncIterable<Uint8Array | string>): Promise<string>;
  /** The value of a name; if there is none, the result of `load`, which is then written. */
  cached<Value>(name: string, load: () => Promise<Value>): Promise<Value>;
  /** Removes a name and everything below it. */
  remove(name: string): Promise<void>;
}

export function openProgress(folder: string): SavedProgress {
  const progress: SavedProgress = {
    within: (name) => openProgress(join(folder, name)),
    async path(name) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      return path;
    },
    async read<Value>(name: string) {
      try {
        return JSON.parse(await readFile(join(folder, name), "utf8")) as Value;
      } catch (error) {
        if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    async write(name, value) {
      await progress.save(name, onePiece(JSON.stringify(value)));
    },
    async save(name, pieces) {
      const path = await progress.path(name);
      const unfinished = `${path}.part`;
      const file = await open(unfinished, "w");
      try {
        for await (const piece of pieces) await file.writeFile(piece);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
      return path;
    },
    async cached<Value>(name: string, load: () => Promise<Value>) {
      const known = await progress.read<Value>(name);
      if (known !== null) return known;
      const value = await load();
      await progress.write(name, value);
      return value;
    },
    async remove(name) {
      await rm(join(folder, name), { recursive: true, force: true });
    },
  };
  return progress;
}

/** A file of a single text. */
export async function* onePiece(text: string) {
  yield text;
}
