import type { AreaParts } from "../../../web/area-parts.ts";
import { Below } from "./below.tsx";
import { FollowUpForm } from "./follow-up-form.tsx";
import { Head } from "./head.tsx";

export const advocacyParts: AreaParts = {
  area: "advocacy",
  Head,
  heads: ["ask"],
  Below,
  followUps: [{ kind: "ask", Form: FollowUpForm }],
};
