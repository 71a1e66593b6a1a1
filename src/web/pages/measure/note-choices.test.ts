import { expect, test } from "vitest";
import { choiceOf, choicesOf } from "./note-choices.ts";

const choices = choicesOf({
  unit: "Payments",
  me: "a",
  people: [
    { id: "b", name: "Bo" },
    { id: "a", name: "Ann" },
    { id: "b", name: "Bo" },
  ],
  audiences: [
    { slug: "commerce", name: "Commerce", kind: "group" },
    { slug: "organisation", name: "Acme", kind: "organisation" },
  ],
});

test("whoever writes a note can choose each kind of reader once, the fewest first, and never themselves", () => {
  expect(choices.map(({ label }) => label)).toEqual([
    "Only me",
    "Bo and me",
    "Everyone in Payments",
    "Everyone in Commerce",
    "Everyone in Acme",
  ]);
  expect(choices.map(({ seen }) => seen.visibility)).toEqual([
    "private",
    "pair",
    "team",
    "group",
    "organisation",
  ]);
});

test("a choice says whom it names", () => {
  expect(choiceOf(choices, "pair b")?.seen).toEqual({ visibility: "pair", with: "b" });
  expect(choiceOf(choices, "above commerce")?.seen).toEqual({ visibility: "group", with: "commerce" });
  expect(choiceOf(choices, "")).toBeUndefined();
});
