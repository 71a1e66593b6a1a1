import * as pulse from "../../../src/core/loops/pulse/contract.ts";
import { type Attempt, annsAlone, members, trying } from "./attempt.ts";
import { fresh, payments } from "./fresh.ts";
import type { RouteWorld } from "./world.ts";

const ann = (world: RouteWorld) => world.browser("member");
const begun = () => ({
  ...{ ...payments, area: "delivery", question: fresh("How are we?") },
  questions: [{ kind: "words" as const, text: "What first?" }],
});
const freshPulse = (world: RouteWorld) => ann(world)(pulse.beginPulse, begun());
const freshRound = async (world: RouteWorld) =>
  ann(world)(pulse.openRound, { id: (await freshPulse(world)).id });
async function freshWords(world: RouteWorld) {
  const { id } = await freshRound(world);
  const { questions } = await ann(world)(pulse.round, { id });
  const question = questions[0]?.id as string;
  await ann(world)(pulse.answerRound, { id, answers: [{ question, words: "Ours", teamReads: true }] });
  await ann(world)(pulse.closeRound, { id });
  return { id, question };
}

/** What a team asks itself in rounds is there for those who belong to it, and for nobody else. */
export const whatATeamAsksInRounds: readonly Attempt[] = [
  trying(pulse.unitPulses, { takes: "read", input: payments, heard: members }),
  trying(pulse.loopPulse, {
    takes: "read",
    input: async (world) => ({ id: (await freshPulse(world)).loop.id }),
    sees: ({ pulse: seen }) => (seen === null ? "none" : "it"),
    heard: { member: "ok it", others: "ok none" },
  }),
  trying(pulse.beginPulse, { takes: "admin", input: begun, heard: members }),
  trying(pulse.changePulse, {
    takes: "admin",
    input: async (world) => ({ id: (await freshPulse(world)).id, ahead: 2 }),
    heard: annsAlone,
  }),
  trying(pulse.openRound, {
    takes: "admin",
    input: async (world) => ({ id: (await freshPulse(world)).id }),
    heard: annsAlone,
  }),
  trying(pulse.round, {
    takes: "read",
    input: async (world) => ({ id: (await freshWords(world)).id }),
    sees: ({ round }) => `${round.results?.[0]?.words.map(({ words }) => words).join()}`,
    heard: { member: "ok Ours", others: "404" },
  }),
  trying(pulse.answerRound, {
    takes: "admin",
    input: async (world) => ({ id: (await freshRound(world)).id, answers: [] }),
    heard: annsAlone,
  }),
  trying(pulse.closeRound, {
    takes: "admin",
    input: async (world) => ({ id: (await freshRound(world)).id }),
    heard: annsAlone,
  }),
  trying(pulse.takeWordsBack, { takes: "admin", input: freshWords, heard: annsAlone }),
];
