import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import type { Measure } from "../../core/measures/measure.ts";
import { type Counted, measured } from "../../core/measures/measured.ts";
import { periodsOf } from "../../core/measures/periods.ts";
import type { Connection } from "../connect.ts";
import { measureCommand } from "./measure.ts";

const now = Date.parse("2026-07-01T00:00:00Z");
const range = { from: "2026-01-05", to: "2026-06-21", every: "week", timeZone: "UTC" } as const;
const periods = periodsOf(range, now);

const deploying = {
  ...{
    id: "deployment-frequency",
    title: "Deployment frequency",
    question: "How often?",
    meaning: "",
    formula: "",
  },
  ...{ unit: "deployments", better: "higher", aggregate: "count", scale: "linear", source: "", notes: [] },
  ...{ rows: new URL("file:///"), needs: "deployments", of: { one: "deployment", many: "deployments" } },
  says: (value: string, every: string) => `${value} in an average ${every}`,
} satisfies Measure;

/** Twice or three times a week, and from the 13th week on five times or seven. */
const figures = periods.map(({ from }, week): [number, { value: number; p85: null; n: number }] => {
  const value = week < 12 ? 2 + (week % 2) : 5 + 2 * (week % 2);
  return [from, { value, p85: null, n: value }];
});

async function told(redrawn: Counted["redrawn"]): Promise<string> {
  const answer = measured({
    ...{ measure: deploying, unit: "payments", range, periods, now, figures: new Map(figures) },
    ...{ whole: { value: 102, p85: null, n: 102 }, out: [], days: 90, byHostShare: 0, first: 0, fresh: now },
    times: [{ from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }],
    ...{ teams: null, rowsVisible: "all", moves: [], redrawn },
  });
  let words = "";
  const connection = { ask: async () => answer } as unknown as Connection;
  const out = {
    json: false,
    say: () => undefined,
    result: (_: unknown, say: () => string) => (words = say()),
  };
  await measureCommand(connection, { id: answer.measure, unit: answer.unit }, out);
  return stripVTControlCharacters(words);
}

test("where limits are drawn anew it says when and why, and what was usual before and since", async () => {
  const words = await told([{ day: "2026-04-01", reason: "We release\u001b[2J by hand" }]);
  expect(words).toContain("2026-04-01: limits drawn anew: We release[2J by hand");
  expect(words).toContain("Usually 0 to 5.2 before the week of 30 Mar 2026.");
  expect(words).toContain("Usually 0.7 to 11 since the week of 30 Mar 2026.");
  expect(words).toContain("Since the week of 30 Mar 2026 a week’s figure is usually between 0.7 and 11.");
});

test("where they are not, nothing is said of it", async () => {
  const words = await told([]);
  expect(words).not.toContain("anew");
  expect(words).toContain("Unusual: ");
});
