import { briefOf } from "../org/tree.ts";
import { type Cadence, latestTurn, nextTurn } from "./cadence.ts";
import { sayCadence } from "./cadence-words.ts";
import type { Guess, Loop, Shown, Turn } from "./contract.ts";
import { sayGuess } from "./direction-words.ts";
import type { LoopSeen } from "./store/loops.ts";
import type { ShownSeen } from "./store/shown-readings.ts";
import type { GuessRow, TurnSeen } from "./store/turns.ts";

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** When a loop is asked. */
export function cadenceOf({ row, timeZone }: Pick<LoopSeen, "row" | "timeZone">): Cadence {
  return { rule: row.rule, starts: row.starts, time: row.at.slice(0, 5), timeZone };
}

/** The day of the turn that waits for somebody, if one does: the latest that came, unless it was done. */
export function dueOf(seen: LoopSeen, now: number): { day: string; at: number } | null {
  if (seen.row.endedAt !== null) return null;
  const latest = latestTurn(cadenceOf(seen), now, seen.daysOff);
  return latest !== null && (seen.last === null || seen.last < latest.day) ? latest : null;
}

/** The day of the next turn. */
export function nextOf(seen: LoopSeen, now: number): { day: string; at: number } | null {
  return seen.row.endedAt === null ? nextTurn(cadenceOf(seen), now, seen.daysOff) : null;
}

interface At {
  readonly now: number;
  readonly measures: readonly Titled[];
}

/** A loop as it goes out. */
export function shownLoop(seen: LoopSeen, { now, measures }: At): Loop {
  const { row, unit, about, audience, own, timeZone } = seen;
  return {
    ...{ id: row.id, area: row.area, question: row.question, every: row.every },
    unit: unit && briefOf(unit),
    about: about && briefOf(about),
    measures: row.measures.map((id) => ({ id, title: measures.find((one) => one.id === id)?.title ?? id })),
    cadence: {
      ...{ rule: row.rule, starts: row.starts, at: row.at.slice(0, 5), timeZone },
      says: sayCadence(row.rule),
    },
    audience: audience && briefOf(audience),
    ...{ shareAfter: own ? row.shareAfter : null, seenBy: seenBy(seen) },
    ended: row.endedAt !== null,
    ...{ due: own ? (dueOf(seen, now)?.day ?? null) : null, next: nextOf(seen, now)?.day ?? null },
    last: own ? seen.last : null,
    can: { change: own },
  };
}

/** Who sees it, in words. */
function seenBy({ unit, audience }: LoopSeen): string {
  const own = unit === null ? "Only you see this" : `Only ${unit.name} sees this`;
  if (audience === null) return own;
  const whose = unit === null ? "you" : unit.name;
  return `${audience.name} sees the question, and the readings that ${whose} ${unit === null ? "show" : "shows"} them`;
}

/** A turn as it goes out; one that nobody has begun is empty. */
export function shownTurn({ row }: Pick<LoopSeen, "row">, due: string, seen: TurnSeen | null): Turn {
  const empty = { sense: null, note: "", annotation: "", next: null, version: 0 };
  const { sense, note, annotation, next, version } = seen?.row ?? empty;
  const guessBy = (mine: boolean) => {
    const found = seen?.guesses.find(({ person }) => (person !== null) === mine);
    return found ? shownGuess(found) : null;
  };
  return {
    ...{ loop: row.id, due, sense, note, annotation, next, version },
    done: seen?.row.doneAt
      ? {
          at: seen.row.doneAt.toISOString(),
          by: seen.row.doneBy === null ? null : { id: seen.row.doneBy, name: seen.by ?? "somebody" },
        }
      : null,
    readings: [...(seen?.row.readings ?? [])],
    ...{ guess: guessBy(false), mine: guessBy(true) },
    followUps: [],
  };
}

/** A guess as it goes out. `reading` is what would resolve it by now, where nothing has yet. */
export function shownGuess(row: GuessRow, came = row.came): Guess {
  const { direction, sure, lookedUp } = row;
  const resolved = row.resolvedAt !== null || came !== null;
  const says = sayGuess({ direction, sure, came, resolved }, row.base.unit);
  return { direction, sure, lookedUp, came, resolved, says };
}

/** A reading that is shown to others, as it goes out. */
export function shownReading({ row, question, area, unit }: ShownSeen): Shown {
  const { loop, due, reading, annotation } = row;
  return { ...{ loop, question, area, due, reading, annotation }, unit: unit && briefOf(unit) };
}
