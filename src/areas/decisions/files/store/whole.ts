import type { AreaContext } from "../../../../core/area.ts";
import { fail } from "../../../../platform/errors.ts";
import type { Decision } from "../../contract.ts";
import { shownDecision } from "../../shown.ts";
import { decisionsOf, withTexts } from "../../store/decisions.ts";
import { hangingOfAll } from "../../store/hanging.ts";
import { type DecisionAsFile, readAsFiles } from "./exporting.ts";

export interface WholeDecision extends DecisionAsFile {
  readonly shown: Decision;
}

/** All decisions of a unit that the person who asks may read, with what hangs on them, the oldest first. */
export async function wholeDecisions(context: AreaContext, slug: string) {
  const now = context.clock.now();
  return context.as(async (tx) => {
    const { unit, decisions, standing } = await decisionsOf(tx, context.actor.person, {
      unit: slug,
      sort: "decisions",
    });
    if (unit === null) return fail("not_found");
    const hanging = await hangingOfAll(tx, standing, decisions);
    const given = {
      now,
      usual: null,
      measures: context.measures,
      units: standing.units,
      mine: standing.mine,
    };
    const files = await readAsFiles(tx, await withTexts(tx, decisions), []);
    return {
      unit,
      all: files.flatMap((file): WholeDecision[] => {
        const own = hanging.get(file.seen.row.id);
        return own ? [{ ...file, shown: shownDecision(file.seen, own, given) }] : [];
      }),
    };
  });
}
