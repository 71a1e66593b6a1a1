import { expect, test } from "vitest";
import { factsIn } from "../../core/events/testing.ts";
import { storeForTests } from "./testing.ts";

const { tell, answer, rows } = storeForTests();
const hour = 3_600;
const day = 24 * hour;
const january = { from: "2026-01-05", to: "2026-01-25" } as const;
const values = (answered: Awaited<ReturnType<typeof answer>>) =>
  answered.points.map(({ value, n }) => [value, n]);

/**
 * Three weeks of one component. v2 breaks and v3 reverts it two days later; v4 is broken too and the next day v2 comes
 * back, which mends v4; then v5 brings three changes.
 */
test("one small history gives each measure the figures worked out by hand", async () => {
  const of = ["paper"];
  const { change, deployed, read } = factsIn("paper");
  await tell(
    ["a", "b", "c", "d", "e", "f", "g"].map((id) => change(id, "2026-01-02T00:00:00Z")),
    deployed("v1", "2026-01-05T12:00:00Z", { baseline: true, delivers: ["a"] }),
    deployed("v2", "2026-01-06T12:00:00Z", { delivers: ["b", "c"] }),
    deployed("v3", "2026-01-08T12:00:00Z", {
      delivers: ["d"],
      cause: "fix",
      mends: [{ deployment: "v2", because: "v3 reverts b" }],
    }),
    deployed("v4", "2026-01-12T12:00:00Z"),
    deployed("back", "2026-01-13T12:00:00Z", {
      cause: "rollback",
      mends: [{ deployment: "v4", because: "back to v2" }],
    }),
    deployed("v5", "2026-01-13T18:00:00Z", { delivers: ["e", "f", "g"] }),
    read(),
  );

  expect(values(await answer("deployment-frequency", { of, ...january }))).toEqual([
    [3, 3],
    [3, 3],
    [0, 0],
  ]);
  expect((await answer("deployment-frequency", { of, ...january })).days).toEqual({ n: 5, of: 21 });

  // After v1: 1 day, 2 days | 4 days, 1 day, 6 h. The median of all five is 1 day.
  const between = await answer("time-between-deployments", { of, ...january });
  expect(values(between)).toEqual([
    [1.5 * day, 2],
    [day, 3],
    [null, 0],
  ]);
  expect(between.summary).toEqual({ value: day, n: 5 });
  expect(between.rows.out).toEqual([{ reason: "no deployment is known before it", n: 1 }]);

  // v2: 2, v3: 1 | v4: 0, v5: 3; the baseline and the rollback are left out.
  const batch = await answer("batch-size", { of, ...january });
  expect(values(batch)).toEqual([
    [1.5, 2],
    [1.5, 2],
    [null, 0],
  ]);
  expect(batch.rows.out.map(({ reason }) => reason)).toEqual([
    "a rollback brings nothing new",
    "the first deployment: what it holds is history",
  ]);

  // v2 of three | v4 of three; two of six in all.
  const fail = await answer("change-fail-rate", { of, ...january });
  expect(values(fail)).toEqual([
    [1 / 3, 3],
    [1 / 3, 3],
    [null, 0],
  ]);
  expect(fail.summary).toEqual({ value: 2 / 6, n: 6 });

  // v2 after 2 days, in the first week | v4 after 1 day, in the second.
  const recovery = await answer("failed-deployment-recovery-time", { of, ...january });
  expect(values(recovery)).toEqual([
    [2 * day, 1],
    [day, 1],
    [null, 0],
  ]);
  expect(recovery.summary).toEqual({ value: 1.5 * day, n: 2 });

  // v3 of three | the rollback of three.
  expect(values(await answer("deployment-rework-rate", { of, ...january }))).toEqual([
    [1 / 3, 3],
    [1 / 3, 3],
    [null, 0],
  ]);

  expect(
    (await rows("change-fail-rate", { of, ...january })).map((row) => [row.id, row.value, row.because]),
  ).toEqual([
    ["v5", 0, "nothing shows that it failed"],
    ["back", 0, "nothing shows that it failed"],
    ["v4", 1, "failed: back to v2"],
    ["v3", 0, "nothing shows that it failed"],
    ["v2", 1, "failed: v3 reverts b"],
    ["v1", 0, "nothing shows that it failed"],
  ]);
});

test("a failure counts where the deployment was, its recovery where it was mended", async () => {
  const of = ["late-fix"];
  const { deployed, read } = factsIn("late-fix");
  await tell(
    deployed("v1", "2026-01-05T12:00:00Z", { baseline: true }),
    deployed("v2", "2026-01-19T12:00:00Z", {
      cause: "fix",
      mends: [{ deployment: "v1", because: "v2 reverts a" }],
    }),
    // A second fix of the same deployment changes nothing: it had been mended.
    deployed("again", "2026-01-20T12:00:00Z", {
      cause: "fix",
      mends: [{ deployment: "v1", because: "again reverts b" }],
    }),
    read(),
  );
  expect(values(await answer("change-fail-rate", { of, ...january }))).toEqual([
    [1, 1],
    [null, 0],
    [0, 2],
  ]);
  expect(values(await answer("failed-deployment-recovery-time", { of, ...january }))).toEqual([
    [null, 0],
    [null, 0],
    [14 * day, 1],
  ]);
  expect(values(await answer("deployment-rework-rate", { of, ...january }))).toEqual([
    [0, 1],
    [null, 0],
    [1, 2],
  ]);
  expect(
    (await rows("failed-deployment-recovery-time", { of, ...january })).map(({ because }) => because),
  ).toEqual(["mended by v2: v2 reverts a"]);
});

test("only a baseline: one deployment, and nothing yet to say of time or size", async () => {
  const of = ["born"];
  const { change, deployed, read } = factsIn("born");
  await tell(
    change("a", "2026-01-05T10:00:00Z"),
    deployed("v1", "2026-01-06T12:00:00Z", { baseline: true, delivers: ["a"] }),
    read(),
  );
  expect((await answer("deployment-frequency", { of, ...january })).summary).toEqual({ value: 1, n: 1 });
  expect((await answer("change-fail-rate", { of, ...january })).summary).toEqual({ value: 0, n: 1 });
  for (const id of [
    "change-lead-time",
    "batch-size",
    "time-between-deployments",
    "failed-deployment-recovery-time",
  ]) {
    expect([id, (await answer(id, { of, ...january })).summary]).toEqual([id, { value: null, n: 0 }]);
  }
});

test("without any deployment nothing says what is live: unknown, and never 0", async () => {
  const of = ["dark"];
  const { change, read } = factsIn("dark");
  await tell(change("a", "2026-01-05T10:00:00Z"), read());
  for (const id of [
    "deployment-frequency",
    "change-lead-time",
    "change-fail-rate",
    "deployment-rework-rate",
    "batch-size",
  ]) {
    const answered = await answer(id, { of, ...january });
    expect([id, answered.summary.value, answered.points.map(({ value }) => value)]).toEqual([
      id,
      null,
      [null, null, null],
    ]);
    expect(answered.sentence).toBe("Nothing says what is live yet.");
    expect(answered.days).toBeNull();
  }
  expect((await answer("change-lead-time", { of, ...january })).rows.out).toEqual([
    { reason: "nothing says what is live", n: 1 },
  ]);
  expect((await answer("changes-merged", { of, ...january })).points.map(({ value }) => value)).toEqual([
    1, 0, 0,
  ]);
});

test("a component without deployments is no zero in the figures of one with some", async () => {
  const lit = factsIn("lit");
  const unlit = factsIn("unlit");
  await tell(
    unlit.change("x", "2026-01-05T10:00:00Z"),
    unlit.read(),
    lit.change("a", "2026-01-04T12:00:00Z"),
    lit.deployed("v0", "2026-01-01T12:00:00Z", { baseline: true }),
    lit.deployed("v1", "2026-01-05T12:00:00Z", { delivers: ["a"] }),
    lit.read(),
  );
  const both = await answer("change-lead-time", { of: ["lit", "unlit"], ...january });
  expect(both.summary).toEqual({ value: day, n: 1 });
  expect(both.rows.out).toEqual([{ reason: "nothing says what is live", n: 1 }]);
});

test("several components are one pool of rows, never an average of averages", async () => {
  const big = factsIn("big");
  const small = factsIn("small");
  const at = "2026-01-06T12:00:00Z";
  await tell(
    ["a", "b", "c"].map((id) => big.change(id, "2026-01-06T11:00:00Z")),
    big.deployed("v0", "2026-01-01T00:00:00Z", { baseline: true }),
    big.deployed("v1", at, { delivers: ["a", "b", "c"] }),
    big.read(),
    small.change("z", "2026-01-06T02:00:00Z"),
    small.deployed("v0", "2026-01-01T12:00:00Z", { baseline: true }),
    small.deployed("v1", at, {
      delivers: ["z"],
      cause: "fix",
      mends: [{ deployment: "v0", because: "v1 reverts y" }],
    }),
    small.read(),
  );
  const of = ["big", "small"];
  // 1 h, 1 h, 1 h, 10 h: the median of all is 1 h; the mean of the medians would be 5.5 h.
  expect((await answer("change-lead-time", { of, ...january })).summary).toEqual({ value: hour, n: 4 });
  // From January: one of the four deployments failed, not half of one component and none of the other.
  expect((await answer("change-fail-rate", { of, from: "2026-01-01", to: "2026-01-25" })).summary).toEqual({
    value: 0.25,
    n: 4,
  });
  // The deployment before is the one of the same component, however the times interleave: 5.5 and 5 days.
  expect((await answer("time-between-deployments", { of, ...january })).summary).toEqual({
    value: 5.25 * day,
    n: 2,
  });
});

test("two deployments at one moment are two, with no time between them", async () => {
  const of = ["tied"];
  const { deployed, read } = factsIn("tied");
  await tell(
    deployed("v1", "2026-01-05T12:00:00Z", { baseline: true }),
    deployed("v2", "2026-01-06T12:00:00Z"),
    deployed("v3", "2026-01-06T12:00:00Z"),
    read(),
  );
  const between = await rows("time-between-deployments", { of, ...january });
  expect(between.map((row) => [row.id, row.value]).sort()).toEqual([
    ["v1", null],
    ["v2", day],
    ["v3", 0],
  ]);
  expect((await answer("deployment-frequency", { of, ...january })).summary.value).toBe(3);
});

test("two names of one deployment are one row", async () => {
  const of = ["named"];
  const { deployed, read } = factsIn("named");
  await tell(
    deployed("9f2c", "2026-01-05T12:00:00Z", { names: ["v1.0.0", "stable"], baseline: true }),
    read(),
  );
  expect(
    (await rows("deployment-frequency", { of, ...january })).map(({ id, title }) => [id, title]),
  ).toEqual([["9f2c", "stable, v1.0.0"]]);
});
