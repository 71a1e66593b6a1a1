import { expect, test } from "vitest";
import { AskState, StepKind } from "./contract.ts";
import { sideOf, stepsFor } from "./policy.ts";

test("only those who are asked answer, carry and bring back; only those who ask withdraw and say whether it helped", () => {
  const ever = (side: "asked" | "asking") =>
    StepKind.options.filter((kind) =>
      AskState.options.some((state) => stepsFor([side], state).includes(kind)),
    );
  expect(ever("asked")).toEqual(["acknowledged", "yes", "no", "carried", "came-back", "done", "words"]);
  expect(ever("asking")).toEqual(["helped", "withdrawn", "words"]);
  for (const kind of StepKind.options) {
    const sides = (["asking", "asked"] as const).filter((side) => ever(side).includes(kind));
    expect([kind, sideOf(kind, ["asking"]), sideOf(kind, ["asked"])]).toEqual([
      kind,
      sides.includes("asking") ? "asking" : null,
      sides.includes("asked") ? "asked" : null,
    ]);
  }
});

test("nobody but the two sides can do anything", () => {
  for (const state of AskState.options) expect(stepsFor([], state)).toEqual([]);
  expect(sideOf("words", [])).toBeNull();
});

test("what is withdrawn takes words alone, and nothing comes back that was not carried", () => {
  expect(stepsFor(["asking", "asked"], "withdrawn")).toEqual(["words"]);
  expect(stepsFor(["asked"], "open")).not.toContain("came-back");
  expect(stepsFor(["asked"], "carried")).toContain("came-back");
});

test("whether it helped is said once there is an answer, and can be said again", () => {
  const can = AskState.options.filter((state) => stepsFor(["asking"], state).includes("helped"));
  expect(can).toEqual(["yes", "no", "came-back", "done", "helped"]);
});
