/**
 * What may be counted for a unit: its components. The events store has no row-level policies, so its queries accept
 * nothing else, and only {@link scopeOf} makes one.
 */
class ComponentScope {
  /** A private field makes the type nominal: an object that only looks like a scope is none. */
  readonly #components: readonly string[];

  constructor(components: Iterable<string>) {
    this.#components = [...new Set(components)].sort();
  }

  get components(): readonly string[] {
    return this.#components;
  }

  static isScope(value: unknown): value is ComponentScope {
    return typeof value === "object" && value !== null && #components in value;
  }
}

export type Scope = ComponentScope;

/** The one way to a scope: from components that were read under row-level security, as the person who asks. */
export function scopeOf(componentsReadUnderRowLevelSecurity: Iterable<string>): Scope {
  return new ComponentScope(componentsReadUnderRowLevelSecurity);
}

/** For the door of the events store, which trusts no type assertion. */
export const isScope = ComponentScope.isScope;
