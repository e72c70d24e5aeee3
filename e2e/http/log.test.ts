import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

import { built, homeOf } from "@/lib/setup/sites.mjs";

let server: ChildProcess | undefined;
afterAll(() => server?.kill("SIGKILL"));

/** Logs several lines at once, like a busy server that fails. */
const logging = "setInterval(() => { for (const line of [1, 2, 3]) console.error(line); }, 100)";

it("keeps serving after its log pipe closes, and ends on SIGTERM", async () => {
  const next = join(built, "node_modules", "next", "dist", "bin", "next");
  server = spawn(
    process.execPath,
    ["--import", `data:text/javascript,${logging}`, next, "start", built, "-H", "127.0.0.1", "-p", "0"],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production", CONTRACTS_HOME: homeOf("bundled") },
    },
  );
  const ended = once(server, "exit");
  let log = "";
  server.stdout?.on("data", (text) => {
    log += text;
  });
  const origin = () => /http:\/\/127\.0\.0\.1:\d+/.exec(log)?.[0];
  await expect.poll(origin, { timeout: 30_000 }).toBeDefined();
  const health = () => fetch(`${origin()}/api/health`).then(({ status }) => status);
  expect(await health()).toBe(200);
  server.stdout?.destroy();
  server.stderr?.destroy();
  await new Promise((resolve) => setTimeout(resolve, 500)); // some writes fail
  expect(await health()).toBe(200);
  server.kill("SIGTERM");
  await ended; // an endless loop would not end
});
