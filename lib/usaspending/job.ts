import type { ApiClient, JobStatus } from "@/lib/usaspending/client";
import type { SavedProgress } from "@/lib/usaspending/progress";
import { ApiError, type Clock } from "@/lib/usaspending/request";

/** An ordered download failed. The message is one sentence. */
export class JobFailed extends Error {
  override name = "JobFailed";
}

/** A download was not finished in time. */
export class JobTimeout extends JobFailed {
  override name = "JobTimeout";
}

/** Pauses before the first poll and between two, in milliseconds. */
const firstPause = 10_000;
const longestPause = 30_000;
/** How long a job may take. */
const jobTimeout = 15 * 60_000;

interface Order {
  file: string;
  /** When it was ordered, in milliseconds since 1970. */
  at: number;
}

/** The tools to fetch a file. */
export interface JobTools {
  client: ApiClient;
  progress: SavedProgress;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * Orders a download, polls it and saves its file under `name`. One that was ordered before a stop is polled again, and one
 * that has been saved is used. Throws {@link JobFailed} and `ApiError`.
 */
export async function fetchFile(
  { client, progress, clock, signal }: JobTools,
  name: string,
  order: () => Promise<string>,
): Promise<string> {
  if (await progress.read(`${name}.done.json`)) return progress.path(name);
  const earlier = await progress.read<Order>(`${name}.order.json`);
  if (earlier && clock.now() - earlier.at > jobTimeout) await progress.remove(`${name}.order.json`);
  const { file, at } = await progress.cached<Order>(`${name}.order.json`, async () => ({
    file: await order(),
    at: clock.now(),
  }));

  async function fail(problem: string, Failure = JobFailed): Promise<never> {
    await progress.remove(`${name}.order.json`);
    throw new Failure(`The download ${file} ${problem}`);
  }
  async function poll(): Promise<JobStatus> {
    try {
      return await client.jobStatus(file);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
      // The status is read from a copy of the database, which may not know a new job for a while.
      return { status: "running" };
    }
  }

  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 1.5)) {
    await clock.sleep(pause, signal);
    const { status, message, file_url } = await poll();
    if (status === "failed")
      await fail(`failed${message ? ` (${message.replace(/\s+/g, " ").slice(0, 200)})` : ""}`);
    if (status === "finished") {
      if (!file_url) return fail("is finished but has no address");
      await client.download(file_url, async (bytes) => void (await progress.save(name, bytes)));
      await progress.write(`${name}.done.json`, { file });
      return progress.path(name);
    }
    if (clock.now() - at > jobTimeout)
      await fail(`was not finished after ${jobTimeout / 60_000} minutes`, JobTimeout);
  }
}
