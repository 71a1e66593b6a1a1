import { expect, test } from "vitest";
import { comesBackOn, isBack, isStuck, type Standing, sayStand, usualOf } from "./stand.ts";

const today = "2026-06-30";
const standing = (more: Partial<Standing>): Standing => ({
  ...{ status: "accepted", rawStatus: null, since: "2026-06-01", decidedOn: "2026-06-01" },
  ...{ reviewBy: null, lookedOn: null },
  ...more,
});

test("what is usual needs five decisions; the quantiles are R's seventh", () => {
  expect(usualOf([1, 2, 3, 4])).toBeNull();
  // quantile(c(1, 2, 3, 4, 10), c(0.5, 0.85)) in R gives 3 and 6.4.
  expect(usualOf([10, 1, 3, 2, 4])).toEqual({ median: 3, p85: expect.closeTo(6.4, 12), n: 5 });
});

test("a proposal is stuck when it is older than nearly all that were decided here, or than a month", () => {
  const proposed = standing({ status: "proposed", decidedOn: null, since: "2026-06-20" });
  expect(isStuck(proposed, null, today)).toBe(false);
  expect(isStuck(proposed, { median: 3, p85: 9, n: 6 }, today)).toBe(true);
  expect(isStuck(proposed, { median: 3, p85: 10, n: 6 }, today)).toBe(false);
  expect(isStuck(standing({ ...proposed, since: "2026-05-30" }), null, today)).toBe(true);
  // What is decided is never stuck.
  expect(isStuck(standing({ since: "2020-01-01" }), null, today)).toBe(false);
});

test("a decision comes back on its day, until somebody has looked at it since", () => {
  expect(isBack(standing({ reviewBy: "2026-07-01" }), today)).toBe(false);
  expect(isBack(standing({ reviewBy: today }), today)).toBe(true);
  expect(isBack(standing({ reviewBy: today, lookedOn: today }), today)).toBe(false);
  expect(isBack(standing({ reviewBy: today, status: "superseded" }), today)).toBe(false);
  expect(comesBackOn("2026-01-31", [])).toBe("2026-04-30");
  expect(comesBackOn("2026-01-31", ["2026-03-01", "2026-02-01"])).toBe("2026-03-01");
});

test.each([
  [{}, "decided on 1 Jun 2026"],
  [{ reviewBy: "2026-09-01" }, "decided on 1 Jun 2026, comes back on 1 Sep 2026"],
  [{ reviewBy: "2026-06-29" }, "decided on 1 Jun 2026, has come back: what came of it?"],
  [{ status: "superseded" }, "replaced, decided on 1 Jun 2026"],
  [{ status: "rejected" }, "rejected on 1 Jun 2026"],
  [{ status: "draft", decidedOn: null, since: today }, "draft today"],
  [{ status: "proposed", decidedOn: null, since: "2026-06-20" }, "proposed for 10 days"],
  [{ status: null, rawStatus: "on ice" }, "“on ice”"],
  [{ status: null }, "without a status"],
] as const)("%j is “%s”", (more, says) => {
  expect(sayStand(standing(more), { usual: null, today })).toBe(says);
});
