import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Failure } from "../errors.ts";

export interface Listening {
  readonly port: number;
  /** Takes no more requests, finishes those in hand, and resolves. */
  close(): Promise<void>;
}

export interface Where {
  readonly host: string;
  readonly port: number;
  /** Take any free port when this one is taken. */
  readonly orAnyPort: boolean;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** Listens for requests. Throws a `conflict` where the port is taken and no other will do. */
export async function listen(fetch: Fetch, where: Where): Promise<Listening> {
  try {
    return await open(fetch, where);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    if (taken && where.orAnyPort) return open(fetch, { ...where, port: 0 });
    throw taken ? portTaken(where.port) : error;
  }
}

const portTaken = (port: number): Failure =>
  new Failure("conflict", {
    detail: `Port ${port} is taken by another program. Choose another with --port.`,
  });

function open(fetch: Fetch, { host, port }: Where): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (address) =>
      resolve({ port: address.port, close: () => close(server as Server) }),
    ) as Server;
    server.once("error", reject);
  });
}

/** The longest that a request in hand may hold up the closing, in milliseconds: a client may never come to its end. */
const LONGEST_WAIT_MS = 5_000;

/** Requests in hand may finish; connections that only wait are ended at once. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const enough = setTimeout(() => server.closeAllConnections(), LONGEST_WAIT_MS);
    server.close(() => {
      clearTimeout(enough);
      resolve();
    });
    server.closeIdleConnections();
  });
}
