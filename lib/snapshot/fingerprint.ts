import "server-only";
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Home, recordsFolder } from "@/lib/snapshot/home";
import { sourcesName, tableNames } from "@/lib/snapshot/tables";

/** The folders whose code decides what a snapshot holds. */
const codeFolders = ["contracts", "identity", "intake", "snapshot"];

/** The record files of the data folder, by name; an empty list where there is no such folder. */
export async function listRecordFiles(home: Home): Promise<string[]> {
  const names = await readdir(recordsFolder(home)).catch(ignoreMissing);
  return names.filter((name) => /\.csv$/i.test(name) && name !== sourcesName).sort();
}

/**
 * The id of the snapshot that the data folder makes: 12 hexadecimal digits over the names and bytes of the
 * record files, the rule tables and the code that reads them. The same input gives the same id everywhere.
 */
export async function fingerprint(home: Home): Promise<string> {
  const hash = createHash("sha256");
  for (const name of tableNames) await addFile(hash, name, join(home.data, name));
  for (const name of [...(await listRecordFiles(home)), sourcesName])
    await addFile(hash, `records/${name}`, join(recordsFolder(home), name));
  for (const folder of codeFolders) {
    const path = join(process.cwd(), "lib", folder);
    const names = await readdir(path).catch(ignoreMissing);
    for (const name of names.sort()) {
      if (name.endsWith(".ts") && !name.endsWith(".test.ts"))
        await addFile(hash, `lib/${folder}/${name}`, join(path, name));
    }
  }
  return hash.digest("hex").slice(0, 12);
}

async function addFile(hash: Hash, name: string, path: string) {
  let length = 0;
  hash.update(`\n${name}\n`);
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) {
      length += (part as Buffer).length;
      hash.update(part as Buffer);
    }
  } catch (error) {
    ignoreMissing(error);
  }
  // With its length, no file's end can pass for the next one's beginning.
  hash.update(`\n${length}\n`);
}

function ignoreMissing(error: unknown): never[] {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  return [];
}
