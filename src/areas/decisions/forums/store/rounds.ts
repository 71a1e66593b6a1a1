import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { dayAt } from "../../../../core/measures/periods.ts";
import { person } from "../../../../core/people/tables.ts";
import { fail, failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { changeOne } from "../../store/changing.ts";
import { type DecisionSeen, decisionAt, hold } from "../../store/decisions.ts";
import { item, objection, round, voice } from "../tables.ts";
import type { Resolved, Voice } from "../values.ts";
import { standsElsewhere } from "../words.ts";
import type { RoundRow } from "./meetings.ts";

interface Placed {
  readonly item: string;
  readonly at: Date;
}

/** A round on what an item is about; there must be something proposed that is not decided yet. */
export async function openRoundOn(tx: Tx, me: string, { item: of, at }: Placed): Promise<void> {
  const [row] = await tx.select({ decision: item.decision }).from(item).where(eq(item.id, of));
  if (row?.decision == null)
    fail("conflict", "Nothing is proposed yet. Write down first what people shall say yes or no to.");
  mustBeOpen((await decisionAt(tx, me, row.decision)).seen);
  await tx.insert(round).values({ item: of, decision: row.decision, openedBy: me, openedAt: at });
}

function mustBeOpen({ row: { status } }: DecisionSeen): void {
  if (status !== "proposed" && status !== "draft") fail("conflict", standsElsewhere(status));
}

export async function lastRoundOf(tx: Tx, of: string): Promise<RoundRow | null> {
  const [last] = await tx.select().from(round).where(eq(round.item, of)).orderBy(desc(round.nth)).limit(1);
  return last ?? null;
}

/** Leaves a round before it came to an end: nothing was decided by it. */
export async function leaveRound(tx: Tx, me: string, { item: of, at }: Placed): Promise<void> {
  await tx
    .update(round)
    .set({ closedAt: at, closedBy: me })
    .where(and(eq(round.item, of), isNull(round.closedAt)));
}

/** The round that is on for an item, with the decision as it stands. */
async function roundOn(tx: Tx, me: string, of: string): Promise<{ row: RoundRow; decision: DecisionSeen }> {
  const [row] = await tx
    .select()
    .from(round)
    .where(and(eq(round.item, of), isNull(round.closedAt)));
  if (row === undefined) fail("conflict", "No round is on. Somebody moved on in the meantime.");
  const { seen } = await decisionAt(tx, me, row.decision);
  return { row, decision: seen };
}

interface Giving {
  readonly item: string;
  readonly stance: Voice;
  readonly words: string;
  /** Of the text that the person has read. */
  readonly version: number;
  readonly now: number;
}

/** What somebody says in a round; said again, the last holds. An objection is kept until it is resolved. */
export async function giveVoiceIn(tx: Tx, me: string, given: Giving): Promise<void> {
  const { stance, words, version, now } = given;
  const { row, decision } = await roundOn(tx, me, given.item);
  mustBeOpen(decision);
  if (version !== decision.row.version)
    failField("/version", "The text was amended just now. Read it as it is, and say it again.", "conflict");
  if (stance === "objection" && words === "")
    failField("/words", "Say why it is not safe enough to try: an objection is a reason.");
  const own = await openObjectionOf(tx, row.id, me);
  if (own !== null && stance === "objection") fail("conflict", "Your objection stands already.");
  if (own !== null) fail("conflict", "Your objection is open. Say first how it was resolved.");
  const saidAt = new Date(now);
  const set = { stance, words, version, saidAt };
  await tx
    .insert(voice)
    .values({ round: row.id, person: me, ...set })
    .onConflictDoUpdate({ target: [voice.round, voice.person], set });
  if (stance === "objection")
    await tx.insert(objection).values({ round: row.id, person: me, reason: words, version, saidAt });
}

async function openObjectionOf(tx: Tx, of: string, me: string): Promise<string | null> {
  const [open] = await tx
    .select({ id: objection.id })
    .from(objection)
    .where(and(eq(objection.round, of), eq(objection.person, me), isNull(objection.resolved)));
  return open?.id ?? null;
}

interface Resolving {
  readonly id: string;
  readonly how: Resolved;
  readonly words: string;
  readonly lookOn: string | undefined;
  readonly now: number;
}

/** The item and meeting of an objection. */
export async function itemOfObjection(tx: Tx, id: string): Promise<string> {
  const [found] = await tx
    .select({ item: round.item })
    .from(objection)
    .innerJoin(round, eq(round.id, objection.round))
    .where(eq(objection.id, id));
  return found?.item ?? fail("not_found", "There is no such objection.");
}

export async function resolveObjectionOf(tx: Tx, me: string, wanted: Resolving): Promise<void> {
  const { id, how, words, now } = wanted;
  const { row, decision } = await roundOn(tx, me, await itemOfObjection(tx, id));
  const [found] = await tx.select().from(objection).where(eq(objection.id, id));
  if (found === undefined || found.round !== row.id) fail("conflict", "That round is over.");
  if (found.resolved !== null) fail("conflict", "Somebody said already how it was resolved.");
  if (how !== "stays" && found.person !== me)
    fail("not_allowed", "That it is resolved, only who has the objection can say. You can let it stand.");
  if (how === "amended" && decision.row.version === found.version)
    failField(
      "/how",
      "The text is the same as it was then. Amend it first, or say how else it was resolved.",
    );
  const lookOn = lookAgainOn(wanted, dayAt(now, decision.timeZone).toString());
  const at = new Date(now);
  await tx
    .update(objection)
    .set({ resolved: how, resolvedWords: words, lookOn, resolvedBy: me, resolvedAt: at })
    .where(eq(objection.id, id));
  if (how !== "stays")
    await tx
      .update(voice)
      .set({ stance: "consent", words: "", version: decision.row.version, saidAt: at })
      .where(and(eq(voice.round, row.id), eq(voice.person, me)));
}

function lookAgainOn({ how, lookOn }: Resolving, today: string): string | null {
  if (how !== "look-again") {
    if (lookOn !== undefined) failField("/lookOn", "A day is named only for what is looked at again.");
    return null;
  }
  if (lookOn === undefined || lookOn <= today)
    return failField("/lookOn", "Name a day after today, on which it is looked at again.");
  return lookOn;
}

/** Closes the round: with consent the decision is accepted together; where an objection stays it is not. Gives whether. */
export async function closeRoundOf(
  tx: Tx,
  me: string,
  { item: of, now }: { item: string; now: number },
): Promise<boolean> {
  const [on] = await tx
    .select({ decision: round.decision })
    .from(round)
    .where(and(eq(round.item, of), isNull(round.closedAt)));
  // Nobody amends meanwhile on the decision's own page what is consented to.
  if (on !== undefined) await hold(tx, on.decision);
  const { row, decision } = await roundOn(tx, me, of);
  const objections = await tx.select().from(objection).where(eq(objection.round, row.id));
  const open = objections.filter(({ resolved }) => resolved === null);
  if (open.length > 0)
    fail(
      "conflict",
      `${await listed(
        tx,
        open.map((one) => one.person),
      )} objected, and it is open how that is resolved. It can also be let stand.`,
    );
  const at = new Date(now);
  if (objections.some(({ resolved }) => resolved === "stays")) {
    await tx.update(round).set({ closedAt: at, closedBy: me, reached: false }).where(eq(round.id, row.id));
    return false;
  }
  mustBeOpen(decision);
  const { version } = decision.row;
  const voices = await tx.select().from(voice).where(eq(voice.round, row.id));
  const consenting = voices.filter((one) => one.stance === "consent" && one.version === version);
  if (consenting.length === 0) fail("conflict", "Nobody has consented yet to the text as it is.");
  if (!decision.own)
    fail(
      "not_allowed",
      `The decision is ${decision.unit?.name ?? "others"}'s: somebody of theirs closes the round.`,
    );
  const looks = objections.flatMap(({ lookOn }) => lookOn ?? []);
  const reviewBy = [
    ...looks,
    ...(decision.row.reviewBy === null ? [] : [decision.row.reviewBy]),
  ].toSorted()[0];
  const deciders = await namesOf(
    tx,
    consenting.flatMap((one) => one.person ?? []),
  );
  await changeOne(tx, me, {
    ...{ id: row.decision, version: undefined, now },
    change: { status: "accepted", level: "together", deciders, ...(looks.length > 0 ? { reviewBy } : {}) },
  });
  await tx
    .update(round)
    .set({ closedAt: at, closedBy: me, reached: true, version })
    .where(eq(round.id, row.id));
  return true;
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ name: person.name })
    .from(person)
    .where(inArray(person.id, [...ids]))
    .orderBy(person.name);
  return rows.map(({ name }) => name).filter((name) => name.trim() !== "");
}

async function listed(tx: Tx, people: readonly (string | null)[]): Promise<string> {
  const names = await namesOf(
    tx,
    people.flatMap((one) => one ?? []),
  );
  return new Intl.ListFormat("en").format(names.length === 0 ? ["Somebody who is gone"] : names);
}
