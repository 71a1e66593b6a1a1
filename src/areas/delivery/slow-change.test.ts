import { expect, test } from "vitest";
import { type DeliveredChange, slowChange } from "./slow-change.ts";

const day = 86_400;
const at = (days: number) => Date.parse("2026-01-01T00:00:00Z") + days * day * 1_000;

const way = (moments: Partial<DeliveredChange>) =>
  slowChange({
    component: "ledger",
    id: "9f2c",
    title: "Pay on Sundays",
    authoredAt: at(0),
    committedAt: at(0),
    mergedAt: at(0),
    deployedAt: at(45),
    deploymentName: "v2",
    ...moments,
  });

test("a change that was merged at once waited for its release", () => {
  expect(way({})).toMatchObject({
    seconds: 45 * day,
    waits: { beforeCommitted: 0, beforeMerged: 0, beforeDeployed: 45 * day },
    where: "waited 45 days for a release",
  });
});

test("a change that was released soon after it was merged waited for that", () => {
  expect(way({ mergedAt: at(40) }).where).toBe("waited 40 days to be merged");
});

test("what lay before the commit is named when it was longer than all that followed", () => {
  expect(way({ authoredAt: at(-100) }).where).toBe("lay 100 days before it was committed");
  expect(way({ authoredAt: at(-10) }).where).toBe("waited 45 days for a release");
});

test("what is not known stays unknown: a change released from a branch before it was merged", () => {
  const early = way({ mergedAt: at(60), authoredAt: null });
  expect(early.waits).toEqual({ beforeCommitted: null, beforeMerged: 60 * day, beforeDeployed: null });
  expect(early.where).toBe("waited 45 days from commit to release");
  expect(way({ mergedAt: null }).waits).toMatchObject({ beforeMerged: null, beforeDeployed: null });
});
