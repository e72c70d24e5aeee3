import "server-only";

import { stat } from "node:fs/promises";
import { cache } from "react";
import { type Current, currentSnapshot, newestSnapshot, type Published } from "@/lib/snapshot/current";
import { findSnapshot, isIntact, readManifest } from "@/lib/snapshot/manifest";
import { readHome } from "@/lib/snapshot/paths";
import { isReadable } from "@/lib/snapshot/schema";
import { earlierSnapshots } from "@/lib/store/earlier-snapshots";
import { type Opened, openFile, type Store } from "@/lib/store/file";

export type { Store } from "@/lib/store/file";

/** No snapshot has been published: the records have not been imported yet. */
export class NoSnapshot extends Error {
  override name = "NoSnapshot";

  constructor() {
    super("No records have been imported yet. Run `npm run data -- import`, then try again.");
  }
}

/** The least time between two checks for a newly published snapshot. */
const checkMs = 1_000;

/** The snapshot that is served, and the running check for another one. */
interface Serving {
  opened: Opened | null;
  checked: number;
  check: Promise<void> | null;
  /** The published snapshot that could not be opened, and when its file was written: it is tried once. */
  refused: string | null;
}

/** One for the process: Next loads modules once for pages and once for route handlers. */
const shared = globalThis as typeof globalThis & {
  serving?: Serving;
  earlier?: ReturnType<typeof earlierSnapshots>;
};

/**
 * The published snapshot, opened read-only on first use; a newly published one takes over within a second. Or the one
 * that is named, where it is kept: what is not kept here is answered from the published one (`named` is `null` then).
 * Everything that is rendered for one request gets the same.
 * @throws {NoSnapshot} when nothing has been published.
 */
export async function openStore(snapshot: string | null = null): Promise<Store> {
  const store = await publishedStore();
  if (snapshot === null) return store;
  if (snapshot === store.info.id) return { ...store, named: snapshot };
  const earlier = await earlierStore(snapshot);
  return earlier ? { ...earlier, published: store.info } : store;
}

const earlierStore = cache(async (id: string): Promise<Store | null> => {
  const kept = await findSnapshot(id);
  shared.earlier ??= earlierSnapshots();
  return kept && shared.earlier.read(kept);
});

const publishedStore = cache(async (): Promise<Store> => {
  shared.serving ??= { opened: null, checked: -checkMs, check: null, refused: null };
  const serving = shared.serving;
  if (!serving.opened || serving.check || performance.now() - serving.checked >= checkMs) {
    serving.check ??= look(serving).finally(() => {
      serving.check = null;
    });
    await serving.check;
  }
  if (!serving.opened) throw new NoSnapshot();
  return serving.opened.store;
});

/**
 * Opens what has been published since. Where that fails, what is open goes on being served, or else the newest snapshot
 * that is whole.
 */
async function look(serving: Serving): Promise<void> {
  const { opened: before } = serving;
  try {
    const current = await currentSnapshot();
    if (!current || current.id === before?.store.info.id) return;
    const version = `${current.id} ${(await stat(current.file)).mtimeMs}`;
    if (version === serving.refused) return;
    try {
      await requireReadable(current);
      serving.opened = await openWhole(current);
      before?.retire();
    } catch (error) {
      serving.refused = version;
      console.error(`Snapshot ${current.id}, the published one, cannot be served.`, error);
      if (!before) serving.opened = await openNewestWhole(current, error);
    }
  } finally {
    serving.checked = performance.now();
  }
}

/** @throws where the file is damaged or is no snapshot. */
async function openWhole({ id, file }: Published): Promise<Opened> {
  if (!(await isIntact(readHome(), id))) throw new Error(`The file ${file} is damaged.`);
  return openFile(file);
}

/** Another snapshot than one that cannot be opened; throws why that cannot be where there is none. */
async function openNewestWhole({ id }: Current, why: unknown): Promise<Opened> {
  const refused = [id];
  for (;;) {
    const next = await newestSnapshot(readHome(), refused);
    if (!next) throw why;
    try {
      const opened = await openWhole(next);
      console.error(`Snapshot ${next.id} is served instead, the newest one that is whole.`);
      return opened;
    } catch {
      refused.push(next.id);
    }
  }
}

/** @throws when a version of the program has written the snapshot whose tables this one does not read. */
async function requireReadable({ id }: Current): Promise<void> {
  const manifest = await readManifest(readHome(), id);
  if (manifest && !isReadable(manifest))
    throw new Error(`Snapshot ${id} is of another version of this program; start the server again.`);
}
