import { failField } from "../../../platform/errors.ts";
import { type OwnAnswer, type PulseQuestion, SCALE } from "./contract.ts";

/** How many answers a question has to choose from; none where it is answered in words. */
export const choicesOf = ({ kind, options }: Pick<PulseQuestion, "kind" | "options">): number =>
  kind === "scale" ? SCALE.length : options.length;

/** What somebody answered as it is kept: empty words are a question that is skipped. Or a problem at its place. */
export function keptAnswers(answers: readonly OwnAnswer[], questions: readonly PulseQuestion[]): OwnAnswer[] {
  const seen = new Set<string>();
  return answers.flatMap((answer, at) => {
    const question = questions.find(({ id }) => id === answer.question);
    if (question === undefined)
      failField(`/answers/${at}/question`, "This round does not ask that question.");
    if (seen.has(question.id)) failField(`/answers/${at}/question`, "It is answered twice. Answer it once.");
    seen.add(question.id);
    const kept = question.kind === "words" ? inWords(answer, at) : chosen(answer, question, at);
    return kept === null ? [] : [kept];
  });
}

function inWords(answer: OwnAnswer, at: number): OwnAnswer | null {
  if (answer.option !== null) failField(`/answers/${at}/option`, "This question is answered in words.");
  if (answer.words === null || answer.words === "") return null;
  return { ...answer, signed: answer.signed && answer.teamReads };
}

function chosen(answer: OwnAnswer, question: PulseQuestion, at: number): OwnAnswer | null {
  if (answer.words !== null) failField(`/answers/${at}/words`, "This question is answered by choosing.");
  if (answer.option === null) return null;
  const most = choicesOf(question);
  if (answer.option > most) failField(`/answers/${at}/option`, `Choose one of 1 to ${most}.`);
  return { ...answer, teamReads: false, signed: false };
}
