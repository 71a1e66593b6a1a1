import { expect, test } from "vitest";
import { seenBy } from "./seen-by.ts";

const team = { name: "Payments", kind: "team" } as const;
const group = { name: "Commerce", kind: "group" } as const;

test("it is said who reads a purpose, and that a group's is not its teams' until it is opened to them", () => {
  expect(seenBy(team, null)).toBe("Only your team sees this.");
  expect(seenBy(group, null)).toBe("Only those who belong to Commerce itself see this.");
  expect(seenBy(team, group)).toBe("Everyone in Commerce sees this.");
  expect(seenBy(group, group)).toBe("Everyone in Commerce sees this.");
});
