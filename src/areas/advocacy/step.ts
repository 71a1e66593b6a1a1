import { fail, failField } from "../../platform/errors.ts";
import type { AskState, Helped, Side, StepKind } from "./contract.ts";
import { sideOf, stepsFor } from "./policy.ts";

export interface Wanted {
  readonly kind: StepKind;
  readonly words: string;
  readonly byWhen?: string | undefined;
  /** The slug of a unit. */
  readonly unit?: string | undefined;
  readonly helped?: Helped | undefined;
}

/** What each kind cannot be without, and what would be right. */
const needed: Partial<Record<StepKind, string>> = {
  no: "A no needs a reason: those who asked learn from it what else they could try.",
  carried: "Say to whom or into which forum it was carried, in words or by naming a team or group.",
  "came-back": "Say what came back.",
  words: "Write something.",
};

/** A step that says what its kind has to say, and nothing that only another kind says. */
export function mustBeWhole({ kind, words, byWhen, unit, helped }: Wanted, today: string): void {
  const missing = needed[kind];
  if (missing !== undefined && words === "" && unit === undefined) failField("/words", missing);
  if (kind === "helped" && helped === undefined)
    failField("/helped", "Say whether it helped: yes, partly or no.");
  if (helped !== undefined && kind !== "helped") failField("/helped", "Only “helped” says whether it did.");
  if (byWhen !== undefined && kind !== "yes") failField("/byWhen", "Only a yes has a day.");
  if (byWhen !== undefined && byWhen < today) failField("/byWhen", "Name a day from today on.");
  if (unit !== undefined && kind !== "carried")
    failField("/unit", "Only what is carried goes to a team or group.");
}

/** The side on which somebody takes this step, or a problem that says what they could do. */
export function sideFor(kind: StepKind, sides: readonly Side[], state: AskState): Side {
  const side = sideOf(kind, sides);
  const can = stepsFor(sides, state);
  if (side === null)
    fail(
      "not_allowed",
      `This is for ${sides.includes("asked") ? "those who ask" : "those who are asked"} to say.`,
    );
  if (!can.includes(kind))
    failField(
      "/kind",
      `This does not fit with how it stands (${state}). What fits: ${can.join(", ")}.`,
      "conflict",
    );
  return side;
}
