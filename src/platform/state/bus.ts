import { EventEmitter } from "node:events";
import { Failure } from "../errors.ts";

/** Tells what happens in the installation to whoever listens. Not kept: who does not listen at that moment misses it. */
export interface Bus {
  notify(channel: string, payload: string): Promise<void>;
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** PostgreSQL's own limit, held in both modes. */
const LONGEST_PAYLOAD_BYTES = 7999;

export function checkPayload(payload: string): void {
  if (Buffer.byteLength(payload) <= LONGEST_PAYLOAD_BYTES) return;
  throw new Failure("too_large", {
    detail: `A notification holds at most ${LONGEST_PAYLOAD_BYTES} bytes: send an id.`,
  });
}

/** Embedded there is one process, and PGlite's own notifications do not come through the socket. */
export function localBus(): Bus {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    async notify(channel, payload) {
      checkPayload(payload);
      for (const heard of emitter.listeners(channel)) setImmediate(() => heard(payload));
    },
    async listen(channel, heard) {
      emitter.on(channel, heard);
      return async () => void emitter.off(channel, heard);
    },
    async close() {
      emitter.removeAllListeners();
    },
  };
}
