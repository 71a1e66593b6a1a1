import type { Actor } from "../../people/actor.ts";

/** Repositories are folders on the machine: who runs the installation says which are read. */
export const may = {
  importRepositories: ({ administrator }: Actor): boolean => administrator,
  readRepositories: ({ administrator }: Actor): boolean => administrator,
};
