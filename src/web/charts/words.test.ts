import { expect, test } from "vitest";
import { placeWords } from "./words.ts";

const at = (x: number, text = "unusual") => ({ datum: null, x, text });
const anchors = (words: ReturnType<typeof at>[], width = 600) =>
  placeWords(words, [0, width]).map(({ anchor }) => anchor);

test("words stand after their mark, and before it at the right edge", () => {
  expect(anchors([at(10), at(590)])).toEqual(["start", "end"]);
});

test("of two marks side by side, the second speaks on the other side or not at all", () => {
  expect(anchors([at(300), at(310)])).toEqual(["start"]);
  expect(anchors([at(300), at(290)])).toEqual(["start", "end"]);
});

test("a text longer than the chart is not written into it", () => {
  expect(anchors([at(100, "x".repeat(80))], 300)).toEqual([]);
});

test("without room for all of it, the short form is said", () => {
  const long = { datum: null, x: 100, text: "unusual: outside the usual range", short: "unusual" };
  expect(placeWords([long], [0, 200]).map(({ text }) => text)).toEqual(["unusual"]);
});

test("words on different heights do not stand in each other's way", () => {
  const words = [at(100), at(110)].map((word, index) => ({ ...word, y: index * 40 }));
  expect(placeWords(words, [0, 600]).map(({ anchor }) => anchor)).toEqual(["start", "start"]);
});
