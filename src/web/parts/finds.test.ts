import { expect, test } from "vitest";
import { finds } from "./finds.ts";

test("a name is found without its accents, in any case, by parts of its words", () => {
  expect(finds("Müller", "muller")).toBe(true);
  expect(finds("Shop Berlin", "BER sho")).toBe(true);
  expect(finds("Shop Berlin", "shop hamburg")).toBe(false);
});

test("what has no Latin letters is found too", () => {
  expect(finds("צוות תשלומים", "תשל")).toBe(true);
  expect(finds("결제팀", "결제")).toBe(true);
});

test("nothing, and spaces alone, find everything", () => {
  expect([finds("Shop", ""), finds("Shop", "  ")]).toEqual([true, true]);
});
