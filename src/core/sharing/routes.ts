import { failField } from "../../platform/errors.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import { may } from "../org/policy.ts";
import type { Actor } from "../people/actor.ts";
import { shareMeasure, sharing } from "./contract.ts";
import type { SharingSeen, SharingStore } from "./store/shares.ts";

export interface SharingContext {
  readonly actor: Actor;
  readonly sharing: SharingStore;
  /** Every measure there is. */
  readonly measures: readonly { readonly id: string }[];
}

export const sharingRoutes: readonly Route<SharingContext>[] = [
  answer(sharing, {
    // What is not for the person who asks, the database leaves out.
    allow: () => true,
    handle: async ({ sharing: store, actor }: SharingContext, { slug }) => shown(actor, await store.of(slug)),
  }),
  answer(shareMeasure, {
    allow: async ({ sharing: store, actor }: SharingContext, { slug }) =>
      may.share(actor, (await store.of(slug)).standing),
    handle: async (
      { sharing: store, actor, measures }: SharingContext,
      { slug, measure, with: audience },
    ) => {
      if (!measures.some(({ id }) => id === measure))
        failField("/measure", `There is no measure “${measure}”.`, "not_found");
      return shown(actor, await store.share({ slug, measure, audience }));
    },
  }),
];

const shown = (actor: Actor, { standing, ...seen }: SharingSeen) => ({
  ...seen,
  can: { share: may.share(actor, standing) },
});
