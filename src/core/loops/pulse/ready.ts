import type { NewQuestion, ReadyPulse } from "./contract.ts";

const scale = (text: string, one: string, five: string): NewQuestion => ({
  kind: "scale",
  text,
  options: [one, five],
});

/**
 * Pulses to begin with. Each question is about the work and not about a person, and one thing at a time, so that a low answer says where to look.
 */
export const readyPulses: readonly ReadyPulse[] = [
  {
    title: "How are we doing?",
    goodFor:
      "A health check in plain words. Where answers differ from each other there is something to talk about.",
    question: "How are we doing, and what should we talk about?",
    questions: [
      scale("I know whom my work helps, and how.", "Not at all", "Very well"),
      scale("Getting a change out to users is …", "a struggle", "easy"),
      scale("When something worries me, I can say so here.", "Never", "Always"),
      scale("The amount of work is …", "crushing", "good to live with"),
      { kind: "words", text: "What should we talk about first?", options: [] },
    ],
  },
  {
    title: "What helped, what hindered?",
    goodFor:
      "Two lines before a retrospective, so that it begins with what everybody saw and not with who speaks first.",
    question: "What helped us, what hindered us, and what do we change?",
    questions: [
      { kind: "words", text: "What helped you since last time?", options: [] },
      { kind: "words", text: "What hindered you?", options: [] },
    ],
  },
  {
    title: "Where did the time go?",
    goodFor:
      "How work felt, when the board says that all is well. Good beside a measure of how long changes wait.",
    question: "What keeps us from what we want to do?",
    questions: [
      {
        kind: "choice",
        text: "What kept you most from what you wanted to do?",
        options: [
          "Nothing much",
          "Waiting for others",
          "Interruptions",
          "Unclear what is wanted",
          "Things that broke",
          "Tools and set-up",
        ],
      },
      scale("How often could you work for two hours without being interrupted?", "Never", "Every day"),
    ],
  },
];
