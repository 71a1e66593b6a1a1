import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRecord } from "./read-record.ts";
import { textOfKind } from "./section-text.ts";
import { STATUSES } from "./shape.ts";
import { bytesOf } from "./text.ts";
import { type NewRecord, writeRecord } from "./write-record.ts";

const hostile = fc.oneof(
  fc.string({ maxLength: 40, unit: "binary" }),
  fc.string({ maxLength: 40, unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        ..."---|\n|\r\n|# |## Decision\n|: |- |\"|'|`|```\n|~~~|<!--|-->|[|](|)|{|}|1. |ADR-1 |🏳️‍🌈|\u202eمرحبا|\\|&amp;|*|_|===\n|\t| |<pre>\n|\u2028|\u0085|status: x|,|;|@| and |&".split(
          "|",
        ),
      ),
      { maxLength: 12 },
    )
    .map((some) => some.join("")),
);
const day = fc.constantFrom("2024-02-29", "2026-03-28");
const said = hostile.map((text) => `x${text}`.toWellFormed().trim());
const oneLine = (text: string) => text.toWellFormed().replaceAll("\0", "\ufffd").replace(/\s+/g, " ").trim();

const record = fc.record({
  title: hostile.filter((text) => oneLine(text) !== ""),
  status: fc.constantFrom(null, ...STATUSES),
  date: fc.option(day),
  deciders: fc.array(hostile, { maxLength: 3 }),
  consulted: fc.array(
    fc.constantFrom("Jane Roe", "Doe, John", "a: b", "李雷", "R and D", "null", "7", "[x]y"),
    { maxLength: 3 },
  ),
  reviewBy: fc.option(day),
  expects: fc.array(
    fc.record(
      {
        statement: said,
        probability: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
        resolveBy: day,
        measure: said,
      },
      { requiredKeys: ["statement", "probability", "resolveBy"] },
    ),
    { maxLength: 3 },
  ),
  advice: fc.array(
    fc.record({
      from: said,
      capacity: fc.constantFrom("affected" as const, "expert" as const),
      said,
      taken: fc.constantFrom("yes" as const, "partly" as const, "no" as const),
      why: fc.oneof(fc.constant(""), said),
    }),
    { maxLength: 2 },
  ),
  sections: fc.constant({ context: "Some words.\n\n- a list", decision: "We do." }),
});

const read = (text: string) => ({ path: "adr/0001-x.md", bytes: bytesOf(text) });

describe("a new record", () => {
  test("reads as what was given, whatever signs are in its title, its names and its sentences", () => {
    fc.assert(
      fc.property(record, (given) => {
        const found = readRecord(read(writeRecord(given as NewRecord)));
        expect(found).toMatchObject({
          title: oneLine(given.title),
          status: given.status,
          date: given.date,
          reviewBy: given.reviewBy,
          consulted: given.consulted,
          expects: given.expects.map((one) => shownDeep(one)),
          advice: given.advice.map((one) => shownDeep(one)),
          problems: [],
        });
        expect(found.sections.map(({ heading }) => heading)).toEqual([
          "Context and Problem Statement",
          "Decision Outcome",
        ]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("keeps each section to itself, whatever its text would open, end or leave open", () => {
    const text = fc.array(hostile, { maxLength: 5 }).map((some) => some.join("\n"));
    const sections = fc.record(
      {
        context: text,
        drivers: text,
        options: text,
        decision: text,
        consequences: text,
        confirmation: text,
        more: text,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(sections, (given) => {
        const file = read(
          writeRecord({
            title: "T",
            status: "proposed",
            date: null,
            sections: given as NewRecord["sections"],
          }),
        );
        const found = readRecord(file);
        expect([found.title, found.status, found.date, found.deciders]).toEqual(["T", "proposed", null, []]);
        const known = found.sections.filter(({ kind, level }) => kind !== "other" && level <= 3);
        expect(known.map(({ kind }) => kind)).toEqual(expectedKinds(given as Record<string, string>));
      }),
      { numRuns: 1_000 },
    );
  });

  test("keeps a section's text as it is given, where it is whole", () => {
    const file = read(
      writeRecord({
        title: "T",
        status: null,
        date: null,
        sections: {
          context: "a\n\n#### Deeper\n\n```\n# code\n```",
          confirmation: "By a test.",
          "pros-and-cons": "### Logs\n\n* Good, because",
        },
      }),
    );
    expect(textOfKind(file, "context")).toBe("a\n\n#### Deeper\n\n```\n# code\n```");
    expect(textOfKind(file, "confirmation")).toBe("By a test.");
    expect(textOfKind(file, "pros-and-cons")).toBe("### Logs\n\n* Good, because");
    expect(readRecord(file).options.map(({ title }) => title)).toEqual(["Logs"]);
  });

  test("says plainly that a title has words, and how long it may be", () => {
    const titled = (title: string) => () => writeRecord({ title, status: null, date: null, sections: {} });
    expect(titled(" \n ")).toThrow("A title has at least one letter.");
    expect(titled("x".repeat(1_001))).toThrow("A title has at most 1000 characters; this one has 1001.");
    expect(readRecord(read(titled("*".repeat(1_000))())).title).toBe("*".repeat(1_000));
  });
});

function shownDeep<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === "string" ? one.replaceAll("\0", "\ufffd") : one,
    ]),
  ) as T;
}

function expectedKinds(given: Record<string, string>): string[] {
  const has = (kind: string) => (given[kind] ?? "").replaceAll("\0", "\ufffd").trim() !== "";
  const below = has("consequences") || has("confirmation");
  return [
    "context",
    ...["drivers", "options"].filter(has),
    ...(has("decision") || below ? ["decision"] : []),
    ...["consequences", "confirmation", "more"].filter(has),
  ];
}
