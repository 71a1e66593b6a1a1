import { delivery } from "./areas/delivery/index.ts";
import type { Area } from "./core/timeline/area.ts";

/** The seven areas in menu order. An eighth would be one folder and one line here. */
export const areas: readonly Area[] = [
  {
    id: "impact",
    title: "Customer & business impact",
    question:
      "Whom do we serve, what do they do with what we built, and how well does our business capability work for them?",
  },
  delivery,
  {
    id: "craft",
    title: "Practice & craft",
    question: "What do we hold to be good practice, and how good are we at it?",
  },
  {
    id: "decisions",
    title: "Decisions",
    question:
      "How fast and how well do we decide, close to the work, and what do we learn from what came of it?",
  },
  {
    id: "growth",
    title: "Individual growth",
    question: "Is my judgement getting better, who helps me, and what may I take on next?",
  },
  {
    id: "sensemaking",
    title: "Sense-making",
    question: "What is really going on here, in people's own words?",
  },
  {
    id: "advocacy",
    title: "Advocacy & role-modelling",
    question: "What do teams need from their leaders, what came back, and do leaders live what they ask?",
  },
];
