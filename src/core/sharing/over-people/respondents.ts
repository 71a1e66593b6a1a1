import { failField } from "../../../platform/errors.ts";
import type { Answer } from "./round.ts";

/** A person as counted: once, whatever number of teams they answered in. */
export interface Respondent {
  readonly person: string;
  /** The team whose members may see the answer that counts. */
  readonly team: string;
  /** The places of all the answers of this person. */
  readonly places: ReadonlySet<string>;
  /** The place of the answer that counts among the options. */
  readonly option: number;
}

/**
 * Everybody who answered, each once. Of somebody who answered in several teams the answer of the first team counts, by
 * the order of ids. Fails if an answer is none of the options, or if a person answered twice in one team.
 */
export function respondentsOf(
  answers: readonly Answer[],
  options: readonly (string | number)[],
): Respondent[] {
  const known = new Map(options.map((option, index) => [option, index]));
  const given = answers.map((answer, index) => ({
    ...answer,
    place: placeOf(answer),
    option: known.get(answer.option) ?? failField(`/answers/${index}/option`, noOption(options)),
  }));
  return [...Map.groupBy(given, ({ person }) => person).values()].map((all) => {
    const [first] = all.toSorted((one, other) => (one.team < other.team ? -1 : 1)) as [(typeof given)[0]];
    if (new Set(all.map(({ team }) => team)).size < all.length) failField("/answers", TWICE);
    return { ...first, places: new Set(all.map(({ place }) => place)) };
  });
}

export function placeOf({ team, place = team }: Pick<Answer, "team" | "place">): string {
  return place;
}

const TWICE = "Somebody answered twice in one team. Give only the answer that counts.";

const noOption = (options: readonly (string | number)[]) =>
  `This is none of the options of the round. Give one of: ${options.join(", ")}.`;
