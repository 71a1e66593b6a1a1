import { expect, test } from "vitest";
import { folded, wordsIn } from "./folded.ts";

test("case, accents and punctuation do not matter, in any script", () => {
  expect(folded("Élan — ЖУК don’t CI/CD Straße ŁÓDŹ “quoted”")).toBe(
    "elan жук dont ci cd strasse lodz quoted",
  );
  expect(folded("ΛΟΓΟΣ λόγος")).toBe("λογοσ λογοσ");
  expect(folded(" \\ ' % -- \u0000 🚀")).toBe("");
});

test("signs of scripts without spaces stand apart, and are put together as they were", () => {
  expect(folded("部署频率 한국")).toBe("部 署 频 率 한 국");
});

test("a word knows where it stands in the text that it came from", () => {
  const text = "À la carte: don’t, déployé 部署.";
  expect(wordsIn(text).map(({ folded: word, from, to }) => [word, text.slice(from, to)])).toEqual([
    ["a", "À"],
    ["la", "la"],
    ["carte", "carte"],
    ["dont", "don’t"],
    ["deploye", "déployé"],
    ["部", "部"],
    ["署", "署"],
  ]);
});
