import type { SearchableKind } from "../library/searchable.ts";

/** A note is read beside the chart on which it stands. */
export const notesSearchable: readonly SearchableKind[] = [
  {
    ...{ kind: "note", one: "Note", many: "Notes" },
    href: ({ unit, place: measure }) => `/units/${unit ?? ""}/measures/${measure}`,
  },
];
