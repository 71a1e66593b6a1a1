import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { AreaContext, AreaSettling } from "../../../core/area.ts";
import { answersFor, backFrom, USUAL_WEEKS } from "../../../core/loops/store/looking.ts";
import { somebodyIn } from "../../../core/loops/store/settle.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { readAgain } from "../files/store/repositories.ts";
import { shakenIn } from "../shaken.ts";
import { decision, expectation, watch } from "../tables.ts";
import { daysToTell, toldBy } from "../told.ts";
import { decisionsWith } from "./decisions.ts";
import { countFigures } from "./figures.ts";

/** What has come due by itself: measures tell what was expected, what decisions rest on is looked at once a day, and their files again. */
export async function settleDecisions(settling: AreaSettling): Promise<void> {
  await tellExpectations(settling);
  await watchAssumptions(settling);
  await countFigures(settling);
  await readAgain(settling);
}

/** After so long no figure comes any more by which it could be told: people tell it. */
const PATIENCE = { months: 2 };

/** What its measure does not tell yet is tried again after an hour, and so many a minute: each is a question to the events store. */
const AGAIN_MS = 60 * 60 * 1000;
const MOST_TOLD = 100;

/** The earliest day that it is anywhere: whether it has come where the decision is, is seen later. */
const anywhere = (now: number) => dayAt(now, "Pacific/Kiritimati");

async function tellExpectations(settling: AreaSettling): Promise<void> {
  const today = anywhere(settling.now);
  const due = await settling.state.asJobs((tx) =>
    tx
      .select({ row: expectation, unit: decision.unit, person: decision.person, by: decision.createdBy })
      .from(expectation)
      .innerJoin(decision, eq(decision.id, expectation.decision))
      .where(
        and(
          isNull(expectation.came),
          isNotNull(expectation.measure),
          lt(expectation.resolveBy, today.toString()),
          gte(expectation.resolveBy, today.subtract(PATIENCE).toString()),
          or(isNull(expectation.triedAt), lte(expectation.triedAt, new Date(settling.now - AGAIN_MS))),
        ),
      )
      .orderBy(sql`${expectation.triedAt} nulls first`, asc(expectation.resolveBy))
      .limit(MOST_TOLD),
  );
  for (const [id, some] of Map.groupBy(due, ({ row }) => row.decision)) {
    await safely(settling, id, async () => {
      // Before it is tried: what goes wrong each time comes last, and keeps no other one back.
      await settling.state.asJobs((tx) =>
        tx
          .update(expectation)
          .set({ triedAt: new Date(settling.now) })
          .where(
            inArray(
              expectation.id,
              some.map(({ row }) => row.id),
            ),
          ),
      );
      const context = await contextFor(settling, some[0]);
      if (context === null) return;
      for (const { row } of some) await tellOne(settling, context, row);
    });
  }
}

async function safely({ log }: AreaSettling, id: string, work: () => Promise<void>): Promise<void> {
  await work().catch((err: unknown) => log.error({ err, decision: id }, "a decision could not be looked at"));
}

interface Whose {
  readonly unit: string | null;
  readonly person: string | null;
  readonly by: string | null;
}

/** By the eyes of somebody whose decision it is. */
async function contextFor(
  { state, contextAs }: AreaSettling,
  whose: Whose | undefined,
): Promise<AreaContext | null> {
  if (whose === undefined) return null;
  const { unit, person, by } = whose;
  const who = person ?? (unit === null ? null : await state.asJobs((tx) => somebodyIn(tx, unit, by)));
  return who === null ? null : contextAs(who);
}

async function tellOne(
  { state, now }: AreaSettling,
  context: AreaContext,
  row: typeof expectation.$inferSelect,
): Promise<void> {
  const { id, measure, bound, value, every, resolveBy } = row;
  if (measure === null || bound === null || value === null) return;
  const [seen] = await context.as((tx) => decisionsWith(tx, context.actor.person, [row.decision]));
  if (seen?.unit == null || dayAt(now, seen.timeZone).toString() <= resolveBy) return;
  const since = dayAt(row.addedAt.getTime(), seen.timeZone).toString();
  const look = {
    slug: seen.unit.slug,
    measures: [measure],
    range: { every, ...daysToTell({ resolveBy, since }) },
  };
  const [[answer] = []] = await answersFor(context, [look]);
  const told = answer && toldBy(answer, { bound, value, resolveBy, since });
  if (!told) return;
  await state.asJobs((tx) =>
    tx
      .update(expectation)
      .set({ came: told.came, reading: told.reading, resolvedAt: new Date(now) })
      .where(and(eq(expectation.id, id), isNull(expectation.came))),
  );
}

/** As many decisions a minute are looked at, each once a day. */
const AT_ONCE = 20;

async function watchAssumptions(settling: AreaSettling): Promise<void> {
  const today = dayAt(settling.now, "UTC").toString();
  const rows = await settling.state.asJobs((tx) => unwatched(tx, today));
  for (const row of rows)
    await safely(settling, row.id, async () => {
      // Before it is looked at: what goes wrong each time is tried once a day like all, and keeps no other one back.
      await keepWatch(settling, row.id, { watchedOn: today });
      const context = await contextFor(settling, row);
      const shaken = context === null ? null : await shakenOf(context, row);
      await keepWatch(settling, row.id, {
        watchedOn: today,
        ...(shaken ?? { measure: null, since: null, says: null }),
      });
    });
}

type Watched = Omit<typeof watch.$inferInsert, "decision">;

const keepWatch = ({ state }: AreaSettling, id: string, set: Watched) =>
  state.asJobs((tx) =>
    tx
      .insert(watch)
      .values({ decision: id, ...set })
      .onConflictDoUpdate({ target: watch.decision, set }),
  );

/** Those that are held to and name a measure of their unit. */
const unwatched = (tx: Tx, today: string) =>
  tx
    .select({
      id: decision.id,
      unit: decision.unit,
      person: decision.person,
      by: decision.createdBy,
      decidedOn: decision.decidedOn,
    })
    .from(decision)
    .leftJoin(watch, eq(watch.decision, decision.id))
    .where(
      and(
        eq(decision.status, "accepted"),
        isNotNull(decision.unit),
        or(isNull(watch.watchedOn), lt(watch.watchedOn, today)),
        or(
          sql`jsonb_array_length(${decision.readings}) > 0`,
          inArray(
            decision.id,
            tx.select({ id: expectation.decision }).from(expectation).where(isNotNull(expectation.measure)),
          ),
        ),
      ),
    )
    .limit(AT_ONCE);

/** The latest unusual point of a measure that it names, of those since it was decided and in the last weeks. */
async function shakenOf(context: AreaContext, { id, decidedOn }: { id: string; decidedOn: string | null }) {
  const me = context.actor.person;
  const [seen] = await context.as((tx) => decisionsWith(tx, me, [id]));
  if (seen?.unit == null) return null;
  const { slug } = seen.unit;
  const expected = await context.as((tx) =>
    tx.select({ measure: expectation.measure }).from(expectation).where(eq(expectation.decision, id)),
  );
  const named = [
    ...seen.row.readings.map(({ measure }) => measure),
    ...expected.flatMap(({ measure }) => measure ?? []),
  ];
  const range = backFrom("week", USUAL_WEEKS);
  const [answers = []] = await answersFor(context, [{ slug, measures: [...new Set(named)], range }]);
  const recent = Temporal.PlainDate.from(dayAt(context.clock.now(), seen.timeZone).toString())
    .subtract({ weeks: RECENT_WEEKS })
    .toString();
  const from = decidedOn !== null && decidedOn > recent ? decidedOn : recent;
  return shakenIn(answers, from);
}

/** What was unusual longer ago has been seen by now. */
const RECENT_WEEKS = 4;
