import { describe, expect, test } from "vitest";
import { readRecord } from "./read-record.ts";
import { textOfKind } from "./section-text.ts";
import { file } from "./testing.ts";

const kinds = (record: ReturnType<typeof readRecord>) => record.sections.map(({ kind }) => kind);

describe("adr-tools", () => {
  const amended = file(
    "doc/adr/0009-help-for-commands.md",
    "# 9. Help for commands",
    "",
    "Date: 2018-02-03",
    "",
    "## Status",
    "",
    "Accepted",
    "",
    "Supercedes [3. One command](0003-one-command.md)",
    "",
    "Amended by [11. Longer \\[help\\]](../adr/0011-longer-help.md)",
    "",
    "Clarifies [4. Words](0004-words.md)",
    "",
    "## Context",
    "",
    "People ask what a command does.",
    "",
    "## Decision",
    "",
    "Each has a text.",
    "",
    "## Consequences",
    "",
    "More to write.",
  );

  test("title without its number, day, state, and every link with what it means, seen from the folder", () => {
    expect(readRecord(amended)).toMatchObject({
      number: 9,
      title: "Help for commands",
      date: "2018-02-03",
      status: "accepted",
      rawStatus: "Accepted",
      dialect: "nygard",
      links: [
        { kind: "supersedes", to: "doc/adr/0003-one-command.md", label: "3. One command" },
        { kind: "amended-by", to: "doc/adr/0011-longer-help.md", label: "11. Longer [help]" },
        { kind: "relates", to: "doc/adr/0004-words.md", label: "4. Words" },
      ],
      problems: [],
    });
  });

  test("its sections end where the next begins", () => {
    expect(kinds(readRecord(amended))).toEqual(["status", "context", "decision", "consequences"]);
    expect(textOfKind(amended, "decision")).toBe("Each has a text.");
    expect(readRecord(amended).sections[2]).toEqual({
      heading: "Decision",
      level: 2,
      kind: "decision",
      from: 19,
      to: 22,
    });
  });

  test.each(["Superceded by", "Superseded by"])(
    "%s a record, it is superseded, even with the old state beside",
    (verb) => {
      const link = `${verb} [10. Logs](0010-logs.md)`;
      const alone = readRecord(file("0009-x.md", "# 9. X", "## Status", "", link, "## Decision"));
      const beside = readRecord(
        file("0009-x.md", "# 9. X", "## Status", "", "Accepted", "", link, "## Decision"),
      );
      for (const record of [alone, beside])
        expect([record.status, record.rawStatus, record.links]).toEqual([
          "superseded",
          link,
          [{ kind: "superseded-by", to: "0010-logs.md", label: "10. Logs" }],
        ]);
    },
  );
});

describe("MADR 2 and log4brains", () => {
  const lines = [
    "# Use queues",
    "",
    "* Status: superseded by [ADR-0005](0005-use-logs.md) <!-- optional -->",
    "* Deciders: [Jane Roe](https://people.example/jane), @john and Ann (Web, lead)",
    "* Date: 2021-01-13 <!-- when it was last updated -->",
    "",
    "Technical Story: words for the tracker",
    "",
    "## Context and Problem Statement",
    "",
    "Calls fail.",
    "",
    "## Decision Drivers <!-- optional -->",
    "",
    "* speed",
    "",
    "## Considered Options",
    "",
    "* Queues",
    "* Plain calls",
    "",
    "## Decision Outcome",
    "",
    'Chosen option: "Queues", because calls fail.',
    "",
    "### Positive Consequences",
    "",
    "* fewer errors",
    "",
    "### Negative Consequences",
    "",
    "* one thing more to run",
    "",
    "## Pros and Cons of the Options",
    "",
    "### Queues",
    "",
    "* Good, because they wait",
    "* Bad, because somebody runs them",
    "* Neutral, because known",
    "",
    "### Plain calls",
    "",
    "#### Pros",
    "",
    "- simple",
    "",
    "#### Cons",
    "",
    "- fail together",
    "",
    "## Links",
    "",
    "* Refines [ADR-0002](0002-talk.md)",
    "* [A book](https://books.example)",
  ];

  test("bullets of either kind are its fields, and names are split where people would", () => {
    for (const bullet of ["*", "-"]) {
      const record = readRecord(
        file("0001-use-queues.md", ...lines.map((line) => line.replace(/^\*/, bullet))),
      );
      expect(record).toMatchObject({
        title: "Use queues",
        status: "superseded",
        rawStatus: "superseded by [ADR-0005](0005-use-logs.md)",
        deciders: ["Jane Roe", "john", "Ann (Web, lead)"],
        date: "2021-01-13",
        dialect: "madr-2",
        problems: [],
      });
    }
  });

  test("links come from the state and from the links' section, those to other pages are none", () => {
    expect(readRecord(file("0001-use-queues.md", ...lines)).links).toEqual([
      { kind: "superseded-by", to: "0005-use-logs.md", label: "ADR-0005" },
      { kind: "relates", to: "0002-talk.md", label: "ADR-0002" },
    ]);
  });

  test("options have what speaks for and against them, by word or by heading, and one is chosen", () => {
    expect(readRecord(file("0001-use-queues.md", ...lines)).options).toEqual([
      {
        title: "Queues",
        reasonsFor: ["they wait"],
        reasonsAgainst: ["somebody runs them"],
        neutral: ["known"],
        chosen: true,
      },
      {
        title: "Plain calls",
        reasonsFor: ["simple"],
        reasonsAgainst: ["fail together"],
        neutral: [],
        chosen: false,
      },
    ]);
  });

  test("sections within sections are found, and what is below an option is the option's", () => {
    expect(
      kinds(readRecord(file("0001-use-queues.md", ...lines))).filter((kind) => kind !== "other"),
    ).toEqual([
      ...[
        "context",
        "drivers",
        "options",
        "decision",
        "consequences",
        "consequences",
        "pros-and-cons",
        "more",
      ],
    ]);
    expect(textOfKind(file("1.md", ...lines), "decision")).toBe(
      'Chosen option: "Queues", because calls fail.',
    );
  });

  test("log4brains names its files by day, and adds tags", () => {
    const record = readRecord(
      file(
        "20210113-use-queues.md",
        ...["# Use queues", "", "- Status: superseded by [20220101-use-logs](20220101-use-logs.md)"],
        ...["- Date: 2021-01-13", "- Tags: web, data"],
      ),
    );
    expect(record).toMatchObject({
      number: null,
      status: "superseded",
      tags: ["web", "data"],
      dialect: "log4brains",
      links: [{ kind: "superseded-by", to: "20220101-use-logs.md", label: "20220101-use-logs" }],
    });
  });

  test("names may stand in a list of their own below", () => {
    const record = readRecord(
      file("1.md", "# T", "", "* Deciders:", "  * Jane Roe", "  * @john", "* Date: 2021-01-13"),
    );
    expect([record.deciders, record.date]).toEqual([["Jane Roe", "john"], "2021-01-13"]);
  });

  test("a template that nobody filled in says nothing", () => {
    const record = readRecord(
      file(
        "0001-use-queues.md",
        "# [short title of the problem]",
        "",
        "* Status: [proposed | rejected | accepted | … | superseded by [ADR-0005](0005-example.md)] <!-- optional -->",
        "* Deciders: [list everyone involved] <!-- optional -->",
        "* Date: [YYYY-MM-DD when it was last updated] <!-- optional -->",
        "",
        "## Considered Options",
        "",
        "* [option 1]",
        "* …",
        "",
        "## Decision Outcome",
        "",
        'Chosen option: "[option 1]", because [justification].',
      ),
    );
    expect(record).toMatchObject({
      status: null,
      rawStatus: null,
      deciders: [],
      date: null,
      links: [],
      options: [],
    });
    expect(record.title).toBe("Use queues");
  });
});

describe("MADR 3 and 4", () => {
  test("the fields are front matter, and unquoted days are days", () => {
    const record = readRecord(
      file(
        "0003-use-logs.md",
        "---",
        "# whole line",
        'status: "superseded by ADR-0123" # and after a value',
        "date: 2024-02-29",
        "decision-makers: Jane Roe, @john",
        "consulted: [Ann, 'Doe, John']",
        "informed:",
        "  - the [web team](https://web.example)",
        "tags: [data]",
        "---",
        "",
        "# Use logs",
        "",
        "## Decision Outcome",
        "",
        "### Confirmation",
        "",
        "By a test.",
      ),
    );
    expect(record).toMatchObject({
      status: "superseded",
      rawStatus: "superseded by ADR-0123",
      date: "2024-02-29",
      deciders: ["Jane Roe", "john"],
      consulted: ["Ann", "Doe, John"],
      informed: ["the web team"],
      tags: ["data"],
      links: [{ kind: "superseded-by", to: "ADR-0123" }],
      dialect: "madr-4",
      problems: [],
    });
    expect(kinds(record)).toEqual(["decision", "confirmation"]);
  });

  test("deciders and a section Validation are of MADR 3", () => {
    expect(readRecord(file("1.md", "---", "deciders: Ann", "---", "# T")).dialect).toBe("madr-3");
    const validated = file(
      "1.md",
      "---",
      "date: 2023-01-01",
      "---",
      "# T",
      "## Decision Outcome",
      "## Validation",
    );
    expect([readRecord(validated).dialect, kinds(readRecord(validated))]).toEqual([
      "madr-3",
      ["decision", "confirmation"],
    ]);
  });

  test("{ accepted } in braces is meant, and said; a whole template's braces are empty", () => {
    const braced = readRecord(file("1.md", "---", "status: { accepted }", "---", "# T"));
    expect([braced.status, braced.rawStatus]).toEqual(["accepted", "{ accepted }"]);
    expect(braced.problems).toEqual([
      { line: 2, says: "The status is in braces, which YAML reads as a mapping: write “status: accepted”." },
    ]);
    const template = readRecord(
      file(
        "0002-use-logs.md",
        "---",
        'status: "{proposed | rejected | accepted | superseded by ADR-0123}"',
        "date: {YYYY-MM-DD when the decision was last updated}",
        "decision-makers: {list everyone involved}",
        "review-by: {a day}",
        "expects: {what you expect}",
        "---",
        "",
        "# {short title}",
      ),
    );
    expect(template).toMatchObject({
      status: null,
      rawStatus: null,
      date: null,
      deciders: [],
      reviewBy: null,
      expects: [],
    });
    expect(template.problems.map(({ line }) => line)).toEqual([null]);
  });

  test("our own fields: when to come back, what is expected, who advised what, and what came of it", () => {
    const record = readRecord(
      file(
        "0004-x.md",
        "---",
        "review-by: 2027-05-28",
        "expects:",
        '  - statement: "Half of them stay: yes"',
        "    probability: 0.4",
        "    resolve-by: 2027-05-28",
        "    measure: change lead time",
        "  - statement: Nobody asks",
        "    probability: 80 %",
        "    resolve-by: soon",
        "  - { statement: 7, probability: 1, resolve-by: 2027-01-01 }",
        "advice:",
        "  - from: Jane Roe",
        "    capacity: expert",
        "    said: Wait",
        "    taken: no",
        "    why: It is cheap to try",
        "  - from: John",
        "    capacity: boss",
        "    said: Go",
        "    taken: perhaps",
        "---",
        "# X",
        "## Outcome",
        "",
        "### 2027-05-28",
        "",
        "Half of them stayed.",
      ),
    );
    expect(record.reviewBy).toBe("2027-05-28");
    expect(record.expects).toEqual([
      {
        statement: "Half of them stay: yes",
        probability: 0.4,
        resolveBy: "2027-05-28",
        measure: "change lead time",
      },
      { statement: "7", probability: 1, resolveBy: "2027-01-01" },
    ]);
    expect(record.advice).toEqual([
      { from: "Jane Roe", capacity: "expert", said: "Wait", taken: "no", why: "It is cheap to try" },
    ]);
    expect(record.outcome).toBe("### 2027-05-28\n\nHalf of them stayed.");
    expect(record.problems).toEqual([
      {
        line: 8,
        says: "Entry 2 of “expects” cannot be read: “probability” is a number from 0 to 1; “resolve-by” is a day such as 2027-05-28.",
      },
      {
        line: 18,
        says: "Entry 2 of “advice” cannot be read: “capacity” is affected or expert; “taken” is yes, partly or no.",
      },
    ]);
  });
});

test("structured MADR: its title, days and relations are in the front matter", () => {
  const record = readRecord(
    file(
      "use-logs.md",
      ...[
        "---",
        'title: "Use logs"',
        "type: adr",
        "category: data",
        "status: accepted",
        "created: 2025-01-01",
      ],
      ...["updated: 2025-02-01", "related:", "  - adr-0002.md", "---", "", "## Context", "", "## Decision"],
    ),
  );
  expect(record).toMatchObject({
    title: "Use logs",
    date: "2025-02-01",
    dialect: "structured-madr",
    links: [{ kind: "relates", to: "adr-0002.md" }],
    problems: [],
  });
});

describe("records that follow nobody", () => {
  test.each([
    ["✅ Accepted", "accepted", []],
    ["🤔 Proposed", "proposed", []],
    [
      "❌ Rejected (see [019](019-one.md))",
      "rejected",
      [{ kind: "relates", to: "019-one.md", label: "019" }],
    ],
    [
      "⌛️ Superseded by [020](020-two.md)",
      "superseded",
      [{ kind: "superseded-by", to: "020-two.md", label: "020" }],
    ],
    ["**Accepted** (2018-03-01)", "accepted", []],
  ])("%s", (raw, status, links) => {
    const record = readRecord(
      file("018-x.md", "# 18. X", "", "Date: 28/03/2018", "", "## Status", "", raw, "", "## Context"),
    );
    expect([record.status, record.rawStatus, record.links, record.date]).toEqual([
      status,
      raw,
      links,
      "2018-03-28",
    ]);
  });

  test("a table, bold words, or a heading for each field will do", () => {
    const table = readRecord(
      file("1.md", "# T", "", "| | |", "| - | - |", "| Status | Approved |", "| Date | 3 March 2020 |"),
    );
    const bold = readRecord(file("1.md", "# T", "", "**Status**: Approved  ", "**Date:** March 3rd, 2020"));
    const headed = readRecord(
      file("1.md", "# T", "## Status", "Approved", "## Date", "3 Mar 2020", "## Deciders", "- Ann"),
    );
    for (const record of [table, bold, headed])
      expect([record.status, record.rawStatus, record.date]).toEqual(["accepted", "Approved", "2020-03-03"]);
    expect(headed.deciders).toEqual(["Ann"]);
  });

  test("the day may be in the state", () => {
    const record = readRecord(file("1.md", "# T", "## Status", "Accepted on 2020-03-03", "## Context"));
    expect([record.status, record.date, record.rawStatus]).toEqual([
      "accepted",
      "2020-03-03",
      "Accepted on 2020-03-03",
    ]);
  });
});
