import type { EvidenceRow } from "../../src/core/measures/contract.ts";
import type { independently } from "../independent-delivery.ts";

/** What plain git commands tell of one component. */
export type Told = ReturnType<typeof independently>;
export interface Row {
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  readonly value: number;
}

/** Each measure's rows by DORA's definitions, worked out from what plain git commands tell. */
export const byHand: Record<string, (told: Told) => Row[]> = {
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

export function summed(id: string, values: readonly number[]): number | null {
  if (id === "changes-merged" || id === "deployment-frequency") return values.length;
  if (values.length === 0) return null;
  if (id.endsWith("-rate")) return values.reduce((sum, value) => sum + value, 0) / values.length;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

export const monthOf = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 7)}-01`;
export const byTimeAndId = (a: Row, b: Row): number => a.at - b.at || (a.id < b.id ? -1 : 1);

export const rowsIn = (list: readonly EvidenceRow[]): Row[] =>
  list
    .filter(({ reason }) => reason === null)
    .map(({ id, at, value }) => ({ id, at: Date.parse(at ?? ""), value: value ?? Number.NaN }));
