import { answer, type Route } from "../../platform/http/answer.ts";
import type { Actor } from "./actor.ts";
import { me, signInLink, signOut } from "./contract.ts";

export interface PeopleContext {
  readonly actor: Actor;
  /** A new one-time link for the asking person. */
  signInUrl(): Promise<string>;
  /** Ends the session that the request came with, if it came with one. */
  leave(): Promise<void>;
}

const everyone = () => true;

export const peopleRoutes: readonly Route<PeopleContext>[] = [
  answer(me, {
    allow: everyone,
    handle: ({ actor }: PeopleContext) => ({ person: { id: actor.person, name: actor.name } }),
  }),
  answer(signOut, {
    allow: everyone,
    handle: async ({ leave }: PeopleContext) => {
      await leave();
      return {};
    },
  }),
  answer(signInLink, {
    allow: everyone,
    handle: async ({ signInUrl }: PeopleContext) => ({ url: await signInUrl() }),
  }),
];
