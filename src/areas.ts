import { delivery } from "./areas/delivery/index.ts";
import type { Area } from "./core/timeline/area.ts";

/** The seven areas in menu order. An eighth would be one folder and one line here. */
export const areas: readonly Area[] = [
  { id: "impact", title: "Impact", question: "Whom do we serve, and does it work for them?" },
  delivery,
  { id: "craft", title: "Craft", question: "What do we hold to be good practice?" },
  { id: "decisions", title: "Decisions", question: "Do we decide quickly, and were we right?" },
  { id: "growth", title: "Growth", question: "What am I learning?" },
  { id: "sensemaking", title: "Sense-making", question: "What is it like to work here?" },
  { id: "advocacy", title: "Advocacy", question: "What do we need, and what came back?" },
];
