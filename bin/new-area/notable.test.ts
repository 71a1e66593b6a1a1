import { expect, test } from "vitest";
import { notableOf } from "./notable.ts";

test("open things come first", () => {
  expect(notableOf(["the review of May", "the review of June"])).toBe("Open first: the review of May.");
});

test("where nothing is open it says what the first step is", () => {
  expect(notableOf([])).toBe("Nothing is open. Begin with one question.");
});
