import type { Area } from "../../core/area.ts";
import { exampleRoutes } from "./routes.ts";

export const example: Area = {
  id: "example",
  title: "Example",
  question: "What do this area's loops answer?",
  starters: [],
  plugs: { routes: exampleRoutes },
};
