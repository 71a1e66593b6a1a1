import type { Env, Hono, Context as HonoContext } from "hono";
import { streamSSE } from "hono/streaming";
import { fail } from "../errors.ts";
import type { Contract } from "./contract.ts";

/**
 * Server-sent events that say only that something changed; what, is asked for by the pages as ever, under the same walls. So nothing
 * can be overheard by who may listen no longer.
 */
export interface Stream<Context> {
  readonly path: `/${string}`;
  /** What it takes to ask this, it takes to listen. */
  readonly like: Contract;
  /** What the person who asks listens to, and who they are; fails where they may not. */
  topic(context: Context, asked: Readonly<Record<string, string>>): Promise<{ about: string; who: string }>;
}

export interface Live {
  /** Calls back whenever something of a topic changed, until the function that it gives is called. */
  hear(topic: string, changed: () => void): () => void;
  /** Aborts when the server stops. */
  readonly stopping: AbortSignal;
}

interface Listening<Context> {
  readonly contextOf: (request: HonoContext, contract: Contract) => Promise<Context> | Context;
  readonly live: Live;
}

/** As a sign of life, so that nothing between closes the line. */
const ALIVE_MS = 20_000;
/** Then the browser comes back, and is asked again who it is. */
const LONGEST_MS = 10 * 60 * 1000;
/** Many more than there are people at their check-in; each costs a connection. */
const MOST_OPEN = 2_000;
/** As many pages as somebody has open at once. */
const MOST_EACH = 20;

export function mountStreams<Context, E extends Env>(
  app: Hono<E>,
  streams: readonly Stream<Context>[],
  { contextOf, live }: Listening<Context>,
): void {
  const open: string[] = [];
  for (const { path, like, topic } of streams) {
    app.get(path, async (c) => {
      const { about, who } = await topic(await contextOf(c, like), c.req.query());
      const own = open.filter((one) => one === who).length;
      if (open.length >= MOST_OPEN || own >= MOST_EACH)
        fail("too_many", "Too many are listening at once. The page works without it.");
      open.push(who);
      c.header("cache-control", "no-store");
      // A proxy would else keep what is said until there is enough of it.
      c.header("x-accel-buffering", "no");
      return streamSSE(c, async (stream) => {
        const ended = AbortSignal.any([live.stopping, AbortSignal.timeout(LONGEST_MS)]);
        const deaf = live.hear(about, () => void stream.writeSSE({ event: "changed", data: "" }));
        const alive = setInterval(() => void stream.write(": still here\n\n"), ALIVE_MS);
        try {
          await stream.writeSSE({ event: "ready", data: "" });
          await new Promise<void>((resolve) => {
            stream.onAbort(resolve);
            ended.addEventListener("abort", () => resolve(), { once: true });
            if (ended.aborted) resolve();
          });
        } finally {
          clearInterval(alive);
          deaf();
          open.splice(open.indexOf(who), 1);
        }
      });
    });
  }
}
