import { expect, test } from "vitest";
import { placeWords, type Room } from "./words.ts";

const room: Room = { left: 0, right: 600, top: 0, bottom: 200, curves: [], rules: [] };
const at = (x: number, y = 100, text = "unusual") => ({ datum: null, x, y, text });
const places = (words: ReturnType<typeof at>[], more: Partial<Room> = {}) =>
  placeWords(words, { ...room, ...more }).map(({ anchor, dy }) => [anchor, Math.sign(dy)]);

test("words stand above and after their mark, before it at the right edge, and below it at the top", () => {
  expect(places([at(10), at(590), at(300, 5)])).toEqual([
    ["start", -1],
    ["end", -1],
    ["start", 1],
  ]);
});

test("no word is written across the curve", () => {
  const rising = [
    { x: 250, y: 130 },
    { x: 300, y: 100 },
    { x: 420, y: 60 },
  ];
  expect(places([at(300)], { curves: [rising] })).toEqual([["end", -1]]);
  const peak = [
    { x: 200, y: 190 },
    { x: 300, y: 100 },
    { x: 400, y: 190 },
  ];
  expect(places([at(300)], { curves: [peak] })).toEqual([["start", -1]]);
});

test("where a word has no room at all it is left to the table", () => {
  expect(places([at(100, 100, "x".repeat(80))], { right: 300 })).toEqual([]);
  expect(places([at(100, 10)], { bottom: 15 })).toEqual([]);
});

test("without room for all of it, the short form is said", () => {
  const long = { ...at(100), text: "unusual: outside the usual range", short: "unusual" };
  expect(placeWords([long], { ...room, right: 200 }).map(({ text }) => text)).toEqual(["unusual"]);
});

test("of two marks side by side, the words do not touch", () => {
  const placed = placeWords([at(300), at(310)], room);
  const [first, second] = placed;
  expect(placed).toHaveLength(2);
  expect(first?.anchor !== second?.anchor || Math.abs((first?.dy ?? 0) - (second?.dy ?? 0)) >= 16).toBe(true);
});

test("a straight line is kept clear of where that can be, and written over where it cannot", () => {
  expect(places([at(300)], { rules: [88] })).toEqual([["start", 1]]);
  const lines = Array.from({ length: 40 }, (_, index) => index * 5);
  expect(places([at(300)], { rules: lines })).toEqual([["start", -1]]);
});
