import { expect, test } from "vitest";
import { spanText } from "./span-text.ts";

test("a time says the ends that it has, and one without is from the beginning", () => {
  const [may, june] = ["2026-05-03", "2026-06-01"];
  expect(spanText({ from: may, until: null })).toBe("from 3 May 2026");
  expect(spanText({ from: null, until: june })).toBe("until 1 Jun 2026");
  expect(spanText({ from: may, until: june })).toBe("from 3 May 2026 until 1 Jun 2026");
  expect(spanText({ from: null, until: null })).toBe("from the beginning");
});
