import type { Actor } from "../../people/actor.ts";

/** Repositories are folders on the machine: who runs the installation says which are read. */
export const may = {
  importRepositories: ({ administrator }: Actor): boolean => administrator,
  /** Says which paths of one are components of their own. */
  divideRepositories: ({ administrator }: Actor): boolean => administrator,
  readRepositories: ({ administrator }: Actor): boolean => administrator,
};
