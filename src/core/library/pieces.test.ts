import fc from "fast-check";
import { expect, test } from "vitest";
import { excerpt, marked, read } from "./pieces.ts";
import { termsOf } from "./terms.ts";

const shown = (text: string, query: string) =>
  excerpt(text, termsOf(query))
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join("");

test("what was looked for is marked: a beginning, another form, a slip of the pen, without its accents", () => {
  expect(shown("We deploy; deployments déployées daily.", "deploy")).toBe(
    "We [deploy]; [deployments] [déployées] daily.",
  );
  expect(shown("The deployed thing", "deployments")).toBe("The [deployed] thing");
  expect(shown("Our deployment frequency", "depoyment freqency")).toBe("Our [deployment] [frequency]");
  expect(shown("A test of a tent", "test")).toBe("A [test] of a [tent]");
});

test("a phrase is marked where it stands whole, and what shall not be there never", () => {
  expect(shown("small batches, small teams", '"small batches" -teams')).toBe(
    "[small] [batches], small teams",
  );
  expect(shown("CI/CD and cd", "ci/cd")).toBe("[CI]/[CD] and cd");
});

test("of a long text there are the words around the first hit, cut between words", () => {
  const text = `${"before ".repeat(50)}needle ${"after ".repeat(80)}`;
  const found = shown(text, "needle");
  expect(found).toMatch(/^… (before )+\[needle\] (after )+after …$/);
  expect(found.length).toBeLessThan(240);
  expect(shown(text, "nothing")).toMatch(/^(before )+before …$/);
});

test("nothing in a text can pass for a hit, and whatever it says comes out as it was", () => {
  expect(marked("<mark>x</mark> [y]", termsOf("z"))).toEqual([{ text: "<mark>x</mark> [y]", hit: false }]);
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ maxLength: 20 }),
      (text, query) => {
        const terms = termsOf(query);
        expect(
          marked(text, terms)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
        const inside = excerpt(text, terms)
          .map((piece) => piece.text)
          .join("")
          .replace(/^… | …$/g, "");
        expect(text).toContain(inside.replace(/^… | …$/g, ""));
      },
    ),
  );
});

test("a heading in Markdown is read as words that something follows, and what only looks like one stays", () => {
  expect(read("## Context and Problem Statement\n\nChanges wait.")).toBe(
    "Context and Problem Statement:\n\nChanges wait.",
  );
  expect(read("# Why? #\nC# is fine, #1 too")).toBe("Why?\nC# is fine, #1 too");
});
