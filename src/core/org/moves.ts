import type { UnitRow } from "./tree.ts";

/** Who owned a component; days, null where open. `unit` is an id. */
export interface OwnershipRow {
  readonly component: string;
  readonly unit: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** A component came to a unit or left it: `text` is "ledger came from Shop". */
export interface Move {
  readonly day: string;
  readonly text: string;
}

interface Where {
  readonly units: readonly UnitRow[];
  /** The unit and all below it: what moves among them did not move for it. */
  readonly below: readonly UnitRow[];
}

/** When components came to a unit (or to those below it) and when they left, oldest first. */
export function movesOf(ownership: readonly OwnershipRow[], { units, below }: Where): Move[] {
  const inside = new Set(below.map(({ id }) => id));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const sorted = [...ownership].sort((a, b) => compare(a.component, b.component) || compare(a.from, b.from));
  const moves = sorted.flatMap((row, place) => {
    const neighbours = { before: sorted[place - 1], after: sorted[place + 1] };
    return inside.has(row.unit) ? movesAround(row, neighbours, { inside, names }) : [];
  });
  return moves.sort((a, b) => compare(a.day, b.day) || compare(a.text, b.text));
}

interface Around {
  readonly before: OwnershipRow | undefined;
  readonly after: OwnershipRow | undefined;
}

interface Known {
  readonly inside: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
}

function movesAround(row: OwnershipRow, { before, after }: Around, { inside, names }: Known): Move[] {
  const { component, from, until } = row;
  const giver = before?.component === component && before.until === from ? before.unit : undefined;
  const taker = after?.component === component && after.from === until ? after.unit : undefined;
  const came = from !== null && (giver === undefined || !inside.has(giver));
  const left = until !== null && (taker === undefined || !inside.has(taker));
  return [
    ...(came ? [{ day: from, text: `${component} came${named(" from", giver, names)}` }] : []),
    ...(left ? [{ day: until, text: `${component} went${named(" to", taker, names)}` }] : []),
  ];
}

function named(preposition: string, unit: string | undefined, names: Known["names"]): string {
  const name = unit === undefined ? undefined : names.get(unit);
  return name === undefined ? "" : `${preposition} ${name}`;
}

/** Days as text sort by time; one that is open stands before all. */
const compare = (a: string | null, b: string | null): number =>
  (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
