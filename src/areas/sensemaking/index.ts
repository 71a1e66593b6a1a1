import type { Area } from "../../core/area.ts";

export const sensemaking: Area = {
  id: "sensemaking",
  title: "Sense-making",
  question: "What is it like to work here?",
  starters: [
    {
      question: "What was it like to work here this week?",
      goodFor: "It hears in words what no figure shows, while it can still be changed.",
      measures: [],
    },
    {
      question: "What do we keep talking about, and never do anything about?",
      goodFor: "It finds what has been normal for too long.",
      measures: [],
    },
    {
      question: "What did we see when we went to where the work is?",
      goodFor: "Going there and looking corrects what one thinks at a desk.",
      measures: [],
    },
  ],
};
