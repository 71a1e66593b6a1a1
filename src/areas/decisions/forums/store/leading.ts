import { and, asc, eq, isNull } from "drizzle-orm";
import { latestTurn, nextTurn } from "../../../../core/loops/cadence.ts";
import { dayAt } from "../../../../core/measures/periods.ts";
import { fail, failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { cadenceOf } from "../rhythm.ts";
import { item, meeting, present, proposal } from "../tables.ts";
import type { Mode, Phase } from "../values.ts";
import { type ItemRow, nextPlace, readAgenda } from "./agenda.ts";
import { type ForumSeen, takingPartIn } from "./forums.ts";
import { type MeetingRow, meetingAt } from "./meetings.ts";
import { lastRoundOf, leaveRound, openRoundOn } from "./rounds.ts";

interface Beginning {
  readonly id: string;
  readonly mode: Mode;
  readonly until: string | undefined;
  readonly now: number;
}

/** Begins a meeting with all that is on the agenda; gives its id. Who comes second comes to the one that is on. */
export async function beginMeetingOf(
  tx: Tx,
  me: string,
  { id, mode, until, now }: Beginning,
): Promise<string> {
  const { seen } = await takingPartIn(tx, me, id);
  const on = seen.meetings.find(({ row }) => row.closedAt === null);
  if (on) return on.row.id;
  const today = dayAt(now, seen.timeZone).toString();
  if (mode === "over-days" && (until === undefined || until <= today))
    failField("/until", "Name a day after today, by which all shall have spoken.");
  if (mode === "live" && until !== undefined)
    failField("/until", "A live meeting has no such day. Begin it over days.");
  const agenda = await readAgenda(tx, id);
  if (mode === "over-days" && agenda.length === 0)
    fail("conflict", "Nothing is on the agenda: there would be nothing to write about.");
  const at = new Date(now);
  const due = dueToday(seen, now);
  const [began] = await tx
    .insert(meeting)
    .values({
      ...{ forum: id, mode, until: until ?? null, due, beganBy: me, beganAt: at },
      audience: seen.row.audience,
    })
    .onConflictDoNothing()
    .returning({ id: meeting.id });
  if (!began) return openMeetingOf(tx, id);
  const phase = mode === "live" ? "waiting" : "questions";
  for (const { row } of agenda)
    await tx.update(item).set({ meeting: began.id, phase, phaseSince: at }).where(eq(item.id, row.id));
  await comeTo(tx, me, { meeting: began.id, at });
  return began.id;
}

async function openMeetingOf(tx: Tx, forum: string): Promise<string> {
  const [on] = await tx
    .select({ id: meeting.id })
    .from(meeting)
    .where(and(eq(meeting.forum, forum), isNull(meeting.closedAt)));
  return on?.id ?? fail("conflict", "Somebody began and closed a meeting just now. Look again.");
}

/** Today, where its rhythm has it meet today and it has not met for that yet. */
export function dueToday(seen: ForumSeen, now: number): string | null {
  const today = dayAt(now, seen.timeZone).toString();
  const cadence = cadenceOf(seen);
  const turns = [latestTurn(cadence, now, seen.daysOff), nextTurn(cadence, now, seen.daysOff)];
  const held = seen.meetings.some(({ row }) => row.due === today);
  return !held && turns.some((turn) => turn?.day === today) ? today : null;
}

/** Somebody is there, from when they say something or say so. */
export async function comeTo(
  tx: Tx,
  me: string,
  { meeting: of, at }: { meeting: string; at: Date },
): Promise<void> {
  await tx
    .insert(present)
    .values({ meeting: of, person: me, cameAt: at })
    .onConflictDoUpdate({ target: [present.meeting, present.person], set: { leftAt: null } });
}

export async function bePresentAt(
  tx: Tx,
  me: string,
  { id, here, now }: { id: string; here: boolean; now: number },
): Promise<void> {
  await mustBeOpen(tx, me, id);
  if (here) return comeTo(tx, me, { meeting: id, at: new Date(now) });
  await tx
    .update(present)
    .set({ leftAt: new Date(now) })
    .where(and(eq(present.meeting, id), eq(present.person, me)));
}

async function mustBeOpen(tx: Tx, me: string, id: string): Promise<void> {
  const { row } = await meetingAt(tx, me, id);
  if (row.closedAt !== null) fail("conflict", "This meeting is closed. Remarks can still be added.");
}

export interface OpenItem {
  readonly row: ItemRow;
  readonly meeting: MeetingRow;
}

/** An item of a meeting that is on, held so that nobody else moves it meanwhile. */
export async function openItemAt(tx: Tx, id: string): Promise<OpenItem> {
  await tx.select({ id: item.id }).from(item).where(eq(item.id, id)).for("update");
  const [found] = await tx
    .select({ row: item, meeting })
    .from(item)
    .leftJoin(meeting, eq(meeting.id, item.meeting))
    .where(eq(item.id, id));
  if (found === undefined) fail("not_found", "There is no such item.");
  if (found.meeting === null) fail("conflict", "It is on the agenda. Begin a meeting to talk about it.");
  if (found.meeting.closedAt !== null)
    fail(
      "conflict",
      "This meeting is closed, and its minutes stay as they are. What is open is on the next agenda.",
    );
  return { row: found.row, meeting: found.meeting };
}

interface Moving {
  readonly id: string;
  readonly phase: Exclude<Phase, "waiting">;
  readonly moves: number;
  readonly words: string;
  readonly now: number;
}

/** Moves an item to another phase. Of two who move it at once, the second is told, unless both meant the same. Gives its meeting. */
export async function moveItemTo(
  tx: Tx,
  me: string,
  { id, phase, moves, words, now }: Moving,
): Promise<string> {
  const { row, meeting: of } = await openItemAt(tx, id);
  if (row.phase === phase) return of.id;
  if (row.moves !== moves)
    failField("/moves", `Somebody moved it to “${row.phase}” in the meantime. Look at it first.`, "conflict");
  if (row.phase === "done") fail("conflict", "It is done. Put it on the next agenda to talk about it again.");
  const at = new Date(now);
  if (row.phase === "consent") await leaveRound(tx, me, { item: id, at });
  const outcome = phase === "done" ? await outcomeOf(tx, id, words) : null;
  const begins = row.phase === "waiting" && of.mode === "live";
  await tx
    .update(item)
    .set({
      ...{ phase, phaseSince: at, moves: row.moves + 1, outcome, words: phase === "done" ? words : "" },
      ...(begins ? { boxUntil: new Date(now + row.minutes * 60_000) } : {}),
    })
    .where(eq(item.id, id));
  if (of.mode === "live") await tx.update(meeting).set({ atItem: id }).where(eq(meeting.id, of.id));
  if (phase === "consent") await openRoundOn(tx, me, { item: id, at });
  await comeTo(tx, me, { meeting: of.id, at });
  return of.id;
}

/** How an item ends without a decision: not consented, or with words. */
async function outcomeOf(tx: Tx, id: string, words: string): Promise<"not-consented" | "words"> {
  const last = await lastRoundOf(tx, id);
  if (last?.reached === false) return "not-consented";
  if (words === "") failField("/words", "Nothing was decided. Say in a line what it came to.");
  return "words";
}

export async function moreTimeFor(
  tx: Tx,
  { id, minutes, now }: { id: string; minutes: number; now: number },
): Promise<string> {
  const { row, meeting: of } = await openItemAt(tx, id);
  if (row.boxUntil === null || row.phase === "done")
    fail("conflict", "Nothing counts down here: only what a live meeting is at has a time box.");
  const from = Math.max(now, row.boxUntil.getTime());
  await tx
    .update(item)
    .set({ boxUntil: new Date(from + minutes * 60_000) })
    .where(eq(item.id, id));
  return of.id;
}

/** Closes a meeting. What is open goes to the next agenda, as something new that knows where it comes from. */
export async function closeMeetingOf(
  tx: Tx,
  me: string,
  { id, now }: { id: string; now: number },
): Promise<void> {
  await tx.select({ id: meeting.id }).from(meeting).where(eq(meeting.id, id)).for("update");
  const { row, forum } = await meetingAt(tx, me, id);
  if (row.closedAt !== null) return;
  if (!forum.takesPart) fail("not_allowed", `Those who take part in ${forum.row.name} close its meetings.`);
  const at = new Date(now);
  const items = await tx
    .select()
    .from(item)
    .where(eq(item.meeting, id))
    .orderBy(asc(item.place))
    .for("update");
  for (const one of items.filter(({ phase }) => phase !== "done")) {
    if (one.phase === "consent") await leaveRound(tx, me, { item: one.id, at });
    await carryOver(tx, me, { row: one, at });
  }
  await tx.update(meeting).set({ closedAt: at, closedBy: me }).where(eq(meeting.id, id));
}

async function carryOver(tx: Tx, me: string, { row, at }: { row: ItemRow; at: Date }): Promise<void> {
  const [next] = await tx
    .insert(item)
    .values({
      ...{
        forum: row.forum,
        kind: row.kind,
        title: row.title,
        ask: row.ask,
        unit: row.unit,
        minutes: row.minutes,
      },
      ...{ place: await nextPlace(tx, row.forum), carriedFrom: row.id, putBy: me, putAt: at, phaseSince: at },
    })
    .returning({ id: item.id });
  if (!next) throw new Error("The item was not carried over.");
  const proposals = await tx
    .select()
    .from(proposal)
    .where(eq(proposal.item, row.id))
    .orderBy(asc(proposal.nth));
  for (const { decision } of proposals)
    await tx.insert(proposal).values({ item: next.id, decision, putBy: me, putAt: at });
  if (row.decision !== null)
    await tx.update(item).set({ decision: row.decision }).where(eq(item.id, next.id));
}
