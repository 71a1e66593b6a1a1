import type { SearchableKind } from "../library/searchable.ts";

/** What of loops can be found by its words. */
export const loopsSearchable: readonly SearchableKind[] = [
  {
    ...{ kind: "experiment", one: "Experiment", many: "Experiments", did: "tried something like this" },
    href: ({ id }) => `/experiments/${id}`,
  },
  {
    ...{ kind: "conclusion", one: "Conclusion", many: "Conclusions" },
    href: ({ place: experiment }) => `/experiments/${experiment}`,
  },
];
