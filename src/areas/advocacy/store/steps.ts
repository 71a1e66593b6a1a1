import { dayAt } from "../../../core/measures/periods.ts";
import { readUnits } from "../../../core/org/store/reading.ts";
import { unitAt } from "../../../core/org/store/units.ts";
import { fail } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { standSeen } from "../shown.ts";
import { mustBeWhole, sideFor, type Wanted } from "../step.ts";
import { step } from "../tables.ts";
import { type AskSeen, askAt } from "./asks.ts";

/** Somebody takes a step. Of two who do at once, the second finds the place taken, and looks at what the first said. */
export async function addStep(
  tx: Tx,
  me: string,
  { id, now, ...wanted }: Wanted & { readonly id: string; readonly now: number },
): Promise<AskSeen> {
  const seen = await askAt(tx, me, id);
  mustBeWhole(wanted, dayAt(now, seen.timeZone).toString());
  const { kind, words, byWhen, unit, helped } = wanted;
  const side = sideFor(kind, seen.sides, standSeen(seen).state);
  const toUnit = unit === undefined ? null : unitAt(await readUnits(tx), unit, "/unit").id;
  const added = await tx
    .insert(step)
    .values({
      ...{ ask: id, n: seen.steps.length + 1, side, kind, words, toUnit },
      ...{ byWhen: byWhen ?? null, helped: helped ?? null, saidBy: me, saidAt: new Date(now) },
    })
    .onConflictDoNothing()
    .returning({ n: step.n });
  if (added.length === 0)
    fail(
      "conflict",
      "Somebody else wrote in the meantime. Nothing of yours is lost: look at theirs, and write again.",
    );
  return askAt(tx, me, id);
}
