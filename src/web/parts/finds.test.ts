import { expect, test } from "vitest";
import { beginsWord, finds, isCalled } from "./finds.ts";

test("a name is found without its accents, in any case, by parts of its words", () => {
  expect(finds("Müller", "muller")).toBe(true);
  expect(finds("Shop Berlin", "BER sho")).toBe(true);
  expect(finds("Shop Berlin", "shop hamburg")).toBe(false);
});

test("what has no Latin letters is found too", () => {
  expect(finds("צוות תשלומים", "תשל")).toBe(true);
  expect(finds("결제팀", "결제")).toBe(true);
});

test("nothing, and spaces alone, find everything", () => {
  expect([finds("Shop", ""), finds("Shop", "  ")]).toEqual([true, true]);
});

test("what is typed begins a word, or stands in the middle of one", () => {
  expect(beginsWord("Asia/Tokyo", "tok")).toBe(true);
  expect(beginsWord("Antarctica/Vostok", "tok")).toBe(false);
  expect(beginsWord("Café Öl", "ol")).toBe(true);
});

test("a name that is typed whole is that name, whatever the case and the accents, and a part of it is not", () => {
  expect(isCalled("Müller & Co", " muller & co ")).toBe(true);
  expect(isCalled("Shop Berlin", "Shop")).toBe(false);
});
