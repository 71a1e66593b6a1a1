import { z } from "zod";

/** Who sees a thing: its owner alone, the owner and one other, the unit that it is about, or a unit above that. */
export const Visibility = z.enum(["private", "pair", "team", "group", "organisation"]);
export type Visibility = z.infer<typeof Visibility>;

/** How far each reaches: a higher one is a widening, of those before it. */
const reach: Record<Visibility, number> = { private: 0, pair: 1, team: 2, group: 3, organisation: 4 };

export const isWider = (than: Visibility, now: Visibility): boolean => reach[now] > reach[than];

/** A thing as its policies need it, loaded. */
export interface Visible {
  /** The person whose it is. */
  readonly owner: string;
  readonly visibility: Visibility;
  /** For `pair`, the other one. */
  readonly partner: string | null;
  /** The unit that it is about. */
  readonly unit: string;
  /** For `group` and `organisation`, the unit above whose people see it. */
  readonly audience: string | null;
}

/** Who asks, and the units (ids) that they are a part of: their own, and all above those. */
export interface Reader {
  readonly person: string;
  readonly around: ReadonlySet<string>;
}

/** Everything about visible things that can be true or false; the row-level policies say the same a second time. */
export const can = {
  read: (reader: Reader, thing: Visible): boolean => {
    if (reader.person === thing.owner) return true;
    if (thing.visibility === "private") return false;
    if (thing.visibility === "pair") return reader.person === thing.partner;
    if (thing.visibility === "team") return reader.around.has(thing.unit);
    return thing.audience !== null && reader.around.has(thing.audience);
  },
  /** Only the owner widens and takes back: neither a leader nor who runs the installation. */
  share: (reader: Pick<Reader, "person">, thing: Pick<Visible, "owner">): boolean =>
    reader.person === thing.owner,
  remove: (reader: Pick<Reader, "person">, thing: Pick<Visible, "owner">): boolean =>
    reader.person === thing.owner,
};
