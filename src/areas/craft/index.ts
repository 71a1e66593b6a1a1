import type { Area } from "../../core/area.ts";

export const craft: Area = {
  id: "craft",
  title: "Craft",
  question: "What do we hold to be good practice?",
  starters: [
    {
      question: "What slowed us down in our own code this week?",
      goodFor: "It finds the part of the code that wants care next, from what it really cost.",
      measures: [],
    },
    {
      question: "Which practice did we drop under pressure, and was that right?",
      goodFor: "It tells a good exception from a habit that is going.",
      measures: [],
    },
    {
      question: "What did somebody do this week that all of us want to do?",
      goodFor: "It spreads a good practice while it is fresh, with the name of who can show it.",
      measures: [],
    },
  ],
};
