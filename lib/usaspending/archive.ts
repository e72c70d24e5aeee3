import type { Progress } from "@/lib/usaspending/progress";
import type { Member, OpenMembers } from "@/lib/usaspending/tally";

/** An archive came that cannot be read. The message is one sentence, without its period. */
export class DamagedFile extends Error {
  override name = "DamagedFile";
}

/** Reads a download; when it is damaged, it is fetched once more. */
export async function readTwice<Result>(
  progress: Progress,
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

/** The tables of a file; what goes wrong in opening or unpacking it is a {@link DamagedFile}. */
export async function* damageGuard(members: ReturnType<OpenMembers>): AsyncGenerator<Member> {
  const guard = async function* <Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    try {
      yield* items;
    } catch (error) {
      // What the disk says is not the archive's fault.
      if (/^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
      throw new DamagedFile(`The downloaded archive cannot be read (${(error as Error).message})`);
    }
  };
  for await (const { name, bytes } of guard(members))
    yield { name, bytes: { [Symbol.asyncIterator]: () => guard(bytes) } };
}
