import { and, eq } from "drizzle-orm";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { unitAt } from "../../org/store/units.ts";
import { audiencesOf } from "../../org/tree.ts";
import { loop } from "../tables.ts";
import {
  addLoop,
  asked,
  changeLoop,
  type LoopChange,
  type LoopSeen,
  loopAt,
  mineOrMyUnits,
  type NewLoop,
  ownedBy,
  ownLoopAt,
  ownsUnit,
  readLoops,
  readStanding,
} from "./loops.ts";
import { readShownOf, readShownTo } from "./shown-readings.ts";
import {
  addFollowUp,
  type Finished,
  finishTurn,
  type NewGuess,
  type Place,
  putGuess,
  readResolved,
  readTurns,
  type Showing,
  showTurn,
  type TurnChange,
  turnAt,
  writeTurn,
} from "./turns.ts";

/** The loops that one person sees, and what they do with them: each call is one transaction under that person's policies. */
export function loopsOf(state: StateDb, me: string) {
  const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => state.as(me, work);
  return {
    /** The unit with this slug (none: what is the person's own), and whether its loops are theirs to take part in. */
    whose: (slug: string | undefined) =>
      as(async (tx) => {
        const standing = await readStanding(tx, me);
        const unit = slug === undefined ? null : unitAt(standing.units, slug, "/unit");
        return { unit, own: ownsUnit(standing, unit) };
      }),
    /** Those of a unit (its slug), or of the person. */
    list: ({ unit: slug, ended }: { unit?: string | undefined; ended: boolean }) =>
      as(async (tx) => {
        const standing = await readStanding(tx, me);
        const unit = slug === undefined ? null : unitAt(standing.units, slug, "/unit");
        const wanted = and(ownedBy(me, unit), ended ? undefined : asked);
        return {
          unit,
          loops: await readLoops(tx, standing, wanted),
          shown: unit === null ? [] : await readShownTo(tx, standing, unit),
          own: ownsUnit(standing, unit),
          audiences: unit === null ? [] : audiencesOf(standing.units, unit),
        };
      }),
    /** All that the person is asked: their own, and those of the units that they belong to. */
    all: () =>
      as(async (tx) => {
        const standing = await readStanding(tx, me);
        return readLoops(tx, standing, mineOrMyUnits(standing));
      }),
    one: (id: string) => as((tx) => loopAt(tx, me, id)),
    own: (id: string) => as((tx) => ownLoopAt(tx, me, id)),
    /** The same; `null` where it is not theirs, or no longer. */
    ownIfAny: (id: string) =>
      as(async (tx) => {
        const [one] = await readLoops(tx, await readStanding(tx, me), eq(loop.id, id));
        return one?.own ? one : null;
      }),
    add: (wanted: NewLoop) => as((tx) => addLoop(tx, me, wanted)),
    change: (change: LoopChange) => as((tx) => changeLoop(tx, me, change)),
    turns: (loops: readonly string[], since: string) => as((tx) => readTurns(tx, loops, since)),
    turn: (place: Place) => as((tx) => turnAt(tx, place)),
    write: (change: TurnChange) =>
      as(async (tx) => {
        await ownLoopAt(tx, me, change.id);
        await writeTurn(tx, change);
      }),
    guess: (wanted: NewGuess) => as((tx) => putGuess(tx, wanted)),
    /** Finishes turns, and shows them at once where their loop says so; those that were finished by then stay as they are. */
    finish: (finished: readonly Omit<Finished, "me">[]) =>
      as(async (tx) => {
        for (const one of finished) {
          const seen = await ownLoopAt(tx, me, one.id);
          const first = await finishTurn(tx, { ...one, me });
          if (first && seen.row.shareAfter === 0)
            await showTurn(tx, seen, { due: one.due, show: true, now: one.now });
        }
      }),
    /** What of a loop is shown to others, newest first. */
    shownOf: (seen: LoopSeen) => as((tx) => readShownOf(tx, seen)),
    show: ({ id, ...showing }: { id: string } & Showing) =>
      as(async (tx) => showTurn(tx, await ownLoopAt(tx, me, id), showing)),
    /** What a unit guessed (its slug), or the person for themselves, and what came. */
    resolvedOf: (slug: string | undefined) =>
      as(async (tx) => {
        if (slug === undefined) return readResolved(tx, me, { mine: true });
        const standing = await readStanding(tx, me);
        const wanted = ownedBy(me, unitAt(standing.units, slug, "/unit"));
        const loops = (await readLoops(tx, standing, wanted)).map(({ row }) => row.id);
        return readResolved(tx, me, { loops, mine: false });
      }),
    resolved: (asked_: { loops?: readonly string[]; mine: boolean }) =>
      as((tx) => readResolved(tx, me, asked_)),
    followUp: (place: Place, thing: { kind: string; id: string; now: Date }) =>
      as(async (tx) => {
        await ownLoopAt(tx, me, place.id);
        await addFollowUp(tx, place, thing);
      }),
  };
}

export type LoopsStore = ReturnType<typeof loopsOf>;
