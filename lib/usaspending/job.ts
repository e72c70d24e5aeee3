import type { Client } from "@/lib/usaspending/client";
import type { Progress } from "@/lib/usaspending/progress";
import { ApiError, type Clock } from "@/lib/usaspending/request";

/** A download that was ordered did not come. The message is one sentence. */
export class JobFailed extends Error {
  override name = "JobFailed";
}

/** Pauses between two looks at a job, and how long it may take, in milliseconds. */
const shortestPause = 10_000;
const longestPause = 30_000;
const patience = 45 * 60_000;

interface Order {
  file: string;
  /** When it was ordered, in milliseconds since 1970. */
  at: number;
}

/**
 * Orders a download, waits for it and keeps its file under `name`; one that was ordered before a stop is waited for
 * again, and one that is there is taken as it is. Throws {@link JobFailed} and `ApiError`.
 */
export async function fetchFile(
  {
    client,
    progress,
    clock,
    signal,
  }: { client: Client; progress: Progress; clock: Clock; signal: AbortSignal },
  name: string,
  order: () => Promise<string>,
): Promise<string> {
  const known = await progress.read<{ path: string }>(`${name}.done.json`);
  if (known) return progress.path(name);
  const { file, at } = await progress.remember<Order>(`${name}.order.json`, async () => ({
    file: await order(),
    at: clock.now(),
  }));
  let pause = shortestPause;
  for (;;) {
    const { status, message, file_url } = await client.askJob(file);
    if (status === "failed")
      throw new JobFailed(
        `The download ${file} failed${message ? ` (${message.replace(/\s+/g, " ").slice(0, 200)})` : ""}`,
      );
    if (status === "finished") {
      if (!file_url) throw new ApiError(`The download ${file} is finished but has no address`, "unreadable");
      await client.download(file_url, async (bytes) => void (await progress.keep(name, bytes)));
      await progress.write(`${name}.done.json`, { file });
      return progress.path(name);
    }
    if (clock.now() - at > patience)
      throw new JobFailed(`The download ${file} was not finished after ${patience / 60_000} minutes`);
    await clock.sleep(pause, signal);
    pause = Math.min(longestPause, pause * 1.5);
  }
}
