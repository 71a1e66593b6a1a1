import fc from "fast-check";
import { expect, test } from "vitest";
import { factsIn } from "../../core/events/testing.ts";
import { later, storeForTests } from "./testing.ts";

const { tell, answer, rows } = storeForTests();
const january = { from: "2026-01-05", to: "2026-01-25" } as const;

test("nothing known is unknown, and one change is one", async () => {
  const nothing = await answer("changes-merged", { of: ["nowhere"], ...january });
  expect(nothing.points.map(({ value }) => value)).toEqual([null, null, null]);
  expect(nothing).toMatchObject({
    summary: { value: null, n: 0 },
    fresh: null,
    sentence: "No change is known yet.",
  });
  expect((await answer("changes-merged", { of: [], ...january })).summary).toEqual({ value: null, n: 0 });

  const { change, read } = factsIn("single");
  await tell(change("a", "2026-01-12T10:00:00Z"), read());
  const one = await answer("changes-merged", { of: ["single"], ...january });
  expect(one.points).toEqual([
    { start: "2026-01-05", value: 0, n: 0 },
    { start: "2026-01-12", value: 1, n: 1 },
    { start: "2026-01-19", value: 0, n: 0 },
  ]);
  expect(one.fresh).toBe(new Date(later).toISOString());
});

test("a change at local midnight belongs to the day that begins, on both sides of a change of the clocks", async () => {
  const of = ["midnight"];
  const { change, read } = factsIn("midnight");
  await tell(
    change("last of the 28th", "2026-03-28T22:59:59Z"),
    change("first of the 29th", "2026-03-28T23:00:00Z"),
    change("last of the 29th", "2026-03-29T21:59:59Z"),
    change("first of the 30th", "2026-03-29T22:00:00Z"),
    read(),
  );
  const days = await answer("changes-merged", {
    of,
    timeZone: "Europe/Berlin",
    every: "day",
    from: "2026-03-28",
    to: "2026-03-30",
  });
  expect(days.points.map(({ start, value }) => [start, value])).toEqual([
    ["2026-03-28", 1],
    ["2026-03-29", 2],
    ["2026-03-30", 1],
  ]);
  expect(days.days).toEqual({ n: 3, of: 3 });
  const weeks = await answer("changes-merged", {
    of,
    timeZone: "Europe/Berlin",
    from: "2026-03-23",
    to: "2026-04-05",
  });
  expect(weeks.points.map(({ value }) => value)).toEqual([3, 1]);
});

test("week 53 of 2026 and the ends of months hold what falls into them", async () => {
  const of = ["new-year"];
  const { change, read } = factsIn("new-year");
  await tell(
    change("a", "2026-12-27T23:59:59Z"),
    change("b", "2026-12-28T00:00:00Z"),
    change("c", "2027-01-03T23:59:59Z"),
    change("d", "2027-01-04T00:00:00Z"),
    read(),
  );
  const weeks = await answer("changes-merged", { of, from: "2026-12-21", to: "2027-01-10" });
  expect(weeks.points.map(({ start, value }) => [start, value])).toEqual([
    ["2026-12-21", 1],
    ["2026-12-28", 2],
    ["2027-01-04", 1],
  ]);
  const months = await answer("changes-merged", { of, every: "month", from: "2026-12-01", to: "2027-01-31" });
  expect(months.points.map(({ start, value }) => [start, value])).toEqual([
    ["2026-12-01", 2],
    ["2027-01-01", 2],
  ]);
});

test("an absurd date is left out of every range, and listed with its reason", async () => {
  const of = ["absurd"];
  const { change, deployed, read } = factsIn("absurd");
  await tell(
    change("good", "2026-01-06T10:00:00Z"),
    change("bad", "", { problem: "date-absurd", mergedAt: null, authoredAt: null }),
    deployed("v0", "2026-01-05T00:00:00Z", { baseline: true }),
    deployed("v1", "2026-01-06T12:00:00Z", { delivers: ["good", "bad"] }),
    read(),
  );
  for (const range of [january, { from: "2020-01-06", to: "2020-01-12" }]) {
    expect((await answer("changes-merged", { of, ...range })).rows.out).toEqual([
      { reason: "its date cannot be right", n: 1 },
    ]);
  }
  expect(
    (await rows("changes-merged", { of, ...january })).map(({ id, at, value }) => [id, at, value]),
  ).toEqual([
    ["good", "2026-01-06T10:00:00.000Z", 1],
    ["bad", null, null],
  ]);
  const lead = await answer("change-lead-time", { of, ...january });
  expect(lead.summary).toEqual({ value: 7_200, n: 1 });
  expect(lead.rows.out).toEqual([{ reason: "its date cannot be right", n: 1 }]);
  expect((await answer("changes-merged", { of })).from).toBe("2026-12-07");
});

test("a change committed later than its deployment is left out, and one at the same moment waited no time", async () => {
  const of = ["clock"];
  const { change, deployed, read } = factsIn("clock");
  await tell(
    change("before its time", "2026-01-06T13:00:00Z"),
    change("at once", "2026-01-06T12:00:00Z"),
    deployed("v0", "2026-01-05T00:00:00Z", { baseline: true }),
    deployed("v1", "2026-01-06T12:00:00Z", { delivers: ["before its time", "at once"] }),
    read(),
  );
  const lead = await answer("change-lead-time", { of, ...january });
  expect(lead.summary).toEqual({ value: 0, n: 1 });
  expect(lead.rows.out).toEqual([{ reason: "committed later than its deployment", n: 1 }]);
});

test("where the host made more than half of what was delivered, lead time is called merge to release", async () => {
  const { change, deployed, read } = factsIn("squashed");
  await tell(
    change("a", "2026-01-06T10:00:00Z", { byHost: true }),
    change("b", "2026-01-06T10:00:00Z", { byHost: true }),
    change("c", "2026-01-13T10:00:00Z"),
    change("d", "2026-01-13T10:00:00Z"),
    deployed("v0", "2026-01-05T00:00:00Z", { baseline: true }),
    deployed("v1", "2026-01-06T12:00:00Z", { delivers: ["a", "b"] }),
    deployed("v2", "2026-01-13T12:00:00Z", { delivers: ["c", "d"] }),
    read(),
  );
  const title = async (to: string) =>
    (await answer("change-lead-time", { of: ["squashed"], from: "2026-01-05", to })).title;
  expect(await title("2026-01-11")).toBe("Merge to release");
  expect(await title("2026-01-25")).toBe("Change lead time");
});

/** Type 7 of Hyndman and Fan, by sorting. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  return below + (place % 1) * ((sorted[Math.ceil(place)] ?? 0) - below);
}

test("medians and 85th percentiles agree with an independent calculation", async () => {
  let place = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 30 }),
      async (waits) => {
        const component = `quantiles-${place++}`;
        const { change, deployed, read } = factsIn(component);
        const at = Date.parse("2026-01-20T12:00:00Z");
        await tell(
          waits.map((wait, id) => change(`${id}`, new Date(at - wait * 1_000).toISOString())),
          deployed("v0", "2020-01-05T00:00:00Z", { baseline: true }),
          deployed("v1", new Date(at).toISOString(), { delivers: waits.map((_, id) => `${id}`) }),
          read(),
        );
        const lead = await answer("change-lead-time", { of: [component], ...january });
        expect(lead.summary.value).toBeCloseTo(quantile(waits, 0.5), 3);
        expect(lead.p85?.summary).toBeCloseTo(quantile(waits, 0.85), 3);
      },
    ),
    { numRuns: 15 },
  );
});
