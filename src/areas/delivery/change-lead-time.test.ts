import { expect, test } from "vitest";
import { factsIn } from "../../core/events/testing.ts";
import { storeForTests } from "./testing.ts";

const { tell, answer, rows } = storeForTests();
const hour = 3_600;
const january = { from: "2026-01-05", to: "2026-01-25" } as const;

test("lead time runs from commit to the deployment that delivered it, in the week of the deployment", async () => {
  const { change, deployed, read } = factsIn("lead");
  await tell(
    change("a", "2026-01-05T08:00:00Z"),
    change("b", "2026-01-06T10:00:00Z"),
    change("c", "2026-01-06T12:00:00Z"),
    change("d", "2026-01-07T12:00:00Z"),
    change("e", "2026-01-20T12:00:00Z"),
    deployed("v1", "2026-01-05T09:00:00Z", { baseline: true, delivers: ["a"] }),
    deployed("v2", "2026-01-06T14:00:00Z", { delivers: ["b", "c"] }),
    deployed("v3", "2026-01-12T12:00:00Z", { delivers: ["d"] }),
    read(),
  );
  // b waited 4 h, c 2 h (both in the first week), d 5 days in the second; a is history and e still waits.
  const lead = await answer("change-lead-time", { of: ["lead"], ...january });
  expect(lead.points).toEqual([
    { start: "2026-01-05", value: 3 * hour, n: 2 },
    { start: "2026-01-12", value: 120 * hour, n: 1 },
    { start: "2026-01-19", value: null, n: 0 },
  ]);
  expect(lead.summary).toEqual({ value: 4 * hour, n: 3 });
  // Between 4 h (the 50th percentile) and 120 h (the 100th), 70 % of the way: 4 + 0.7 × 116.
  expect(lead.p85?.summary).toBeCloseTo(85.2 * hour, 6);
  expect(lead.rows).toEqual({
    in: 3,
    out: [
      { reason: "in the first deployment, which is history", n: 1 },
      { reason: "not deployed yet", n: 1 },
    ],
  });
  expect(
    (await rows("change-lead-time", { of: ["lead"], ...january })).map((row) => [
      row.id,
      row.value,
      row.reason,
      row.because,
    ]),
  ).toEqual([
    ["e", null, "not deployed yet", ""],
    ["d", 120 * hour, null, "delivered by v3"],
    ["b", 4 * hour, null, "delivered by v2"],
    ["c", 2 * hour, null, "delivered by v2"],
    ["a", null, "in the first deployment, which is history", "delivered by v1"],
  ]);
});
