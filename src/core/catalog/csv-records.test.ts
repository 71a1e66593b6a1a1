import { expect, test } from "vitest";
import { csvRecords } from "./csv-records.ts";

const lines = (text: string) => csvRecords(text).records.map(({ line, fields }) => [line, ...fields]);

test.each([
  ["commas", "name,email\nAnn,a@x.org\n"],
  ["semicolons", "name;email\r\nAnn;a@x.org\r\n"],
  ["tabs, quotes and a byte order mark", '\ufeff"name"\t"email"\r"Ann"\ta@x.org'],
])("a list with %s is read", (_, text) => {
  expect(lines(text)).toEqual([
    [1, "name", "email"],
    [2, "Ann", "a@x.org"],
  ]);
});

test("a field may hold commas, quotes and line ends, and the line that is told is the one on which it begins", () => {
  expect(lines('name,notes\n\nAnn,"a, ""b""\r\nc"\nBob,x\n')).toEqual([
    [1, "name", "notes"],
    [3, "Ann", 'a, "b"\nc'],
    [5, "Bob", "x"],
  ]);
});

test("a quote that is never closed, and a line that is far too long, take no other line with them", () => {
  const { records, broken } = csvRecords(`name\n"Ann\nBob\n${"x".repeat(200_000)}\nCy\n"D" d\n`);
  expect(records.map(({ fields }) => fields[0])).toEqual([
    "name",
    "Bob",
    "Cy",
    'D" d'.replace('D" ', '"D" '),
  ]);
  expect(broken).toEqual([
    { line: 2, reason: "This line is too long, or a quote in it is never closed." },
    { line: 4, reason: "This line is too long, or a quote in it is never closed." },
  ]);
});

test("a file that is something else is given up after fifty lines, within seconds", () => {
  const begin = performance.now();
  const { broken } = csvRecords(`name\n${`"x\n${"y".repeat(100_001)}\n`.repeat(200)}`);
  expect(broken.at(-1)?.reason).toMatch(/rest of the file/);
  expect(performance.now() - begin).toBeLessThan(5_000);
});
