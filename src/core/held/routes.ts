import { answer, type Route } from "../../platform/http/answer.ts";
import type { Actor } from "../people/actor.ts";
import { erase, type HeldFile, held } from "./contract.ts";
import { may } from "./policy.ts";

export interface HeldContext {
  readonly actor: Actor;
  readonly clock: { now(): number };
  readonly held: {
    /** All that is held about the person who asks. */
    files(): Promise<HeldFile[]>;
    erase(person: string): Promise<void>;
  };
}

export const heldRoutes: readonly Route<HeldContext>[] = [
  answer(held, {
    allow: () => true,
    handle: async ({ held: store, actor, clock }: HeldContext) => ({
      person: { id: actor.person, name: actor.name },
      at: new Date(clock.now()).toISOString(),
      files: await store.files(),
    }),
  }),
  answer(erase, {
    allow: ({ actor }: HeldContext, { id }) => may.erase(actor, id),
    handle: async ({ held: store }: HeldContext, { id }) => {
      await store.erase(id);
      return {};
    },
  }),
];
