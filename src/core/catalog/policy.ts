import type { Actor } from "../people/actor.ts";

/** How the organisation is put together is for those who run the installation. */
export const may = {
  importOrganisation: ({ administrator }: Actor): boolean => administrator,
  suggestOwners: ({ administrator }: Actor): boolean => administrator,
};
