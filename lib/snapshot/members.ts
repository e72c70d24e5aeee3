import "server-only";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
export async function* openMembers(path: string, name: string) {
  yield {
    name,
    bytes: createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>,
    size: (await stat(path)).size as number | null,
  };
}
