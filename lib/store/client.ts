import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { setMaxListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Whoever sent the request under way. */
export interface Client {
  /** Fires when the client leaves before the answer is whole. */
  left: AbortSignal;
  /** Resolves when the answer is handed over, or the client has left. */
  done: Promise<void>;
  /** Whether the request is one of the dearest: its statements have a connection of their own. */
  isHeavy: boolean;
}

/** A connection that takes nothing of its answer for so long is closed. */
const idleMs = 60_000;

/** One for the process: Next loads modules once for pages and once for route handlers. */
const shared = globalThis as typeof globalThis & { clients?: AsyncLocalStorage<Client> };
shared.clients ??= new AsyncLocalStorage<Client>();
const clients = shared.clients;

/** The client of the request under way; nothing outside of a request. */
export const currentClient = (): Client | undefined => clients.getStore();

/** Runs work for a client. */
export const forClient = <Result>(client: Client, work: () => Result): Result => clients.run(client, work);

interface RequestStarts {
  request: IncomingMessage;
  response: ServerResponse;
  socket: Socket;
}

/** Makes the client of every request of this process known. Next tells pages nothing of a client that leaves. */
export function watchClients(): void {
  subscribe("http.server.request.start", (message) => {
    const { response, socket } = message as RequestStarts;
    socket.setTimeout(idleMs); // Node closes a connection that is silent for so long
    const leaving = new AbortController();
    setMaxListeners(0, leaving.signal); // every statement of a page listens
    const done = new Promise<void>((resolve) => {
      response.once("close", () => {
        if (!response.writableFinished) leaving.abort(new DOMException("The client has left.", "AbortError"));
        resolve();
      });
    });
    clients.enterWith({ left: leaving.signal, done, isHeavy: false });
  });
}
