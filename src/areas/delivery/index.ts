import type { Area } from "../../core/timeline/area.ts";
import { changeLeadTime, changesMerged, deliveryMeasures, deploymentFrequency } from "./measures.ts";
import { deliveryRoutes } from "./routes.ts";

export const delivery: Area = {
  id: "delivery",
  title: "Delivery & quality of service",
  question:
    "How quickly and safely can we answer a new idea, and do we keep the promises we made about the service?",
  plugs: {
    measures: deliveryMeasures,
    routes: deliveryRoutes,
    stave: [changeLeadTime, deploymentFrequency, changesMerged],
  },
};
