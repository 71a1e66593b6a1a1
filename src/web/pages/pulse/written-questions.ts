import { MOST_QUESTIONS, type NewQuestion, type QuestionKind } from "../../../core/loops/pulse/contract.ts";

/** A question while it is written. Its key tells it from others, also while both are empty. */
export interface Written {
  readonly key: number;
  /** One that is asked by now, which keeps its words. */
  readonly id?: string;
  readonly kind: QuestionKind;
  readonly text: string;
  /** The two ends of a scale. */
  readonly ends: readonly [string, string];
  /** What can be chosen, a line each. */
  readonly choices: string;
}

export const emptyQuestion = (key: number): Written => ({
  ...{ key, kind: "scale", text: "", ends: ["Not at all", "Very much"], choices: "" },
});

export function writtenOf(
  question: {
    readonly id?: string;
    readonly kind: QuestionKind;
    readonly text: string;
    readonly options: readonly string[];
  },
  key: number,
): Written {
  const [one = "", five = ""] = question.kind === "scale" ? question.options : [];
  const id = question.id === undefined ? {} : { id: question.id };
  const choices = question.kind === "choice" ? question.options.join("\n") : "";
  return { key, ...id, kind: question.kind, text: question.text, ends: [one, five], choices };
}

/** As it is sent. */
export function questionIn({ kind, text, ends, choices }: Written): NewQuestion {
  if (kind === "scale") return { kind, text, options: [...ends] };
  if (kind === "words") return { kind, text, options: [] };
  const lines = choices.split("\n").map((line) => line.trim());
  return { kind, text, options: lines.filter((line) => line !== "") };
}

/** One that is asked goes by its id, as long as nothing of it was changed. */
export const sentOf = (written: Written) =>
  written.id === undefined ? questionIn(written) : { id: written.id };

export const canAdd = (all: readonly Written[]): boolean => all.length < MOST_QUESTIONS;
