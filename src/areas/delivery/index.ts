import type { Area } from "../../core/timeline/area.ts";
import { changeLeadTime, changesMerged, deliveryMeasures, deploymentFrequency } from "./measures.ts";
import { deliveryRoutes } from "./routes.ts";

export const delivery: Area = {
  id: "delivery",
  title: "Delivery",
  question: "How long does a finished idea wait?",
  plugs: {
    measures: deliveryMeasures,
    routes: deliveryRoutes,
    stave: [changeLeadTime, deploymentFrequency, changesMerged],
  },
};
