import net from "node:net";

import { Failure } from "./processes.mjs";

/**
 * The address that the server listens on: HOST and PORT, by default this machine only at 3000.
 * @param {Record<string, string | undefined>} env
 */
export function readAddress(env) {
  const host = (env.HOST ?? "").trim() || "127.0.0.1";
  const text = (env.PORT ?? "").trim() || "3000";
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) {
    throw new Failure(
      `PORT is "${text}", which is not a port; choose a number from 1 to 65535, for example PORT=8080.`,
    );
  }
  return { host, port };
}

/**
 * The address to open in a browser; a server that listens everywhere also listens on this machine.
 * @param {{ host: string, port: number }} address
 */
export function toUrl({ host, port }) {
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/**
 * Fails with a sentence if the port is not free.
 * @param {{ host: string, port: number }} address
 */
export async function requireFreePort({ host, port }) {
  /** @type {NodeJS.ErrnoException | undefined} */
  const refusal = await new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", resolve);
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
  if (!refusal) return;
  if (refusal.code === "EADDRINUSE") {
    const other = port === 3001 ? 3002 : 3001;
    throw new Failure(
      `Port ${port} is taken by another program; stop that program or choose another port, for example PORT=${other} npm start.`,
    );
  }
  if (refusal.code === "EACCES") {
    throw new Failure(
      `Port ${port} is reserved by the system; choose one above 1023, for example PORT=3000.`,
    );
  }
  throw new Failure(
    `HOST is "${host}", where this machine cannot listen (${refusal.code}); leave HOST out or set it to 0.0.0.0.`,
  );
}
