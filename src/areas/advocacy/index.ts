import type { Area } from "../../core/area.ts";
import { advocacyRoutes, askFollowUps, askMarks, askNews, dueAsks, openAsks } from "./routes.ts";
import { advocacyHoldings } from "./store/held.ts";

export const advocacy: Area = {
  id: "advocacy",
  title: "Advocacy",
  question: "What do we need, and what came back?",
  starters: [
    {
      question: "What is in our way that we cannot move ourselves?",
      goodFor: "It makes an ask of a complaint: to somebody, with a reason and a date.",
      measures: [],
    },
    {
      question: "What did we ask for, and what came back?",
      goodFor: "It keeps promises in sight on both sides, kindly.",
      measures: [],
    },
    {
      question: "What did I carry into a forum for a team, and what did I bring back?",
      goodFor: "It holds a leader to what teams were told.",
      measures: [],
      own: true,
    },
  ],
  plugs: {
    routes: advocacyRoutes,
    due: dueAsks,
    marks: askMarks,
    news: askNews,
    followUps: [askFollowUps],
    open: openAsks,
    holdings: advocacyHoldings,
  },
};
