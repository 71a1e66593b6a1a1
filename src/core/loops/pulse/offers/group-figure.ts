import type { notShown } from "../../../sharing/not-shown.ts";
import type { EarlierRound } from "../../../sharing/over-people/round.ts";
import { overPeople } from "../../../sharing/over-people.ts";

/** Fewer teams together would be told apart by whoever knows one of them. */
export const FEWEST_TEAMS = 3;

/** What teams gathered of one question. */
export interface Gathered {
  /** The group, which is all that is ever told. */
  readonly group: string;
  readonly threshold: number;
  /** How many answers there are to choose from. */
  readonly choices: number;
  /** Who was asked in which team: they know what it came to there. */
  readonly members: readonly { readonly person: string; readonly team: string }[];
  readonly answers: readonly { readonly person: string; readonly team: string; readonly option: number }[];
}

/** Who was counted in an earlier figure that was told of the same question. */
export type EarlierGathering = readonly { readonly person: string; readonly team: string }[];

export type ToldFigure =
  | { readonly because: keyof typeof notShown; readonly teams: null; readonly n: null; readonly counts: null }
  | {
      readonly because: null;
      readonly teams: number;
      readonly n: number;
      readonly counts: readonly number[];
    };

/** One figure of the whole group, or why there is none. Teams are no places of it, so that none is ever told apart. */
export function groupFigure(gathered: Gathered, earlier: readonly EarlierGathering[]): ToldFigure {
  const { group, threshold, choices, members, answers } = gathered;
  const teams = new Set(answers.map(({ team }) => team)).size;
  if (teams < FEWEST_TEAMS) return untold("few-or-alike");
  const places = [{ id: group, parent: null }];
  const at = <Given extends object>(one: Given) => ({ ...one, place: group });
  const before = earlier.map(
    (counted): EarlierRound => ({ places, answers: counted.map(at), shown: [group] }),
  );
  const options = Array.from({ length: choices }, (_, index) => index + 1);
  const [figure] = overPeople({ threshold, options, places, members, answers: answers.map(at) }, before);
  if (figure === undefined || !figure.published)
    return untold(figure === undefined ? "few-or-alike" : figure.because);
  return { because: null, teams, n: figure.n, counts: figure.counts };
}

const untold = (because: keyof typeof notShown): ToldFigure => ({
  ...{ because, teams: null, n: null, counts: null },
});
