/** When a component counts for a unit, in milliseconds: `from` is the first moment, `until` the first that no longer does; null is open. */
export interface Window {
  readonly component: string;
  readonly from: number | null;
  readonly until: number | null;
}

/** What a scope may be asked for: figures alone, or also the rows behind them, which lead to people and stay with their team. */
export type Reveals = "figures" | "rows";

/**
 * What may be counted for a unit: its components, each for as long as it was the unit's. The events store has no row-level
 * policies, so its queries accept nothing else, and only {@link scopeOf} makes one.
 */
class ComponentScope {
  /** A private field makes the type nominal: an object that only looks like a scope is none. */
  readonly #windows: ReadonlyMap<string, readonly Window[]>;
  readonly reveals: Reveals;

  constructor(windows: readonly Window[], reveals: Reveals) {
    this.#windows = byComponent(windows);
    this.reveals = reveals;
  }

  get components(): readonly string[] {
    return [...this.#windows.keys()];
  }

  /** The components that always counted. */
  get always(): readonly string[] {
    return [...this.#windows].filter(([, windows]) => isAlways(windows)).map(([component]) => component);
  }

  /** When the others did. */
  get moved(): readonly Window[] {
    return [...this.#windows.values()].filter((windows) => !isAlways(windows)).flat();
  }

  windowsOf(component: string): readonly Window[] {
    return this.#windows.get(component) ?? [];
  }

  static isScope(value: unknown): value is ComponentScope {
    return typeof value === "object" && value !== null && #windows in value;
  }
}

export type Scope = ComponentScope;

/**
 * The one way to a scope: from windows that were read through `sharing_window`, as the person who asks. Windows of one
 * component that meet or overlap become one.
 */
export function scopeOf(windowsReadAsWhoAsks: readonly Window[], reveals: Reveals): Scope {
  return new ComponentScope(windowsReadAsWhoAsks, reveals);
}

/** For the door of the events store, which trusts no type assertion. */
export const isScope = ComponentScope.isScope;

const isAlways = ([first, ...more]: readonly Window[]): boolean =>
  more.length === 0 && first?.from === null && first.until === null;

function byComponent(windows: readonly Window[]): Map<string, Window[]> {
  const sorted = [...windows].sort(
    (a, b) =>
      (a.component < b.component ? -1 : a.component > b.component ? 1 : 0) || beginning(a) - beginning(b),
  );
  const merged = new Map<string, Window[]>();
  for (const span of sorted) {
    const before = merged.get(span.component) ?? [];
    const last = before.at(-1);
    if (last && end(last) >= beginning(span)) before[before.length - 1] = joined(last, span);
    else before.push(span);
    merged.set(span.component, before);
  }
  return merged;
}

const beginning = ({ from }: Window): number => from ?? Number.NEGATIVE_INFINITY;
const end = ({ until }: Window): number => until ?? Number.POSITIVE_INFINITY;

const joined = (first: Window, second: Window): Window => ({
  ...first,
  until: end(first) >= end(second) ? first.until : second.until,
});
