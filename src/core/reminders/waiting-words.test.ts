import { expect, test } from "vitest";
import { sayWaiting } from "./waiting-words.ts";

test("what was tried comes back; a meeting or a pulse waits, and never was there before", () => {
  expect(sayWaiting({ kind: "experiment", action: "Say what came of it" })).toBe(
    "It came back: say what came of it.",
  );
  expect(sayWaiting({ kind: "forum", action: "It meets now" })).toBe("It meets now.");
  expect(sayWaiting({ kind: "pulse", action: "Answer in a minute" })).toBe("Answer in a minute.");
});

test("a question keeps its mark, and gets no other behind it", () => {
  expect(
    sayWaiting({ kind: "decision", action: "It departed from “Small” until then: does it still?" }),
  ).toBe("It departed from “Small” until then: does it still?");
});
