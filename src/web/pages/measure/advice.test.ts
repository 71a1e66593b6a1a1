import { expect, test } from "vitest";
import { chartOf } from "../../../core/measures/chart.ts";
import { adviceOf } from "./advice.ts";

const few = Array.from({ length: 20 }, (_, day) => ({ start: `2026-01-${day + 1}`, value: 0, n: 2 }));
const noChart = (every: "day" | "week" | "month") =>
  chartOf(few, { measure: { unit: "ratio", scale: "linear", aggregate: "share" }, every, redrawn: [] })
    .noChart ?? "";

test("what the answer advises against few deployments a week is one step: months, over two years", () => {
  const { said, wider } = adviceOf(noChart("week"));
  expect(wider).toEqual({ every: "month", range: "2y" });
  expect(said).toMatch(/are needed\.$/);
});

test("days become weeks, and a range that is long already stays", () => {
  expect(adviceOf(noChart("day"), "12w").wider).toEqual({ every: "week", range: "26w" });
  expect(adviceOf(noChart("week"), "all").wider).toEqual({ every: "month", range: "all" });
});

test("beyond months there is nothing wider", () => {
  expect(adviceOf(noChart("month"))).toEqual({ said: noChart("month"), wider: null });
});
