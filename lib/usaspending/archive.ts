import { type OpenedTable, openTables } from "@/lib/import/1-open/open";
import type { SavedProgress } from "@/lib/usaspending/progress";

/** A download that cannot be unpacked. The message is one sentence, without its period. */
export class DamagedFile extends Error {
  override name = "DamagedFile";
}

export type DownloadedTable = Pick<OpenedTable, "name" | "bytes">;

/** Reads a download. If it is damaged, removes it, so that `read` downloads it a second time. */
export async function readTwice<Result>(
  progress: SavedProgress,
  name: string,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    await progress.remove(`${name}.done.json`);
    return read();
  }
}

/**
 * The tables of a downloaded file.
 * @throws {DamagedFile} if it cannot be unpacked.
 */
export async function* openDownload(path: string, name: string): AsyncGenerator<DownloadedTable> {
  const guard = async function* <Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    try {
      yield* items;
    } catch (error) {
      // A system error does not mean that the file is damaged.
      if (/^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
      throw new DamagedFile(`The downloaded archive cannot be read (${(error as Error).message})`);
    }
  };
  for await (const { name: table, bytes } of guard(openTables(path, name)))
    yield { name: table, bytes: { [Symbol.asyncIterator]: () => guard(bytes) } };
}
