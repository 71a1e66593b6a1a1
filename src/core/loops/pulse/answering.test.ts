import { expect, test } from "vitest";
import { choicesOf, keptAnswers } from "./answering.ts";
import type { OwnAnswer, PulseQuestion } from "./contract.ts";

const scale: PulseQuestion = { id: "s", kind: "scale", text: "It is", options: ["hard", "easy"] };
const choice: PulseQuestion = { id: "c", kind: "choice", text: "Which?", options: ["One", "Two", "Three"] };
const words: PulseQuestion = { id: "w", kind: "words", text: "What?", options: [] };
const answer = (question: string, more: Partial<OwnAnswer>): OwnAnswer => ({
  ...{ question, option: null, words: null, teamReads: false, signed: false },
  ...more,
});
const kept = (...answers: OwnAnswer[]) => keptAnswers(answers, [scale, choice, words]);

test("a scale has five steps, a choice what it offers, words nothing to choose", () => {
  expect([scale, choice, words].map(choicesOf)).toEqual([5, 3, 0]);
});

test("a question that is skipped leaves nothing behind, whether it is left out, empty, or not chosen", () => {
  expect(kept()).toEqual([]);
  expect(kept(answer("s", {}), answer("w", { words: "" }), answer("c", { option: 2 }))).toEqual([
    answer("c", { option: 2 }),
  ]);
});

test("nobody signs what others may not read, and a choice is never read with a name", () => {
  expect(kept(answer("w", { words: "This", signed: true }))).toEqual([answer("w", { words: "This" })]);
  const signed = answer("w", { words: "This", teamReads: true, signed: true });
  expect(kept(signed)).toEqual([signed]);
  expect(kept(answer("s", { option: 5, teamReads: true, signed: true }))).toEqual([
    answer("s", { option: 5 }),
  ]);
});

test.each([
  ["a step that there is not", answer("s", { option: 6 }), "Choose one of 1 to 5."],
  ["a choice that there is not", answer("c", { option: 4 }), "Choose one of 1 to 3."],
  ["words for a choice", answer("c", { words: "One" }), "answered by choosing"],
  ["a choice for words", answer("w", { option: 1 }), "answered in words"],
  ["a question of another round", answer("x", { option: 1 }), "does not ask that question"],
])("%s is refused", (_what, one, says) => {
  expect(() => kept(one)).toThrow(says);
});

test("a question is answered once", () => {
  expect(() => kept(answer("s", { option: 1 }), answer("s", { option: 2 }))).toThrow("answered twice");
});
