import type { Actor } from "../people/actor.ts";

/** Everyone may be forgotten; and who runs the installation does it for those who ask for it. */
export const may = {
  erase: ({ person, administrator }: Actor, whom: string): boolean => administrator || person === whom,
};
