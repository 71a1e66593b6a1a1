import { expect, test } from "vitest";
import { byName } from "./tree.ts";

test("names are in the order in which people look for them", () => {
  const named = ["Team 10", "Zoo", "Öl", "Team 2", "oslo"].map((name) => ({ name }));
  expect(byName(named).map(({ name }) => name)).toEqual(["Öl", "oslo", "Team 2", "Team 10", "Zoo"]);
});
