import type { Area } from "../../core/area.ts";

export const growth: Area = {
  id: "growth",
  title: "Growth",
  question: "What am I learning?",
  starters: [
    {
      question: "What did I learn this week that I will use again?",
      goodFor: "A minute of looking back makes more of a week than another hour of it.",
      measures: [],
      own: true,
    },
    {
      question: "Where was I surprised, and what had I expected?",
      goodFor: "Surprises are where judgement is trained: prompt and honest feedback, as from a metronome.",
      measures: [],
      own: true,
    },
    {
      question: "What do I want to take on next, and who could help me with it?",
      goodFor: "It turns a wish into somebody to ask.",
      measures: [],
      own: true,
    },
  ],
};
