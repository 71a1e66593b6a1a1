import { expect, test } from "vitest";
import { firstPage, type ListedUnit } from "./first-page.ts";

const unit = (slug: string, components: number, own = false): ListedUnit => ({
  ...{ slug, name: slug, kind: slug === "all" ? "organisation" : "team", parent: null, archived: false },
  ...{ own, components: [], count: { people: 0, components } },
});
const first = (...units: ListedUnit[]) => firstPage([unit("all", 0), ...units])?.slug;

test("somebody begins at their own team, also where others come first or have more", () => {
  expect(first(unit("a", 3), unit("b", 0, true), unit("c", 1, true))).toBe("c");
  expect(first(unit("a", 3), unit("b", 0, true))).toBe("b");
});

test("who has no team, or all of them, begins where there is something to see", () => {
  expect(first(unit("a", 0), unit("b", 2))).toBe("b");
  expect(first(unit("a", 0, true), unit("b", 2, true))).toBe("b");
  expect(first(unit("a", 0, true))).toBe("all");
  expect(first()).toBe("all");
});
