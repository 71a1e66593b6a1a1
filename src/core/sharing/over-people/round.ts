import type { notShown } from "../not-shown.ts";

/** A unit in the tree of a round, or a slice that hangs in it in place of teams. */
export interface Place {
  readonly id: string;
  /** The id of the place above; `null` at the top. */
  readonly parent: string | null;
}

export interface Answer {
  readonly person: string;
  /** Where it was given, and whose members may see it. */
  readonly team: string;
  /** Where it counts, if the round is not divided by teams there: the slice that hangs in the stead of teams. */
  readonly place?: string;
  /** One of the options of the round. */
  readonly option: string | number;
}

/** One asking of one question. All but the answers is fixed when it opens. */
export interface Round {
  /** The fewest answers that are told together: at least 5. */
  readonly threshold: number;
  /** All possible answers, in their order. */
  readonly options: readonly (string | number)[];
  /**
   * The tree of what may be shown. To slice a unit, say by role, its slices stand below it in place of its teams:
   * one round divides a unit in one way.
   */
  readonly places: readonly Place[];
  /** All who may see the answers of a team inside it, whether they answered or not. Who answered need not be named. */
  readonly members: readonly { readonly person: string; readonly team: string }[];
  readonly answers: readonly Answer[];
}

/** A round that has been shown already: who answered where, in the tree of that round, and which places were shown. */
export interface EarlierRound {
  readonly places: readonly Place[];
  readonly answers: readonly Pick<Answer, "person" | "team" | "place">[];
  readonly shown: readonly string[];
}

/** What is told of a place. `counts` are in the order of the options, `mean` is `null` unless all options are numbers. */
export type Figure =
  | {
      readonly place: string;
      readonly published: true;
      readonly n: number;
      readonly counts: readonly number[];
      readonly mean: number | null;
    }
  | { readonly place: string; readonly published: false; readonly because: keyof typeof notShown };
