import { expect, test } from "vitest";
import { jsonLines } from "./json-lines.ts";

test("rows come out one a line, whatever is in them and however many there are", () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => ({
    n,
    words: `line\nbreak ü 🜁 ${"x".repeat(n % 50)}`,
  }));
  const lines = jsonLines(rows).toString("utf8").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
});

test("no rows are no bytes", () => {
  expect(jsonLines([])).toHaveLength(0);
});
