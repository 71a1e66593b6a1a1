import { Temporal } from "temporal-polyfill";
import { type Reveals, type Scope, scopeOf, type Window } from "../sharing/scope.ts";
import type { Counted, OwnedWindow, Readable } from "../sharing/store/readable.ts";
import type { UnitKind } from "./contract.ts";
import { type Move, movesOf, type OwnershipRow } from "./moves.ts";
import { type Brief, briefOf, pathTo, subtree, timeZoneOf, type UnitRow } from "./tree.ts";

/** What one figure of a unit is made from. */
export interface Counting {
  readonly scope: Scope;
  /** The part of it whose rows the person who asks may see, as they are of units that the person is a part of. */
  readonly rows: Scope;
  /** For a group: the teams that it is made of, by name, and how many teams there are that own something; null for a team. */
  readonly teams: { readonly counted: Brief[]; readonly of: number } | null;
}

/** A unit, and what the person who asks may count for it. */
export interface UnitForFigures {
  readonly slug: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** The time zone in which its days begin. */
  readonly timeZone: string;
  /** Whether the person who asks is a part of it. */
  readonly own: boolean;
  /** All that counts in any of the measures that were asked about. */
  readonly all: Scope;
  /** What counts in one of them; null where that is not for the person who asks. */
  counting(measure: string): Counting | null;
  /** When components came to it and went, by day. */
  readonly moves: readonly Move[];
}

/** What the store read as the person who asks: the tree, what is readable in it, and who owned what. */
export interface Seen {
  readonly units: readonly UnitRow[];
  readonly readable: Readable;
  /** Every ownership of the components that the units asked about ever owned; it is no secret inside. */
  readonly ownership: readonly OwnershipRow[];
}

/** `slug` names the unit; the measures that can be asked for are those that `readable` was read for. */
export function unitForFigures(seen: Seen, slug: string): UnitForFigures | null {
  const one = seen.units.find((unit) => unit.slug === slug);
  if (!one) return null;
  const timeZone = timeZoneOf(seen.units, one);
  const parts = { ...seen, one, timeZone, below: subtree(seen.units, one) };
  const own = isOwn(seen.readable.counted, one.id);
  return {
    ...briefOf(one),
    timeZone,
    own,
    all: scopeIn(parts, seen.readable.windows, "figures"),
    counting: (measure) => countingOf(parts, measure),
    moves: movesOf(seen.ownership, { units: seen.units, below: parts.below }),
  };
}

interface Parts extends Seen {
  readonly one: UnitRow;
  readonly timeZone: string;
  readonly below: readonly UnitRow[];
}

function countingOf(parts: Parts, measure: string): Counting | null {
  const { one, readable } = parts;
  const units = new Set(unitsThatCount(parts, measure));
  if (one.kind === "team" && !units.has(one.id)) return null;
  const windows = readable.windows.filter(({ unit }) => units.has(unit));
  const ownWindows = windows.filter(({ unit }) => isOwn(readable.counted, unit));
  return {
    scope: scopeIn(parts, windows, "figures"),
    rows: scopeIn(parts, ownWindows, "rows"),
    teams: one.kind === "team" ? null : teamsOf(parts, units),
  };
}

/**
 * A unit's own things count for itself. For a group those of the units below it count that share the measure with it or with
 * a unit above it, so that everybody in the group gets the same figure, made of nothing that they could not see by itself.
 */
function unitsThatCount({ one, units, readable, below }: Parts, measure: string): string[] {
  const over = new Set([...pathTo(units, one), one].map(({ id }) => id));
  return below
    .filter(({ id }) =>
      readable.counted.some(
        (row) =>
          row.unit === id &&
          (row.measure === null
            ? id === one.id || readable.alone
            : row.measure === measure && row.audience !== null && (id === one.id || over.has(row.audience))),
      ),
    )
    .map(({ id }) => id);
}

const isOwn = (counted: readonly Counted[], unit: string): boolean =>
  counted.some((row) => row.unit === unit && row.measure === null);

function teamsOf({ below, ownership }: Parts, counted: ReadonlySet<string>): Counting["teams"] {
  const owners = new Set(ownership.map(({ unit }) => unit));
  const teams = below.filter(({ id, kind }) => kind === "team" && owners.has(id));
  return {
    counted: teams.filter(({ id }) => counted.has(id)).map(briefOf),
    of: teams.filter(({ id, archived }) => !archived || counted.has(id)).length,
  };
}

function scopeIn({ timeZone }: Parts, windows: readonly OwnedWindow[], reveals: Reveals): Scope {
  const real = windows.some(({ example }) => !example);
  const counted = windows.filter(({ example }) => !real || !example);
  return scopeOf(
    counted.map((window) => inMoments(window, timeZone)),
    reveals,
  );
}

function inMoments({ component, from, until }: OwnedWindow, timeZone: string): Window {
  return { component, from: beginningOf(from, timeZone), until: beginningOf(until, timeZone) };
}

const beginningOf = (day: string | null, timeZone: string): number | null =>
  day === null ? null : Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds;
