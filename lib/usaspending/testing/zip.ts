import { readFile } from "node:fs/promises";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { DownloadedTable } from "@/lib/usaspending/archive";

const [local, central, ending] = [0x04034b50, 0x02014b50, 0x06054b50];
const deflated = 8;

/** A zip of deflated files, as the API makes them. */
export function writeZip(files: { name: string; text: string }[]): Buffer {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(deflated, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    parts.push(signed(local), fields, title, packed);
    entries.push(signed(central), Buffer.from([20, 0]), fields, tail, title);
    offset += 4 + fields.length + title.length + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(Buffer.concat(entries).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...entries, signed(ending), end]);
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

/** The files of a zip that {@link writeZip} made; throws where it is cut off. */
export async function* readZip(path: string): AsyncGenerator<DownloadedTable> {
  const bytes = await readFile(path);
  const end = bytes.length - 22;
  if (end < 0 || bytes.readUInt32LE(end) !== ending) throw new Error("end of central directory not found");
  let at = bytes.readUInt32LE(end + 16);
  for (let number = bytes.readUInt16LE(end + 10); number > 0; number -= 1) {
    const [size, length, offset] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString("utf8", at + 46, at + 46 + length);
    const start = offset + 30 + length;
    const unpacked = inflateRawSync(bytes.subarray(start, start + size));
    yield { name, bytes: { [Symbol.asyncIterator]: () => onePiece(unpacked) } };
    at += 46 + length;
  }
}

async function* onePiece(bytes: Uint8Array) {
  yield bytes;
}
