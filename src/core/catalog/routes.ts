import { answer, type Route } from "../../platform/http/answer.ts";
import type { Actor } from "../people/actor.ts";
import { importCatalog, importGroups, importPeople, suggestOwners } from "./contract.ts";
import { may } from "./policy.ts";
import type { Imports } from "./store/imports.ts";

export interface CatalogContext {
  readonly actor: Actor;
  /** As the person who asks. */
  readonly imports: Imports;
}

export const catalogRoutes: readonly Route<CatalogContext>[] = [
  answer(importCatalog, {
    admit: ({ actor }) => may.importOrganisation(actor),
    handle: ({ imports }, { files, ...wish }) => imports.files("catalog", files, wish),
  }),
  answer(importPeople, {
    admit: ({ actor }) => may.importOrganisation(actor),
    handle: ({ imports }, { files, ...wish }) => imports.files("people", files, wish),
  }),
  answer(importGroups, {
    admit: ({ actor }) => may.importOrganisation(actor),
    handle: ({ imports }, wish) => imports.groups(wish),
  }),
  answer(suggestOwners, {
    admit: ({ actor }) => may.suggestOwners(actor),
    handle: async ({ imports }, { component, file }) => {
      const { suggestions, problems } = await imports.owners(component, file);
      return { suggestions, problems: [...problems] };
    },
  }),
];
