import { expect, test } from "vitest";
import { chosenDates } from "./chosen-dates.ts";
import { MeasureSearch } from "./measure-search.ts";

const chosen = (search: Record<string, unknown>) => chosenDates(MeasureSearch.parse(search));

test("dates that are days are used, and nothing is said", () => {
  expect(chosen({ from: "2026-01-07", to: "2026-02-01", every: "day" })).toEqual({
    search: { from: "2026-01-07", to: "2026-02-01", every: "day" },
    wrong: [],
  });
});

test("what is no day is not used, and the page says so", () => {
  const { search, wrong } = chosen({ from: "2026-13-01", to: 2026 });
  expect([search.from, search.to]).toEqual([undefined, undefined]);
  expect(wrong[0]).toContain("From: “2026-13-01” is no day");
  expect(wrong[1]).toContain("To: “2026” is no day");
});

test("a beginning after the end is said with both", () => {
  const { search, wrong } = chosen({ from: "2026-03-01", to: "2026-02-01" });
  expect([search.from, search.to]).toEqual([undefined, undefined]);
  expect(wrong).toEqual(["1 Mar 2026 is after 1 Feb 2026, so neither is used."]);
});
