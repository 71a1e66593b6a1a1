/** A kind of thing that is written and can be searched for; a module that has one says so with one of these. */
export interface SearchableKind {
  /** As its triggers put it into the library: `experiment`. */
  readonly kind: string;
  /** On the page: "Experiment" and "Experiments". */
  readonly one: string;
  readonly many: string;
  /** After "Three teams": "decided on this". Without it, nothing is said of how many did. */
  readonly did?: string;
  /** Where it can be read. */
  href(found: Place): string;
}

interface Place {
  readonly id: string;
  /** The slug of the unit under which it is found. */
  readonly unit: string | null;
  /** What its triggers said besides. */
  readonly place: string;
}
