import type { AreaContext } from "../../../core/area.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import { type DelegationSeen, delegationsOf, setDelegation } from "../store/delegations.ts";
import { type Delegation, delegate, delegations } from "./contract.ts";

/** Who belongs to the unit decides, which the database knows. */
const everyone = () => true;

export const delegationRoutes: readonly Route<AreaContext>[] = [
  answer(delegations, {
    allow: everyone,
    handle: async (context: AreaContext, { slug }) => {
      const { unit, own, here, above } = await context.as((tx) =>
        delegationsOf(tx, context.actor.person, slug),
      );
      return {
        delegations: here.map(shown),
        above: above.map(({ unit: { slug: at, name }, agreed }) => ({
          unit: { slug: at, name },
          delegations: agreed.map(shown),
        })),
        can: { set: own && !unit.archived },
      };
    },
  }),
  answer(delegate, {
    allow: everyone,
    handle: async (context: AreaContext, wanted) => {
      const now = context.clock.now();
      const { here } = await context.as((tx) => setDelegation(tx, context.actor.person, { ...wanted, now }));
      return { delegations: here.map(shown) };
    },
  }),
];

const shown = ({ row, by }: DelegationSeen): Delegation => ({
  ...{ kind: row.kind, level: row.level, by },
  since: dayAt(row.setAt.getTime(), "UTC").toString(),
});
