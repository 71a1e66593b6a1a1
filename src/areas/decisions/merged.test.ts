import { expect, test } from "vitest";
import { merged } from "./merged.ts";

const paragraphs = (n: number, change: (line: string, at: number) => string = (line) => line) =>
  Array.from({ length: n }, (_, at) => change(`Paragraph ${at}.`, at)).join("\n\n");

test("what two wrote in different places is put together, also in a long text", () => {
  const mine = paragraphs(300, (line, at) => (at === 0 ? "Mine." : line));
  const theirs = paragraphs(300, (line, at) => (at === 299 ? "Theirs." : line));
  expect(merged(paragraphs(300), mine, theirs)).toBe(
    paragraphs(300, (line, at) => (at === 0 ? "Mine." : at === 299 ? "Theirs." : line)),
  );
});

const different = Array.from({ length: 25_000 }, (_, n) => String(n));

test.each([
  ["blank lines", "\n".repeat(190_000), `${"\n".repeat(190_000)}mine`],
  ["lines that are all different, turned around", different.join("\n"), different.toReversed().join("\n")],
])("no text keeps everybody else waiting: %s", (_, base, mine) => {
  const began = performance.now();
  merged(base, mine, `theirs\n${base}`);
  expect(performance.now() - began).toBeLessThan(5_000);
});
