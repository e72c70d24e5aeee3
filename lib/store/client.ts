import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { setMaxListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** The client of a request. */
export interface Client {
  /** Aborts when the client disconnects before the response is complete. */
  left: AbortSignal;
  /** Resolves when the response is sent or the client disconnects. */
  done: Promise<void>;
  /** Whether the request is expensive. Its statements then use a separate connection. */
  isHeavy: boolean;
  /** Whether the browser goes from one page of this site to another. Nothing reads the tags of link previews then. */
  isNavigation: boolean;
}

/**
 * Node closes a connection on which nothing is sent or received for so long, and for twice as long where a response is
 * only partly sent. A request may wait 10 s for its turn and 5 s for its statement.
 */
const idleMs = 20_000;

/** One for the process: Next loads modules once for pages and once for route handlers. */
const shared = globalThis as typeof globalThis & { clients?: AsyncLocalStorage<Client> };
shared.clients ??= new AsyncLocalStorage<Client>();
const clients = shared.clients;

/** The client of the current request; `undefined` outside a request. */
export const currentClient = (): Client | undefined => clients.getStore();

/** Runs work for a client. */
export const forClient = <Result>(client: Client, work: () => Result): Result => clients.run(client, work);

/** Runs work that goes on for others when the client of the current request disconnects. */
export const forEveryone = <Result>(work: () => Result): Result => clients.run(undefined as never, work);

interface RequestStarts {
  request: IncomingMessage;
  response: ServerResponse;
  socket: Socket;
}

/** Tracks the client of every request of this process. Next does not tell pages when a client disconnects. */
export function watchClients(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response, socket } = message as RequestStarts;
    socket.setTimeout(idleMs);
    const leaving = new AbortController();
    setMaxListeners(0, leaving.signal); // every statement of a page listens
    const done = new Promise<void>((resolve) => {
      response.once("close", () => {
        if (!response.writableFinished)
          leaving.abort(new DOMException("The client disconnected.", "AbortError"));
        resolve();
      });
    });
    const isNavigation = request.headers.rsc !== undefined;
    clients.enterWith({ left: leaving.signal, done, isHeavy: false, isNavigation });
  });
}
