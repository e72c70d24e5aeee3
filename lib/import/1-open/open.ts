import "server-only";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { crc32, createGunzip } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { Refusal } from "@/lib/import/1-open/refusal";

/** One table: a file, or what a compressed file or an archive holds. */
export interface Member {
  /** The file's name; of a member of an archive, `archive.zip/member.csv`. */
  name: string;
  /** Can be read again. Throws {@link Refusal} where the file turns out to be damaged. */
  bytes: AsyncIterable<Uint8Array>;
  /** Bytes when unpacked; `null` where the file does not say. */
  size: number | null;
}

const readAtOnce = 1 << 18;

/** Bytes that are read anew each time. */
const again = (read: () => AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: read,
});

/**
 * The tables that a file holds, told by its content whatever its name: itself, what it unpacks to, or each table of a zip
 * archive, one after another. Each has to be read before the next is asked for. Throws {@link Refusal} where an archive
 * is damaged, encrypted, a workbook, or holds no table.
 */
export async function* openMembers(path: string, name = basename(path)): AsyncGenerator<Member> {
  const start = await readStart(path);
  if (isZip(start)) {
    yield* zipMembers(path, name);
    return;
  }
  if (isGzip(start)) yield { name, bytes: again(() => gunzip(readFile(path), name)), size: null };
  else yield { name, bytes: again(() => readFile(path)), size: (await stat(path)).size };
}

/** Opens the file when it is read, not before. */
async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: readAtOnce });
}

const isGzip = (start: Uint8Array) => start[0] === 0x1f && start[1] === 0x8b;
/** A member's header, or the end of an archive without members. */
const isZip = (start: Uint8Array) =>
  start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip({ chunkSize: readAtOnce });
  const file = Readable.from(bytes, { objectMode: false });
  file.on("error", (error) => unpacked.destroy(error));
  try {
    yield* file.pipe(unpacked);
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new Refusal(`The compressed file ${name} is damaged or cut off; download it again`);
  } finally {
    file.destroy();
  }
}

const tables = /\.(?:csv|tsv|tab|txt|dat|gz|zip)$|^[^.]+$/i;
/** What comes along with a download, and what a Mac adds to an archive. */
const company = /(?:^|\/)(?:__MACOSX\/|\.|(?:read_?me|license|data_dictionary)[^/]*$)/i;
const workbook = /^(?:xl\/workbook\.(?:xml|bin)|content\.xml|Index\/Document\.iwa)$/;

async function* zipMembers(path: string, archive: string): AsyncGenerator<Member> {
  const zip = await guardedBy(archive, () =>
    yauzl.openPromise(path, { autoClose: false, strictFileNames: false, lazyEntries: true }),
  );
  try {
    const entries: Entry[] = [];
    await guardedBy(archive, async () => {
      for await (const entry of zip.eachEntry()) entries.push(entry);
    });
    if (entries.some(({ fileName }) => workbook.test(fileName)))
      throw new Refusal(`${archive} is a workbook, not a table; open it and save the sheet as CSV`);
    const found = entries.filter(
      ({ fileName }) => !fileName.endsWith("/") && !company.test(fileName) && tables.test(basename(fileName)),
    );
    if (found.length === 0)
      throw new Refusal(
        `The archive ${archive} holds no table; put a CSV file into it, or download it again`,
      );
    for (const entry of found) {
      const name = `${archive}/${entry.fileName}`;
      if (entry.isEncrypted())
        throw new Refusal(`${name} is encrypted; unpack the archive with its password first`);
      if (!entry.canDecodeFileData())
        throw new Refusal(`${name} is compressed in a way that is not read here; unpack the archive first`);
      yield {
        name,
        bytes: again(() => memberBytes(zip, entry, archive, name)),
        size: entry.uncompressedSize,
      };
    }
  } finally {
    zip.close();
  }
}

async function* memberBytes(
  zip: ZipFile,
  entry: Entry,
  archive: string,
  name: string,
): AsyncGenerator<Uint8Array> {
  const stream = await guardedBy(archive, () => zip.openReadStreamPromise(entry));
  let sum = 0;
  const checked = async function* () {
    try {
      for await (const part of stream as AsyncIterable<Uint8Array>) {
        sum = crc32(part, sum);
        yield part;
      }
    } catch (error) {
      throw damaged(archive, error);
    }
    if (sum !== entry.crc32) throw damaged(archive);
  };
  const parts = checked();
  const first = await parts.next();
  if (first.done) return;
  const whole = async function* () {
    try {
      yield first.value;
      yield* parts;
    } finally {
      stream.destroy();
    }
  };
  if (isGzip(first.value)) yield* gunzip(whole(), name);
  else yield* whole();
}

async function guardedBy<Result>(archive: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw damaged(archive, error);
  }
}

/** The sentence of an archive that cannot be unpacked; an error of the disk stays what it is. */
function damaged(archive: string, error?: unknown): Error {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (error instanceof Refusal || (code !== undefined && /^E[A-Z]+$/.test(code))) return error as Error;
  return new Refusal(`The archive ${archive} is damaged or cut off; download it again`);
}
