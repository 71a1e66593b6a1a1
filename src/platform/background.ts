import type { Log } from "./log.ts";

/** Work that nobody waits for: an answer must not tell by its time what was found. */
export interface Background {
  begin(work: () => Promise<unknown>): void;
  /** Resolves when all that was begun is done. */
  done(): Promise<void>;
}

export function background(log: Log): Background {
  const inHand = new Set<Promise<unknown>>();
  return {
    begin(work) {
      const running = work()
        .catch((err) => log.error({ err }, "work in the background failed"))
        .finally(() => inHand.delete(running));
      inHand.add(running);
    },
    done: async () => void (await Promise.allSettled(inHand)),
  };
}
