import { type Brief, briefOf } from "../org/tree.ts";
import type { Found, Written } from "./contract.ts";
import { excerpt, hasHit, marked, read } from "./pieces.ts";
import type { SearchableKind } from "./searchable.ts";
import type { Term } from "./terms.ts";

/** A text as it is read from the library. */
export interface TextSeen {
  readonly kind: string;
  readonly thing: string;
  readonly title: string;
  readonly body: string;
  readonly day: string;
  readonly state: string;
  readonly place: string;
  readonly unit: Brief | null;
}

export function shownWritten(seen: TextSeen, kinds: readonly SearchableKind[]): Written {
  const { kind, thing: id, title, unit, day, state, place } = seen;
  const known = kinds.find((one) => one.kind === kind);
  if (!known) throw new Error(`No module says what “${kind}” is, which stands in the library.`);
  const href = known.href({ id, unit: unit?.slug ?? null, place });
  return { kind, id, title, unit: unit && briefOf(unit), day, state, href };
}

interface Looked {
  readonly kinds: readonly SearchableKind[];
  readonly terms: readonly Term[];
  /** As the database found it: 0 in its title, 1 in its text, 2 nearly. */
  readonly tier: number;
}

export function shownFound(seen: TextSeen, { kinds, terms, tier }: Looked): Found {
  const titlePieces = marked(seen.title, terms);
  return {
    ...shownWritten(seen, kinds),
    titlePieces,
    pieces: excerpt(read(seen.body), terms),
    why: whyOf({ terms, tier, inTitle: hasHit(titlePieces) }),
  };
}

function whyOf({
  terms,
  tier,
  inTitle,
}: Pick<Looked, "terms" | "tier"> & { inTitle: boolean }): Found["why"] {
  if (terms.length === 0) return null;
  if (tier === 2) return "similar";
  return tier === 0 || inTitle ? "title" : "text";
}
