import { describe, expect, test } from "vitest";
import { LONGEST_FILE, readRecord } from "./read-record.ts";
import { textOfKind } from "./section-text.ts";
import { file } from "./testing.ts";
import { bytesOf } from "./text.ts";

const told = (record: ReturnType<typeof readRecord>) => record.problems;
const fronted = (...lines: string[]) => file("0001-use-logs.md", "---", ...lines, "---", "", "# Use logs");

describe("headings", () => {
  test("a # in a block of code, a comment or a quotation begins no section", () => {
    const record = file(
      "1.md",
      ...["# T", "## Context", "```", "## Decision", "```", "~~~", "# T2", "~~~", "<!--", "## Status", "-->"],
      ...["> ## Consequences", "", "    ## Options", "", "## Decision", "We do."],
    );
    expect(readRecord(record).sections.map(({ heading }) => heading)).toEqual(["Context", "Decision"]);
    expect(textOfKind(record, "decision")).toBe("We do.");
  });

  test("underlined headings are headings", () => {
    const record = readRecord(
      file("0002-x.md", "Use logs", "===========", "", "Status", "------", "", "Accepted"),
    );
    expect([record.title, record.number, record.status]).toEqual(["Use logs", 2, "accepted"]);
  });

  test.each([
    ["# 12. Use logs", "Use logs", 12],
    ["# ADR-0012: Use logs", "Use logs", 12],
    ["# ADR 12 – Use logs", "Use logs", 12],
    ["# 0012 - Use logs", "Use logs", 12],
    ["# 2 phase commit", "2 phase commit", null],
    ["# RFC 7807 for errors", "RFC 7807 for errors", null],
    ["# Use `logs` and *one* [store](https://x.example) #", "Use logs and one store", null],
  ])("%s", (heading, title, number) => {
    const record = readRecord(file("x.md", heading));
    expect([record.title, record.number]).toEqual([title, number]);
  });

  test("without a title the file's name stands for it, and that is said", () => {
    const record = readRecord(file("adr/0012-use_logs.md", "## Decision", "We do."));
    expect([record.title, record.number, told(record).length]).toEqual(["Use logs", 12, 1]);
  });
});

describe("bytes", () => {
  test("Windows' line ends, a byte order mark, no last line end, and tabs change nothing", () => {
    const text = "---\nstatus:\taccepted\ndate: 2024-02-29\n---\n\n# Use logs\n\n## Context\n\nWords.";
    const plain = readRecord({ path: "1.md", bytes: bytesOf(text) });
    const other = readRecord({ path: "1.md", bytes: bytesOf(`\ufeff${text.replaceAll("\n", "\r\n")}`) });
    expect(other).toEqual(plain);
    expect([plain.status, plain.date, plain.problems]).toEqual(["accepted", "2024-02-29", []]);
  });

  test("bytes that are no UTF-8 are shown as such, with their line, and the rest is read", () => {
    const record = readRecord({ path: "1.md", bytes: bytesOf("# T\n\nStatus: accepted\n\nB\udcfcros\n") });
    expect([record.status, told(record)]).toEqual([
      "accepted",
      [{ line: 5, says: "This line has bytes that are no UTF-8; they are shown as \ufffd." }],
    ]);
  });

  test("NUL is shown as what cannot be shown", () => {
    const record = readRecord({ path: "1.md", bytes: bytesOf("# A\0B\n") });
    expect([record.title, told(record)[0]?.says]).toEqual([
      "A\ufffdB",
      "This line has a NUL character; it is shown as \ufffd.",
    ]);
  });

  test("UTF-16, a file of more than 1 MiB, and an empty one are said to be so", () => {
    const said = (bytes: Uint8Array) => told(readRecord({ path: "1.md", bytes })).map(({ says }) => says);
    expect(said(Uint8Array.of(0xff, 0xfe, 0x23, 0))).toEqual(["The file is UTF-16: save it as UTF-8."]);
    expect(said(new Uint8Array(LONGEST_FILE + 1))).toEqual([
      "The file has 1048577 bytes; a record has at most 1048576 (1 MiB).",
    ]);
    expect(said(new Uint8Array())).toEqual(["The file is empty."]);
    expect(said(bytesOf(`# T\n${"x\n".repeat(500_000)}`))).toEqual([]);
  });
});

describe("front matter", () => {
  test("what does not parse is a problem with its line, and the text below is read", () => {
    const record = readRecord(fronted("title: a: b", "status: accepted"));
    expect(record.title).toBe("Use logs");
    expect(told(record)[0]?.line).toBe(2);
    expect(told(record)[0]?.says).toMatch(/^The front matter is no YAML that can be read here: /);
  });

  test("a field that is there twice counts as it is first, and that is said", () => {
    const record = readRecord(fronted("status: accepted", "date: 2024-02-29", "status: rejected"));
    expect([record.status, told(record)]).toEqual([
      "accepted",
      [{ line: 4, says: "“status” is given twice; the first one counts." }],
    ]);
  });

  test("one that is never closed is said to be so", () => {
    const record = readRecord(file("1.md", "---", "status: accepted", "", "# T"));
    expect(told(record)[0]).toEqual({
      line: 1,
      says: "The front matter that begins here is not closed: end it with a line of ---.",
    });
  });

  test("a rule across the page is no front matter", () => {
    expect(told(readRecord(file("1.md", "---", "", "# T", "", "---")))).toEqual([]);
  });

  test("aliases that would grow without end are refused, and what stands beside them stays", () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `l${at}: &l${at} [${Array(9).fill(at ? `*l${at - 1}` : "x")}]`,
    );
    const record = readRecord(
      fronted(
        ...levels,
        "status: accepted",
        "expects:",
        "  - {statement: *l8, probability: 1}",
        "deciders: *l0",
      ),
    );
    expect(record.status).toBe("accepted");
    expect([record.expects, record.deciders]).toEqual([[], Array(9).fill("x")]);
    expect(told(record)).toHaveLength(1);
  });

  test("a list that somebody wrote without its dashes is said to be none", () => {
    const record = readRecord(fronted("expects:", "  statement: It holds", "  probability: 1"));
    expect(told(record)).toEqual([{ line: 3, says: "“expects” is a list: begin each entry with “- ”." }]);
  });

  test("more than 64 KiB of it is not read", () => {
    const record = readRecord(fronted(`x: ${"y".repeat(70_000)}`, "status: accepted"));
    expect([record.status, told(record)[0]?.says]).toEqual([
      null,
      "The front matter is longer than 64 KiB and is not read.",
    ]);
  });

  test("a status that is a number or a truth stays as it is written", () => {
    expect(readRecord(fronted("status: 012")).rawStatus).toBe("012");
    expect(readRecord(fronted("status: yes")).rawStatus).toBe("yes");
    expect(readRecord(fronted("status: null")).rawStatus).toBeNull();
  });

  test("an empty or unfilled one gives way to what the text says", () => {
    expect(readRecord(file("1.md", "---", "status:", "---", "# T", "## Status", "Accepted")).status).toBe(
      "accepted",
    );
  });
});

describe("links", () => {
  test("one that is not closed is a link all the same, and that is said", () => {
    const record = readRecord(fronted("status: superseded by [ADR-0005](0005-x.md"));
    expect([record.status, record.links]).toEqual([
      "superseded",
      [{ kind: "superseded-by", to: "0005-x.md", label: "ADR-0005" }],
    ]);
    expect(told(record)).toEqual([{ line: 2, says: "A link is not closed: write it as [name](file.md)." }]);
  });

  test("several records, several kinds, blanks and places in a file", () => {
    const said = (status: string) => readRecord(file("a/b/1.md", "# T", "", `Status: ${status}`)).links;
    expect(said("superseded by ADR-4 and ADR-5")).toEqual([
      { kind: "superseded-by", to: "ADR-4" },
      { kind: "superseded-by", to: "ADR-5" },
    ]);
    expect(said("Accepted, supersedes [2](./2.md), amended by [3](../3%20x.md#why)")).toEqual([
      { kind: "supersedes", to: "a/b/2.md", label: "2" },
      { kind: "amended-by", to: "a/3 x.md", label: "3" },
    ]);
    expect(said("superseded by 20220101-use-logs")).toEqual([
      { kind: "superseded-by", to: "20220101-use-logs" },
    ]);
    expect(said("Accepted, see [the talk](https://talks.example)")).toEqual([]);
    expect(said("Partially superseded by [2](2.md)")).toEqual([
      { kind: "amended-by", to: "a/b/2.md", label: "2" },
    ]);
  });
});

describe("days", () => {
  const day = (written: string, ...more: string[]) => {
    const { date, problems } = readRecord(file("1.md", "# T", "", `Date: ${written}`, "", ...more));
    return [date, problems.length];
  };

  test.each([
    ["2018-03-28", "2018-03-28"],
    ["2018/03/28", "2018-03-28"],
    ["28/03/2018", "2018-03-28"],
    ["03/28/2018", "2018-03-28"],
    ["28.3.2018", "2018-03-28"],
    ["3 March 2020", "2020-03-03"],
    ["March 3rd, 2020", "2020-03-03"],
    ["Tue, 3rd of Mar 2020", "2020-03-03"],
    ["2020-03-03T12:00:00Z (updated 2021-01-01)", "2020-03-03"],
    ["04/04/2018", "2018-04-04"],
  ])("%s is plain", (written, iso) => {
    expect(day(written)).toEqual([iso, 0]);
  });

  test("one that could be two is read with the day first, and that is said", () => {
    expect(day("03/04/2018")).toEqual(["2018-04-03", 1]);
  });

  test("another day of the file tells which it is, unless they disagree", () => {
    expect(day("03/04/2018", "On 12/25/2017 it broke.")).toEqual(["2018-03-04", 0]);
    expect(day("03/04/2018", "On 25/12/2017 it broke.")).toEqual(["2018-04-03", 0]);
    expect(day("03/04/2018", "From 25/12/2017 to 12/26/2017.")).toEqual(["2018-04-03", 1]);
  });

  test.each(["2023-02-29", "March 2020", "soon", "99/99/2018"])("%s is none, and that is said", (written) => {
    expect(day(written)).toEqual([null, 1]);
  });
});

test.each([
  ["Approved", "accepted"],
  ["Decided", "accepted"],
  ["Implemented in 2.0", "accepted"],
  ["In review", "proposed"],
  ["On hold", "proposed"],
  ["Withdrawn", "rejected"],
  ["Not accepted", "rejected"],
  ["Obsolete", "deprecated"],
  ["Replaced by ADR-7", "superseded"],
  ["WIP", "draft"],
  ["prediscussion", "draft"],
  ["published", "accepted"],
  [":white_check_mark: Accepted", "accepted"],
  ["~~Proposed~~ **Accepted**", "accepted"],
  ["Accepted (superseded by [7](7.md))", "superseded"],
  ["Partially superseded by ADR-7", "accepted"],
  ["Acceptance pending", null],
  ["Sleeping", null],
  ["proposed | accepted | rejected", null],
])("a status in other words: %s", (raw, status) => {
  const record = readRecord(file("1.md", "# T", "", "## Status", "", raw, "", "## Decision"));
  expect([record.status, record.rawStatus, record.problems]).toEqual([status, raw, []]);
});

test("an option that is chosen but not listed is a problem with its line", () => {
  const record = readRecord(
    file(
      "1.md",
      "# T",
      "## Considered Options",
      "* Logs",
      "## Decision Outcome",
      'Chosen option: "Queues", because.',
    ),
  );
  expect(record.options.map(({ chosen }) => chosen)).toEqual([false]);
  expect(told(record)).toEqual([
    { line: 5, says: "The chosen option “Queues” is none of the options that are listed." },
  ]);
});
