import fc from "fast-check";
import { expect, test } from "vitest";
import type { Event } from "../../core/events/event.ts";
import { factsIn } from "../../core/events/testing.ts";
import { deliveryMeasures } from "./measures.ts";
import { storeForTests } from "./testing.ts";

const { store, tell, answer, rows } = storeForTests();
const january = { from: "2026-01-01", to: "2026-01-31" } as const;

/** A month with a baseline, a squashed change, a fix that two facts tell of, a rollback and what is not deployed yet. */
function month(component: string): Event[] {
  const { change, deployed, read } = factsIn(component);
  return [
    ...["a", "b", "c", "d", "e"].map((id, day) =>
      change(id, `2026-01-0${day + 1}T10:00:00Z`, { byHost: day === 1 }),
    ),
    change("absurd", "", { problem: "date-absurd", mergedAt: null, authoredAt: null }),
    ...deployed("v1", "2026-01-01T12:00:00Z", { baseline: true, delivers: ["a"] }),
    ...deployed("v2", "2026-01-03T12:00:00Z", { delivers: ["b", "c"] }),
    ...deployed("v3", "2026-01-09T12:00:00Z", {
      delivers: ["d"],
      cause: "fix",
      mends: [{ deployment: "v2", because: "v3 reverts b" }],
    }),
    ...deployed("back", "2026-01-20T12:00:00Z", {
      cause: "rollback",
      mends: [{ deployment: "v3", because: "back to v2" }],
    }),
    read(),
  ];
}

async function everythingSaid(component: string): Promise<unknown> {
  const of = [component];
  const said = [];
  for (const { id } of deliveryMeasures) {
    const { points, summary, p85, rows: counted, title, days } = await answer(id, { of, ...january });
    const list = (await rows(id, { of, ...january })).map((row) => ({ ...row, component: "" }));
    said.push({ id, points, summary, p85, counted, title, days, list });
  }
  return said;
}

test("facts that come again, in pieces and in any order, change no figure and no row", async () => {
  await tell(month("once"));
  const once = await everythingSaid("once");
  let run = 0;
  const lengths = month("").length;
  const order = fc.array(fc.nat({ max: lengths - 1 }), { maxLength: 20 }).chain((again) => {
    const places = [...Array.from({ length: lengths }, (_, place) => place), ...again];
    return fc.tuple(
      fc.shuffledSubarray(places, { minLength: places.length }),
      fc.integer({ min: 3, max: 12 }),
      fc.boolean(),
    );
  });
  await fc.assert(
    fc.asyncProperty(order, async ([places, piece, settled]) => {
      const component = `shuffled-${run++}`;
      const facts = month(component);
      for (let start = 0; start < places.length; start += piece) {
        await tell(places.slice(start, start + piece).map((place) => facts[place] as Event));
      }
      if (settled) await store().settle();
      expect(await everythingSaid(component)).toEqual(once);
    }),
    { numRuns: 4 },
  );
}, 120_000);
