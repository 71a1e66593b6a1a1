import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MeasureAnswer, measure } from "../../src/core/measures/contract.ts";
import { at, type GitRepository } from "../git-repository.ts";
import { monorepo, tagged, trunk } from "../habits.ts";
import { independently } from "../independent-delivery.ts";
import { byHand, byTimeAndId, monthOf, rowsIn, summed, type Told } from "./by-hand.ts";
import { importRepository, openTestProduct, type TestProduct } from "./open-test-product.ts";

let product: TestProduct;
let made: Habit[];
beforeAll(async () => {
  // Before the product is there: git is started hundreds of times, and each time takes longer from a process with both stores.
  made = habits.map(([, , make]) => madeOf(make()));
  product = await openTestProduct({ clock: { now: () => at("2024-06-30 12:00") * 1000 } });
});
afterAll(async () => {
  await product.close();
  for (const { repo } of made) repo.remove();
});

async function asked(id: string, unit: string): Promise<MeasureAnswer> {
  const range = { from: "2024-01-01", to: "2024-06-30", every: "month" } as const;
  return product.ask(measure, { id, unit, ...range, rows: "true" });
}

const habits = [
  ["releases by tags", "Tagged", () => ({ ...tagged(), rule: "auto" })],
  [
    "a trunk of which each merge is live",
    "Trunk",
    () => ({ repo: trunk(), branch: "main", rule: "branch:main" }),
  ],
  ["one package of a monorepo, by prefixed tags", "Monorepo", () => ({ ...monorepo(), rule: "tags:api@*" })],
] as const;

interface Habit {
  readonly repo: GitRepository;
  readonly rule: string;
  readonly told: Told;
}

function madeOf({ repo, rule, ...live }: ReturnType<(typeof habits)[number][2]>): Habit {
  return { repo, rule, told: independently(repo.path, live) };
}

describe.each(habits.map(([name, team], place) => [name, team, place] as const))("%s", (_, team, place) => {
  let told: Told;
  let slug: string;
  beforeAll(async () => {
    const { repo, rule } = made[place] as Habit;
    told = (made[place] as Habit).told;
    const imported = await importRepository(product, { path: repo.path, team, deployments: rule });
    slug = imported.unit ?? "";
  });

  test.each(Object.keys(byHand))(
    "%s is what plain git commands give, row by row, month by month and in all",
    async (id) => {
      const expected = (byHand[id]?.(told) ?? []).sort(byTimeAndId);
      const answered = await asked(id, slug);
      expect(rowsIn(answered.rows.list ?? []).sort(byTimeAndId)).toEqual(expected);
      expect(answered.rows.in).toBe(expected.length);
      expect(answered.summary).toEqual({
        value: summed(
          id,
          expected.map(({ value }) => value),
        ),
        n: expected.length,
      });
      for (const { start, value, n } of answered.points) {
        const month = expected.filter((row) => monthOf(row.at) === start).map((row) => row.value);
        expect([id, start, value, n]).toEqual([id, start, summed(id, month), month.length]);
      }
    },
  );
});
