import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { readStanding, type Standing } from "../../../../core/loops/store/loops.ts";
import { dayAt } from "../../../../core/measures/periods.ts";
import { membership } from "../../../../core/org/tables.ts";
import { person } from "../../../../core/people/tables.ts";
import { fail } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { type ExpectationSeen, readExpectations } from "../../store/coming-back.ts";
import { readWhole, type WholeSeen } from "../../store/decisions.ts";
import { decision } from "../../tables.ts";
import { item, meeting, objection, present, proposal, round, saying, voice } from "../tables.ts";
import type { ItemRow } from "./agenda.ts";
import { type ForumSeen, forumAt } from "./forums.ts";

export type MeetingRow = typeof meeting.$inferSelect;
export type SayingRow = typeof saying.$inferSelect;
export type RoundRow = typeof round.$inferSelect;
export type VoiceRow = typeof voice.$inferSelect;
export type ObjectionRow = typeof objection.$inferSelect;

export interface RoundsSeen {
  /** Oldest first. */
  readonly rounds: readonly RoundRow[];
  readonly voices: readonly VoiceRow[];
  readonly objections: readonly ObjectionRow[];
  readonly decisions: ReadonlyMap<string, WholeSeen>;
  /** Of everybody who said something, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** A meeting with all that was said in it, as one person sees it. */
export interface MeetingSeen extends RoundsSeen {
  readonly me: string;
  readonly row: MeetingRow;
  readonly forum: ForumSeen;
  readonly standing: Standing;
  readonly items: readonly ItemRow[];
  readonly present: readonly (typeof present.$inferSelect)[];
  /** Over days: those who belong to the forum's unit while it is on (ids). */
  readonly members: readonly string[];
  readonly sayings: readonly SayingRow[];
  readonly opinionsSaid: ReadonlyMap<string, number>;
  readonly proposals: readonly (typeof proposal.$inferSelect)[];
  readonly expects: readonly ExpectationSeen[];
}

/** The meeting with this id; who takes no part in it does not learn that it is there. */
export async function meetingAt(tx: Tx, me: string, id: string): Promise<MeetingSeen> {
  const [row] = await tx.select().from(meeting).where(eq(meeting.id, id));
  if (row === undefined) fail("not_found", "There is no such meeting.");
  const { seen: forum, standing } = await forumAt(tx, me, row.forum);
  const items = await tx
    .select()
    .from(item)
    .where(eq(item.meeting, id))
    .orderBy(asc(item.place), asc(item.putAt));
  const ids = items.map((one) => one.id);
  const sayings = await tx.select().from(saying).where(eq(saying.meeting, id)).orderBy(asc(saying.nth));
  const here = await tx.select().from(present).where(eq(present.meeting, id)).orderBy(asc(present.cameAt));
  const counted = await tx.execute<{ item: string; n: number }>(
    sql`select item, n from forums_opinions(${id}::uuid)`,
  );
  const proposals =
    ids.length === 0
      ? []
      : await tx.select().from(proposal).where(inArray(proposal.item, ids)).orderBy(asc(proposal.nth));
  const rounds =
    ids.length === 0
      ? []
      : await tx.select().from(round).where(inArray(round.item, ids)).orderBy(asc(round.nth));
  const said = await readSaid(tx, rounds);
  const decided = [...new Set([...proposals, ...rounds].map((one) => one.decision))];
  const members = row.mode === "over-days" ? await membersOf(tx, forum, row.closedAt) : [];
  const people = [
    ...[row.beganBy, row.closedBy, ...items.map((one) => one.putBy), ...members],
    ...[...here.map((one) => one.person), ...sayings.map((one) => one.saidBy)],
    ...[
      ...said.voices.map((one) => one.person),
      ...said.objections.flatMap((one) => [one.person, one.resolvedBy]),
    ],
  ];
  return {
    ...{ me, row, forum, standing, items, sayings, present: here, members, proposals, rounds, ...said },
    opinionsSaid: new Map(counted.rows.map((one) => [one.item, one.n])),
    decisions: await decisionsById(tx, standing, decided),
    expects: await readExpectations(tx, me, decided),
    names: await namesFor(tx, people),
  };
}

async function readSaid(tx: Tx, rounds: readonly RoundRow[]) {
  if (rounds.length === 0) return { voices: [], objections: [] };
  const ids = rounds.map(({ id }) => id);
  return {
    voices: await tx
      .select()
      .from(voice)
      .where(inArray(voice.round, ids))
      .orderBy(asc(voice.saidAt), asc(voice.id)),
    objections: await tx
      .select()
      .from(objection)
      .where(inArray(objection.round, ids))
      .orderBy(asc(objection.saidAt), asc(objection.id)),
  };
}

async function decisionsById(
  tx: Tx,
  standing: Standing,
  ids: readonly string[],
): Promise<Map<string, WholeSeen>> {
  if (ids.length === 0) return new Map();
  const seen = await readWhole(tx, standing, inArray(decision.id, [...ids]));
  return new Map(seen.map((one) => [one.row.id, one]));
}

async function namesFor(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Those who belong to the unit on the day on which the meeting was closed, or today. */
async function membersOf(tx: Tx, { row, timeZone }: ForumSeen, closed: Date | null): Promise<string[]> {
  const day = closed === null ? sql`org_today()` : sql`${dayAt(closed.getTime(), timeZone).toString()}::date`;
  const rows = await tx
    .selectDistinct({ id: membership.person })
    .from(membership)
    .innerJoin(person, and(eq(person.id, membership.person), sql`${person.archivedAt} is null`))
    .where(
      and(eq(membership.unit, row.unit), sql`daterange(${membership.from}, ${membership.until}) @> ${day}`),
    );
  return rows.map(({ id }) => id);
}

/** The rounds that a decision went through, for those whose it is and those who took part. */
export async function roundsOf(tx: Tx, me: string, which: string): Promise<RoundsSeen> {
  const rounds = await tx.select().from(round).where(eq(round.decision, which)).orderBy(asc(round.nth));
  const said = await readSaid(tx, rounds);
  const people = [
    ...said.voices.map((one) => one.person),
    ...said.objections.flatMap((one) => [one.person, one.resolvedBy]),
  ];
  return {
    ...{ rounds, ...said },
    decisions: await decisionsById(tx, await readStanding(tx, me), [which]),
    names: await namesFor(tx, people),
  };
}
