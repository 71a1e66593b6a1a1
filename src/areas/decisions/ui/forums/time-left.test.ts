import { expect, test } from "vitest";
import { sayTimeLeft } from "./time-left.ts";

test("time counts down by the second, and is over by the minute", () => {
  expect([245_000, 59_001, 1, 0, -1, -59_999, -60_000, -600_000].map(sayTimeLeft)).toEqual([
    ...["4:05 left", "1:00 left", "0:01 left", "0:00 left"],
    ...["time is up", "time is up", "over by 1 min", "over by 10 min"],
  ]);
});
