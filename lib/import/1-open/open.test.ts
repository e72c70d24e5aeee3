import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTables } from "@/lib/import/1-open/open";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "members-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A zip archive, byte by byte. With `flags` 1 its members are marked as encrypted. */
function zip(members: Record<string, string | Buffer>, { flags = 0 } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\0"), fields, rest, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from("PK\u0005\u0006"), end]);
}

async function members(content: string | Buffer, name = "file.csv") {
  const path = join(folder, name);
  await writeFile(path, content);
  const found: Record<string, [string, number | null]> = {};
  for await (const { name, bytes, size } of openTables(path)) {
    const parts: Uint8Array[] = [];
    for await (const part of bytes) parts.push(part);
    found[name] = [Buffer.concat(parts).toString(), size];
  }
  return found;
}

const long = "a,b\n1,2\n".repeat(5_000);

it("opens a plain file as it is, whatever its name", async () => {
  expect(await members("a,b\n", "plain.zip")).toEqual({ "plain.zip": ["a,b\n", 4] });
  expect(await members("", "empty.csv")).toEqual({ "empty.csv": ["", 0] });
});

it("unpacks a compressed file, whatever its name", async () => {
  expect(await members(gzipSync(long), "packed.csv")).toEqual({ "packed.csv": [long, null] });
});

it("unpacks each table of an archive and skips other files", async () => {
  const archive = zip({
    "one.csv": long,
    "folder/two.TXT": "c\n",
    "three.csv.gz": gzipSync("d\n"),
    "README.txt": "read",
    "Data_Dictionary.xlsx": "no",
    "guide.pdf": "no",
    "folder/": "",
    "__MACOSX/._one.csv": "no",
  });
  const packed = gzipSync("d\n").length;
  expect(await members(archive, "all.dat")).toEqual({
    "all.dat/one.csv": [long, long.length],
    "all.dat/folder/two.TXT": ["c\n", 2],
    "all.dat/three.csv.gz": ["d\n", packed],
  });
});

it.each<[string, () => Buffer, RegExp]>([
  ["a compressed file that was cut", () => gzipSync(long).subarray(0, 60), /compressed file .* cut off/],
  [
    "an archive that was cut",
    () => zip({ "one.csv": long }).subarray(0, 60),
    /archive .* damaged or cut off/,
  ],
  ["an archive without a table", () => zip({ "readme.txt": "x", "a.pdf": "x" }), /has no table/],
  ["an archive without anything", () => zip({}), /has no table/],
  ["a workbook", () => zip({ "[Content_Types].xml": "", "xl/workbook.xml": "" }), /workbook, not a table/],
  ["an encrypted archive", () => zip({ "one.csv": long }, { flags: 1 }), /encrypted/],
])("refuses %s", async (_, content, sentence) => {
  await expect(members(content(), "bad")).rejects.toMatchObject({
    name: "FileRefusal",
    kind: "damaged",
    message: expect.stringMatching(sentence),
  });
});

it("refuses a member with a wrong checksum, and opens the next one", async () => {
  const archive = zip({ "one.csv": long, "two.csv": "c\n" });
  archive.writeUInt32LE(1, archive.indexOf("PK\u0001\u0002") + 16);
  await writeFile(join(folder, "flipped.zip"), archive);
  const results: string[] = [];
  for await (const { name, bytes } of openTables(join(folder, "flipped.zip"))) {
    try {
      for await (const part of bytes) expect(part.length).toBeGreaterThan(0);
      results.push(name);
    } catch (error) {
      results.push((error as Error).message);
    }
  }
  expect(results).toEqual([expect.stringMatching(/damaged/), "flipped.zip/two.csv"]);
});

it("stops reading when its reader does", async () => {
  const path = join(folder, "stop.zip");
  await writeFile(path, zip({ "one.csv": long.repeat(50), "two.csv": "c\n" }));
  for await (const { bytes } of openTables(path)) {
    for await (const part of bytes) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
    break;
  }
  await rm(path);
  await expect(readFile(path)).rejects.toThrow("ENOENT");
});
