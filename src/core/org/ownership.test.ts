import fc from "fast-check";
import { expect, test } from "vitest";
import { claimed, type Owned, ownerOn } from "./ownership.ts";

const today = "2026-03-10";
const row = (unit: string, from: string | null = null, until: string | null = null): Owned => ({
  ...{ unit, from, until },
  assumed: false,
});

test("a first claim reaches back to the beginning, unless it says from when", () => {
  expect(claimed([], { unit: "a", today })).toEqual([row("a")]);
  expect(claimed([], { unit: "a", from: "2026-02-01", today })).toEqual([row("a", "2026-02-01")]);
});

test("what was only assumed gives way to the first claim, for as long as it reaches", () => {
  const assumed = { ...row("organisation"), assumed: true };
  expect(claimed([assumed], { unit: "a", today })).toEqual([row("a")]);
  expect(claimed([assumed], { unit: "a", from: "2026-02-01", today })).toEqual([
    { ...assumed, until: "2026-02-01" },
    row("a", "2026-02-01"),
  ]);
});

test("a later claim holds from today, or from the day that it names, and leaves the past where it was", () => {
  expect(claimed([row("a")], { unit: "b", today })).toEqual([row("a", null, today), row("b", today)]);
  expect(claimed([row("a")], { unit: "b", from: "2026-01-05", today })).toEqual([
    row("a", null, "2026-01-05"),
    row("b", "2026-01-05"),
  ]);
});

test("what was planned after the day of a claim does not happen", () => {
  const planned = [row("a", null, "2026-04-01"), row("b", "2026-04-01")];
  expect(claimed(planned, { unit: "c", today })).toEqual([row("a", null, today), row("c", today)]);
});

test("who owns it already goes on owning it", () => {
  expect(claimed([row("a")], { unit: "a", today })).toEqual([row("a")]);
  const moved = [row("a", null, "2026-01-05"), row("b", "2026-01-05")];
  expect(claimed(moved, { unit: "b", today })).toEqual(moved);
});

test("a claim that is taken back on the same day leaves no trace", () => {
  const moved = claimed([row("a")], { unit: "b", today });
  expect(claimed(moved, { unit: "a", today })).toEqual([row("a")]);
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
const claim = fc.record({
  unit: fc.constantFrom("a", "b", "c"),
  from: fc.option(day, { nil: undefined }),
  today: day,
});

test("whatever is claimed in whatever order, nobody owns a day twice, and the days before a claim stay as they were", () => {
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 8 }), claim, (before, last) => {
      const history = before.reduce<Owned[]>(claimed, []);
      const after = claimed(history, last);
      for (let place = 1; place < after.length; place++)
        expect((after[place - 1]?.until ?? "9999") <= (after[place]?.from ?? "")).toBe(true);
      const from = last.from ?? (history.length === 0 ? "2026-02-01" : last.today);
      for (let n = 1; n <= 28; n++) {
        const on = `2026-02-${String(n).padStart(2, "0")}`;
        expect(ownerOn(after, on)).toBe(on < from ? ownerOn(history, on) : last.unit);
      }
    }),
  );
});
