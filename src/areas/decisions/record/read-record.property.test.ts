import fc from "fast-check";
import { expect, test } from "vitest";
import { CannotEdit } from "./edit/splice.ts";
import { editRecord } from "./edit-record.ts";
import { recordsIn } from "./folder.ts";
import { readRecord } from "./read-record.ts";
import { sectionText } from "./section-text.ts";
import { bytesOf, textOf } from "./text.ts";

const pieces =
  '---\n|status: |{ accepted }|{a | b}|date: 03/04/2018|expects:\n|  - statement: x\n|    probability: 2\n|&a [*a, *a]|<<: *a\n|# |## Status\n|## Decision\n|===\n|```\n|<!--|-->|* Deciders: |[x](|a.md)|](b.md)|superseded by |ADR-1|Supercedes [1. a](1.md)\n|\r\n|\n|\n\n|\t|\0|\ufeff|\udc80|> |1. |- |Chosen option: "|", because|Good, because|| a | b |\n'.split(
    "|",
  );
const markdown = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((some) => bytesOf(some.join("")));
const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), markdown);

test("any bytes at all are read without failing, and come back as they were", () => {
  fc.assert(
    fc.property(bytes, (some) => {
      const file = { path: "adr/0001-x.md", bytes: some };
      const record = readRecord(file);
      expect(
        record.problems.every(({ says, line }) => says.isWellFormed() && (line === null || line > 0)),
      ).toBe(true);
      for (const section of record.sections) expect(sectionText(file, section).isWellFormed()).toBe(true);
      expect(bytesOf(textOf(some))).toEqual(new Uint8Array(some));
      expect(recordsIn([file, { ...file, path: ".adr-dir" }]).records).toHaveLength(1);
    }),
    { numRuns: 2_000 },
  );
});

test("an edit of any bytes shows exactly what was asked for, or is refused with a reason", () => {
  const change = fc.constantFrom(
    { status: "accepted" as const },
    { date: "2026-03-28" },
    { title: "Use queues" },
    { deciders: ["Jane Roe", "John Doe"] },
    { reviewBy: "2027-01-01" },
    { expects: [{ statement: "It holds", probability: 0.6, resolveBy: "2027-01-01" }] },
  );
  fc.assert(
    fc.property(bytes, change, (some, wanted) => {
      const file = { path: "adr/0001-x.md", bytes: some };
      try {
        expect(readRecord({ ...file, bytes: editRecord(file, wanted) })).toMatchObject(wanted);
      } catch (error) {
        if (!(error instanceof CannotEdit)) throw error;
        expect(error.message.length).toBeGreaterThan(20);
      }
    }),
    { numRuns: 2_000 },
  );
});
