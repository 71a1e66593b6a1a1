import type { Actor } from "../../core/people/actor.ts";

/** Everything about this area that can be true or false, in the words that the pages use. */
export const can = {
  read: (actor: Actor) => actor.administrator,
};
