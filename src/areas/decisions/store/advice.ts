import { asc, eq, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readStanding, type Standing } from "../../../core/loops/store/loops.ts";
import { unitAt } from "../../../core/org/store/units.ts";
import type { UnitRow } from "../../../core/org/tree.ts";
import { person } from "../../../core/people/tables.ts";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { advice } from "../tables.ts";
import type { Capacity, Stance, Taken } from "../values.ts";
import { decisionAt, ownDecisionAt } from "./decisions.ts";

type Named = { readonly id: string; readonly name: string } | null;

export interface AdviceSeen {
  readonly row: typeof advice.$inferSelect;
  readonly unit: UnitRow | null;
  readonly saidBy: Named;
  /** The person who asks is asked here, by name or as a part of a unit. */
  readonly asksMe: boolean;
  /** Another one of the unit has said it: the words are theirs. */
  readonly saidByOther: boolean;
}

/** What was asked of whom for these decisions (ids), in the order in which it was asked. */
export async function readAdvice(
  tx: Tx,
  standing: Standing,
  decisions: readonly string[],
): Promise<AdviceSeen[]> {
  if (decisions.length === 0) return [];
  return seenOf(standing, await rowsOf(tx).where(inArray(advice.decision, [...decisions])));
}

const said = alias(person, "said");

const rowsOf = (tx: Tx) =>
  tx
    .select({ row: advice, saidBy: { id: said.id, name: said.name } })
    .from(advice)
    .leftJoin(said, eq(said.id, advice.saidBy))
    .orderBy(asc(advice.askedAt), asc(advice.id))
    .$dynamic();

type Rows = Awaited<ReturnType<typeof rowsOf>>;

const seenOf = ({ me, units, mine }: Standing, rows: Rows): AdviceSeen[] =>
  rows.map(({ row, saidBy }) => ({
    ...{ row, saidBy },
    unit: row.unit === null ? null : (units.find(({ id }) => id === row.unit) ?? null),
    asksMe: row.person === me || (row.unit !== null && mine.has(row.unit)),
    saidByOther: row.unit !== null && row.said !== null && row.saidBy !== me,
  }));

/** What the person, or a unit of theirs, is asked. */
export async function adviceAskedOf(tx: Tx, me: string): Promise<AdviceSeen[]> {
  const standing = await readStanding(tx, me);
  const wanted = or(eq(advice.person, me), inArray(advice.unit, [...standing.mine]));
  return seenOf(standing, await rowsOf(tx).where(wanted));
}

async function adviceAt(tx: Tx, me: string, id: string): Promise<AdviceSeen> {
  const [seen] = seenOf(await readStanding(tx, me), await rowsOf(tx).where(eq(advice.id, id)));
  return seen ?? fail("not_found", "There is no such advice.");
}

export interface Asking {
  readonly id: string;
  readonly person?: string | undefined;
  readonly unit?: string | undefined;
  readonly name?: string | undefined;
  readonly capacity: Capacity;
  readonly now: number;
}

export async function askAdviceOf(tx: Tx, me: string, wanted: Asking): Promise<AdviceSeen> {
  const { seen, standing } = await ownDecisionAt(tx, me, wanted.id);
  if (seen.row.person !== null)
    fail("conflict", "What you decide for yourself is seen by you alone: nobody else can be asked here.");
  const { capacity, now } = wanted;
  const whom = await whomOf(tx, standing, wanted);
  const before = await readAdvice(tx, standing, [wanted.id]);
  const same = before.find(
    ({ row }) =>
      row.name === whom.name &&
      row.person === (whom.person ?? null) &&
      row.unit === (whom.unit ?? null) &&
      row.said === null,
  );
  if (same) return same;
  const [added] = await tx
    .insert(advice)
    .values({ ...whom, decision: wanted.id, capacity, askedBy: me, askedAt: new Date(now) })
    .returning({ id: advice.id });
  if (!added) throw new Error("The question was not kept.");
  return adviceAt(tx, me, added.id);
}

interface Whom {
  readonly person?: string;
  readonly unit?: string;
  readonly name: string;
}

async function whomOf(tx: Tx, { units }: Standing, { person: somebody, unit, name }: Asking): Promise<Whom> {
  if ([somebody, unit, name].filter((one) => one !== undefined).length !== 1)
    failField("/person", "Name a person, a team or group, or somebody by name alone: one of the three.");
  if (unit !== undefined) {
    const one = unitAt(units, unit, "/unit");
    if (one.archived) failField("/unit", `${one.name} is archived: nobody is there to be asked.`);
    return { unit: one.id, name: one.name };
  }
  if (name !== undefined) return { name };
  const found = await personCalled(tx, somebody ?? "");
  if (found === null) failField("/person", "Nobody here has this id or this address.");
  return { person: found.id, name: found.name };
}

/** Somebody by id, or, where that is for the person who asks to know, by e-mail address. */
async function personCalled(tx: Tx, called: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select p.id, p.name from people_person p where p.archived_at is null and
      (p.id = ${called} or p.id in (select c.person from people_contact c where lower(c.email) = lower(${called.trim()})))`);
  return rows[0] ?? null;
}

interface Saying {
  readonly id: string;
  readonly stance: Stance | null;
  readonly said: string;
  readonly now: number;
}

export async function sayAdvice(
  tx: Tx,
  me: string,
  { id, stance, said: words, now }: Saying,
): Promise<AdviceSeen> {
  // Of two who speak for a team at once, and of who says and who takes, the second is told.
  await heldAdvice(tx, id);
  const seen = await adviceAt(tx, me, id);
  await mustSay(tx, me, seen);
  if (seen.row.taken !== null)
    fail(
      "conflict",
      "Something was done about these words already. Ask to be asked again, or add to the text.",
    );
  if (seen.saidByOther)
    fail(
      "conflict",
      `${seen.saidBy?.name ?? "Somebody who is gone"} said this for ${seen.row.name}. Only they change it.`,
    );
  await tx
    .update(advice)
    .set({ stance, said: words, saidBy: me, saidAt: new Date(now) })
    .where(eq(advice.id, id));
  return adviceAt(tx, me, id);
}

const heldAdvice = (tx: Tx, id: string) =>
  tx.select({ id: advice.id }).from(advice).where(eq(advice.id, id)).for("update");

/** Of somebody who is known by name alone, those write it down whose decision it is. */
async function mustSay(tx: Tx, me: string, { row, asksMe }: AdviceSeen): Promise<void> {
  if (asksMe) return;
  const { seen } = await decisionAt(tx, me, row.decision);
  if (row.person !== null || row.unit !== null || !seen.own)
    fail("not_allowed", `${row.name} is asked here. Only they say their advice.`);
}

interface Taking {
  readonly id: string;
  readonly taken: Taken;
  readonly why: string;
  readonly now: number;
}

export async function takeAdviceOf(tx: Tx, me: string, { id, taken, why, now }: Taking): Promise<AdviceSeen> {
  await heldAdvice(tx, id);
  const seen = await adviceAt(tx, me, id);
  await ownDecisionAt(tx, me, seen.row.decision);
  if (seen.row.said === null) fail("conflict", `${seen.row.name} has not said anything yet.`);
  if (taken !== "yes" && why === "") failField("/why", "Say why: who gave the advice reads it.");
  await tx
    .update(advice)
    .set({ taken, takenWhy: why, takenBy: me, takenAt: new Date(now) })
    .where(eq(advice.id, id));
  return adviceAt(tx, me, id);
}

export async function askNoMore(tx: Tx, me: string, id: string): Promise<void> {
  const { row } = await adviceAt(tx, me, id);
  await ownDecisionAt(tx, me, row.decision);
  if (row.said !== null) fail("conflict", "What was said stays on record.");
  await tx.delete(advice).where(eq(advice.id, id));
}
