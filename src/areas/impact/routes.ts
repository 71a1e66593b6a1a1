import type { AreaContext } from "../../core/area.ts";
import type { Standing } from "../../core/org/policy.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import type { Tx } from "../../platform/state/state-db.ts";
import { openPurpose, purpose, reviewPurpose, writePurpose } from "./contract.ts";
import { hintsFor } from "./hints.ts";
import { may } from "./policy.ts";
import { shownPurpose } from "./shown.ts";
import { type By, confirm, open, write } from "./store/changes.ts";
import { type PurposeSeen, readPurpose } from "./store/purposes.ts";

export const impactRoutes: readonly Route<AreaContext>[] = [
  answer(purpose, {
    // What is not for the person who asks, the database leaves out.
    allow: () => true,
    handle: (context: AreaContext, { slug }) => told(context, (tx) => readPurpose(tx, slug)),
  }),
  answer(writePurpose, {
    allow: async (context: AreaContext, { slug }) => may.write(await standing(context, slug)),
    handle: async (context: AreaContext, wanted) => ({
      ...(await told(context, (tx, by) => write(tx, by, wanted))),
      hints: hintsFor(wanted.sentence).map(({ asks }) => asks),
    }),
  }),
  answer(reviewPurpose, {
    allow: async (context: AreaContext, { slug }) => may.review(await standing(context, slug)),
    handle: (context: AreaContext, wanted) => told(context, (tx, by) => confirm(tx, by, wanted)),
  }),
  answer(openPurpose, {
    allow: async (context: AreaContext, { slug }) => may.open(await standing(context, slug)),
    handle: (context: AreaContext, wanted) => told(context, (tx, by) => open(tx, by, wanted)),
  }),
];

const standing = (context: AreaContext, slug: string): Promise<Standing> =>
  context.as(async (tx) => (await readPurpose(tx, slug)).standing);

/** Does it as the person who asks, at this moment, and says how the purpose stands then. */
async function told(context: AreaContext, work: (tx: Tx, by: By) => Promise<PurposeSeen>) {
  const now = context.clock.now();
  const seen = await context.as((tx) => work(tx, { me: context.actor.person, now }));
  return shownPurpose(seen, now);
}
