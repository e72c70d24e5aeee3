import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll } from "vitest";

import type { Report } from "@/lib/contracts/import-report";
import { ensureSnapshot } from "@/lib/import/import";
import { openFile, type Store } from "@/lib/store/file";
import { sharedHome } from "@/lib/store/testing/shared";

/** The shared snapshot of the bundled records, open for one test file. */
export interface BundledSnapshot {
  store: Store;
  report: Report;
  /** The snapshot's file, which other tests are reading too. */
  file: string;
  /** A temporary folder for what a test writes. */
  root: string;
  /** Closes the file and removes the folder. */
  remove(): Promise<void>;
}

/** Opens the shared snapshot read-only. */
export async function openBundled(): Promise<BundledSnapshot> {
  const root = await mkdtemp(join(tmpdir(), "contracts-test-"));
  const { file, report } = await ensureSnapshot({ home: sharedHome });
  const { store, close } = await openFile(file);
  return {
    store,
    report,
    file,
    root,
    remove: () => {
      close();
      return rm(root, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Opens the shared snapshot before the tests of a file, and closes it after them. */
export function beforeAllBundled(take: (bundled: BundledSnapshot) => void | Promise<void>) {
  beforeAll(async () => {
    const bundled = await openBundled();
    await take(bundled);
    return bundled.remove;
  });
}
