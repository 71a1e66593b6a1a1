import type { Area } from "../../core/area.ts";
import { dueForums, forumNews, forumRoutes, forumStreams } from "./forums/routes.ts";
import { forumHoldings } from "./forums/store/held.ts";
import { decisionFollowUps, decisionMarks, decisionNews, decisionsRoutes, dueDecisions } from "./routes.ts";
import { decisionsHoldings } from "./store/held.ts";
import { settleDecisions } from "./store/settle.ts";

export const decisions: Area = {
  id: "decisions",
  title: "Decisions",
  question: "Do we decide quickly, and were we right?",
  starters: [
    {
      question: "Which decision waits, and for whom?",
      goodFor: "It finds what stands still for want of a yes or no.",
      measures: [],
    },
    {
      question: "What did we decide some weeks ago, and did it come as we thought?",
      goodFor: "It trains the team's judgement: what is never looked at again teaches nothing.",
      measures: [],
    },
    {
      question: "Who will be touched by what we decide this week, and have we asked them?",
      goodFor: "It gets advice before a decision and not a surprise after it.",
      measures: [],
    },
  ],
  plugs: {
    routes: [...decisionsRoutes, ...forumRoutes],
    streams: forumStreams,
    due: async (context) => [...(await dueDecisions(context)), ...(await dueForums(context))],
    marks: decisionMarks,
    news: async (...asked) => [...(await decisionNews(...asked)), ...(await forumNews(...asked))],
    followUps: [decisionFollowUps],
    settle: settleDecisions,
    searchable: [
      {
        ...{ kind: "decision", one: "Decision", many: "Decisions", did: "decided on this" },
        href: ({ id }) => `/decisions/${id}`,
      },
    ],
    holdings: [...decisionsHoldings, ...forumHoldings],
  },
};
