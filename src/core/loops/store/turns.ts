import { and, asc, desc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { Failure, fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { person } from "../../people/tables.ts";
import type { Direction, Reading } from "../contract.ts";
import type { GuessBase } from "../guess.ts";
import { followUp, guess, shown, turn } from "../tables.ts";
import type { LoopSeen } from "./loops.ts";

export type TurnRow = typeof turn.$inferSelect;
export type GuessRow = typeof guess.$inferSelect;

/** A turn with the name of who finished it, what was guessed at it, and what it led to. */
export interface TurnSeen {
  readonly row: TurnRow;
  readonly by: string | null;
  /** The team's, and that of the person who asks; other people's are nobody else's. */
  readonly guesses: readonly GuessRow[];
  readonly followUps: readonly (typeof followUp.$inferSelect)[];
}

export interface Place {
  /** The loop. */
  readonly id: string;
  readonly due: string;
}

/** The turns of these loops from a day on, newest first. */
export async function readTurns(tx: Tx, loops: readonly string[], since: string): Promise<TurnSeen[]> {
  if (loops.length === 0) return [];
  const rows = await tx
    .select({ row: turn, by: person.name })
    .from(turn)
    .leftJoin(person, eq(person.id, turn.doneBy))
    .where(and(inArray(turn.loop, [...loops]), gte(turn.due, since)))
    .orderBy(desc(turn.due), asc(turn.loop));
  const ids = rows.map(({ row }) => row.id);
  const [guesses, followUps] = await belongingTo(tx, ids);
  return rows.map(({ row, by }) => ({
    ...{ row, by },
    guesses: guesses.get(row.id) ?? [],
    followUps: followUps.get(row.id) ?? [],
  }));
}

async function belongingTo(tx: Tx, turns: readonly string[]) {
  if (turns.length === 0) return [new Map<string, GuessRow[]>(), new Map()] as const;
  const guesses = await tx
    .select()
    .from(guess)
    .where(inArray(guess.turn, [...turns]));
  const followUps = await tx
    .select()
    .from(followUp)
    .where(inArray(followUp.turn, [...turns]))
    .orderBy(asc(followUp.at));
  return [Map.groupBy(guesses, ({ turn: id }) => id), Map.groupBy(followUps, ({ turn: id }) => id)] as const;
}

export async function turnAt(tx: Tx, { id, due }: Place): Promise<TurnSeen | null> {
  const found = await readTurns(tx, [id], due);
  return found.find(({ row }) => row.due === due) ?? null;
}

export interface TurnChange extends Place {
  /** Of the words that were changed; of what is chosen, the last one holds. */
  readonly version: number | undefined;
  readonly set: Partial<Pick<TurnRow, "sense" | "note" | "annotation" | "next">>;
  readonly now: Date;
}

/** Writes into a turn. Of words the writer must have seen the newest version; else nothing is written. */
export async function writeTurn(tx: Tx, { id, due, version, set, now }: TurnChange): Promise<void> {
  const words = set.note !== undefined || set.annotation !== undefined;
  if (words && version === undefined) failField("/version", "Say which version of the words was changed.");
  if (Object.keys(set).length === 0) return;
  const begun = await beginTurn(tx, { id, due }, now);
  const changed = await tx
    .update(turn)
    .set({ ...set, ...(words ? { version: sql`${turn.version} + 1` } : {}) })
    .where(
      and(eq(turn.id, begun.id), isNull(turn.doneAt), words ? eq(turn.version, version ?? 0) : undefined),
    )
    .returning({ id: turn.id });
  if (changed.length > 0) return;
  throw new Failure("conflict", {
    detail: begun.doneAt
      ? "This question is done already for this time."
      : "Somebody else wrote in the meantime. Nothing of yours is lost: look at theirs, and write again.",
  });
}

/** The turn, begun if it was not; its id. */
export async function beginTurn(tx: Tx, { id, due }: Place, now: Date): Promise<TurnRow> {
  await tx.insert(turn).values({ loop: id, due, begunAt: now }).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(turn)
    .where(and(eq(turn.loop, id), eq(turn.due, due)));
  return row ?? fail("not_allowed");
}

export interface Finished extends Place {
  readonly me: string;
  readonly readings: readonly Reading[];
  readonly now: Date;
  /** Only what was not said before: "usual" and "nothing" for a quiet question. */
  readonly unless: Partial<Pick<TurnRow, "sense" | "next">>;
}

/** Finishes a turn; who comes second finds it finished, and changes nothing. True for the one who did. */
export async function finishTurn(tx: Tx, { id, due, me, readings, now, unless }: Finished): Promise<boolean> {
  const { id: place, sense, next } = await beginTurn(tx, { id, due }, now);
  const done = await tx
    .update(turn)
    .set({
      ...{ readings, doneAt: now, doneBy: me },
      ...{ sense: sense ?? unless.sense ?? null, next: next ?? unless.next ?? null },
    })
    .where(and(eq(turn.id, place), isNull(turn.doneAt)))
    .returning({ id: turn.id });
  return done.length > 0;
}

export interface Showing {
  readonly due: string;
  /** False takes it back; it is then not shown by itself again. */
  readonly show: boolean;
  /** Other words than those that were written with the turn. */
  readonly annotation?: string | undefined;
  readonly now: Date;
}

/** Shows a finished turn to those with whom the loop is shared, or takes it back. */
export async function showTurn(
  tx: Tx,
  { row, audience }: Pick<LoopSeen, "row" | "audience">,
  { due, show, annotation, now }: Showing,
): Promise<void> {
  if (audience === null) return failField("/id", "Say with whom this loop is shared first.", "conflict");
  const seen = await turnAt(tx, { id: row.id, due });
  if (!seen?.row.doneAt) return failField("/due", "It is shown once it is done.");
  const words = annotation ?? seen.row.annotation;
  const takenBackAt = show ? null : now;
  await tx
    .insert(shown)
    .values({
      ...{ turn: seen.row.id, loop: row.id, audience: audience.id, due, shownAt: now, takenBackAt },
      ...{ reading: seen.row.readings[0] ?? null, annotation: words },
    })
    .onConflictDoUpdate({
      target: shown.turn,
      set: { annotation: words, shownAt: now, takenBackAt },
    });
}

export interface NewGuess {
  readonly place: Place;
  /** Null for the team's. */
  readonly person: string | null;
  readonly direction: Direction | null;
  readonly sure: number | null;
  readonly base: GuessBase;
  readonly lookedUp: string;
  readonly now: Date;
}

/** One guess of the team and one of each person at a turn: another replaces it, none takes it back. */
export async function putGuess(
  tx: Tx,
  { place, person: who, direction, sure, ...wanted }: NewGuess,
): Promise<void> {
  const { id: at, doneAt } = await beginTurn(tx, place, wanted.now);
  // What is guessed later, when more is known, is no guess of that turn.
  if (doneAt !== null)
    fail("conflict", "This question is done already for this time. Guess at the next one.");
  const same = and(eq(guess.turn, at), who === null ? isNull(guess.person) : eq(guess.person, who));
  await tx.delete(guess).where(and(same, isNull(guess.resolvedAt)));
  if (direction === null) return;
  const { base, lookedUp, now } = wanted;
  await tx
    .insert(guess)
    .values({ loop: place.id, turn: at, person: who, direction, sure, base, lookedUp, madeAt: now })
    .onConflictDoNothing();
}

/** The resolved guesses of these loops, of the team or of one person, oldest first. */
export async function readResolved(
  tx: Tx,
  me: string,
  { loops, mine }: { loops?: readonly string[]; mine: boolean },
) {
  const whose = mine ? eq(guess.person, me) : isNull(guess.person);
  const which = loops === undefined ? undefined : inArray(guess.loop, [...loops]);
  return tx
    .select()
    .from(guess)
    .where(and(whose, which, sql`${guess.resolvedAt} is not null`))
    .orderBy(asc(guess.lookedUp));
}

export async function addFollowUp(
  tx: Tx,
  place: Place,
  thing: { kind: string; id: string; now: Date },
): Promise<void> {
  const { id } = await beginTurn(tx, place, thing.now);
  await tx
    .insert(followUp)
    .values({ turn: id, kind: thing.kind, thing: thing.id, at: thing.now })
    .onConflictDoNothing();
}
