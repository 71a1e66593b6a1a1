import { answer, type Route } from "../../platform/http/answer.ts";
import type { Actor } from "./actor.ts";
import { me, signInLink } from "./contract.ts";

export interface PeopleContext {
  readonly actor: Actor;
  /** A new one-time link for the asking person. */
  signInUrl(): Promise<string>;
}

const everyone = () => true;

export const peopleRoutes: readonly Route<PeopleContext>[] = [
  answer(me, {
    allow: everyone,
    handle: ({ actor }: PeopleContext) => ({ person: { id: actor.person, name: actor.name } }),
  }),
  answer(signInLink, {
    allow: everyone,
    handle: async ({ signInUrl }: PeopleContext) => ({ url: await signInUrl() }),
  }),
];
