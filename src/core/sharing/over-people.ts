import { failField } from "../../platform/errors.ts";
import { figures } from "./over-people/figures.ts";
import type { EarlierRound, Figure, Round } from "./over-people/round.ts";

/** Beyond the team no aggregate over people is of fewer answers. A round may ask for more, never for fewer. */
export const FEWEST_ANSWERS = 5;

/**
 * The one function through which any aggregate over people passes on its way out of a team: for each place of the tree,
 * by id, how many answered what, or that it is not shown. It knows nothing of who looks: what it tells may be told to
 * anybody. A round is shown once, when it is closed; whoever shows it keeps which places were published.
 *
 * It promises, to each person, against anyone who sees all that is published, knows who answered where and how this
 * function decides, and knows the answers of all teams they belong to, or their own answer alone:
 *
 * 1. Taking published places from each other leaves nobody, or `threshold` people; so does taking their teams' answers
 *    from that.
 * 2. They can be sure of nobody's answer but those they knew: at least two answers remain possible for each.
 * 3. Sums of places of this round, and of one earlier round, count the same people or differ by `threshold` people.
 *
 * Why. Places that tear somebody's answers apart are never shown (`blocks.ts`), so published places are nested or apart,
 * and all that can be had from them are sums over *blocks*: a place without the published places inside it. Which blocks
 * there may be follows from who answered, alone. A block is told if enough in it differ from its most common answer:
 * two more than anyone knows who does not know the whole block (`crowd.ts`). One of two parts of a block is told only if the
 * other is too; else they are told together, or not at all (`division.ts`).
 *
 * For 2, take a person P, somebody who knows K, and the blocks that contain P, from the smallest. If somebody outside K
 * in the smallest block answered unlike P, let the two exchange answers. Else go up to the first block with such a
 * person, and exchange there. In the blocks below it all outside K agree, so at most K differ: too few by two. They were
 * not told, and are not after the exchange, which makes it one more at most. So that first block is told as a whole or
 * not at all, as before, and its counts are the same. If there is no such block, nothing is told that counts P, and P
 * may as well have given any other answer. Either way the same is published, and P answered something else.
 *
 * For 3, see `earlier-rounds.ts`. What is left out there is chosen by who answered, among what might be told anyway.
 *
 * It does not promise: that no answer is very likely; that an answer which nobody gave stays unknown (a count of 0 tells
 * that); anything against members of different teams who put together what they know; or, over rounds, against somebody
 * who holds that nobody changed their mind, and compares three rounds, knows answers of those who came or went, or
 * finds that all of these agree.
 *
 * Fails with `bad_input` if the threshold is below {@link FEWEST_ANSWERS}, an answer is none of the options, stands
 * outside the tree, or is the second of one person in one team, or if a place is in the tree twice. Of somebody who
 * answered in several teams the answer in the first counts, by the order of ids. Order of the input never matters.
 */
export function overPeople(round: Round, earlier: readonly EarlierRound[] = []): Figure[] {
  if (!(round.threshold >= FEWEST_ANSWERS)) failField("/threshold", TOO_LOW);
  return figures(round, earlier);
}

const TOO_LOW = `A round asks for at least ${FEWEST_ANSWERS} answers. Give a threshold of ${FEWEST_ANSWERS} or more.`;
