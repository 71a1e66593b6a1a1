import { holdsOn, type OwnershipRow } from "../directory.ts";
import { shortRef } from "../entity-ref.ts";
import type { Components } from "./components.ts";
import { uncovered } from "./days.ts";
import type { Planning } from "./planning.ts";
import type { Units } from "./units.ts";

/** What becomes of who owns what. */
export interface OwnershipPlan {
  readonly begun: OwnershipRow[];
  /** With their new last day. */
  readonly ended: OwnershipRow[];
  /** As if they had never been. */
  readonly dropped: OwnershipRow[];
  /** From one unit to another, or to none. */
  readonly moves: { readonly component: string; readonly from: string; readonly to: string | null }[];
}

/**
 * A first claim reaches back to the beginning, or to where the last owner ended; a move is dated today. Where no owner is
 * said, or none that is known, the component stays with the one that it has.
 */
export function planOwnerships({ said }: Components, units: Units, planning: Planning): OwnershipPlan {
  const plan: OwnershipPlan = { begun: [], ended: [], dropped: [], moves: [] };
  const owned = Map.groupBy(planning.directory.ownerships, ({ component }) => component);
  for (const [component, one] of said) {
    const all = owned.get(component) ?? [];
    const held = all.find((row) => holdsOn(planning.directory.today, row));
    const wanted = one.owner === null ? undefined : units.find(one.owner);
    if (wanted) claim({ component, unit: wanted.id, held, all }, plan, planning);
    else {
      const stays =
        held && !held.assumed && !units.gone.has(held.unit) ? units.rows.get(held.unit)?.name : undefined;
      planning.problems.add(one.at("spec", "owner"), noOwnerWords(component, one.owner, stays));
    }
  }
  return plan;
}

function noOwnerWords(component: string, owner: string | null, stays: string | undefined): string {
  const then = stays === undefined ? "it has no owner" : `it stays with ${stays}`;
  return `${component}: ${whyNoOwner(owner)}; ${then}.`;
}

function whyNoOwner(owner: string | null): string {
  if (owner === null) return "nobody is said to own it";
  if (owner.startsWith("user:"))
    return `its owner ${shortRef(owner)} is a person, and only teams and groups own`;
  return `its owner ${shortRef(owner)} is not known, neither here nor in the files`;
}

interface Claim {
  readonly component: string;
  readonly unit: string;
  readonly held: OwnershipRow | undefined;
  readonly all: readonly OwnershipRow[];
}

function claim(
  { component, unit, held, all }: Claim,
  plan: OwnershipPlan,
  { directory: { today }, newId }: Planning,
): void {
  if (held && held.unit === unit && !held.assumed) return;
  const row = { component, unit, assumed: false };
  if (!held) {
    const gap = uncovered({ from: null, until: null }, all).find((days) => holdsOn(today, days));
    if (gap) plan.begun.push({ ...row, ...gap, id: newId() });
    return;
  }
  const begunBefore = held.from === null || held.from < today;
  if (begunBefore && !held.assumed) plan.ended.push({ ...held, until: today });
  else plan.dropped.push(held);
  const from = begunBefore && !held.assumed ? today : held.from;
  plan.begun.push({ ...row, from, until: held.until, id: newId() });
  if (!held.assumed) plan.moves.push({ component, from: held.unit, to: unit });
}
