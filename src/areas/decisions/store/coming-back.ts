import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Standing } from "../../../core/loops/store/loops.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { unitAt } from "../../../core/org/store/units.ts";
import type { UnitRow } from "../../../core/org/tree.ts";
import { person } from "../../../core/people/tables.ts";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import type { NewExpectation } from "../coming-back/contract.ts";
import { canTakeBack } from "../stand.ts";
import { decision, expectation, forecast, outcome, quality, touched } from "../tables.ts";
import type { Came, Changed, Next, TurnedOut } from "../values.ts";
import { expectationValues, mustBeTellable } from "./adding.ts";
import { type DecisionAt, decisionAt, hold, ownDecisionAt } from "./decisions.ts";

type Named = { readonly id: string; readonly name: string } | null;

export interface ExpectationSeen {
  readonly row: typeof expectation.$inferSelect;
  readonly resolvedBy: Named;
  /** What the person who asks thinks privately, in percent. */
  readonly mine: number | null;
}

export interface OutcomeSeen {
  readonly row: typeof outcome.$inferSelect;
  readonly by: Named;
}

export interface TouchedSeen {
  readonly row: typeof touched.$inferSelect;
  readonly unit: UnitRow;
  readonly by: Named;
}

export interface QualitySeen {
  readonly row: typeof quality.$inferSelect;
  readonly by: Named;
}

const who = alias(person, "who");
const named = { id: who.id, name: who.name };

/** What is expected of these decisions (ids), in the order in which it comes due. */
export async function readExpectations(
  tx: Tx,
  me: string,
  decisions: readonly string[],
): Promise<ExpectationSeen[]> {
  if (decisions.length === 0) return [];
  return tx
    .select({ row: expectation, resolvedBy: named, mine: forecast.sure })
    .from(expectation)
    .leftJoin(who, eq(who.id, expectation.resolvedBy))
    .leftJoin(forecast, and(eq(forecast.expectation, expectation.id), eq(forecast.person, me)))
    .where(inArray(expectation.decision, [...decisions]))
    .orderBy(asc(expectation.resolveBy), asc(expectation.nth));
}

export const readOutcomes = (tx: Tx, decisions: readonly string[]): Promise<OutcomeSeen[]> =>
  decisions.length === 0
    ? Promise.resolve([])
    : tx
        .select({ row: outcome, by: named })
        .from(outcome)
        .leftJoin(who, eq(who.id, outcome.saidBy))
        .where(inArray(outcome.decision, [...decisions]))
        .orderBy(asc(outcome.saidAt), asc(outcome.id));

export const readQuality = (tx: Tx, decisions: readonly string[]): Promise<QualitySeen[]> =>
  decisions.length === 0
    ? Promise.resolve([])
    : tx
        .select({ row: quality, by: named })
        .from(quality)
        .leftJoin(who, eq(who.id, quality.saidBy))
        .where(inArray(quality.decision, [...decisions]));

export async function readTouched(
  tx: Tx,
  { units }: Standing,
  decisions: readonly string[],
): Promise<TouchedSeen[]> {
  if (decisions.length === 0) return [];
  const rows = await tx
    .select({ row: touched, by: named })
    .from(touched)
    .leftJoin(who, eq(who.id, touched.saidBy))
    .where(inArray(touched.decision, [...decisions]));
  const seen = rows.flatMap(({ row, by }) => {
    const unit = units.find(({ id }) => id === row.unit);
    return unit ? [{ row, by, unit }] : [];
  });
  return seen.toSorted((one, other) => one.unit.name.localeCompare(other.unit.name, "en", { numeric: true }));
}

export async function addExpectationTo(
  tx: Tx,
  me: string,
  { id, now, ...wanted }: NewExpectation & { readonly id: string; readonly now: number },
): Promise<string> {
  const { seen } = await ownDecisionAt(tx, me, id);
  const today = dayAt(now, seen.timeZone).toString();
  mustBeTellable(wanted, { today, at: "" });
  const [added] = await tx
    .insert(expectation)
    .values({ ...expectationValues(wanted), decision: id, addedBy: me, addedAt: new Date(now) })
    .returning({ id: expectation.id });
  if (!added) throw new Error("The expectation was not kept.");
  return added.id;
}

export interface ExpectationAt extends DecisionAt {
  readonly one: ExpectationSeen;
}

export async function expectationAt(tx: Tx, me: string, id: string): Promise<ExpectationAt> {
  const [row] = await tx
    .select({ decision: expectation.decision })
    .from(expectation)
    .where(eq(expectation.id, id));
  if (!row) fail("not_found", "There is no such expectation.");
  const found = await decisionAt(tx, me, row.decision);
  const one = (await readExpectations(tx, me, [row.decision])).find((each) => each.row.id === id);
  return { ...found, one: one ?? fail("not_found", "There is no such expectation.") };
}

interface Resolving {
  readonly id: string;
  readonly came: Came;
  readonly words: string;
  readonly now: number;
}

/** What a measure tells is told by it, unless it cannot be told any more. */
export async function resolveOne(tx: Tx, me: string, { id, came, words, now }: Resolving): Promise<void> {
  const { seen, one } = await expectationAt(tx, me, id);
  if (!seen.own) fail("not_allowed", "Those whose decision it is say whether it came.");
  if (one.row.came !== null) fail("conflict", TOLD);
  const today = dayAt(now, seen.timeZone).toString();
  if (one.row.measure !== null && came !== "void" && today < one.row.resolveBy)
    fail("conflict", `The measure tells it on ${one.row.resolveBy}.`);
  if (came === "void" && words === "") failField("/words", "Say why it cannot be told any more.");
  const { rowCount } = await tx
    .update(expectation)
    .set({ came, cameWords: words, resolvedBy: me, resolvedAt: new Date(now) })
    .where(and(eq(expectation.id, id), isNull(expectation.came)));
  // Somebody else told it at the same moment.
  if (rowCount === 0) fail("conflict", TOLD);
}

const TOLD = "It was told already, and stays as it was told.";

/** Within the day on which it was written: a slip of the pen. Later it can only be said that it cannot be told. */
export async function removeExpectationAt(
  tx: Tx,
  me: string,
  { id, now }: { id: string; now: number },
): Promise<void> {
  const { seen, one } = await expectationAt(tx, me, id);
  if (!seen.own) fail("not_allowed", "Those whose decision it is take it back.");
  if (!canTakeBack(one.row, now))
    fail("conflict", "What was expected stays on record. Say that it cannot be told any more instead.");
  const { rowCount } = await tx.delete(expectation).where(eq(expectation.id, id));
  if (rowCount === 0) fail("conflict", TOLD);
}

interface Forecasting {
  readonly id: string;
  readonly sure: number | null;
  readonly now: number;
}

export async function forecastOne(tx: Tx, me: string, { id, sure, now }: Forecasting): Promise<void> {
  const { seen, one } = await expectationAt(tx, me, id);
  if (one.row.came !== null) fail("conflict", "It is known by now whether it came.");
  if (sure !== null && dayAt(now, seen.timeZone).toString() >= one.row.resolveBy)
    fail("conflict", "Its day is here: it can be told by now, and is no longer forecast.");
  if (sure === null) {
    await tx.delete(forecast).where(and(eq(forecast.expectation, id), eq(forecast.person, me)));
    return;
  }
  const set = { sure, madeAt: new Date(now) };
  await tx
    .insert(forecast)
    .values({ expectation: id, person: me, ...set })
    .onConflictDoUpdate({ target: [forecast.expectation, forecast.person], set });
}

interface Ending {
  readonly id: string;
  readonly turnedOut: TurnedOut;
  readonly next: Next;
  readonly words: string;
  readonly reviewBy: string | null;
  readonly now: number;
}

/** What came of it; where it is taken back it is held to no longer, and where a day is named it comes back then. */
export async function addOutcomeTo(tx: Tx, me: string, wanted: Ending): Promise<string> {
  const { id, turnedOut, next, words, reviewBy, now } = wanted;
  // Of two at once the second sees what the first did: what comes back once is looked at once.
  await hold(tx, id);
  const { seen } = await ownDecisionAt(tx, me, id);
  if (seen.row.status === "draft" || seen.row.status === "proposed")
    fail("conflict", "It is not decided yet. What came of it is said afterwards.");
  if (reviewBy !== null && reviewBy <= dayAt(now, seen.timeZone).toString())
    failField("/reviewBy", "Name a day after today: then it comes back.");
  const at = new Date(now);
  const [added] = await tx
    .insert(outcome)
    .values({
      decision: id,
      turnedOut,
      next,
      words,
      due: seen.row.reviewBy,
      reviewBy,
      saidBy: me,
      saidAt: at,
    })
    .returning({ id: outcome.id });
  if (!added) throw new Error("The outcome was not kept.");
  await tx
    .update(decision)
    .set({
      reviewBy,
      ...(next === "reversed" ? { status: "deprecated" as const, rawStatus: null, statusSince: at } : {}),
    })
    .where(eq(decision.id, id));
  return added.id;
}

interface Judging extends Omit<typeof quality.$inferInsert, "decision" | "saidBy" | "saidAt"> {
  readonly id: string;
  readonly now: number;
}

export async function judgeOne(tx: Tx, me: string, { id, now, ...marks }: Judging): Promise<void> {
  await hold(tx, id);
  await ownDecisionAt(tx, me, id);
  if (await isKnown(tx, id))
    fail("conflict", "It is known by now how it turned out. How well it was decided is said before.");
  const set = { ...marks, saidBy: me, saidAt: new Date(now) };
  await tx
    .insert(quality)
    .values({ decision: id, ...set })
    .onConflictDoUpdate({ target: quality.decision, set });
}

/** Something came of it already. */
export async function isKnown(tx: Tx, id: string): Promise<boolean> {
  const outcomes = await tx.select({ id: outcome.id }).from(outcome).where(eq(outcome.decision, id)).limit(1);
  if (outcomes.length > 0) return true;
  const all = await tx
    .select({ came: expectation.came })
    .from(expectation)
    .where(eq(expectation.decision, id));
  return all.some(({ came }) => came !== null);
}

interface Touching {
  readonly id: string;
  /** Slugs. */
  readonly units: readonly string[];
  readonly now: number;
}

/** Who has said something stays; of the others those that are named. */
export async function touch(tx: Tx, me: string, { id, units, now }: Touching): Promise<void> {
  const { seen, standing } = await ownDecisionAt(tx, me, id);
  if (seen.unit === null) fail("conflict", "What you decide for yourself is seen by you alone.");
  const wanted = new Set(units.map((slug, n) => unitAt(standing.units, slug, `/units/${n}`).id));
  wanted.delete(seen.unit.id);
  const there = await readTouched(tx, standing, [id]);
  const gone = there
    .filter(({ row }) => row.changed === null && !wanted.has(row.unit))
    .map(({ row }) => row.unit);
  if (gone.length > 0)
    await tx.delete(touched).where(and(eq(touched.decision, id), inArray(touched.unit, gone)));
  const added = [...wanted].filter((unit) => !there.some(({ row }) => row.unit === unit));
  if (added.length > 0)
    await tx
      .insert(touched)
      .values(added.map((unit) => ({ decision: id, unit, addedAt: new Date(now) })))
      .onConflictDoNothing();
}

interface SayingChanged {
  readonly id: string;
  readonly unit: string;
  readonly changed: Changed;
  readonly words: string;
  readonly now: number;
}

export async function sayWhatChanged(tx: Tx, me: string, wanted: SayingChanged): Promise<void> {
  const { standing } = await decisionAt(tx, me, wanted.id);
  const unit = unitAt(standing.units, wanted.unit, "/unit");
  if (!standing.mine.has(unit.id))
    fail("not_allowed", `Those who belong to ${unit.name} say what it changed for them.`);
  const { rowCount } = await tx
    .update(touched)
    .set({ changed: wanted.changed, words: wanted.words, saidBy: me, saidAt: new Date(wanted.now) })
    .where(and(eq(touched.decision, wanted.id), eq(touched.unit, unit.id)));
  if (rowCount === 0) fail("not_found", `${unit.name} is not named by this decision.`);
}
