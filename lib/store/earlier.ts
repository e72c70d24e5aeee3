import "server-only";

import type { Published } from "@/lib/snapshot/current";
import { type Opened, openFile, type Store, TooManyExports } from "@/lib/store/file";

interface Limits {
  /** Files that are open at once. */
  most?: number;
  /** How long a file that nobody reads stays open. */
  restMs?: number;
  /** How long somebody waits for others to be done where `most` files are being read. */
  patienceMs?: number;
}

/** Exports of earlier snapshots that run at once: each holds a file open for as long as its client takes. */
const mostExports = 8;

/** A file that is open or being opened. */
interface Entry {
  opened: Promise<Opened>;
  /** Who is about to read it: from asking for the file to the end of a statement. */
  readers: number;
  isIdle: () => boolean;
  close: () => void;
  rest: NodeJS.Timeout | undefined;
}

/**
 * Snapshots beside the published one. A few files are open at a time, with little memory each; the one that was not
 * read for the longest time makes room for another, and is opened again when it is asked for again. None is closed
 * while something of it is read.
 */
export function earlierSnapshots({ most = 2, restMs = 180_000, patienceMs = 10_000 }: Limits = {}) {
  const entries = new Map<string, Entry>(); // the most recently used last
  const waiting = new Set<() => void>();
  let exporting = 0;

  const isFree = ({ readers, isIdle }: Entry) => readers === 0 && isIdle();

  function close(id: string, entry: Entry) {
    entries.delete(id);
    clearTimeout(entry.rest);
    entry.close();
  }

  /** Called when somebody is done with a file: lets in who waits, and closes it if nobody comes back. */
  function rest(id: string, entry: Entry) {
    if (!isFree(entry)) return;
    clearTimeout(entry.rest);
    entry.rest = setTimeout(() => isFree(entry) && close(id, entry), restMs).unref();
    for (const go of waiting) go();
    waiting.clear();
  }

  const someRest = () =>
    new Promise<void>((resolve, reject) => {
      const go = () => {
        clearTimeout(patience);
        resolve();
      };
      const patience = setTimeout(() => {
        waiting.delete(go);
        reject(new TooManyExports());
      }, patienceMs);
      waiting.add(go);
    });

  function begin({ id, file }: Published): Entry {
    const entry: Entry = {
      opened: openFile(file, { memory: "100MB", lanes: 1, onIdle: () => rest(id, entry) }),
      readers: 0,
      isIdle: () => true,
      close: () => {}, // who waits for the file to be opened reads it: until then nobody closes it
      rest: undefined,
    };
    entry.opened.then(
      ({ isIdle, close: closeFile }) => {
        entry.isIdle = isIdle;
        entry.close = closeFile;
      },
      () => entries.get(id) === entry && entries.delete(id),
    );
    return entry;
  }

  async function take(kept: Published): Promise<Entry> {
    for (;;) {
      const known = entries.get(kept.id);
      if (!known && entries.size >= most) {
        const [oldest] = [...entries].filter(([, entry]) => isFree(entry));
        if (oldest) close(...oldest);
      }
      if (known || entries.size < most) {
        const entry = known ?? begin(kept);
        entries.delete(kept.id);
        entries.set(kept.id, entry);
        entry.readers += 1;
        return entry;
      }
      await someRest();
    }
  }

  async function use<Result>(kept: Published, work: (opened: Opened) => Promise<Result>): Promise<Result> {
    const entry = await take(kept);
    try {
      return await work(await entry.opened);
    } finally {
      entry.readers -= 1;
      rest(kept.id, entry);
    }
  }

  /** An export reads a file of its own, so that a slow client keeps nobody from another snapshot. */
  async function exportOf(kept: Published, asked: Parameters<Store["everyRow"]>) {
    if (exporting >= mostExports) throw new TooManyExports();
    exporting += 1;
    let opened: Opened | undefined;
    const end = () => {
      exporting -= 1;
      opened?.close();
    };
    try {
      opened = await openFile(kept.file, { memory: "100MB", lanes: 1, onIdle: end });
    } catch (error) {
      end();
      throw error;
    }
    return opened.store.everyRow(...asked);
  }

  return {
    /** @throws {TooManyExports} when too many others are being read. */
    async read(kept: Published): Promise<Store> {
      const { store } = await use(kept, async (opened) => opened);
      return {
        ...store,
        named: kept.id,
        rows: (statement) => use(kept, (opened) => opened.store.rows(statement)),
        everyRow: (...asked) => exportOf(kept, asked),
      };
    },
  };
}
