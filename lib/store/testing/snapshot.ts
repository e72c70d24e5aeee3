import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Report } from "@/lib/contracts/facts";
import { readHome } from "@/lib/snapshot/home";
import { ensureSnapshot } from "@/lib/snapshot/publish";
import { openFile, type Store } from "@/lib/store/file";

/** A snapshot of the bundled records in a folder of its own, open until the folder is removed. */
export interface BundledSnapshot {
  store: Store;
  report: Report;
  /** The snapshot's file, and the folder that everything beside it can be written to. */
  file: string;
  root: string;
  remove(): Promise<void>;
}

/** Imports the bundled records with the bundled rule tables into a temporary folder, for one test file. */
export async function openBundled(): Promise<BundledSnapshot> {
  const root = await mkdtemp(join(tmpdir(), "contracts-test-"));
  const home = readHome({ ...process.env, CONTRACTS_DATA: "", CONTRACTS_HOME: root });
  const { file, report } = await ensureSnapshot({ home });
  const { store } = await openFile(file);
  return {
    store,
    report,
    file,
    root,
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}
