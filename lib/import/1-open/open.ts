import "server-only";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { crc32, createGunzip } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { FileRefusal } from "@/lib/import/1-open/refusal";

/** One table: a plain file, or what a compressed file or an archive holds. */
export interface OpenedTable {
  /** The file's name; for a member of an archive `archive.zip/member.csv`. */
  name: string;
  /** The unpacked bytes. Each iteration reads them anew. Throws {@link FileRefusal} if the file is damaged. */
  bytes: AsyncIterable<Uint8Array>;
  /** Unpacked size in bytes; `null` if the file does not state it. */
  size: number | null;
}

const chunkBytes = 1 << 18;

const rereadable = (read: () => AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: read,
});

/**
 * The tables in a file: itself, what it unpacks to, or each table of a zip archive. The content decides, not the name.
 * Read each table before you take the next.
 * @throws {FileRefusal} if an archive is damaged, encrypted, a workbook, or has no table.
 */
export async function* openTables(path: string, name = basename(path)): AsyncGenerator<OpenedTable> {
  const start = await readStart(path);
  if (isZip(start)) {
    yield* zipTables(path, name);
    return;
  }
  if (isGzip(start)) yield { name, bytes: rereadable(() => gunzip(readFile(path), name)), size: null };
  else yield { name, bytes: rereadable(() => readFile(path)), size: (await stat(path)).size };
}

/** A generator, so that the file is opened at the first read. */
async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: chunkBytes });
}

const isGzip = (start: Uint8Array) => start[0] === 0x1f && start[1] === 0x8b;
/** The signature of a member's header, or of the end record of an empty archive. */
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
  const unpacked = createGunzip({ chunkSize: chunkBytes });
  const file = Readable.from(bytes, { objectMode: false });
  file.on("error", (error) => unpacked.destroy(error));
  try {
    yield* file.pipe(unpacked);
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new FileRefusal(`The compressed file ${name} is damaged or cut off; download it again`);
  } finally {
    file.destroy();
  }
}

const tableNames = /\.(?:csv|tsv|tab|txt|dat|gz|zip)$|^[^.]+$/i;
/** What USAspending adds to a download, and what macOS adds to an archive. */
const extras = /(?:^|\/)(?:__MACOSX\/|\.|(?:read_?me|license|data_dictionary)[^/]*$)/i;
const workbook = /^(?:xl\/workbook\.(?:xml|bin)|content\.xml|Index\/Document\.iwa)$/;

async function* zipTables(path: string, archive: string): AsyncGenerator<OpenedTable> {
  const zip = await refuseDamage(archive, () =>
    yauzl.openPromise(path, { autoClose: false, strictFileNames: false, lazyEntries: true }),
  );
  try {
    const entries: Entry[] = [];
    await refuseDamage(archive, async () => {
      for await (const entry of zip.eachEntry()) entries.push(entry);
    });
    if (entries.some(({ fileName }) => workbook.test(fileName)))
      throw new FileRefusal(`${archive} is a workbook, not a table; open it and save the sheet as CSV`);
    const tables = entries.filter(
      ({ fileName }) =>
        !fileName.endsWith("/") && !extras.test(fileName) && tableNames.test(basename(fileName)),
    );
    if (tables.length === 0)
      throw new FileRefusal(
        `The archive ${archive} has no table; put a CSV file into it, or download it again`,
      );
    for (const entry of tables) {
      const name = `${archive}/${entry.fileName}`;
      if (entry.isEncrypted())
        throw new FileRefusal(`${name} is encrypted; unpack the archive with its password first`);
      if (!entry.canDecodeFileData())
        throw new FileRefusal(
          `${name} is compressed in a way that is not read here; unpack the archive first`,
        );
      yield {
        name,
        bytes: rereadable(() => entryBytes(zip, entry, archive, name)),
        size: entry.uncompressedSize,
      };
    }
  } finally {
    zip.close();
  }
}

async function* entryBytes(
  zip: ZipFile,
  entry: Entry,
  archive: string,
  name: string,
): AsyncGenerator<Uint8Array> {
  const stream = await refuseDamage(archive, () => zip.openReadStreamPromise(entry));
  let sum = 0;
  const checked = async function* () {
    try {
      for await (const part of stream as AsyncIterable<Uint8Array>) {
        sum = crc32(part, sum);
        yield part;
      }
    } catch (error) {
      throw damageError(archive, error);
    }
    if (sum !== entry.crc32) throw damageError(archive);
  };
  const parts = checked();
  const first = await parts.next();
  if (first.done) return;
  const all = async function* () {
    try {
      yield first.value;
      yield* parts;
    } finally {
      stream.destroy();
    }
  };
  if (isGzip(first.value)) yield* gunzip(all(), name);
  else yield* all();
}

async function refuseDamage<Result>(archive: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw damageError(archive, error);
  }
}

/** A {@link FileRefusal} for an archive that cannot be unpacked; system errors such as ENOENT pass through. */
function damageError(archive: string, error?: unknown): Error {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (error instanceof FileRefusal || (code !== undefined && /^E[A-Z]+$/.test(code))) return error as Error;
  return new FileRefusal(`The archive ${archive} is damaged or cut off; download it again`);
}

/**
 * Decodes bytes to text: UTF-16 if a byte order mark or zeros between Latin letters show it, else UTF-8. If the first
 * character beyond ASCII is not valid UTF-8, the text is Windows-1252 (a superset of Latin-1) and `onWindows1252` is called.
 * Byte order marks are dropped.
 */
export async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  onWindows1252: () => void = () => {},
): AsyncGenerator<string> {
  const ascii = new TextDecoder("utf-8", { ignoreBOM: true });
  let decoder: TextDecoder | undefined;
  let pending: Uint8Array<ArrayBufferLike> = new Uint8Array();
  let started = false;
  /** Decodes as much of the pending bytes as is certain. */
  function read(last: boolean): string {
    if (decoder) return decoder.decode(take(), { stream: !last });
    if (!started) {
      if (pending.length < 4 && !last) return "";
      started = true;
      decoder = utf16OrMarkedDecoder(pending);
      if (decoder) return decoder.decode(take(), { stream: !last });
    }
    const text = ascii.decode(pending);
    if (text.length === pending.length && !text.includes("\ufffd")) {
      pending = pending.subarray(pending.length);
      return text;
    }
    const first = pending.findIndex((byte) => byte > 0x7f);
    // A UTF-8 character has at most four bytes.
    if (pending.length < first + 4 && !last) {
      const before = ascii.decode(pending.subarray(0, first));
      pending = pending.subarray(first);
      return before;
    }
    const isUtf8 = beginsWithUtf8(pending.subarray(first, first + 4));
    if (!isUtf8) onWindows1252();
    decoder = new TextDecoder(isUtf8 ? "utf-8" : "windows-1252", { ignoreBOM: true });
    return decoder.decode(take(), { stream: !last });
  }
  function take() {
    const taken = pending;
    pending = pending.subarray(pending.length);
    return taken;
  }
  for await (const part of bytes) {
    pending = pending.length === 0 ? part : Buffer.concat([pending, part]);
    const text = read(false);
    if (text) yield text;
  }
  const rest = read(true);
  if (rest) yield rest;
}

function utf16OrMarkedDecoder([first, second, third, fourth]: Uint8Array): TextDecoder | undefined {
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le");
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be");
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder("utf-8");
  if (first && second === 0 && third && fourth === 0) return new TextDecoder("utf-16le");
  if (first === 0 && second && third === 0 && fourth) return new TextDecoder("utf-16be");
  return undefined;
}

/** Whether bytes begin with a valid multi-byte UTF-8 character. */
function beginsWithUtf8(bytes: Uint8Array): boolean {
  const lead = bytes[0] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length));
    return true;
  } catch {
    return false;
  }
}
