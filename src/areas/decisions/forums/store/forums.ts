import { and, asc, count, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { recordAudit } from "../../../../core/audit/store.ts";
import type { DayOff } from "../../../../core/loops/cadence.ts";
import { readStanding, type Standing, zoneOf } from "../../../../core/loops/store/loops.ts";
import { dayAt } from "../../../../core/measures/periods.ts";
import { readDaysOff } from "../../../../core/org/store/days-off.ts";
import { unitAt } from "../../../../core/org/store/units.ts";
import { audiencesOf, type UnitRow } from "../../../../core/org/tree.ts";
import { fail, failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { forum, item, meeting } from "../tables.ts";
import type { Outcome } from "../values.ts";

/** A meeting as it stands in a list, with what came of its items. */
export interface MeetingLine {
  readonly row: typeof meeting.$inferSelect;
  readonly outcomes: readonly (Outcome | null)[];
}

export interface ForumSeen {
  readonly row: typeof forum.$inferSelect;
  readonly unit: UnitRow;
  readonly audience: UnitRow | null;
  /** The person belongs to the unit. */
  readonly own: boolean;
  /** The person takes part in all of it, and not only where a matter of theirs is. */
  readonly takesPart: boolean;
  readonly timeZone: string;
  readonly daysOff: readonly DayOff[];
  /** Newest first. */
  readonly meetings: readonly MeetingLine[];
  /** How many things are on the agenda. */
  readonly agenda: number;
}

export async function readForums(tx: Tx, standing: Standing, wanted: SQL | undefined): Promise<ForumSeen[]> {
  const { units, mine } = standing;
  const rows = await tx.select().from(forum).where(wanted).orderBy(asc(forum.createdAt), asc(forum.id));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const taking = await tx.execute<{ id: string }>(sql`select id from forums_mine() as taking (id)`);
  const takesPart = new Set(taking.rows.map(({ id }) => id));
  const daysOff = await readDaysOff(tx, units);
  const meetings = await readLines(tx, ids);
  const waiting = await tx
    .select({ forum: item.forum, n: count() })
    .from(item)
    .where(and(inArray(item.forum, ids), isNull(item.meeting)))
    .groupBy(item.forum);
  return rows.flatMap((row) => {
    const unit = units.find(({ id }) => id === row.unit);
    if (unit === undefined) return [];
    return {
      ...{ row, unit, audience: units.find(({ id }) => id === row.audience) ?? null },
      ...{ own: mine.has(row.unit), takesPart: takesPart.has(row.id) },
      ...{ timeZone: zoneOf(units, unit), daysOff: daysOff(unit) },
      meetings: meetings.filter((one) => one.row.forum === row.id),
      agenda: waiting.find((one) => one.forum === row.id)?.n ?? 0,
    };
  });
}

async function readLines(tx: Tx, forums: readonly string[]): Promise<MeetingLine[]> {
  const rows = await tx
    .select()
    .from(meeting)
    .where(inArray(meeting.forum, [...forums]))
    .orderBy(desc(meeting.beganAt), asc(meeting.id));
  const ids = rows.map(({ id }) => id);
  const items =
    ids.length === 0
      ? []
      : await tx
          .select({ meeting: item.meeting, outcome: item.outcome })
          .from(item)
          .where(inArray(item.meeting, ids));
  const of = Map.groupBy(items, (one) => one.meeting);
  return rows.map((row) => ({ row, outcomes: (of.get(row.id) ?? []).map(({ outcome }) => outcome) }));
}

export interface ForumAt {
  readonly seen: ForumSeen;
  readonly standing: Standing;
}

/** The forum with this id; who takes no part does not learn that it is there. */
export async function forumAt(tx: Tx, me: string, id: string): Promise<ForumAt> {
  const standing = await readStanding(tx, me);
  const [seen] = await readForums(tx, standing, eq(forum.id, id));
  return { seen: seen ?? fail("not_found", "There is no such forum."), standing };
}

/** The same, for who takes part in all of it. */
export async function takingPartIn(tx: Tx, me: string, id: string): Promise<ForumAt> {
  const found = await forumAt(tx, me, id);
  const { takesPart, row, unit } = found.seen;
  if (!takesPart)
    fail("not_allowed", `You take part where a matter of yours is. Ask somebody of ${unit.name} to do it.`);
  if (row.endedAt !== null) fail("conflict", "This forum has ended. What was said in it can be read.");
  return found;
}

/** Those of a unit (its slug), or all, in which the person takes part. */
export async function forumsOf(tx: Tx, me: string, slug: string | undefined) {
  const standing = await readStanding(tx, me);
  const unit = slug === undefined ? null : unitAt(standing.units, slug, "/unit");
  const forums = await readForums(tx, standing, unit === null ? undefined : eq(forum.unit, unit.id));
  return { unit, own: unit !== null && standing.mine.has(unit.id), forums };
}

export interface NewForum {
  readonly unit: string;
  readonly name: string;
  readonly purpose: string;
  readonly rule: string;
  readonly at: string;
  readonly starts: string | undefined;
  readonly minutes: number;
  readonly now: number;
}

/** More than anybody goes to. */
const MOST = 50;

export async function addForumTo(tx: Tx, me: string, wanted: NewForum): Promise<ForumAt> {
  const { units, mine } = await readStanding(tx, me);
  const unit = unitAt(units, wanted.unit, "/unit");
  if (!mine.has(unit.id)) fail("not_allowed", `Those who belong to ${unit.name} begin a forum there.`);
  if (unit.archived) failField("/unit", `${unit.name} is archived.`, "conflict");
  if ((await tx.$count(forum, and(eq(forum.unit, unit.id), isNull(forum.endedAt)))) >= MOST)
    fail("conflict", `${unit.name} has ${MOST} forums already. End one first.`);
  const { name, purpose, rule, at, minutes, now } = wanted;
  const starts = wanted.starts ?? dayAt(now, zoneOf(units, unit)).toString();
  const [added] = await tx
    .insert(forum)
    .values({
      ...{ name, purpose, rule, at, minutes, starts },
      unit: unit.id,
      createdBy: me,
      createdAt: new Date(now),
    })
    .returning({ id: forum.id });
  if (!added) throw new Error("The forum was not kept.");
  return forumAt(tx, me, added.id);
}

export interface ForumChange {
  readonly id: string;
  readonly set: {
    readonly [Field in "name" | "purpose" | "rule" | "at" | "minutes"]?: ForumSeen["row"][Field] | undefined;
  };
  /** A slug; null: nobody else. */
  readonly audience: string | null | undefined;
  readonly ended: boolean | undefined;
  readonly now: number;
}

export async function changeForumOf(tx: Tx, me: string, change: ForumChange): Promise<ForumAt> {
  const { seen, standing } = await forumAt(tx, me, change.id);
  const { row, unit } = seen;
  if (!seen.own) fail("not_allowed", `Those who belong to ${unit.name} change this forum.`);
  if (change.ended && seen.meetings.some((one) => one.row.closedAt === null))
    failField("/ended", "A meeting is on. Close it first.", "conflict");
  const audience = audienceIn(standing, seen, change.audience);
  const given = Object.fromEntries(Object.entries(change.set).filter(([, value]) => value !== undefined));
  const { ended } = change;
  const endedAt = ended === undefined ? row.endedAt : ended ? (row.endedAt ?? new Date(change.now)) : null;
  await tx
    .update(forum)
    .set({ ...given, audience: audience?.id ?? null, endedAt })
    .where(eq(forum.id, row.id));
  if ((audience?.id ?? null) !== row.audience)
    await recordAudit(tx, me, {
      action: audience === null ? "forum.taken-back" : "forum.opened",
      aboutUnit: unit.id,
      detail: { name: row.name, ...(audience === null ? {} : { with: audience.slug }) },
    });
  return forumAt(tx, me, row.id);
}

function audienceIn({ units }: Standing, { unit, audience }: ForumSeen, slug: string | null | undefined) {
  if (slug === undefined) return audience;
  if (slug === null) return null;
  const possible = audiencesOf(units, unit);
  const names = possible.map((one) => one.slug).join(", ") || "none";
  return (
    possible.find((one) => one.slug === slug) ??
    failField("/audience", `It can be opened to one of these: ${names}.`)
  );
}
