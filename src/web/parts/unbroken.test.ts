import { expect, test } from "vitest";
import { unbroken } from "./unbroken.ts";

const shown = (sentence: string) => unbroken(sentence).replaceAll("\u00a0", "~");

test("a number and its unit stay together, the words around them may part", () => {
  expect(shown("usually between 3.6 h and 4.6 days. 5.5 % of the deployments failed.")).toBe(
    "usually between 3.6~h and 4.6~days. 5.5~% of the deployments failed.",
  );
  expect(shown("within 45 min, 10 s or 1 day")).toBe("within 45~min, 10~s or 1~day");
});

test("a day, its month and its year stay together", () => {
  expect(shown("the week of 9 Nov 2026 (41 days)")).toBe("the week of 9~Nov~2026 (41~days)");
  expect(shown("Unusual: Sep 2025 (0 %).")).toBe("Unusual: Sep~2025 (0~%).");
});

test("what only begins like a unit is left alone", () => {
  expect(shown("3 hours, 2 merged, 8 in a row, 4 Mayors, 5 sides")).toBe(
    "3 hours, 2 merged, 8 in a row, 4 Mayors, 5 sides",
  );
});
