import { type MeasureContext, unitAsked } from "../../core/measures/context.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import { exampleOverview } from "./contract.ts";
import { notableOf } from "./notable.ts";
import { can } from "./policy.ts";

export const exampleRoutes: readonly Route<MeasureContext>[] = [
  answer(exampleOverview, {
    allow: ({ actor }: MeasureContext) => can.read(actor),
    handle: async (context: MeasureContext, { slug }) => {
      await unitAsked(context, { slug, pointer: "/slug", measures: [] });
      const open: string[] = [];
      return { notable: notableOf(open), open };
    },
  }),
];
