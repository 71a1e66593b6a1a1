/** Test support: only tests import this. The area's measures over the real, embedded events store. */
import { afterAll, beforeAll } from "vitest";
import type { Event } from "../../core/events/event.ts";
import { type EventStore, eventStore } from "../../core/events/store.ts";
import { measureAsked } from "../../core/measures/context.ts";
import type { AskedRange } from "../../core/measures/periods.ts";
import { answerMeasure, countingIn, reachOf } from "../../core/measures/store/answer.ts";
import { factsOf, rowsOf } from "../../core/measures/store/figures.ts";
import type { UnitForFigures } from "../../core/org/figures.ts";
import { scopeOf } from "../../core/sharing/scope.ts";
import { openTestEvents } from "../../platform/events/testing.ts";
import { deliveryMeasures } from "./measures.ts";

export * as deliveryTables from "./tables.ts";

/** Long after everything that the tests tell of. */
export const later = Date.parse("2027-06-01T12:00:00Z");

export function testUnit(components: readonly string[], timeZone = "UTC"): UnitForFigures {
  const windows = components.map((component) => ({ component, from: null, until: null }));
  const scope = scopeOf(windows, "figures");
  const counting = () => ({ scope, rows: scopeOf(windows, "rows"), teams: null });
  return { slug: "team", name: "Team", kind: "team", timeZone, own: true, all: scope, counting, moves: [] };
}

interface Asked extends Partial<AskedRange> {
  readonly of: readonly string[];
  readonly timeZone?: string;
  readonly now?: number;
}

/** One store for a test file; each test tells of components of its own. */
export function storeForTests() {
  let events: EventStore | undefined;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const db = await openTestEvents();
    events = eventStore(db, { now: () => later });
    close = db.close;
  });
  afterAll(() => close?.());
  const store = () => events as EventStore;
  const asked = async ({ of, timeZone, now = later, ...range }: Asked) => {
    const unit = testUnit(of, timeZone);
    return {
      unit,
      now,
      range: { every: "week" as const, ...range },
      facts: await factsOf(store(), unit.all),
    };
  };
  return {
    store,
    tell: (...facts: readonly (Event | readonly Event[])[]) => store().record(facts.flat() as Event[]),
    answer: async (id: string, ask: Asked) => answerMeasure(store(), measure(id), await asked(ask)),
    async rows(id: string, ask: Asked) {
      const of = await asked(ask);
      const reach = reachOf(measure(id), of, countingIn(measure(id), of.unit).rows);
      const page = { undated: true, left: "both", offset: 0, limit: 1_000 } as const;
      return (await rowsOf(store(), measure(id), { reach, page })).rows;
    },
  };
}

const measure = (id: string) => measureAsked({ measures: deliveryMeasures }, id);
