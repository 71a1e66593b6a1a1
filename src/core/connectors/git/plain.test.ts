import { expect, test } from "vitest";
import { plain, titleOf } from "./plain.ts";

test.each([
  ["an escape sequence", "\u001b[31mred\u001b[0m", "[31mred [0m"],
  ["one of eight bits", "\u009b31mred", "31mred"],
  ["a terminal's title", "\u001b]0;owned\u0007ok", "]0;owned ok"],
  ["a turn of direction", "a\u202etxt.exe", "a txt.exe"],
  ["an isolated turn", "a\u2066b\u2069c", "a b c"],
  ["a mark of direction", "a\u200fb\u061cc\u200ed", "a b c d"],
  ["half a letter", "a\ud83d", "a\ufffd"],
])("%s is not obeyed", (_, text, shown) => {
  expect(plain(text, 100)).toBe(shown);
});

test("letters of all scripts and joined emoji stay as they are", () => {
  const text = "שלום مرحبا 👩‍💻 naïve 日本";
  expect(plain(text, 100)).toBe(text);
});

test("a title that is cut within a letter has no half of one", () => {
  expect(titleOf(`${"a@b.cd ".repeat(142)}12345👍`).isWellFormed()).toBe(true);
});
