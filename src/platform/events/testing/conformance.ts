/** Test support: the claims that the events store keeps on every driver. When production surprises, the surprise comes here first. */
import { afterAll, beforeAll, describe } from "vitest";
import type { EventsDb } from "../events-db.ts";
import type { EventsOptions } from "../open-events.ts";
import { bounds } from "./bounds.ts";
import { inserts } from "./inserts.ts";
import { layOut } from "./probe.ts";
import { values } from "./values.ts";

/** `open` is asked for bounds that a test can reach: a statement may run for one second. */
export function eventsConformance(name: string, open: (options: EventsOptions) => Promise<EventsDb>): void {
  describe(`events on ${name}`, () => {
    let events: EventsDb;
    beforeAll(async () => {
      events = await open({ maxSeconds: 1 });
      await layOut(events);
    });
    afterAll(() => events.close());
    for (const claim of [values, inserts, bounds]) claim(() => events);
  });
}
