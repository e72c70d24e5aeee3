import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const megabyte = 1_000_000;

/** The memory of a process in MB; `null` after its end. */
export async function memoryOf(pid: number): Promise<number | null> {
  try {
    const text =
      process.platform === "linux"
        ? (/VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1] ?? "")
        : (await run("ps", ["-o", "rss=", "-p", String(pid)])).stdout.trim();
    return text === "" ? null : (Number(text) * 1024) / megabyte;
  } catch {
    return null;
  }
}

/** Watches a process's memory. The returned function stops that and gives the peak in MB. */
export function watchMemory(pid: number): () => Promise<number> {
  let most = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      most = Math.max(most, (await memoryOf(pid)) ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    return most;
  };
}

/** Milliseconds of processor time that a process has used; `null` if unknown. */
export async function processorTimeOf(pid: number): Promise<number | null> {
  if (process.platform !== "linux") return null;
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // After the name in brackets, which may have any characters; user and system time in ticks of 10 ms.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
