import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RecordChanges } from "./edit/changes.ts";
import { editRecord } from "./edit-record.ts";
import { readRecord } from "./read-record.ts";
import { textOfKind } from "./section-text.ts";
import { STATUSES } from "./shape.ts";
import { records } from "./testing.ts";
import { textOf } from "./text.ts";

const day = fc.constantFrom("2026-03-28", "2027-12-31");
const sentence = fc
  .string({ minLength: 1, maxLength: 30, unit: "grapheme" })
  .map((text) => `It: ${text} "#`.trim());
const name = fc.constantFrom(
  "Jane Roe",
  "Doe, John",
  "Ann (Web, lead)",
  "李雷",
  "Kim & Co",
  "a_b_c",
  "x: y",
  "#1",
);
const names = fc.uniqueArray(name, { maxLength: 3 });
const expectation = fc.record({
  statement: sentence,
  probability: fc.constantFrom(0, 0.25, 0.7, 1),
  resolveBy: day,
});
const advice = fc.record({
  from: name,
  capacity: fc.constantFrom("affected" as const, "expert" as const),
  said: sentence,
  taken: fc.constantFrom("yes" as const, "partly" as const, "no" as const),
  why: fc.oneof(fc.constant(""), sentence),
});

const each = {
  title: fc.constantFrom(
    "Use logs",
    "1. First",
    "C#",
    "a *b* [c](d) `e`",
    "{x}",
    "RFC 7807 for errors",
    "ADR 5 again",
  ),
  status: fc.constantFrom(...STATUSES),
  date: day,
  deciders: names,
  consulted: names,
  informed: names,
  reviewBy: day,
  expects: fc.array(expectation, { maxLength: 3 }),
  advice: fc.array(advice, { maxLength: 2 }),
};

const changes: fc.Arbitrary<RecordChanges> = fc
  .record(each, { requiredKeys: [] })
  .map((some) => some as RecordChanges);

const one: fc.Arbitrary<RecordChanges> = fc.oneof(
  ...Object.entries(each).map(([key, value]) =>
    (value as fc.Arbitrary<unknown>).map((given) => ({ [key]: given })),
  ),
);

/** All that a record says but its places, which lines above them may move. */
const saying = (file: Parameters<typeof readRecord>[0]) => {
  const { sections, problems, rawStatus, dialect, ...rest } = readRecord(file);
  return { ...rest, headings: sections.map(({ heading, level }) => `${level} ${heading}`) };
};

const KINDS = ["context", "decision", "consequences", "confirmation", "more", "options"] as const;

describe("of any record in any dialect", () => {
  test("no change gives back the very bytes", () => {
    fc.assert(
      fc.property(records, (file) => {
        expect(editRecord(file, {})).toBe(file.bytes);
      }),
    );
  });

  test("what is changed is read so, and nothing else reads otherwise", () => {
    fc.assert(
      fc.property(records, changes, (file, change) => {
        const before = saying(file);
        const after = saying({ ...file, bytes: editRecord(file, change) });
        const status = before.headings.includes("2 Status") ? [] : ["2 Status"];
        const { headings, ...rest } = after;
        expect(rest).toEqual({ ...before, ...change, headings: undefined, links: before.links });
        expect(headings.filter((heading) => !status.includes(heading))).toEqual(before.headings);
      }),
      { numRuns: 400 },
    );
  });

  test("a change to what is there already changes no byte", () => {
    fc.assert(
      fc.property(records, changes, (file, change) => {
        const once = { ...file, bytes: editRecord(file, change) };
        expect(editRecord(once, change)).toBe(once.bytes);
        const { title, status, date, deciders, expects } = readRecord(file);
        expect(editRecord(file, { title, status, date, deciders, expects })).toBe(file.bytes);
      }),
    );
  });

  test("one change leaves every line but its own where it was, in order", () => {
    fc.assert(
      fc.property(records, one, (file, change) => {
        const old = textOf(file.bytes).split(/(?<=\n)/);
        const now = textOf(editRecord(file, change)).split(/(?<=\n)/);
        let head = 0;
        while (head < old.length && old[head] === now[head]) head += 1;
        let tail = 0;
        while (
          tail < old.length - head &&
          tail < now.length - head &&
          old.at(-1 - tail) === now.at(-1 - tail)
        )
          tail += 1;
        expect(old.length - head - tail).toBeLessThanOrEqual("expects" in change ? 5 : 1);
      }),
    );
  });

  test("a change and the change back give the old bytes", () => {
    fc.assert(
      fc.property(records, one, (file, change) => {
        const old = readRecord(file);
        const [key] = Object.keys(change) as (keyof RecordChanges & keyof typeof old)[];
        if (key === undefined || key === "title" || key === "expects") return;
        if (key === "status" && old.status === null) return;
        const there = { ...file, bytes: editRecord(file, change) };
        fc.pre(readRecord(there).dialect === old.dialect); // its last field may have been all that told it
        const emptied = Array.isArray(change[key]) && (change[key] as unknown[]).length === 0;
        fc.pre(!emptied || !textOf(file.bytes).includes("parent:")); // it stood apart, and comes back to its usual place
        expect(textOf(editRecord(there, { [key]: old[key] }))).toBe(textOf(file.bytes));
      }),
      { numRuns: 400 },
    );
  });

  test("a section's new text is read so, and the others keep theirs", () => {
    fc.assert(
      fc.property(records, fc.constantFrom(...KINDS), sentence, (file, kind, words) => {
        const text = `${words.replace(/^\W+/, "")}.\n\n#### Deeper\n\n- an entry`;
        const changed = { ...file, bytes: editRecord(file, { section: { kind, text } }) };
        expect(textOfKind(changed, kind)).toBe(text.trim());
        for (const other of KINDS.filter((one) => one !== kind))
          expect(textOfKind(changed, other)).toBe(textOfKind(file, other));
      }),
    );
  });

  test("what comes of it is appended: all that was there stays before it", () => {
    fc.assert(
      fc.property(records, sentence, sentence, (file, first, second) => {
        const text = (words: string) => `Seen: ${words.replace(/[<`~]/g, "")}`;
        const once = {
          ...file,
          bytes: editRecord(file, { outcome: { day: "2027-01-01", text: text(first) } }),
        };
        const twice = {
          ...file,
          bytes: editRecord(once, { outcome: { day: "2027-02-01", text: text(second) } }),
        };
        expect(textOf(once.bytes).startsWith(textOf(file.bytes))).toBe(true);
        expect(textOf(twice.bytes).startsWith(textOf(once.bytes))).toBe(true);
        expect(readRecord(twice).outcome).toBe(
          `### 2027-01-01\n\n${text(first).trim()}\n\n### 2027-02-01\n\n${text(second).trim()}`,
        );
      }),
    );
  });

  test.each(["supersedes", "superseded-by", "amends", "amended-by"] as const)(
    "a link is added: %s",
    (kind) => {
      fc.assert(
        fc.property(records, (file) => {
          const link = { kind, to: "adr/0012-use (more) logs.md", label: "12. Use [more] logs" };
          const linked = { ...file, bytes: editRecord(file, { link }) };
          const { links, status } = readRecord(linked);
          expect(links).toContainEqual(link);
          if (kind === "superseded-by") expect(status).toBe("superseded");
          else expect(links).toEqual(expect.arrayContaining([...readRecord(file).links]));
          expect(editRecord(linked, { link })).toBe(linked.bytes);
        }),
        { numRuns: 60 },
      );
    },
  );
});
