import { describe, expect, test } from "vitest";
import { can, isWider, Visibility, type Visible } from "./visibility.ts";

const thing = (visibility: Visibility): Visible => ({
  ...{ owner: "ann", visibility, unit: "payments" },
  partner: visibility === "pair" ? "bo" : null,
  audience: visibility === "group" ? "commerce" : visibility === "organisation" ? "organisation" : null,
});
const readers = {
  ann: { person: "ann", around: new Set<string>() },
  bo: { person: "bo", around: new Set<string>() },
  "a member": { person: "m", around: new Set(["payments", "commerce", "organisation"]) },
  "one of the group": { person: "g", around: new Set(["shop", "commerce", "organisation"]) },
  "one of the organisation": { person: "o", around: new Set(["platform", "organisation"]) },
  "a stranger": { person: "s", around: new Set<string>() },
};
const seenBy = (visibility: Visibility) =>
  Object.entries(readers).flatMap(([name, reader]) => (can.read(reader, thing(visibility)) ? [name] : []));

describe("who sees a thing that is", () => {
  test.each([
    ["private", ["ann"]],
    ["pair", ["ann", "bo"]],
    ["team", ["ann", "a member"]],
    ["group", ["ann", "a member", "one of the group"]],
    ["organisation", ["ann", "a member", "one of the group", "one of the organisation"]],
  ] as const)("%s", (visibility, wanted) => {
    expect(seenBy(visibility)).toEqual(wanted);
  });
});

test("only its owner widens it and takes it back, even when they have left", () => {
  for (const visibility of Visibility.options) {
    const may = Object.entries(readers).filter(([, reader]) => can.share(reader, thing(visibility)));
    expect(may.map(([name]) => name)).toEqual(["ann"]);
  }
});

test("each visibility is wider than those before it", () => {
  const all = Visibility.options;
  for (let place = 1; place < all.length; place++)
    expect([isWider(all[place - 1]!, all[place]!), isWider(all[place]!, all[place - 1]!)]).toEqual([
      true,
      false,
    ]);
});
