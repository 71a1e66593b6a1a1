import fc from "fast-check";
import { expect, test } from "vitest";
import { standOf } from "./stand.ts";
import { sayAsks, sayStand, type sayStep } from "./words.ts";

type Steps = Parameters<typeof standOf<Parameters<typeof sayStep>[0]>>[0];

const said = (
  kind: Steps[number]["kind"],
  day: string,
  more: Partial<Steps[number]> = {},
): Steps[number] => ({
  ...{ kind, day, byWhen: null, helped: null, words: "", unit: null },
  ...more,
});
const says = (...steps: Steps) =>
  sayStand({
    ...{ stand: standOf(steps), asked: "2026-06-01", today: "2026-06-22" },
    last: steps.findLast(({ kind }) => kind !== "words"),
  });

test("how an ask stands is said in a line", () => {
  expect(says()).toBe("waits for an answer for 3 weeks");
  expect(says(said("acknowledged", "2026-06-02"))).toBe("seen, waits for an answer for 3 weeks");
  expect(says(said("carried", "2026-06-03", { unit: { name: "Commerce" } }))).toBe(
    "carried to Commerce, for 3 weeks",
  );
  expect(says(said("carried", "2026-06-03", { words: "the payments forum\non Friday" }))).toBe(
    "carried on: the payments forum, for 3 weeks",
  );
  expect(says(said("yes", "2026-06-07", { byWhen: "2026-11-04" }))).toBe(
    "answered in 6 days: yes, by 4 Nov 2026",
  );
  expect(says(said("no", "2026-06-01"))).toBe("answered the same day: no");
  expect(says(said("carried", "2026-06-02"), said("came-back", "2026-06-02", { words: "We get one." }))).toBe(
    "came back in 1 day: We get one.",
  );
  expect(says(said("done", "2026-06-07"))).toBe("done, answered in 6 days");
  expect(says(said("yes", "2026-06-07"), said("helped", "2026-06-20", { helped: "partly" }))).toBe(
    "it helped in part, answered in 6 days",
  );
  expect(says(said("withdrawn", "2026-06-07"))).toBe("taken back");
});

test("what was answered once and is carried on again stays answered", () => {
  const way = [said("no", "2026-06-03"), said("carried", "2026-06-05", { unit: { name: "Commerce" } })];
  expect(says(...way)).toBe("answered in 2 days, carried to Commerce");
});

test("what came back after a no is counted from the asking to that day", () => {
  const way = [
    said("no", "2026-06-03"),
    said("carried", "2026-06-05"),
    said("came-back", "2026-06-11", { words: "We do." }),
  ];
  expect(says(...way)).toBe("came back in 10 days: We do.");
});

const fared = (days: readonly (number | null)[]) =>
  sayAsks(days.map((one) => ({ days: one, withdrawn: false })));

test("of 8 asks with 7 answers it is told within how many days half of these came", () => {
  expect(fared([1, 2, 3, 6, 9, 20, 30, null])).toBe("8 asks, 7 answered, half of them within 6 days");
  expect(fared([0, 0, 0, 4, 5])).toBe("5 asks, 5 answered, half of them the same day");
});

test("four asks say nothing, and of four answers no half is told", () => {
  expect(fared([1, 2, 3, 4])).toBeNull();
  expect(fared([1, 2, 3, 4, null])).toBe("5 asks, 4 answered");
});

test("an ask that was taken back before it was answered is told, and none that was answered by then", () => {
  const asks = [1, 1, 1, 1].map((days) => ({ days, withdrawn: true }));
  expect(sayAsks([...asks, { days: null, withdrawn: true }])).toBe("5 asks, 4 answered; 1 taken back before");
});

test("whatever the days, at least half of the answers came within what is told, and fewer than half before", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { minLength: 5, maxLength: 40 }), (days) => {
      const told = Number(/within (\d+)/.exec(fared(days) ?? "")?.[1] ?? 0);
      expect(days.filter((one) => one <= told).length * 2).toBeGreaterThanOrEqual(days.length);
      expect(days.filter((one) => one < told).length * 2).toBeLessThan(days.length);
    }),
  );
});
