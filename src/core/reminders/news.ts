/** What came back or changed in an area, for one who may see it; it stands in their digest. */
export interface News {
  /** As its area calls it: `ask`. */
  readonly kind: string;
  /** The slug of the unit in whose part it stands; `null` for one's own. */
  readonly unit: string | null;
  readonly day: string;
  /** What it is about: the ask itself. */
  readonly title: string;
  /** What came of it, as a sentence. */
  readonly text: string;
  /** Something that went well, which stands first. */
  readonly well: boolean;
  readonly href: string;
}

/** A span of time, in milliseconds since the epoch: after the first moment, and up to the second. */
export interface Since {
  readonly since: number;
  readonly until: number;
}
