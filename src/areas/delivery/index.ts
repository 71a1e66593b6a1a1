import type { Area } from "../../core/area.ts";
import { impedimentRoutes, marksOfImpediments } from "./impediments/routes.ts";
import { impedimentsHolding } from "./impediments/store/held.ts";
import { changeLeadTime, changesMerged, deliveryMeasures, deploymentFrequency } from "./measures.ts";
import { deliveryRoutes } from "./routes.ts";

export const delivery: Area = {
  id: "delivery",
  title: "Delivery",
  question: "How long does a finished idea wait?",
  starters: [
    {
      question: "How long does a finished idea wait before people can use it?",
      goodFor:
        "It shows whether we can answer quickly when it matters. Waiting is the waste that is easiest to see and to move.",
      measures: ["change-lead-time"],
    },
    {
      question: "How often do our users get something from us?",
      goodFor: "Small and often is safer than much and rarely, and feedback comes sooner.",
      measures: ["deployment-frequency", "batch-size"],
    },
    {
      question: "When we change something, does it stay well?",
      goodFor: "It shows whether we go too fast for our safety net, or could dare more.",
      measures: ["change-fail-rate", "failed-deployment-recovery-time"],
    },
    {
      question: "What waited this week, and for what?",
      goodFor: "It finds waste that no tool measures, in the team's own words.",
      measures: [],
    },
  ],
  plugs: {
    measures: deliveryMeasures,
    routes: [...deliveryRoutes, ...impedimentRoutes],
    stave: [changeLeadTime, deploymentFrequency, changesMerged],
    marks: marksOfImpediments,
    holdings: [impedimentsHolding],
  },
};
