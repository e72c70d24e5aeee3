import fs from "node:fs";
import path from "node:path";

/** A save is several events: a temporary file, a rename, a change of time. */
const quietMs = 300;

/**
 * Runs `work` after each change of a rule table or record file: once the files have been quiet for a moment, and never twice
 * at the same time. Returns a function that stops watching.
 * @param {string} folder of the rule tables, with the record files in its folder `records`
 * @param {() => Promise<void>} work
 */
export function watchData(folder, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let isRunning = false;
  let isChanged = false;
  const run = async () => {
    isChanged = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isChanged) {
        isChanged = false;
        await work();
      }
    } finally {
      isRunning = false;
    }
  };
  // Not `recursive`: on Linux that watches each file, and loses those that an editor replaces.
  const watchers = [folder, path.join(folder, "records"), path.join(folder, "records", "subawards")]
    .filter(fs.existsSync)
    .map((watched) =>
      fs.watch(watched, (_, name) => {
        if (!/\.(csv|tsv|txt|gz|zip)$/i.test(name ?? "")) return;
        clearTimeout(timer);
        timer = setTimeout(run, quietMs);
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
