import type { Area } from "../../core/area.ts";
import { impactRoutes } from "./routes.ts";
import { impactSearchable } from "./searchable.ts";
import { purposeMarks, purposesDue } from "./store/happened.ts";
import { impactHoldings } from "./store/held.ts";

export const impact: Area = {
  id: "impact",
  title: "Impact",
  question: "Whom do we serve, and does it work for them?",
  starters: [
    {
      question: "Who was helped by what we did this week, and how do we know?",
      goodFor: "It keeps the people whom we serve in the room. Name one of them.",
      measures: [],
    },
    {
      question: "What did we hear from those who use what we built?",
      goodFor: "It brings what support, sales or a visit heard to those who can change it.",
      measures: [],
    },
    {
      question: "Is what we work on now still the thing that helps them most?",
      goodFor: "It stops good work on the wrong thing early, while that is cheap.",
      measures: [],
    },
  ],
  plugs: {
    routes: impactRoutes,
    marks: purposeMarks,
    due: purposesDue,
    holdings: impactHoldings,
    searchable: impactSearchable,
  },
};
