import "server-only";

import { EventEmitter, once } from "node:events";

import type { Published } from "@/lib/snapshot/current";
import { type Opened, openFile, type Store, TooManyExports } from "@/lib/store/file";

interface Limits {
  /** Files that are open at once. */
  most?: number;
  /** How long an idle file stays open. */
  keepOpenMs?: number;
  /** How long a read waits for a free file while `most` others are being read. */
  timeoutMs?: number;
}

/** Exports of earlier snapshots that run at once: each has a file open for as long as its client takes. */
const mostExports = 8;

/** A file that is open or being opened. */
interface OpenFile {
  opened: Promise<Opened>;
  /** The reads of it, each from the request for the file to the end of its statement. */
  readers: number;
  isIdle: () => boolean;
  close: () => void;
  closing: NodeJS.Timeout | undefined;
}

/**
 * Snapshots other than the published one. A few files are open at a time, with little memory each; the least recently
 * read one makes room for another. None is closed while it is being read, so this is no lru-cache, which cannot refuse to
 * evict an entry, and no p-limit, which counts reads and not files.
 */
export function earlierSnapshots({ most = 2, keepOpenMs = 180_000, timeoutMs = 10_000 }: Limits = {}) {
  const entries = new Map<string, OpenFile>(); // the most recently used last
  const files = new EventEmitter().setMaxListeners(0); // every waiting read listens
  let exporting = 0;

  const isFree = ({ readers, isIdle }: OpenFile) => readers === 0 && isIdle();

  function close(id: string, entry: OpenFile) {
    entries.delete(id);
    clearTimeout(entry.closing);
    entry.close();
  }

  /** Called when a read has ended: wakes the waiting reads and starts the timer that closes the file. */
  function release(id: string, entry: OpenFile) {
    if (!isFree(entry)) return;
    clearTimeout(entry.closing);
    entry.closing = setTimeout(() => isFree(entry) && close(id, entry), keepOpenMs).unref();
    files.emit("free");
  }

  function begin({ id, file }: Published): OpenFile {
    const entry: OpenFile = {
      opened: openFile(file, { memory: "100MB", lanes: 1, onIdle: () => release(id, entry) }),
      readers: 0,
      isIdle: () => true,
      close: () => {}, // a file that is being opened has a reader, so it is not closed
      closing: undefined,
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

  async function take(snapshot: Published): Promise<OpenFile> {
    for (;;) {
      const known = entries.get(snapshot.id);
      if (!known && entries.size >= most) {
        const [oldest] = [...entries].filter(([, entry]) => isFree(entry));
        if (oldest) close(...oldest);
      }
      if (known || entries.size < most) {
        const entry = known ?? begin(snapshot);
        entries.delete(snapshot.id);
        entries.set(snapshot.id, entry);
        entry.readers += 1;
        return entry;
      }
      const timeout = AbortSignal.timeout(timeoutMs);
      await once(files, "free", { signal: timeout }).catch((error) => {
        throw timeout.aborted ? new TooManyExports() : error;
      });
    }
  }

  async function use<Result>(
    snapshot: Published,
    work: (opened: Opened) => Promise<Result>,
  ): Promise<Result> {
    const entry = await take(snapshot);
    try {
      return await work(await entry.opened);
    } finally {
      entry.readers -= 1;
      release(snapshot.id, entry);
    }
  }

  /** An export opens the file for itself, so that a slow client blocks no read of another snapshot. */
  async function exportOf(snapshot: Published, request: Parameters<Store["everyRow"]>) {
    if (exporting >= mostExports) throw new TooManyExports();
    exporting += 1;
    let opened: Opened | undefined;
    const end = () => {
      exporting -= 1;
      opened?.close();
    };
    try {
      opened = await openFile(snapshot.file, { memory: "100MB", lanes: 1, onIdle: end });
    } catch (error) {
      end();
      throw error;
    }
    return opened.store.everyRow(...request);
  }

  return {
    /** @throws {TooManyExports} when no file becomes free in time. */
    async read(snapshot: Published): Promise<Store> {
      const { store } = await use(snapshot, async (opened) => opened);
      return {
        ...store,
        named: snapshot.id,
        rows: (statement) => use(snapshot, (opened) => opened.store.rows(statement)),
        everyRow: (...request) => exportOf(snapshot, request),
      };
    },
  };
}
