import fc from "fast-check";
import { expect, test } from "vitest";
import { readRecord } from "../record/read-record.ts";
import { records } from "../record/testing.ts";
import { fileNow, type HereNow } from "./file-now.ts";
import { newFile } from "./new-file.ts";
import { valuesOf } from "./values.ts";

const as = (file: { path: string; bytes: Uint8Array }): HereNow => ({
  values: valuesOf(readRecord(file), file.bytes),
  ...{ outcomes: [], links: [] },
});
const linesOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1").split("\n");

test("what was not changed here goes back byte for byte", () => {
  fc.assert(
    fc.property(records, (file) => {
      expect(fileNow(file, as(file))).toEqual({ bytes: file.bytes, problems: [] });
    }),
  );
});

test("a line put into the text is put into the file, and every other line keeps its bytes", () => {
  fc.assert(
    fc.property(records, fc.nat(), (file, at) => {
      const here = as(file);
      const lines = here.values.body.split("\n").slice(0, -1);
      const place = at % (lines.length + 1);
      const body = `${lines.toSpliced(place, 0, "A line of our own.").join("\n")}\n`;
      const { bytes } = fileNow(file, { ...here, values: { ...here.values, body } });
      const [before, after] = [linesOf(file.bytes), linesOf(bytes)];
      const own = after.findIndex((line) => line.replace(/\r$/, "") === "A line of our own.");
      expect(own).not.toBe(-1);
      const rest = after.toSpliced(own, 1);
      // The last line may have got its end.
      expect(rest.filter((line) => line !== "").map((line) => line.replace(/\r$/, ""))).toEqual(
        before.filter((line) => line !== "").map((line) => line.replace(/\r$/, "")),
      );
      expect(after.slice(0, own)).toEqual(before.slice(0, own).map((line, n) => after[n] ?? line));
      expect(valuesOf(readRecord({ ...file, bytes }), bytes).body).toBe(body);
    }),
  );
});

test("a status and a text that were both changed are both there", () => {
  fc.assert(
    fc.property(records, (file) => {
      const here = as(file);
      const body = `${here.values.body}\nAt the end.\n`;
      const { bytes, problems } = fileNow(file, {
        ...here,
        values: { ...here.values, body, status: "deprecated" },
      });
      const after = valuesOf(readRecord({ ...file, bytes }), bytes);
      if (problems.length === 0) expect(after.status).toBe("deprecated");
      expect(after.body).toContain("At the end.");
    }),
  );
});

test("what was written here reads as it was written", () => {
  const values = {
    ...{
      title: "Use *queues*: always",
      status: "accepted" as const,
      rawStatus: null,
      decidedOn: "2026-05-06",
    },
    ...{
      proposedOn: null,
      deciders: ["Ann", "Bo, the elder"],
      consulted: [],
      informed: [],
      reviewBy: "2027-01-01",
    },
    ...{ body: "## Context and Problem Statement\n\nWhy.\n\n## Decision Outcome\n\nSo.\n" },
    expects: [{ statement: "It is: calm", sure: 57, resolveBy: "2027-01-01" }],
    advice: [
      {
        name: "Shop",
        capacity: "affected",
        said: "No.\nNever.",
        taken: "no",
        takenWhy: "It is late.",
      } as const,
    ],
  };
  const outcomes = [{ day: "2026-08-01", text: "It turned out well; it stands." }];
  const bytes = newFile("0001-x.md", { values, outcomes, links: [] });
  const read = valuesOf(readRecord({ path: "0001-x.md", bytes }), bytes);
  expect(read).toMatchObject({
    ...values,
    rawStatus: "accepted",
    body: expect.stringContaining(values.body.trimEnd()),
  });
  expect(new TextDecoder().decode(bytes)).toMatch(
    /## Outcome\n\n### 2026-08-01\n\nIt turned out well; it stands\.\n$/,
  );
});
