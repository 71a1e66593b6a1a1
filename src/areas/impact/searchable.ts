import type { SearchableKind } from "../../core/library/searchable.ts";

/** A purpose is read at the head of its team's page. */
export const impactSearchable: readonly SearchableKind[] = [
  { ...{ kind: "purpose", one: "Purpose", many: "Purposes" }, href: ({ unit }) => `/units/${unit ?? ""}` },
];
