/** What a file was read as, where that is not plain UTF-8. */
export type OnEncoding = (encoding: "windows-1252") => void;

/**
 * Bytes as text: UTF-16 where a byte order mark or the zeros between Latin letters say so, else UTF-8, unless the first
 * character that is not ASCII is none in UTF-8: then Windows-1252, which holds Latin-1. Byte order marks are dropped.
 */
export async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  onEncoding: OnEncoding = () => {},
): AsyncGenerator<string> {
  const ascii = new TextDecoder("utf-8", { ignoreBOM: true });
  let decoder: TextDecoder | undefined;
  let held: Uint8Array<ArrayBufferLike> = new Uint8Array();
  let started = false;
  /** What can be read of the held bytes by now. */
  function read(last: boolean): string {
    if (decoder) return decoder.decode(take(), { stream: !last });
    if (!started) {
      if (held.length < 4 && !last) return "";
      started = true;
      decoder = markedDecoder(held);
      if (decoder) return decoder.decode(take(), { stream: !last });
    }
    const text = ascii.decode(held);
    if (text.length === held.length && !text.includes("\ufffd")) {
      held = held.subarray(held.length);
      return text;
    }
    const first = held.findIndex((byte) => byte > 0x7f);
    // A character of UTF-8 is at most four bytes long.
    if (held.length < first + 4 && !last) {
      const before = ascii.decode(held.subarray(0, first));
      held = held.subarray(first);
      return before;
    }
    const utf8 = isCharacter(held.subarray(first, first + 4));
    if (!utf8) onEncoding("windows-1252");
    decoder = new TextDecoder(utf8 ? "utf-8" : "windows-1252", { ignoreBOM: true });
    return decoder.decode(take(), { stream: !last });
  }
  function take() {
    const bytes = held;
    held = held.subarray(held.length);
    return bytes;
  }
  for await (const part of bytes) {
    held = held.length === 0 ? part : join(held, part);
    const text = read(false);
    if (text) yield text;
  }
  const rest = read(true);
  if (rest) yield rest;
}

function markedDecoder([first, second, third, fourth]: Uint8Array): TextDecoder | undefined {
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le");
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be");
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder("utf-8");
  if (first && second === 0 && third && fourth === 0) return new TextDecoder("utf-16le");
  if (first === 0 && second && third === 0 && fourth) return new TextDecoder("utf-16be");
  return undefined;
}

/** Whether bytes begin with a character of UTF-8 that is not ASCII. */
function isCharacter(bytes: Uint8Array): boolean {
  const lead = bytes[0] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length));
    return true;
  } catch {
    return false;
  }
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
