import { once } from "node:events";
import { existsSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";

import { launch } from "@/lib/setup/processes.mjs";
import { firstAnswer, nodeArguments, serverEnvironment } from "@/lib/setup/serve.mjs";
import type { Home } from "@/lib/snapshot/paths";

/** A production server with some records, on a free port of this machine. */
export interface Server {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const timeoutSeconds = 30;

/** @throws if there is no build, or the server ends before it responds. */
export async function serve(home: Home): Promise<Server> {
  if (!existsSync(join(".next", "BUILD_ID")))
    throw new Error(
      "There is no build to measure; run `npm run build` first, or leave these parts out with --only=import,queries.",
    );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const next = join("node_modules", "next", "dist", "bin", "next");
  const { child, ended } = launch(
    process.execPath,
    [...nodeArguments, next, "start", "-H", "127.0.0.1", "-p", String(port)],
    { env: { CONTRACTS_HOME: home.root, NODE_ENV: "production", ...serverEnvironment }, output: "hidden" },
  );
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const stop = async () => {
    process.off("exit", kill);
    child.kill("SIGTERM");
    await ended;
  };
  const status = await firstAnswer(`${url}/api/health`, () => child.exitCode !== null, timeoutSeconds);
  if (status === 200) return { url, pid: child.pid as number, stop };
  await stop();
  throw new Error(`The server did not answer (${status ?? "no response"}).`);
}

/** A free port of this machine. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}

export interface Download {
  status: number;
  bytes: number;
  /** Seconds until the first byte of the body, and until the last. */
  first: number;
  seconds: number;
}

/** Reads a response and drops it. `onBytes` gets the bytes so far and disconnects by returning `false`. */
export function download(url: string, onBytes: (bytes: number) => boolean = () => true): Promise<Download> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const since = () => (performance.now() - began) / 1000;
    let bytes = 0;
    let first = 0;
    const request = get(url, { agent: false }, (response) => {
      const done = () => resolve({ status: response.statusCode ?? 0, bytes, first, seconds: since() });
      response.on("data", (piece: Buffer) => {
        if (bytes === 0) first = since();
        bytes += piece.length;
        if (onBytes(bytes)) return;
        response.off("error", reject);
        response.on("error", () => undefined); // the disconnect is intended
        request.destroy();
        done();
      });
      response.on("end", done);
      response.on("error", reject);
    });
    request.on("error", reject);
  });
}
