import { expect, test } from "vitest";
import { digestTurns, todayOf } from "./today.ts";

const at = (moment: string) => Date.parse(moment);
const berlin = { timeZone: "Europe/Berlin", daysOff: [] };
const times = (now: string, where: Parameters<typeof digestTurns>[1] = berlin) => {
  const { latest, next } = digestTurns("MO", where, at(now));
  return [latest, next].map((turn) => turn && new Date(turn.at).toISOString());
};

test("a digest comes at eight where its reader is, in summer and in winter", () => {
  expect(times("2026-10-20T00:00:00Z")).toEqual(["2026-10-19T06:00:00.000Z", "2026-10-26T07:00:00.000Z"]);
});

test("on a day off it falls away", () => {
  const daysOff = [{ from: "2026-10-24", to: "2026-10-31", name: "Holidays" }];
  expect(times("2026-10-27T00:00:00Z", { ...berlin, daysOff })).toEqual([
    "2026-10-19T06:00:00.000Z",
    "2026-11-02T07:00:00.000Z",
  ]);
});

test("a day names each unit once, the earliest first, each at its own local time", () => {
  const ask = (question: string, slug: string | null, moment: string) => ({
    ...{ question, at: at(moment), timeZone: "UTC" },
    unit: slug === null ? null : { slug, name: slug.toUpperCase() },
  });
  const asked = [
    ask("One?", "b", "2026-10-19T12:00:00Z"),
    { ...ask("Two?", "a", "2026-10-19T07:30:00Z"), timeZone: "Asia/Kolkata" },
    ask("Three?", "b", "2026-10-19T09:00:00Z"),
    ask("Mine?", null, "2026-10-19T15:00:00Z"),
  ];
  expect(todayOf(asked, "https://s.example")).toEqual([
    { unit: "A", time: "13:00", questions: ["Two?"], href: "https://s.example/units/a/check-in" },
    { unit: "B", time: "09:00", questions: ["One?", "Three?"], href: "https://s.example/units/b/check-in" },
    { unit: null, time: "15:00", questions: ["Mine?"], href: "https://s.example/check-in" },
  ]);
});
