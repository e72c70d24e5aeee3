import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What a fetch has so far, as files below one folder: a rerun finds them and does not ask for them again. */
export interface Progress {
  /** The path of a file of that name; its folder exists. */
  path(name: string): Promise<string>;
  /** What was written under a name; `null` where nothing was, or not whole. */
  read<Value>(name: string): Promise<Value | null>;
  /** Writes a value whole or not at all. */
  write(name: string, value: unknown): Promise<void>;
  /** Writes a file whole or not at all; gives its path. */
  keep(name: string, pieces: AsyncIterable<Uint8Array | string>): Promise<string>;
  /** What was written under a name, or else what `ask` gives, which is then written. */
  remember<Value>(name: string, ask: () => Promise<Value>): Promise<Value>;
  /** Forgets a name, and all below it. */
  forget(name: string): Promise<void>;
}

export function openProgress(folder: string): Progress {
  const progress: Progress = {
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
      await progress.keep(name, text(JSON.stringify(value)));
    },
    async keep(name, pieces) {
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
    async remember<Value>(name: string, ask: () => Promise<Value>) {
      const known = await progress.read<Value>(name);
      if (known !== null) return known;
      const value = await ask();
      await progress.write(name, value);
      return value;
    },
    async forget(name) {
      await rm(join(folder, name), { recursive: true, force: true });
    },
  };
  return progress;
}

async function* text(value: string) {
  yield value;
}
