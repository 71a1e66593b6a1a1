import type { AskState, Side, StepKind } from "./contract.ts";

/** Which steps each side can take, by how the ask stands. Words are open to both at any time. */
const steps: Record<Side, Record<AskState, readonly StepKind[]>> = {
  asked: {
    open: ["acknowledged", "yes", "no", "carried", "done"],
    acknowledged: ["yes", "no", "carried", "done"],
    carried: ["came-back", "yes", "no", "carried", "done"],
    "came-back": ["yes", "no", "carried", "came-back", "done"],
    yes: ["done", "yes", "no", "carried"],
    // Who has thought again says so.
    no: ["yes", "carried"],
    done: [],
    helped: [],
    withdrawn: [],
  },
  asking: {
    open: ["withdrawn"],
    acknowledged: ["withdrawn"],
    carried: ["withdrawn"],
    "came-back": ["helped", "withdrawn"],
    yes: ["helped", "withdrawn"],
    no: ["helped", "withdrawn"],
    done: ["helped"],
    // What seemed to help may turn out otherwise.
    helped: ["helped"],
    withdrawn: [],
  },
};

/** The steps that somebody on these sides can take now; sent along with each ask, so that no page repeats a rule. */
export const stepsFor = (sides: readonly Side[], state: AskState): StepKind[] =>
  sides.length === 0 ? [] : [...sides.flatMap((side) => steps[side][state]), "words"];

/** The side on which a step is taken; null where it is not for somebody who stands on these sides. */
export function sideOf(kind: StepKind, sides: readonly Side[]): Side | null {
  if (kind === "words") return sides[0] ?? null;
  const side = kind === "helped" || kind === "withdrawn" ? "asking" : "asked";
  return sides.includes(side) ? side : null;
}
