import { describe, expect, test } from "vitest";
import type { RecordChanges } from "./edit/changes.ts";
import { editRecord } from "./edit-record.ts";
import { readRecord } from "./read-record.ts";
import { textOfKind } from "./section-text.ts";
import { file } from "./testing.ts";
import { bytesOf, textOf } from "./text.ts";

/** A file's lines after a change. */
const edited = (lines: readonly string[], changes: RecordChanges, path = "adr/0009-x.md") =>
  textOf(editRecord(file(path, ...lines), changes))
    .split("\n")
    .slice(0, -1);

/** What a change took away and put there, as lines. */
function difference(lines: readonly string[], changes: RecordChanges, path?: string) {
  const now = edited(lines, changes, path);
  let head = 0;
  while (head < lines.length && lines[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(lines.length, now.length) - head && lines.at(-1 - tail) === now.at(-1 - tail))
    tail += 1;
  return [lines.slice(head, lines.length - tail), now.slice(head, now.length - tail)];
}

const nygard = [
  "# 9. Help",
  "",
  "## Status",
  "",
  "Accepted",
  "",
  "## Context",
  "",
  "Words.",
  "",
  "## Decision",
  "",
  "We do.",
];
const madr2 = [
  "# Use queues",
  "",
  "* Status: accepted",
  "* Date: 2021-01-13",
  "",
  "## Context and Problem Statement",
  "",
  "Why.",
];
const madr4 = [
  "---",
  "status: accepted # since long",
  "date: 2024-02-29",
  "---",
  "",
  "# Use logs",
  "",
  "## Decision Outcome",
  "",
  "We do.",
];

describe("each dialect is written as it is", () => {
  test("adr-tools: the state in its section, the day below the title, links as lines of the state", () => {
    expect(difference(nygard, { status: "deprecated" })).toEqual([["Accepted"], ["Deprecated"]]);
    expect(difference(nygard, { date: "2026-03-28" })).toEqual([[], ["Date: 2026-03-28", ""]]);
    expect(difference(nygard, { title: "Say more" })).toEqual([["# 9. Help"], ["# 9. Say more"]]);
    const link = { kind: "amends", to: "adr/0003-one.md", label: "3. One" } as const;
    expect(difference(nygard, { link })).toEqual([[], ["Amends [3. One](0003-one.md)", ""]]);
    const by = { kind: "superseded-by", to: "other/0010-y.md" } as const;
    expect(difference(nygard, { link: by })).toEqual([
      ["Accepted"],
      ["Superseded by [0010-y](../other/0010-y.md)"],
    ]);
  });

  test("adr-tools: front matter comes only with what has no other place", () => {
    expect(difference(nygard, { reviewBy: "2027-01-01" })).toEqual([
      [],
      ["---", "review-by: 2027-01-01", "---", ""],
    ]);
  });

  test("MADR 2: bullets, in their order, and links in their section", () => {
    expect(difference(madr2, { deciders: ["Jane Roe", "John"] })).toEqual([
      [],
      ["* Deciders: Jane Roe, John"],
    ]);
    expect(difference(madr2, { status: "rejected" })).toEqual([
      ["* Status: accepted"],
      ["* Status: rejected"],
    ]);
    expect(difference(madr2, { link: { kind: "relates", to: "adr/0003-one.md" } })).toEqual([
      [],
      ["", "## Links", "", "- Relates to [0003-one](0003-one.md)"],
    ]);
    const by = { kind: "superseded-by", to: "adr/0010-y.md", label: "ADR-0010" } as const;
    expect(difference(madr2, { link: by })[1]).toEqual(["* Status: superseded by [ADR-0010](0010-y.md)"]);
  });

  test("MADR 4: front matter, in its order, with its comments", () => {
    expect(difference(madr4, { status: "superseded" })[1]).toEqual(["status: superseded # since long"]);
    expect(difference(madr4, { deciders: ["Jane Roe"] })).toEqual([[], ["decision-makers: Jane Roe"]]);
    expect(difference(madr4, { deciders: ["Doe, John", "Ann"] })[1]).toEqual([
      "decision-makers: Doe, John; Ann",
    ]);
    expect(difference(madr4, { link: { kind: "supersedes", to: "adr/0003-one.md" } })[1]).toEqual([
      "",
      "## More Information",
      "",
      "- Supersedes [0003-one](0003-one.md)",
    ]);
  });

  test("signs before a state change with it", () => {
    const lines = ["# X", "", "## Status", "", "✅ Accepted", "", "## Context", "", "## Decision"];
    expect(difference(lines, { status: "rejected" })).toEqual([["✅ Accepted"], ["❌ Rejected"]]);
  });

  test("a day after the state stays where it is, or is changed there", () => {
    const lines = ["# X", "", "## Status", "", "Accepted on 2020-03-03", "", "## Decision"];
    expect(difference(lines, { status: "rejected" })[1]).toEqual(["Rejected on 2020-03-03"]);
    expect(difference(lines, { date: "2026-03-28" })[1]).toEqual(["Accepted on 2026-03-28"]);
  });

  test("a record that is superseded no more says its old state once", () => {
    const lines = ["# X", "", "## Status", "", "Accepted", "", "Superceded by [9](9.md)", "", "## Decision"];
    expect(difference(lines, { status: "accepted" })).toEqual([["Superceded by [9](9.md)", ""], []]);
  });

  test("a state under another name keeps that name", () => {
    const lines = ["---", "state: discussion", "---", "# T"];
    expect(difference(lines, { status: "accepted" })).toEqual([["state: discussion"], ["state: accepted"]]);
  });

  test("a template's words give way to what is filled in", () => {
    const lines = ["---", "status: {proposed | accepted}", "decision-makers: '{everyone}'", "---", "", "# T"];
    expect(edited(lines, { status: "proposed", deciders: ["Ann"] }).slice(1, 3)).toEqual([
      "status: proposed",
      "decision-makers: Ann",
    ]);
  });
});

describe("expectations and advice", () => {
  const one = { statement: "It holds", probability: 0.7, resolveBy: "2027-01-01" };
  const two = { statement: 'It: "costs" #1', probability: 1, resolveBy: "2027-01-01", measure: "cost" };
  const lines = [
    ...["---", "expects:", "  # the first", "  - statement: It holds  # or not", "    probability: 0.70"],
    ...["    resolve-by: 2027-01-01", "  - nobody can read this", "status: accepted", "---", "", "# T"],
  ];

  test("one more leaves those that are there as they are, even what cannot be read", () => {
    expect(difference(lines, { expects: [one, two] })).toEqual([
      [],
      [
        '  - statement: "It: \\"costs\\" #1"',
        "    probability: 1",
        "    resolve-by: 2027-01-01",
        '    measure: "cost"',
      ],
    ]);
  });

  test("one less takes its own lines only", () => {
    expect(difference(lines, { expects: [] })[0]).toEqual([
      "  - statement: It holds  # or not",
      "    probability: 0.70",
      "    resolve-by: 2027-01-01",
    ]);
  });

  test("one that changes keeps its place between the others", () => {
    const all = { ...file("1.md", "# T") };
    const three = [one, two, { ...one, statement: "Third" }];
    const written = { ...all, bytes: editRecord(all, { expects: three }) };
    const changed = [one, { ...two, probability: 0.5 }, { ...one, statement: "Third" }];
    const now = editRecord(written, { expects: changed });
    expect(readRecord({ ...all, bytes: now }).expects).toEqual(changed);
    expect(textOf(now)).toBe(textOf(written.bytes).replace("probability: 1\n", "probability: 0.5\n"));
  });

  test("advice without a why has none", () => {
    const advice = [{ from: "Jane", capacity: "expert", said: "Wait", taken: "no", why: "" } as const];
    expect(difference(["# T"], { advice })[1]).toEqual([
      ...[
        "---",
        "advice:",
        '  - from: "Jane"',
        "    capacity: expert",
        '    said: "Wait"',
        '    taken: "no"',
        "---",
        "",
      ],
    ]);
  });
});

describe("sections", () => {
  test("a section's text changes, the blank lines around it and the sections below it stay", () => {
    const lines = ["# T", "## Decision Outcome", "", "", "Old.", "Old too.", "", "### Consequences", "* a"];
    expect(difference(lines, { section: { kind: "decision", text: "New." } })).toEqual([
      ["Old.", "Old too."],
      ["New."],
    ]);
    expect(difference(lines, { section: { heading: "Consequences", text: "* b" } })).toEqual([
      ["* a"],
      ["* b"],
    ]);
  });

  test("a new section comes where it belongs, named as its dialect names it", () => {
    expect(difference(nygard, { section: { kind: "consequences", text: "Fine." } })[1]).toEqual([
      ...["", "## Consequences", "", "Fine."],
    ]);
    expect(difference(nygard, { section: { kind: "options", text: "* a" } })[1]).toEqual([
      "## Options",
      "",
      "* a",
      "",
    ]);
    expect(difference(madr4, { section: { kind: "confirmation", text: "A test." } })[1]).toEqual([
      ...["", "### Confirmation", "", "A test."],
    ]);
  });

  test("what would end the section or swallow the next is text", () => {
    const text = "## Status\n\n```\nno end";
    expect(difference(nygard, { section: { kind: "context", text } })[1]).toEqual([
      ...["\\## Status", "", "```", "no end", "```"],
    ]);
  });

  test("what came of it is appended, entry by entry", () => {
    const once = edited(madr4, { outcome: { day: "2027-01-01", text: "It held." } });
    const twice = edited(once, { outcome: { day: "2028-01-01", text: "It still does." } });
    expect(twice).toEqual([
      ...madr4,
      ...["", "## Outcome", "", "### 2027-01-01", "", "It held.", "", "### 2028-01-01", "", "It still does."],
    ]);
  });
});

describe("a file that does not allow it is left alone, with a reason", () => {
  const refused = (lines: string[], changes: RecordChanges) => () => edited(lines, changes);

  test.each<[string, string[], RecordChanges, string]>([
    [
      "no section of this name",
      nygard,
      { section: { heading: "Costs", text: "x" } },
      "There is no section “Costs”",
    ],
    ["no such day", nygard, { date: "2023-02-29" }, "“2023-02-29” is no day: write it as 2026-03-28."],
    [
      "front matter that is broken",
      ["---", "a: b: c", "---", "# T"],
      { status: "accepted" },
      "Line 2: The front matter",
    ],
    [
      "front matter that is a list",
      ["---", "- a", "---", "# T"],
      { reviewBy: "2027-01-01" },
      "Line 2: The front matter",
    ],
    [
      "code that is never closed",
      ["# T", "", "```", "x"],
      { outcome: { day: "2027-01-01", text: "x" } },
      "“outcome” would not be read again",
    ],
    ["no title in it", nygard, { title: "  " }, "A title has at least one letter."],
  ])("%s", (...[, lines, changes, reason]) => {
    expect(refused(lines, changes)).toThrow(reason);
  });

  test("too large a file", () => {
    const large = { path: "1.md", bytes: bytesOf("x".repeat(1_048_577)) };
    expect(() => editRecord(large, { status: "accepted" })).toThrow("The file has 1048577 bytes");
  });
});

test("a section whose bytes are no UTF-8 keeps them when it is saved as it is shown", () => {
  const record = { path: "1.md", bytes: bytesOf("# T\n\n## Context\n\nB\udcfcro\n") };
  const text = textOfKind(record, "context");
  expect(text).toBe("B\ufffdro");
  expect(editRecord(record, { section: { kind: "context", text } })).toBe(record.bytes);
});

test("bytes that are no UTF-8 stay where they are", () => {
  const bytes = bytesOf("# T\n\nStatus: accepted\n\nB\udcfcro\udcff\n");
  const now = editRecord({ path: "1.md", bytes }, { status: "rejected" });
  expect(textOf(now)).toBe("# T\n\nStatus: rejected\n\nB\udcfcro\udcff\n");
  expect([...now].filter((byte) => byte === 0xfc || byte === 0xff)).toHaveLength(2);
});
