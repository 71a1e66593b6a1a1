import { expect, test } from "vitest";
import { areas } from "./areas.ts";
import { measuresPage } from "./core/measures/page.ts";

test("the seven areas stand in menu order, each with the question its loops answer", () => {
  expect(areas.map(({ id }) => id)).toEqual([
    "impact",
    "delivery",
    "craft",
    "decisions",
    "growth",
    "sensemaking",
    "advocacy",
  ]);
  expect(areas.every(({ question }) => question.endsWith("?"))).toBe(true);
});

test("docs/measures.md says what the definitions say", async () => {
  const measures = areas.flatMap(({ plugs }) => plugs?.measures ?? []);
  await expect(measuresPage(measures)).toMatchFileSnapshot("../docs/measures.md");
});

test("no two measures share an id", () => {
  const ids = areas.flatMap(({ plugs }) => plugs?.measures ?? []).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
