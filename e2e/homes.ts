import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { ensureSnapshot } from "@/lib/import/import";
import { ensureOnlySnapshot, importCode, sharedHome } from "@/lib/store/testing/shared";

import { publishHistory } from "./changes-records";
import { fullWidthFiles, washington } from "./full-width";

/**
 * Makes the snapshot of every test site below e2e/.output that is not up to date:
 * `home` has the bundled records, `hostile` rows that try to be markup and formulas, `changes` a history of
 * three retrievals, `wide` a few full-width awards that end soon after today.
 */
const output = join(import.meta.dirname, ".output");
const home = (name: string, data: string) => ({ data, root: join(output, name), keep: 10 });

const bundled = await ensureOnlySnapshot(sharedHome);
await ensureOnlySnapshot(home("hostile", join(import.meta.dirname, "fixtures", "hostile")));
await remake("changes", publishHistory);
await remake("wide", async (root) => {
  const data = join(root, "data");
  await cp("data", data, { recursive: true, filter: (path) => !path.endsWith("records") });
  await mkdir(join(data, "records"));
  for (const [name, text] of Object.entries(fullWidthFiles())) {
    await writeFile(join(data, "records", name), text);
  }
  await ensureSnapshot({ home: { data, root, keep: 10 } });
});

/**
 * Makes a home again unless it was made today by the same scripts, rule tables and import code. The id of the
 * bundled snapshot represents the tables.
 */
async function remake(name: string, make: (root: string) => Promise<void>): Promise<void> {
  const root = join(output, name);
  const stamp = join(root, "made-from");
  const hash = createHash("sha256").update(`${bundled.id} ${importCode()} ${washington}`);
  for (const script of ["homes", "changes-records", "full-width"]) {
    hash.update(await readFile(join(import.meta.dirname, `${script}.ts`)));
  }
  const made = hash.digest("hex");
  if ((await readFile(stamp, "utf8").catch(() => "")) === made) return;
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await make(root);
  await writeFile(stamp, made);
}
