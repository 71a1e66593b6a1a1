import { describe, expect, test } from "vitest";
import { fileName, newFileName, nextNumber, numberIn } from "./file-name.ts";
import { recordsIn } from "./folder.ts";
import { file } from "./testing.ts";

const nygard = (path: string, ...status: string[]) =>
  file(path, "# T", "", "## Status", "", ...status, "", "## Context", "", "## Decision");
const paths = (folder: ReturnType<typeof recordsIn>) => folder.records.map(({ path }) => path);

describe("of a folder", () => {
  test("records are known by name or by shape; templates, indexes and other files are left out, each with why", () => {
    const folder = recordsIn([
      nygard("0010-use-logs.md", "Accepted"),
      nygard("0002-use-queues.md", "Accepted"),
      file("0003-empty-so-far.md"),
      nygard("no-number.md", "Accepted"),
      file("notes.md", "# Notes", "", "## Context", "", "Words."),
      nygard("template.md", "Proposed"),
      nygard("adr-template-minimal.md", "Proposed"),
      nygard("0000-template.md", "Proposed"),
      file("README.md", "# All records"),
      file("index.md", "# All records"),
      file("picture.png"),
    ]);
    expect(paths(folder)).toEqual([
      "0002-use-queues.md",
      "0003-empty-so-far.md",
      "0010-use-logs.md",
      "no-number.md",
    ]);
    expect(folder.leftOut.map(({ path, why }) => `${path}: ${why}`)).toEqual([
      "notes.md: It has neither a record's name nor a record's sections.",
      "template.md: It is a template.",
      "adr-template-minimal.md: It is a template.",
      "0000-template.md: It is a template.",
      "README.md: It is about the folder, and no record.",
      "index.md: It is about the folder, and no record.",
      "picture.png: It is no Markdown file.",
    ]);
    expect(folder.problems).toEqual([]);
  });

  test(".adr-dir names where the records are; one that names nothing is said to", () => {
    const files = [nygard("doc/adr/0001-a.md", "Accepted"), nygard("other/0002-b.md", "Accepted")];
    const folder = recordsIn([...files, { path: ".adr-dir", bytes: new TextEncoder().encode("doc/adr\n") }]);
    expect(paths(folder)).toEqual(["doc/adr/0001-a.md"]);
    expect(folder.leftOut[0]?.why).toBe("It is outside of doc/adr, which .adr-dir names.");
    const lost = recordsIn([...files, { path: ".adr-dir", bytes: new TextEncoder().encode("../adr") }]);
    expect([lost.records.length, lost.problems.length]).toEqual([2, 1]);
  });

  test("a number that two records have is told, and both are there", () => {
    const folder = recordsIn([
      nygard("0021-a.md", "Accepted"),
      nygard("0021-b.md", "Accepted"),
      nygard("0022-c.md", "Accepted"),
    ]);
    expect(folder.records).toHaveLength(3);
    expect(folder.problems).toEqual([
      { path: null, says: "The number 21 is used twice or more: 0021-a.md, 0021-b.md." },
    ]);
  });

  test("records named by day come by the day they give, then by name", () => {
    const dated = (path: string, day: string) =>
      file(path, "# T", "", "- Status: accepted", `- Date: ${day}`);
    expect(
      paths(
        recordsIn([
          dated("20210301-c.md", "2021-01-05"),
          dated("20210113-b.md", "2021-01-13"),
          dated("20210113-a.md", "2021-01-13"),
          file("20210101-z.md", "# Z"),
        ]),
      ),
    ).toEqual(["20210101-z.md", "20210301-c.md", "20210113-a.md", "20210113-b.md"]);
  });

  test("one bad file takes no other with it", () => {
    const bad = { path: "0001-bad.md", bytes: Uint8Array.of(0xff, 0xfe, 0, 0) };
    const folder = recordsIn([bad, nygard("0002-good.md", "Accepted")]);
    expect(folder.records.map(({ status, problems }) => [status, problems.length])).toEqual([
      [null, 1],
      ["accepted", 0],
    ]);
  });
});

describe("links within a folder", () => {
  const linksOf = (said: string) => {
    const names = ["adr/0004-use-logs.md", "adr/0005-a.md", "adr/0005-b.md", "adr/20220101-use-mail.md"];
    const folder = recordsIn([
      nygard("adr/0001-x.md", said),
      ...names.map((name) => nygard(name, "Accepted")),
    ]);
    const { links, problems } = folder.records[0] ?? { links: [], problems: [] };
    return [links.map(({ to }) => to), problems.map(({ says }) => says)];
  };

  test.each([
    "ADR-0004",
    "ADR 4",
    "#4",
    "0004-use-logs",
    "use-logs",
    "[4](./0004-use-logs.md)",
    "[4](../doc/0004-use-logs.md)",
  ])("%s is found", (said) => {
    expect(linksOf(`Superseded by ${said}`)).toEqual([["adr/0004-use-logs.md"], []]);
  });

  test("a record named by day is found by its slug", () => {
    expect(linksOf("Superseded by 20220101-use-mail")).toEqual([["adr/20220101-use-mail.md"], []]);
  });

  test("what fits two records, or none, stays as it is written, and that is said", () => {
    expect(linksOf("Superseded by ADR-0005")).toEqual([
      ["ADR-0005"],
      [
        "The link to “ADR-0005” fits several records (adr/0005-a.md, adr/0005-b.md): link to one of the files.",
      ],
    ]);
    expect(linksOf("Superseded by [9](0009-gone.md)")).toEqual([
      ["adr/0009-gone.md"],
      ["The link to “adr/0009-gone.md” fits no record of the folder: name a file that is there."],
    ]);
  });
});

describe("the name of a new file", () => {
  test.each([
    [["0001-a.md", "0007-b.md", "template.md"], "0008-use-logs.md"],
    [["001-a.md", "002-b.md"], "003-use-logs.md"],
    [["20210113-a.md", "20210113-b.md", "0001-c.md"], "20260328-use-logs.md"],
    [["20210113-a.md", "20260328-use-logs.md"], "20260328-use-logs-2.md"],
    [[], "0001-use-logs.md"],
  ])("is as those of %j are", (names, name) => {
    expect(newFileName(names, { title: "Use logs", day: "2026-03-28" })).toBe(name);
  });

  test.each([
    ["Use   C++ & Go: “now”!", "0001-use-c-go-now.md"],
    ["Größe zählt nicht, Ångström", "0001-grosse-zahlt-nicht-angstrom.md"],
    ["使用日志", "0001-使用日志.md"],
    ["../../etc/passwd", "0001-etc-passwd.md"],
    ["🏔️", "0001-decision.md"],
    [`a${" b".repeat(200)}`, `0001-a${"-b".repeat(39)}.md`],
  ])("%s", (title, name) => {
    expect(fileName(1, title)).toBe(name);
  });

  test("gaps stay gaps, and a day is no number", () => {
    expect(nextNumber(["0001-a.md", "0009-b.md", "20210113-c.md"])).toBe(10);
    expect([numberIn("adr-012-x.md"), numberIn("20210113-x.md"), numberIn("x/0003.md")]).toEqual([
      12,
      null,
      3,
    ]);
  });
});
