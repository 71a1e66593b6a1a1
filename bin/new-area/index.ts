import type { Area } from "../../core/timeline/area.ts";
import { exampleRoutes } from "./routes.ts";

export const example: Area = {
  id: "example",
  title: "Example",
  question: "What do this area's loops answer?",
  plugs: { measures: [], routes: exampleRoutes, stave: [] },
};
