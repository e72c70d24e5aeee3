import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "@/lib/import/1-open/open";

async function read(bytes: Uint8Array, size = 1) {
  async function* parts() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const notes: string[] = [];
  let text = "";
  for await (const part of decode(parts(), () => notes.push("windows-1252"))) text += part;
  return { text, notes };
}

const latin1 = (text: string) => Buffer.from(text, "latin1");

describe("decode", () => {
  it.each([
    ["UTF-8", Buffer.from("Award,é€😀\n")],
    ["UTF-8 with a mark", Buffer.from("\ufeffAward,é€😀\n")],
    ["UTF-16 LE with a mark", Buffer.from("\ufeffAward,é€😀\n", "utf16le")],
    ["UTF-16 LE", Buffer.from("Award,é€😀\n", "utf16le")],
    ["UTF-16 BE", Buffer.from("Award,é€😀\n", "utf16le").swap16()],
  ])("reads %s, whatever the size of the parts", async (_, bytes) => {
    for (const size of [1, 2, 3, 5, 100])
      expect(await read(bytes, size)).toEqual({ text: "Award,é€😀\n", notes: [] });
  });

  it("reads Windows-1252 if the first accented letter is no UTF-8, and reports it", async () => {
    for (const size of [1, 2, 3, 100]) {
      expect(await read(latin1("SOCIÉTÉ \x93Q\x94"), size)).toEqual({
        text: "SOCIÉTÉ “Q”",
        notes: ["windows-1252"],
      });
      expect(await read(latin1("É"), size)).toEqual({ text: "É", notes: ["windows-1252"] });
    }
  });

  it.each([
    ["ÿA,B", [0xff, 0x41, 0x2c, 0x42]],
    ["Aþ,B", [0x41, 0xfe, 0x2c, 0x42]],
    ["þA,B", [0xfe, 0x41, 0x2c, 0x42]],
    ["ï»A,B", [0xef, 0xbb, 0x41, 0x2c, 0x42]],
    ["A,ïB,", [0x41, 0x2c, 0xef, 0x42, 0x2c]],
  ])("takes half a mark or a lone byte for a letter of Windows-1252: %s", async (text, bytes) => {
    for (const size of [1, 2, 100]) {
      expect(await read(Uint8Array.from(bytes), size)).toEqual({ text, notes: ["windows-1252"] });
    }
  });

  it.each(["", "A", "AB", "é", "€", "😀", "A€", "AB😀C", "\u007f\u0080", "€".repeat(5)])(
    "reads the short text %j as UTF-8",
    async (text) => {
      for (const size of [1, 2, 3, 4, 100]) {
        expect(await read(Buffer.from(text), size)).toEqual({ text, notes: [] });
      }
    },
  );

  it("stays with UTF-8 after the first UTF-8 character", async () => {
    const bytes = Buffer.concat([Buffer.from("é,"), latin1("É,"), Buffer.from("é")]);
    expect(await read(bytes, 2)).toEqual({ text: "é,\ufffd,é", notes: [] });
  });

  it("reads any bytes the same in parts of any size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (bytes, size) => {
          expect(await read(bytes, size)).toEqual(await read(bytes, 1000));
        },
      ),
    );
  });
});
