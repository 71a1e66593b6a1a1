import type { AreaParts } from "../../../web/area-parts.ts";
import { Below } from "./below.tsx";
import { FollowUpForm } from "./follow-up-form.tsx";

export const decisionsParts: AreaParts = {
  area: "decisions",
  Below,
  followUps: [{ kind: "decide", Form: FollowUpForm }],
};
