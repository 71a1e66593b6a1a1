import type { StepKind } from "../contract.ts";

interface Verb {
  /** On its button. */
  readonly word: string;
  /** Over the field for its words; without one it is said at once. */
  readonly label?: string;
  /** It means nothing without words. */
  readonly needed?: true;
  /** On the button below the field. */
  readonly sends?: string;
}

/** What each step is called where it is taken. */
export const verbs: Record<StepKind, Verb> = {
  acknowledged: { word: "I have seen it" },
  yes: { word: "Yes", label: "Words, if you like", sends: "Say yes" },
  no: { word: "No", label: "Why not? They learn from it what else to try.", needed: true, sends: "Say no" },
  carried: { word: "Carry it on", label: "To whom, or into which forum?", sends: "I carried it there" },
  "came-back": { word: "Say what came back", label: "What came back?", needed: true, sends: "Tell them" },
  done: { word: "It is done", label: "Words, if you like", sends: "Say that it is done" },
  helped: { word: "Say whether it helped", label: "Words, if you like", sends: "Say so" },
  withdrawn: {
    word: "We need it no longer",
    label: "Why? If you like",
    sends: "Take it back",
  },
  words: { word: "Add a word", label: "Your words, for both sides", needed: true, sends: "Add it" },
};
