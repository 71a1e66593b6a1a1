import type { FollowUpProps } from "../../../web/area-parts.ts";
import { DecisionForm } from "./decision-form.tsx";

/** In a check-in: a decision that begins from what was looked at; what the charts say today is kept with it. */
export const FollowUpForm = ({ slug, from, why, onDone }: FollowUpProps) => (
  <DecisionForm slug={slug} from={from} why={why} small onDone={onDone} />
);
