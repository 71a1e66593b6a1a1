import fc from "fast-check";
import type { RecordFile } from "./shape.ts";
import { bytesOf } from "./text.ts";

/** A file of these lines, with a line break after each. */
export const file = (path: string, ...lines: readonly string[]): RecordFile => ({
  path,
  bytes: bytesOf(lines.map((line) => `${line}\n`).join("")),
});

const words = fc.constantFrom(
  "We keep it simple.",
  "Büros in Zürich 🏔️ use it",
  "A line\nand another one",
  "| a | b |\n| - | - |\n| 1 | 2 |",
  "```sh\n# no heading\nStatus: none of it\n```",
  "<!-- a comment\n## Decision\n-->",
  "Ends with a blank  ",
  "\tcode by a tab",
  "bytes that are no text: \udcff\udcc3(",
  "* Good, because it is known\n* Bad, because it is old",
  "",
);

const text = fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.join("\n\n"));
const status = fc.constantFrom("draft", "proposed", "accepted", "rejected", "deprecated");
const capital = status.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
const day = fc.constantFrom("2018-02-03", "2024-02-29", "2026-11-28");
const people = fc.constantFrom("Jane Roe", "Jane Roe, John Doe", "Ann (Web, lead)");
const title = fc.constantFrom("Use queues", "Keep *one* [database](https://db.example)", "Ja, immer: `so`");

const nygard = fc
  .record({ title, day, status: capital, text, more: text, link: fc.boolean(), dated: fc.boolean() })
  .map((it) =>
    [
      `# 7. ${it.title}`,
      "",
      ...(it.dated ? [`Date: ${it.day}`, ""] : []),
      "## Status",
      "",
      it.status,
      "",
      ...(it.link ? ["Amends [3. Keep it](0003-keep-it.md)", ""] : []),
      "## Context",
      "",
      it.text,
      "",
      "Decision",
      "--------",
      "",
      it.more,
      "",
      "## Consequences",
      it.text,
      "",
    ].join("\n"),
  );

const bullets = fc
  .record({
    title,
    day,
    status,
    people,
    text,
    more: text,
    bullet: fc.constantFrom("*", "-"),
    tags: fc.boolean(),
  })
  .map((it) =>
    [
      `# ${it.title}`,
      "",
      `${it.bullet} Status: ${it.status} <!-- optional -->`,
      `${it.bullet} Deciders: ${it.people}`,
      `${it.bullet} Date: ${it.day}`,
      ...(it.tags ? [`${it.bullet} Tags: web, data`] : []),
      "",
      "Technical Story: nobody knows",
      "",
      "## Context and Problem Statement",
      "",
      it.text,
      "",
      "## Considered Options",
      "",
      "* Queues",
      "* Calls",
      "",
      "## Decision Outcome",
      "",
      'Chosen option: "Queues", because.',
      "",
      "### Positive Consequences <!-- optional -->",
      "",
      it.more,
      "",
      "## Links",
      "",
      "* Refines [ADR-0005](0005-calls.md)",
      "",
    ].join("\n"),
  );

const madr = fc
  .record({
    title,
    day,
    status,
    people,
    text,
    more: text,
    key: fc.constantFrom("deciders", "decision-makers"),
  })
  .chain((it) =>
    fc.record({
      it: fc.constant(it),
      fields: fc.subarray(["status", "date", "people", "odd", "review", "expects"]),
    }),
  )
  .map(({ it, fields }) =>
    [
      "---",
      "# the state of it",
      ...(fields.includes("status") ? [`status: ${it.status}  # since long`] : []),
      ...(fields.includes("odd") ? ["parent:   Decisions", ""] : []),
      ...(fields.includes("date") ? [`date: ${it.day}`] : []),
      ...(fields.includes("people") ? [`${it.key}: ${it.people}`] : []),
      ...(fields.includes("review") ? ["review-by: 2027-01-01"] : []),
      ...(fields.includes("expects")
        ? [
            "expects:",
            "  # the first",
            '  - statement: "It holds: yes"',
            "    probability: 0.70",
            "    resolve-by: 2027-01-01",
            "  - nonsense",
          ]
        : []),
      "---",
      "",
      `# ${it.title}`,
      "",
      "## Context and Problem Statement",
      "",
      it.text,
      "",
      "## Decision Outcome",
      "",
      it.more,
      "",
      "### Consequences",
      "",
      "* Good, because",
      "",
      "### Confirmation",
      "",
      it.text,
      "",
    ].join("\n"),
  );

const SIGNS: Record<string, string> = { Accepted: "✅ ", Proposed: "🤔 ", Rejected: "❌ " };

const free = fc
  .record({ title, day, text, more: text, status: capital })
  .map((it) =>
    [
      `${it.title}`,
      "===",
      "",
      `**Status:** ${SIGNS[it.status]}${it.status}`,
      "",
      "## Background",
      "",
      it.text,
      "",
      "## Decision",
      it.more,
    ].join("\n"),
  );

/** Records in each dialect, with the line ends, byte order marks and last lines that editors leave. */
export const records = fc
  .record({
    text: fc.oneof(nygard, bullets, madr, free),
    end: fc.constantFrom("\n", "\r\n"),
    mark: fc.boolean(),
    cut: fc.boolean(),
  })
  .map(({ text: whole, end, mark, cut }) => {
    const written = (cut ? whole.trimEnd() : whole).replaceAll("\n", end);
    return { path: "adr/0007-use-queues.md", bytes: bytesOf((mark ? "\ufeff" : "") + written) };
  });
