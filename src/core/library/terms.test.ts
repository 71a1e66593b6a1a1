import fc from "fast-check";
import { expect, test } from "vitest";
import { termsOf } from "./terms.ts";

const told = (query: string) =>
  termsOf(query).map(({ said, phrase, not }) => `${not ? "-" : ""}${phrase ? `“${said}”` : said}`);

test("words, phrases in quotes, and what shall not be there", () => {
  expect(told('ship "small batches" -friday -"on call"')).toEqual([
    "ship",
    "“small batches”",
    "-friday",
    "-“on call”",
  ]);
});

test("a quote that never closes goes to the end, and signs alone are nothing", () => {
  expect(told('a "b c')).toEqual(["a", "“b c”"]);
  expect(told('& | ! ( ) <-> \\ -- "" "')).toEqual([]);
});

test("no text breaks it, and what is found stands in the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (query) => {
      for (const { said } of termsOf(query)) expect(query.replaceAll("\0", " ")).toContain(said);
    }),
  );
});
