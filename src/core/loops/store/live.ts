import { EventEmitter } from "node:events";
import { fail } from "../../../platform/errors.ts";
import type { Live, Stream } from "../../../platform/http/streams.ts";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { checkIn } from "../check-in/contract.ts";
import type { LoopsContext } from "../context.ts";
import { LIVE_PATH, LOOPS_CHANGED } from "../live.ts";

/** What is told of check-ins in this installation, for those who listen in this process. */
export async function openLive(state: StateDb): Promise<Live & { close(): Promise<void> }> {
  const told = new EventEmitter().setMaxListeners(0);
  const stopping = new AbortController();
  const stop = await state.listen(LOOPS_CHANGED, (topic) => told.emit(topic));
  return {
    hear: (topic, changed) => {
      told.on(topic, changed);
      return () => told.off(topic, changed);
    },
    stopping: stopping.signal,
    async close() {
      stopping.abort();
      await stop();
    },
  };
}

/** Who belongs to a unit hears of its check-in, everybody of their own. */
export const loopsStreams: readonly Stream<LoopsContext>[] = [
  {
    path: LIVE_PATH,
    like: checkIn,
    topic: async ({ loops, actor }, { unit: slug }) => {
      const { unit, own } = await loops.whose(slug);
      if (!own) fail("not_allowed");
      return { about: unit?.id ?? actor.person, who: actor.person };
    },
  },
];
