import type { AreaParts } from "../../../web/area-parts.ts";
import { FollowUpForm } from "./follow-up-form.tsx";
import { Below } from "./forums/below.tsx";

export const decisionsParts: AreaParts = {
  area: "decisions",
  Below,
  followUps: [{ kind: "decide", Form: FollowUpForm }],
};
