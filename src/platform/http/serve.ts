import type { Server } from "node:http";
import { serve } from "@hono/node-server";

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

/** Listens for requests. Throws the system's error (`EADDRINUSE`) where the port is taken and no other will do. */
export async function listen(fetch: Fetch, where: Where): Promise<Listening> {
  try {
    return await open(fetch, where);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    if (taken && where.orAnyPort) return open(fetch, { ...where, port: 0 });
    throw error;
  }
}

function open(fetch: Fetch, { host, port }: Where): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (address) =>
      resolve({ port: address.port, close: () => close(server as Server) }),
    ) as Server;
    server.once("error", reject);
  });
}

/** Requests in hand may finish; connections that only wait are ended. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
