import { and, eq, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { Due } from "../../../core/loops/marks.ts";
import { readStanding } from "../../../core/loops/store/loops.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import {
  dueOfAdvice,
  dueOfDecisions,
  dueOfDepartures,
  dueOfExpectations,
  dueOfPrinciples,
  dueOfTouched,
} from "../due.ts";
import { type DecidedSeen, daysToDecide, standingOf, todayOf } from "../shown.ts";
import { isBack, isStuck, usualOf } from "../stand.ts";
import { advice, decision, expectation, touched } from "../tables.ts";
import { type DecisionAt, type DecisionSeen, readDecisions } from "./decisions.ts";
import { type LinkSeen, readLinks } from "./links.ts";

/** How long decisions take where these were taken. */
export const usualIn = (decisions: readonly DecidedSeen[]) =>
  usualOf(decisions.flatMap((one) => daysToDecide(one) ?? []));

/** The same, where the one decision is that is looked at. */
export async function usualAround(tx: Tx, { seen, standing }: DecisionAt) {
  const { unit } = seen.row;
  const whose = unit === null ? eq(decision.person, standing.me) : eq(decision.unit, unit);
  const rows = await tx
    .select({ proposedAt: decision.proposedAt, decidedOn: decision.decidedOn, status: decision.status })
    .from(decision)
    .where(and(whose, eq(decision.sort, "decision"), isNotNull(decision.decidedOn)));
  return usualIn(rows.map((row) => ({ row, timeZone: seen.timeZone })));
}

/** All that waits for the person: of their own and their units' decisions, and of those on which they are asked something. */
export async function readWaiting(tx: Tx, me: string, now: number): Promise<Due[]> {
  const standing = await readStanding(tx, me);
  const mine = [...standing.mine];
  const asked = await tx
    .select()
    .from(advice)
    .where(and(isNull(advice.said), or(eq(advice.person, me), inArray(advice.unit, mine))));
  const changes = await tx
    .select()
    .from(touched)
    .where(and(isNull(touched.changed), inArray(touched.unit, mine)));
  const others = [...asked, ...changes].map((one) => one.decision);
  const wanted = or(eq(decision.person, me), inArray(decision.unit, mine), inArray(decision.id, others));
  const decisions = await readDecisions(tx, standing, wanted);
  const own = decisions.filter((one) => one.own);
  const byId = new Map(decisions.map((one) => [one.row.id, one]));
  const whose = (id: string | null) => standing.units.find((unit) => unit.id === id) ?? null;
  const waits = [...Map.groupBy(own, ({ row }) => row.unit).values()].flatMap((some) => waitingOf(some, now));
  const untold = await readUntold(tx, own, now);
  const links = await readLinks(
    tx,
    standing,
    own.map(({ row }) => row.id),
  );
  return [
    ...dueOfDecisions(waits),
    ...dueOfDepartures(departuresOf(links, byId, now)),
    ...dueOfPrinciples(principlesOf(links, byId, now)),
    ...dueOfExpectations(
      untold.flatMap(({ decision: id, statement, resolveBy }) => {
        const one = byId.get(id);
        return one && resolveBy <= todayOf(one, now) ? [{ ...about(one), statement, resolveBy }] : [];
      }),
    ),
    ...dueOfAdvice(
      asked.flatMap((row) => {
        const one = byId.get(row.decision);
        if (!one || one.row.status === "rejected") return [];
        return [
          {
            ...about(one),
            asked: dayAt(row.askedAt.getTime(), one.timeZone).toString(),
            of: whose(row.unit),
          },
        ];
      }),
    ),
    ...dueOfTouched(
      changes.flatMap((row) => {
        const one = byId.get(row.decision);
        const of = whose(row.unit);
        return one && of && comesSoon(one, now)
          ? [{ ...about(one), of, reviewBy: one.row.reviewBy ?? "" }]
          : [];
      }),
    ),
  ];
}

const about = ({ row: { id, title }, unit }: DecisionSeen) => ({ id, title, unit });

function waitingOf(decisions: readonly DecisionSeen[], now: number) {
  const usual = usualIn(decisions);
  return decisions.flatMap((one) => {
    const [standing, today] = [standingOf(one), todayOf(one, now)];
    const [back, stuck] = [isBack(standing, today), isStuck(standing, usual, today)];
    if (!back && !stuck && one.shaken === null) return [];
    return [
      { ...about(one), back, stuck, since: standing.since, reviewBy: one.row.reviewBy, shaken: one.shaken },
    ];
  });
}

/** Of one's own decisions that depart from a principle, those whose day has come. */
function departuresOf(links: readonly LinkSeen[], byId: ReadonlyMap<string, DecisionSeen>, now: number) {
  return links.flatMap(({ row, of, other }) => {
    const one = byId.get(of);
    const ended =
      one &&
      row.kind === "departs" &&
      row.decision === of &&
      row.until !== null &&
      row.until <= todayOf(one, now);
    return ended ? [{ ...about(one), principle: other.row.title, until: row.until ?? "" }] : [];
  });
}

/** One's own principles that are held to, with how often others followed them and departed since they were looked at last. */
function principlesOf(links: readonly LinkSeen[], byId: ReadonlyMap<string, DecisionSeen>, now: number) {
  const towards = links.filter(
    ({ row, of }) => row.to === of && (row.kind === "follows" || row.kind === "departs"),
  );
  return [...Map.groupBy(towards, ({ of }) => of)].flatMap(([id, some]) => {
    const one = byId.get(id);
    if (one?.row.status !== "accepted") return [];
    const recent = some.filter(({ row }) => one.lookedAt === null || row.addedAt > one.lookedAt);
    const departed = recent.filter(({ row }) => row.kind === "departs");
    const latest = departed
      .map(({ row }) => dayAt(row.addedAt.getTime(), one.timeZone).toString())
      .toSorted()
      .at(-1);
    return [
      {
        ...about(one),
        ...{ departed: departed.length, followed: recent.length - departed.length },
        latest: latest ?? todayOf(one, now),
      },
    ];
  });
}

/** What people tell: that a measure should tell and cannot, too, once it had its time. */
async function readUntold(tx: Tx, own: readonly DecisionSeen[], now: number) {
  if (own.length === 0) return [];
  const open = and(
    isNull(expectation.came),
    inArray(
      expectation.decision,
      own.map(({ row }) => row.id),
    ),
  );
  const rows = await tx
    .select()
    .from(expectation)
    .where(and(open, lte(expectation.resolveBy, dayAt(now, "Pacific/Kiritimati").toString())));
  const late = dayAt(now, "UTC").subtract({ days: LATE_DAYS }).toString();
  return rows.filter(({ measure, resolveBy }) => measure === null || resolveBy < late);
}

/** A measure that has not told it by then will hardly do so. */
const LATE_DAYS = 10;

/** Those who are touched speak first: from a week before it comes back. */
function comesSoon(one: DecisionSeen, now: number): boolean {
  const { status, reviewBy } = one.row;
  return (
    status === "accepted" &&
    reviewBy !== null &&
    dayAt(now, one.timeZone).add({ weeks: 1 }).toString() >= reviewBy
  );
}
