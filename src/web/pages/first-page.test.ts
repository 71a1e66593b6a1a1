import { expect, test } from "vitest";
import { firstPage, type ListedUnit, namedFirst } from "./first-page.ts";

const kinds: Record<string, ListedUnit["kind"]> = { all: "organisation", group: "group" };
const unit = (slug: string, components: number, own = false): ListedUnit => ({
  ...{ slug, name: slug, kind: kinds[slug] ?? "team", parent: null, archived: false },
  ...{ own, components: [], count: { people: 0, components } },
});
const first = (...units: ListedUnit[]) => firstPage([unit("all", 0), ...units])?.slug;
const alone = (...units: ListedUnit[]) => firstPage([unit("all", 0, true), ...units])?.slug;

test("somebody begins at their own team, also where others come first or have more", () => {
  expect(first(unit("a", 3), unit("b", 0, true), unit("c", 1, true))).toBe("c");
  expect(first(unit("a", 3), unit("b", 0, true))).toBe("b");
});

test("who has all of them begins where there is something to see", () => {
  expect(alone(unit("a", 0, true), unit("b", 2, true))).toBe("b");
  expect(alone(unit("a", 0, true))).toBe("all");
  expect(alone()).toBe("all");
});

test("who belongs to a group or the organisation alone begins there, and who belongs nowhere at no strange team", () => {
  expect(first(unit("a", 2), unit("group", 0, true))).toBe("group");
  expect(alone(unit("a", 2))).toBe("all");
  expect(first(unit("a", 2), unit("group", 0))).toBeUndefined();
});

test("the header names somebody's own team on pages of no team, and whoever belongs nowhere gets the organisation", () => {
  const all = unit("all", 0);
  const group = unit("group", 0, true);
  expect(namedFirst([all, group, unit("a", 0), unit("b", 0, true)])?.slug).toBe("b");
  expect(namedFirst([all, group, unit("a", 0)])?.slug).toBe("group");
  expect(namedFirst([all, unit("a", 0)])?.slug).toBe("all");
});

test("for who is alone here the header names the one team, and among several none before others", () => {
  const all = unit("all", 0, true);
  expect(namedFirst([all, unit("a", 0, true)])?.slug).toBe("a");
  expect(namedFirst([all, unit("a", 0, true), unit("b", 0, true)])?.slug).toBe("all");
  expect(namedFirst([])).toBeUndefined();
});
