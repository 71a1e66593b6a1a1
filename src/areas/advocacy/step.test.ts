import { expect, test } from "vitest";
import { Failure } from "../../platform/errors.ts";
import { mustBeWhole, sideFor, type Wanted } from "./step.ts";

const at = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Failure ? (error.errors[0]?.pointer ?? error.code) : error;
  }
};
const whole = (kind: Wanted["kind"], more: Partial<Wanted> = {}) =>
  at(() => mustBeWhole({ kind, words: "", ...more }, "2026-06-01"));

test("a no has a reason, what is carried goes somewhere, and what comes back is said", () => {
  expect((["no", "carried", "came-back", "words"] as const).map((kind) => whole(kind))).toEqual([
    ...["/words", "/words", "/words", "/words"],
  ]);
  expect(whole("no", { words: "Not this year: the budget is spent." })).toBeNull();
  expect(whole("carried", { unit: "commerce" })).toBeNull();
  expect((["acknowledged", "yes", "done", "withdrawn"] as const).map((kind) => whole(kind))).toEqual([
    ...[null, null, null, null],
  ]);
});

test("only a yes has a day, which is not over; only what is carried a unit; only “helped” a verdict", () => {
  expect(whole("yes", { byWhen: "2026-06-01" })).toBeNull();
  expect(whole("yes", { byWhen: "2026-05-31" })).toBe("/byWhen");
  expect(whole("no", { words: "No.", byWhen: "2026-06-09" })).toBe("/byWhen");
  expect(whole("no", { words: "No.", unit: "commerce" })).toBe("/unit");
  expect(whole("helped")).toBe("/helped");
  expect(whole("done", { helped: "yes" })).toBe("/helped");
});

test("a step is refused to the other side, and to both where it does not fit", () => {
  expect(at(() => sideFor("yes", ["asking"], "open"))).toBe("not_allowed");
  expect(at(() => sideFor("withdrawn", ["asked"], "open"))).toBe("not_allowed");
  expect(at(() => sideFor("helped", ["asking"], "open"))).toBe("/kind");
  expect(at(() => sideFor("yes", ["asked"], "withdrawn"))).toBe("/kind");
  expect(sideFor("yes", ["asking", "asked"], "open")).toBe("asked");
});
