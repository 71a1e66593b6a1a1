import { expect, test } from "vitest";
import { CURSOR, cursorAfter, endedAt } from "./cursor.ts";

const ended = {
  tier: 1,
  day: "2026-02-03",
  kind: "look-back",
  thing: "00000000-0000-4000-8000-000000000000",
};

test("what a page ended with is read as it was written", () => {
  expect(CURSOR.test(cursorAfter(ended))).toBe(true);
  expect(endedAt(cursorAfter(ended))).toEqual(ended);
});

test.each([
  "",
  "9_2026-02-03_note_x",
  cursorAfter({ ...ended, day: "2026-02-31" }),
  cursorAfter({ ...ended, day: "0000-02-01" }),
])("no page ended with “%s”", (cursor) => expect(endedAt(cursor)).toBeNull());
