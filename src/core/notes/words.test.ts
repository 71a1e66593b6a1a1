import { expect, test } from "vitest";
import { seenBy } from "./words.ts";

const note = { mine: true, author: "Ann", partner: "Bo", unit: "Payments", audience: "Commerce" };

test("it is said who sees a note, from where the reader stands", () => {
  expect(seenBy({ ...note, visibility: "private" })).toBe("only you");
  expect(seenBy({ ...note, visibility: "pair" })).toBe("you and Bo");
  expect(seenBy({ ...note, visibility: "pair", mine: false })).toBe("you and Ann");
  expect(seenBy({ ...note, visibility: "team" })).toBe("Payments");
  expect(seenBy({ ...note, visibility: "group" })).toBe("everyone in Commerce");
});

test("who is gone has no name in it", () => {
  expect(seenBy({ ...note, visibility: "pair", mine: false, author: null })).toBe(
    "you and somebody who is gone",
  );
});
