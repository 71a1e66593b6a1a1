/**
 * The pseudonyms of the person who asks: what the events store may be asked for somebody's own sake, across all components.
 * Only {@link ownOf} makes one.
 */
class OwnPseudonyms {
  /** A private field makes the type nominal. */
  readonly #pseudonyms: readonly string[];

  constructor(pseudonyms: readonly string[]) {
    this.#pseudonyms = pseudonyms;
  }

  get pseudonyms(): readonly string[] {
    return this.#pseudonyms;
  }

  static isOwn(value: unknown): value is OwnPseudonyms {
    return typeof value === "object" && value !== null && #pseudonyms in value;
  }
}

export type Own = OwnPseudonyms;

/** From pseudonyms of the addresses that are known to be the asking person's. */
export const ownOf = (pseudonyms: readonly string[]): Own => new OwnPseudonyms(pseudonyms);

export const isOwn = OwnPseudonyms.isOwn;
