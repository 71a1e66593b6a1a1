import { and, asc, eq, inArray, isNull, max, or } from "drizzle-orm";
import type { OpenThing } from "../../../../core/area.ts";
import type { Standing } from "../../../../core/loops/store/loops.ts";
import { subtree } from "../../../../core/org/tree.ts";
import { person } from "../../../../core/people/tables.ts";
import { fail, failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { type DecisionSeen, decisionsAround, ownDecisionAt } from "../../store/decisions.ts";
import { item, meeting, proposal } from "../tables.ts";
import { type ForumAt, type ForumSeen, forumAt, takingPartIn } from "./forums.ts";

export type ItemRow = typeof item.$inferSelect;

export interface AgendaSeen {
  readonly row: ItemRow;
  readonly by: { readonly id: string; readonly name: string } | null;
}

/** What is on the agenda of the next meeting, in its order. */
export const readAgenda = (tx: Tx, forum: string): Promise<AgendaSeen[]> =>
  tx
    .select({ row: item, by: { id: person.id, name: person.name } })
    .from(item)
    .leftJoin(person, eq(person.id, item.putBy))
    .where(and(eq(item.forum, forum), isNull(item.meeting)))
    .orderBy(asc(item.place), asc(item.putAt), asc(item.id));

/** Units (ids) whose open things a forum takes up: its own and those beneath. */
export const unitsAround = ({ units }: Standing, { unit }: ForumSeen): string[] =>
  subtree(units, unit).map(({ id }) => id);

/** The proposed decisions that the person may put forward here. */
export async function decisionsOpenTo(tx: Tx, { seen, standing }: ForumAt): Promise<DecisionSeen[]> {
  const around = await decisionsAround(tx, standing.me, unitsAround(standing, seen));
  return around.filter((one) => one.own && one.row.status === "proposed");
}

/** Ids of the decisions and asks that are on the agenda or are talked about in a meeting that is on. */
export async function takenUp(tx: Tx, forum: string): Promise<Set<string>> {
  const open = and(eq(item.forum, forum), or(isNull(item.meeting), isNull(meeting.closedAt)));
  const rows = await tx
    .select({ id: item.id, ask: item.ask })
    .from(item)
    .leftJoin(meeting, eq(meeting.id, item.meeting))
    .where(open);
  const ids = rows.map(({ id }) => id);
  const proposals =
    ids.length === 0
      ? []
      : await tx.select({ id: proposal.decision }).from(proposal).where(inArray(proposal.item, ids));
  return new Set([...rows.flatMap(({ ask }) => ask ?? []), ...proposals.map(({ id }) => id)]);
}

export interface Putting {
  readonly id: string;
  readonly decision?: string | undefined;
  /** Of those that are open. */
  readonly ask?: OpenThing | undefined;
  readonly title?: string | undefined;
  readonly minutes: number | undefined;
  readonly now: number;
}

/** Longer than anybody reads at one sitting. */
const MOST = 100;

/** Puts something on the agenda, or into the live meeting that is on. */
export async function putOnAgenda(tx: Tx, me: string, wanted: Putting): Promise<ForumAt> {
  const at = await takingPartIn(tx, me, wanted.id);
  const { seen } = at;
  const what = await whatIsPut(tx, at, wanted);
  const on = await liveMeetingOf(tx, wanted.id);
  if (seen.agenda >= MOST) fail("conflict", `There are ${MOST} things on the agenda. Take one off first.`);
  const when = new Date(wanted.now);
  const [added] = await tx
    .insert(item)
    .values({
      ...{ forum: wanted.id, meeting: on, kind: what.kind, title: what.title, unit: what.unit },
      ...{
        ask: what.ask,
        minutes: wanted.minutes ?? seen.row.minutes,
        place: await nextPlace(tx, wanted.id),
      },
      ...{ putBy: me, putAt: when, phaseSince: when },
    })
    .returning({ id: item.id });
  if (!added) throw new Error("The item was not kept.");
  if (what.decision !== null) await proposeFor(tx, me, { item: added.id, decision: what.decision, at: when });
  return forumAt(tx, me, wanted.id);
}

/** Held open until this is done: what came into a meeting that is closed meanwhile would be on no agenda any more. */
async function liveMeetingOf(tx: Tx, forum: string): Promise<string | null> {
  const [on] = await tx
    .select({ id: meeting.id })
    .from(meeting)
    .where(and(eq(meeting.forum, forum), isNull(meeting.closedAt), eq(meeting.mode, "live")))
    .for("share");
  return on?.id ?? null;
}

interface What {
  readonly kind: ItemRow["kind"];
  readonly title: string;
  readonly unit: string | null;
  readonly ask: string | null;
  readonly decision: string | null;
}

async function whatIsPut(
  tx: Tx,
  { seen, standing }: ForumAt,
  { decision, ask, title }: Putting,
): Promise<What> {
  if ([decision, ask, title].filter((one) => one !== undefined).length !== 1)
    failField("/title", "Name a decision, an ask, or what it is about: one of the three.");
  const nothing = { unit: null, ask: null, decision: null };
  if (title !== undefined) return { ...nothing, kind: "line", title };
  const taken = await takenUp(tx, seen.row.id);
  if (decision !== undefined) {
    if (taken.has(decision)) failField("/decision", "It is on the agenda already.", "conflict");
    const found = (await ownDecisionAt(tx, standing.me, decision)).seen;
    mustBePut(found);
    return { ...nothing, kind: "decision", title: found.row.title, unit: found.row.unit, decision };
  }
  if (ask === undefined) throw new Error("Nothing is put.");
  if (taken.has(ask.id)) failField("/ask", "It is on the agenda already.", "conflict");
  // Whoever holds the forum brings in those who ask; another team cannot.
  const brings = seen.own || standing.mine.has(ask.unit);
  return { ...nothing, kind: "ask", title: ask.title, ask: ask.id, unit: brings ? ask.unit : null };
}

/** What is one's own alone is seen by nobody; what is decided needs no forum. */
export function mustBePut({ row }: DecisionSeen): void {
  if (row.unit === null)
    failField(
      "/decision",
      "What you decide for yourself is seen by you alone. Write it down for a team.",
      "conflict",
    );
  if (row.status !== "proposed")
    failField("/decision", "Only what is proposed is taken up. Set it to proposed first.", "conflict");
}

interface Proposing {
  readonly item: string;
  readonly decision: string;
  readonly at: Date;
}

/** From now on those who take part can read the decision, and the item is about it. */
export async function proposeFor(tx: Tx, me: string, { item: of, decision, at }: Proposing): Promise<void> {
  await tx.insert(proposal).values({ item: of, decision, putBy: me, putAt: at }).onConflictDoNothing();
  await tx.update(item).set({ decision }).where(eq(item.id, of));
}

export async function nextPlace(tx: Tx, forum: string): Promise<number> {
  const [last] = await tx
    .select({ place: max(item.place) })
    .from(item)
    .where(eq(item.forum, forum));
  return (last?.place ?? 0) + 1;
}

async function waitingItemAt(tx: Tx, me: string, id: string): Promise<{ row: ItemRow; at: ForumAt }> {
  const [row] = await tx.select().from(item).where(eq(item.id, id));
  if (row === undefined) fail("not_found", "There is no such item.");
  const at = await takingPartIn(tx, me, row.forum);
  const closed = at.seen.meetings.some((one) => one.row.id === row.meeting && one.row.closedAt !== null);
  if (row.phase !== "waiting" || closed)
    fail("conflict", "It was begun with already, and stays in the minutes.");
  return { row, at };
}

/** Gives an item another place among those that wait with it, or another time box. */
export async function changeItemOf(
  tx: Tx,
  me: string,
  { id, place, minutes }: { id: string; place: number | undefined; minutes: number | undefined },
): Promise<ForumAt> {
  const { row } = await waitingItemAt(tx, me, id);
  if (minutes !== undefined) await tx.update(item).set({ minutes }).where(eq(item.id, id));
  if (place !== undefined) {
    const beside = and(
      eq(item.forum, row.forum),
      row.meeting === null ? isNull(item.meeting) : eq(item.meeting, row.meeting),
    );
    const rows = await tx
      .select({ id: item.id })
      .from(item)
      .where(beside)
      .orderBy(asc(item.place), asc(item.putAt));
    const others = rows.map((one) => one.id).filter((one) => one !== id);
    const order = others.toSpliced(place - 1, 0, id);
    for (const [n, one] of order.entries())
      await tx
        .update(item)
        .set({ place: n + 1 })
        .where(eq(item.id, one));
  }
  return forumAt(tx, me, row.forum);
}

export async function takeItemOff(tx: Tx, me: string, id: string): Promise<ForumAt> {
  const { row } = await waitingItemAt(tx, me, id);
  await tx.delete(item).where(eq(item.id, id));
  return forumAt(tx, me, row.forum);
}
