import { and, desc, eq, inArray, max, sql } from "drizzle-orm";
import type { AreaContext, MarksAsked } from "../../../core/area.ts";
import type { Due, Mark } from "../../../core/loops/marks.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { readUnits } from "../../../core/org/store/reading.ts";
import { timeZoneOf, type UnitRow } from "../../../core/org/tree.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { comesBackOn, lastLooked } from "../half-year.ts";
import { purpose, review } from "../tables.ts";

/** When units wrote a purpose, or wrote it anew; of others that opened theirs, only the one that holds. */
export async function purposeMarks(context: AreaContext, asked: MarksAsked): Promise<Mark[]> {
  const ids = [...asked.units];
  const { units, written } = await context.as(async (tx) => ({
    units: await readUnits(tx),
    written: [...(await ownSentences(tx, ids)), ...(await openedSentences(tx, ids))],
  }));
  return written
    .flatMap(({ unit, sentence, at }) => {
      const one = units.find(({ id }) => id === unit);
      return one ? [{ one, sentence, day: dayAt(at.getTime(), timeZoneOf(units, one)).toString() }] : [];
    })
    .filter(({ day }) => day >= asked.from && day <= asked.to)
    .map(({ one, sentence, day }) => ({
      ...{ area: "impact", day, kind: "event", text: `purpose: ${sentence}`, href: `/units/${one.slug}` },
    }));
}

interface Sentence {
  readonly unit: string;
  readonly sentence: string;
  readonly at: Date;
}

async function ownSentences(tx: Tx, units: readonly string[]): Promise<Sentence[]> {
  return tx
    .select({ unit: purpose.unit, sentence: purpose.sentence, at: purpose.writtenAt })
    .from(purpose)
    .where(inArray(purpose.unit, [...units]))
    .orderBy(purpose.nth);
}

/** One's own are there already, with what they were before. */
async function openedSentences(tx: Tx, units: readonly string[]): Promise<Sentence[]> {
  const { rows } = await tx.execute<{ unit: string; sentence: string; since: Date }>(sql`
    select unit, sentence, since from impact_opened()
    where unit = any (${sql.param([...units])}::uuid[]) and unit not in (select org_mine())`);
  return rows.map(({ unit, sentence, since }) => ({ unit, sentence, at: new Date(since) }));
}

/** The purposes of one's own units that nobody has thought about for half a year. A unit without one is not reminded of that. */
export async function purposesDue(context: AreaContext): Promise<Due[]> {
  const { units, looked } = await context.as(async (tx) => ({
    units: await readUnits(tx),
    looked: await lastThoughtAbout(tx),
  }));
  return looked.flatMap(({ unit, ...when }) => {
    const one = units.find(({ id }) => id === unit);
    return one && !one.archived ? dueOf({ units, one, at: lastLooked(when), now: context.clock.now() }) : [];
  });
}

interface Looked {
  readonly units: readonly UnitRow[];
  readonly one: UnitRow;
  /** The moment at which it was last thought about. */
  readonly at: number;
  readonly now: number;
}

function dueOf({ units, one, at, now }: Looked): Due[] {
  const timeZone = timeZoneOf(units, one);
  const day = comesBackOn(at, timeZone);
  if (day > dayAt(now, timeZone).toString()) return [];
  return [
    {
      ...{ kind: "purpose", title: "Is this still your purpose?", action: "Say whether it still holds" },
      ...{ of: one.name, unit: one.slug, day, at: null, href: `/units/${one.slug}` },
    },
  ];
}

/** Of each of one's own units the sentence that holds. */
async function lastThoughtAbout(tx: Tx) {
  const holds = tx
    .selectDistinctOn([purpose.unit], { id: purpose.id, unit: purpose.unit, writtenAt: purpose.writtenAt })
    .from(purpose)
    .orderBy(purpose.unit, desc(purpose.nth))
    .as("holds");
  return tx
    .select({ unit: holds.unit, writtenAt: holds.writtenAt, reviewedAt: max(review.reviewedAt) })
    .from(holds)
    .leftJoin(review, and(eq(review.purpose, holds.id)))
    .groupBy(holds.unit, holds.writtenAt);
}
