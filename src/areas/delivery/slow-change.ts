import { sayReading } from "../../core/measures/reading.ts";
import type { SlowChange } from "./contract.ts";

/** A delivered change with the moments of its way, in milliseconds; `null` where one is not known. */
export interface DeliveredChange {
  readonly component: string;
  readonly id: string;
  readonly title: string;
  readonly authoredAt: number | null;
  readonly committedAt: number;
  readonly mergedAt: number | null;
  readonly deployedAt: number;
  readonly deploymentName: string;
}

export function slowChange(change: DeliveredChange): SlowChange {
  const { component, id, title, authoredAt, committedAt, mergedAt, deployedAt, deploymentName } = change;
  const waits = {
    beforeCommitted: secondsBetween(authoredAt, committedAt),
    beforeMerged: secondsBetween(committedAt, mergedAt),
    beforeDeployed: secondsBetween(mergedAt, deployedAt),
  };
  const seconds = (deployedAt - committedAt) / 1_000;
  return {
    id,
    component,
    title,
    committedAt: new Date(committedAt).toISOString(),
    deployedAt: new Date(deployedAt).toISOString(),
    deployment: deploymentName,
    seconds,
    waits,
    where: whereOf(waits, seconds),
  };
}

/** Unknown where a moment is missing, or where they are not in this order: released before it was on the default branch. */
function secondsBetween(from: number | null, until: number | null): number | null {
  return from === null || until === null || until < from ? null : (until - from) / 1_000;
}

/** The longest wait in words; what happened before the commit counts only when it was longer than the lead time itself. */
function whereOf(
  { beforeCommitted, beforeMerged, beforeDeployed }: SlowChange["waits"],
  seconds: number,
): string {
  if (beforeCommitted !== null && beforeCommitted > seconds)
    return `lay ${words(beforeCommitted)} before it was committed`;
  if (beforeMerged === null || beforeDeployed === null)
    return `waited ${words(seconds)} from commit to release`;
  return beforeMerged > beforeDeployed
    ? `waited ${words(beforeMerged)} to be merged`
    : `waited ${words(beforeDeployed)} for a release`;
}

const words = (seconds: number) => sayReading(seconds, "seconds");
