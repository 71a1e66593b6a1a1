import { type Pulse, type PulseQuestion, type PulseRound, type QuestionResult, SCALE } from "./contract.ts";

export interface Counted {
  readonly n: number;
  /** In the order of the answers. */
  readonly counts: readonly number[];
}

/** The mean of a scale from how many gave each of its steps; `null` where nobody did. */
export function meanOf(counts: readonly number[]): number | null {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return null;
  return SCALE.reduce((sum, step, at) => sum + step * (counts[at] ?? 0), 0) / n;
}

/** What one question came to. Without a count it was answered by fewer than two, or in words. */
export function resultOf(
  question: PulseQuestion,
  counted: Counted | null,
  words: QuestionResult["words"],
): QuestionResult {
  return {
    question,
    n: counted?.n ?? null,
    counts: counted === null ? null : [...counted.counts],
    mean: counted !== null && question.kind === "scale" ? meanOf(counted.counts) : null,
    words: [...words],
  };
}

/** One round of a series. What is not known is `null`, and drawn as a gap. */
export interface SeriesPoint {
  readonly round: string;
  /** The day on which it closed. */
  readonly day: string;
  readonly asked: number;
  readonly n: number | null;
  readonly mean: number | null;
  /** The share of each answer, in their order. */
  readonly shares: readonly number[] | null;
}

export interface QuestionSeries {
  readonly question: PulseQuestion;
  /** Oldest first: all rounds that asked this very question, and were told. */
  readonly points: readonly SeriesPoint[];
}

/** From this many on a line says more than its dots. */
export const ENOUGH_FOR_A_LINE = 12;

/** What each question that is still asked came to, over the rounds; those in words have no series. */
export function seriesOf({ questions, rounds }: Pick<Pulse, "questions" | "rounds">): QuestionSeries[] {
  const told = rounds.filter(({ results }) => results !== null).toReversed();
  return questions
    .filter(({ kind }) => kind !== "words")
    .map((question) => ({ question, points: told.flatMap((one) => pointsIn(one, question)) }))
    .filter(({ points }) => points.length > 0);
}

function pointsIn({ id, closed, asked, results }: PulseRound, question: PulseQuestion): SeriesPoint[] {
  const result = results?.find((one) => one.question.id === question.id);
  if (result === undefined || closed === null) return [];
  const { n, mean, counts } = result;
  const shares = counts === null || n === null ? null : counts.map((count) => count / n);
  return [{ round: id, day: closed, asked, n, mean, shares }];
}
