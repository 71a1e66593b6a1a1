import type { PulseRound, QuestionResult } from "./contract.ts";

/** "4 of 6 answered"; while it is open, "so far". */
export function sayAnswered({
  answered,
  asked,
  closed,
}: Pick<PulseRound, "answered" | "asked" | "closed">): string {
  if (answered === null) return asked === 1 ? "it asks one person" : `it asks ${asked} people`;
  return `${answered} of ${asked} answered${closed === null ? " so far" : ""}`;
}

/** "7 answered, 3.4 in the mean". */
export function sayResult({ n, mean }: Pick<QuestionResult, "n" | "mean">): string {
  if (n === null) return "Fewer than two answered. What one says alone is not told.";
  return `${n} answered${mean === null ? "" : `, ${mean.toFixed(1)} in the mean`}`;
}

/** "Three short questions". */
export function sayQuestions(count: number): string {
  const number = ["No", "One", "Two", "Three", "Four", "Five"][count] ?? String(count);
  return `${number} short question${count === 1 ? "" : "s"}`;
}

interface Promised {
  readonly asked: number;
  /** The names of the unit, and of the group that counts the round with those of other teams. */
  readonly unit: string;
  readonly group: string | null;
}

/** Who will see what, for those whom a round asks: confidential, and not anonymous. */
export function sayPromise({ asked, unit, group }: Promised): string[] {
  return [
    asked === 1
      ? "It asks you alone, and nobody else sees anything of it."
      : `When it closes, the ${asked} of you whom it asks see how often each answer was given: nobody outside ${unit}, and nobody who joins later.`,
    ...(group === null
      ? []
      : [
          `${group} may see one figure of several teams that yours is counted in: of three teams and five people at least, and without words.`,
        ]),
    "Nobody sees who answered what, or whether. Words stay with you, unless you let the others read them.",
    ...(asked === 2 ? ["You are two, so each of you will know what the other answered."] : []),
    ...(asked >= 3 && asked <= 4
      ? [`With ${asked} people somebody may guess who said what: it is confidential, not anonymous.`]
      : []),
  ];
}
