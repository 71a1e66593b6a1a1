import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Log } from "../../../platform/log.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { dayAt } from "../../measures/periods.ts";
import { membership } from "../../org/tables.ts";
import { installation, person } from "../../people/tables.ts";
import type { LoopsContext } from "../context.ts";
import { cameOf } from "../guess.ts";
import { settleGatherings } from "../pulse/store/gather.ts";
import { settlePulses } from "../pulse/store/settle.ts";
import { readingOf } from "../reading.ts";
import { guess, loop } from "../tables.ts";
import { answersOf } from "./check-in.ts";
import type { GuessRow } from "./turns.ts";

export interface Settling {
  readonly state: StateDb;
  readonly now: number;
  readonly log: Log;
  /** What a person sees and does. Figures are only ever read as somebody who may read them. */
  contextAs(person: string): LoopsContext;
}

/** What has come due by itself: guesses are looked up, and readings shown that a team said to show some days after its own look. */
export async function settle(settling: Settling): Promise<{ guesses: number; shown: number }> {
  const open = await settling.state.asJobs((tx) => openGuesses(tx, settling.now));
  let guesses = 0;
  // What goes wrong with one keeps nobody else's back.
  const safely = async <T>(what: string, work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (err) {
      settling.log.error({ err, what }, "what has come due could not be done");
      return otherwise;
    }
  };
  for (const [loopId, some] of Map.groupBy(open, (row) => row.loop))
    guesses += await safely(`guesses of ${loopId}`, () => lookUp(settling, loopId, some), 0);
  await safely("pulses", () => settlePulses(settling), undefined);
  await safely("gatherings", () => settleGatherings(settling), undefined);
  const show = () => settling.state.asJobs((tx) => showByThemselves(tx, settling.now));
  return { guesses, shown: await safely("readings", show, 0) };
}

/** The earliest day that it is anywhere: whether it has come where the loop is, is seen later. */
async function openGuesses(tx: Tx, now: number): Promise<GuessRow[]> {
  const day = dayAt(now, "Pacific/Kiritimati").toString();
  return tx
    .select()
    .from(guess)
    .where(and(isNull(guess.resolvedAt), lte(guess.lookedUp, day)))
    .orderBy(asc(guess.loop));
}

/** The team's by the eyes of somebody of it, and a person's own by theirs alone. */
async function lookUp(settling: Settling, loopId: string, guesses: readonly GuessRow[]): Promise<number> {
  let resolved = 0;
  for (const [person, some] of Map.groupBy(guesses, (one) => one.person)) {
    const who = person ?? (await settling.state.asJobs((tx) => somebodyOf(tx, loopId)));
    if (who !== null) resolved += await lookUpAs(settling, who, { loopId, guesses: some });
  }
  return resolved;
}

interface Waiting {
  readonly loopId: string;
  readonly guesses: readonly GuessRow[];
}

async function lookUpAs({ state, now, contextAs }: Settling, who: string, { loopId, guesses }: Waiting) {
  const context = contextAs(who);
  const seen = await context.loops.ownIfAny(loopId);
  const today = dayAt(now, seen?.timeZone ?? "UTC").toString();
  const due = guesses.filter(({ lookedUp }) => lookedUp <= today);
  if (due.length === 0) return 0;
  const [answers = []] = seen === null ? [] : await answersOf(context, [seen]);
  let resolved = 0;
  for (const one of due) {
    const answer = answers.find(({ measure }) => measure === one.base.measure);
    const reading = answer ? readingOf(answer) : null;
    const later = reading !== null && reading.start > one.base.start;
    // The period may not be over on the day of the turn, or its facts come late. Who has left waits for nothing.
    const waits = seen !== null && today < Temporal.PlainDate.from(one.lookedUp).add(PATIENCE).toString();
    if (!later && waits) continue;
    // The figure is the team's, and is kept with the team's guess alone.
    const kept = later && one.person === null ? reading : null;
    await state.asJobs((tx) =>
      tx
        .update(guess)
        .set({ resolvedAt: new Date(now), came: cameOf(one.base, reading), reading: kept })
        .where(and(eq(guess.id, one.id), isNull(guess.resolvedAt))),
    );
    resolved++;
  }
  return resolved;
}

/** After so long nothing will come any more by which it could be told. */
const PATIENCE = { weeks: 5 };

/** Whose eyes see a unit's figures: somebody's of it who is there today; null where nobody is. */
async function somebodyOf(tx: Tx, loopId: string): Promise<string | null> {
  const [one] = await tx
    .select({ unit: loop.unit, createdBy: loop.createdBy })
    .from(loop)
    .where(eq(loop.id, loopId));
  if (!one || one.unit === null) return null;
  return somebodyIn(tx, one.unit, one.createdBy);
}

/** Somebody of a unit (its id): the person who is named, if they still belong to it, else anybody who does. */
export async function somebodyIn(tx: Tx, unit: string, named: string | null): Promise<string | null> {
  const members = await tx
    .select({ id: person.id })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.person))
    .where(
      and(
        eq(membership.unit, unit),
        isNull(person.archivedAt),
        sql`daterange(${membership.from}, ${membership.until}) @> (select org_today())`,
      ),
    )
    .orderBy(asc(person.id));
  const ids = members.map(({ id }) => id);
  if (named !== null && ids.includes(named)) return named;
  return ids[0] ?? (await soleOwner(tx));
}

/** While nobody else was ever let in, the one who tries Septet out is a part of every team. */
async function soleOwner(tx: Tx): Promise<string | null> {
  const [alone] = await tx
    .select({ id: person.id })
    .from(person)
    .innerJoin(installation, isNull(installation.othersSince))
    .where(and(eq(person.administrator, true), isNull(person.archivedAt)))
    .limit(1);
  return alone?.id ?? null;
}

/** Turns whose loop says so, when their days are over; what was taken back stays so. */
async function showByThemselves(tx: Tx, now: number): Promise<number> {
  const at = new Date(now).toISOString();
  const { rowCount } = await tx.execute(sql`
    insert into loops_shown (turn, loop, audience, due, reading, annotation, shown_at)
    select t.id, t.loop, l.audience, t.due, t.readings -> 0, t.annotation, ${at}::timestamptz
    from loops_turn t join loops_loop l on l.id = t.loop
    where l.audience in (select org_above(l.about)) and l.share_after is not null and t.done_at is not null and t.done_at >= l.shared_since
      and t.done_at + make_interval(days => l.share_after) <= ${at}::timestamptz
    on conflict (turn) do nothing`);
  return rowCount ?? 0;
}
