import { expect, test } from "vitest";
import { type DoneTurn, medianOf, noticedIn } from "./noticed.ts";

const at = (moment: string) => Date.parse(moment);
const turn = (doneAt: string, starts: readonly string[], actedAt: string | null = null): DoneTurn => ({
  doneAt: at(doneAt),
  actedAt: actedAt === null ? null : at(actedAt),
  readings: [
    {
      ...{ measure: "change-lead-time", title: "Change lead time", every: "week" },
      unusual: starts.map((start) => ({ start, rule: "outside" as const })),
    },
  ],
});
const berlin = { since: "2026-01-05", timeZone: "Europe/Berlin" };

test("it is counted from the end of the week, where the team is, to the first turn that saw it", () => {
  const turns = [
    turn("2026-02-16T08:00:00Z", ["2026-02-02"]),
    turn("2026-02-11T08:00:00Z", ["2026-02-02"], "2026-02-12T23:00:00Z"),
  ];
  // The week ended on 8 February at midnight in Berlin, an hour before that of UTC.
  expect(noticedIn(turns, berlin)).toEqual([
    { start: "2026-02-02", title: "Change lead time", notice: 2 + 9 / 24, act: 4 },
  ]);
});

test("a run counts once, and what was unusual before the loop began was nobody's to notice", () => {
  const turns = [turn("2026-03-02T09:00:00Z", ["2025-12-29", "2026-02-09", "2026-02-16", "2026-02-23"])];
  expect(noticedIn(turns, berlin).map(({ start }) => start)).toEqual(["2026-02-09"]);
});

test("where nothing was done, nothing is said of acting", () => {
  expect(noticedIn([turn("2026-02-10T09:00:00Z", ["2026-02-02"])], berlin)[0]?.act).toBeNull();
});

test("a median is told of five and more", () => {
  expect(medianOf([1, 2, 3, 4])).toBeNull();
  expect(medianOf([5, 1, 4, 2, 3])).toBe(3);
  expect(medianOf([6, 1, 2, 3, 4, 5])).toBe(3.5);
});
