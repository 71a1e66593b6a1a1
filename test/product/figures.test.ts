import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EvidenceRow, type MeasureAnswer, measure } from "../../src/core/measures/contract.ts";
import { at, type GitRepository } from "../git-repository.ts";
import { monorepo, tagged, trunk } from "../habits.ts";
import { independently } from "../independent-delivery.ts";
import { importRepository, openTestProduct, type TestProduct } from "./open-test-product.ts";

let product: TestProduct;
const made: GitRepository[] = [];
beforeAll(async () => {
  product = await openTestProduct({ clock: { now: () => at("2024-06-30 12:00") * 1000 } });
});
afterAll(async () => {
  await product.close();
  for (const one of made) one.remove();
});

type Told = ReturnType<typeof independently>;
interface Row {
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  readonly value: number;
}

/** Each measure's rows by DORA's definitions, worked out from what plain git commands tell. */
const byHand: Record<string, (told: Told) => Row[]> = {
  "changes-merged": ({ changes }) => changes.map(({ hash, at }) => ({ id: hash, at, value: 1 })),
  "deployment-frequency": ({ deployments }) => deployments.map(({ id, at }) => ({ id, at, value: 1 })),
  "time-between-deployments": ({ deployments }) =>
    deployments
      .slice(1)
      .map(({ id, at }, before) => ({ id, at, value: (at - (deployments[before]?.at ?? 0)) / 1000 })),
  "change-lead-time": ({ changes, deployments }) =>
    changes.flatMap((change) => {
      const by = deployments.find(({ id }) => id === change.deployment);
      return by && !by.baseline ? [{ id: change.hash, at: by.at, value: (by.at - change.at) / 1000 }] : [];
    }),
  "batch-size": ({ deployments }) =>
    deployments
      .filter(({ baseline, cause }) => !baseline && cause !== "rollback")
      .map(({ id, at, changes }) => ({ id, at, value: changes })),
  "change-fail-rate": ({ deployments }) =>
    deployments.map(({ id, at }) => ({
      id,
      at,
      value: deployments.some(({ mends }) => mends.includes(id)) ? 1 : 0,
    })),
  "failed-deployment-recovery-time": ({ deployments }) =>
    deployments.flatMap(({ id, at }) => {
      const mended = deployments.find(({ mends }) => mends.includes(id));
      return mended ? [{ id, at: mended.at, value: (mended.at - at) / 1000 }] : [];
    }),
  "deployment-rework-rate": ({ deployments }) =>
    deployments.map(({ id, at, cause }) => ({ id, at, value: cause === "planned" ? 0 : 1 })),
};

function summed(id: string, values: readonly number[]): number | null {
  if (id === "changes-merged" || id === "deployment-frequency") return values.length;
  if (values.length === 0) return null;
  if (id.endsWith("-rate")) return values.reduce((sum, value) => sum + value, 0) / values.length;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

const monthOf = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 7)}-01`;
const byTimeAndId = (a: Row, b: Row): number => a.at - b.at || (a.id < b.id ? -1 : 1);

const rowsIn = (list: readonly EvidenceRow[]): Row[] =>
  list
    .filter(({ reason }) => reason === null)
    .map(({ id, at, value }) => ({ id, at: Date.parse(at ?? ""), value: value ?? Number.NaN }));

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

describe.each(habits)("%s", (_, team, make) => {
  let told: Told;
  let slug: string;
  beforeAll(async () => {
    const { repo, rule, ...live } = make();
    made.push(repo);
    told = independently(repo.path, live);
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
