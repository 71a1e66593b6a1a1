import { and, eq } from "drizzle-orm";
import { readStanding } from "../../../../core/loops/store/loops.ts";
import { fail, failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { addOne } from "../../store/adding.ts";
import { changeOne } from "../../store/changing.ts";
import { ownDecisionAt } from "../../store/decisions.ts";
import { item, proposal, saying } from "../tables.ts";
import { mustBePut, proposeFor } from "./agenda.ts";
import { forumAt } from "./forums.ts";
import { comeTo, openItemAt } from "./leading.ts";
import { meetingAt } from "./meetings.ts";
import { closeRoundOf, giveVoiceIn, itemOfObjection, resolveObjectionOf } from "./rounds.ts";

/* Each of these gives the id of the meeting in which it was said. */

interface Saying {
  readonly id: string;
  readonly kind: "question" | "answer" | "opinion";
  readonly about: string | undefined;
  readonly words: string;
  readonly now: number;
}

/** Questions and answers have their place at any time; a view only when it is the time for views. */
export async function sayIn(tx: Tx, me: string, { id, kind, about, words, now }: Saying): Promise<string> {
  const { row, meeting } = await openItemAt(tx, id);
  if (row.phase === "waiting" || row.phase === "done")
    fail("conflict", "Nobody talks about this now. Whoever leads begins with it first.");
  if (kind === "opinion") await mustBeFirst(tx, me, { item: id, phase: row.phase });
  if (kind === "answer") await mustBeQuestion(tx, id, about);
  if (kind !== "answer" && about !== undefined) failField("/about", "Only an answer is about a question.");
  await mustHaveRoom(tx, meeting.id);
  const at = new Date(now);
  await tx.insert(saying).values({
    ...{ meeting: meeting.id, item: id, kind, about: about ?? null, words, saidBy: me, saidAt: at },
  });
  await comeTo(tx, me, { meeting: meeting.id, at });
  return meeting.id;
}

/** More than anybody says in a meeting; each is read with it. */
const MOST = 2_000;

async function mustHaveRoom(tx: Tx, meeting: string): Promise<void> {
  if ((await tx.$count(saying, eq(saying.meeting, meeting))) >= MOST)
    fail("conflict", `${MOST} things were said here. Close this meeting, and begin another one.`);
}

async function mustBeFirst(
  tx: Tx,
  me: string,
  { item: of, phase }: { item: string; phase: string },
): Promise<void> {
  if (phase !== "opinions")
    fail(
      "conflict",
      phase === "questions"
        ? "Questions come first. What you think of it is asked next."
        : "The round of views is over. Ask, or say it in the round of consent.",
    );
  const before = await tx
    .select({ id: saying.id })
    .from(saying)
    .where(and(eq(saying.item, of), eq(saying.saidBy, me), eq(saying.kind, "opinion")));
  if (before.length > 0)
    fail("conflict", "You have said your view. It stays as it is, as you have seen the others' since.");
}

async function mustBeQuestion(tx: Tx, of: string, about: string | undefined): Promise<void> {
  if (about === undefined) failField("/about", "Say which question this answers.");
  const [found] = await tx
    .select({ kind: saying.kind })
    .from(saying)
    .where(and(eq(saying.id, about), eq(saying.item, of)));
  if (found?.kind !== "question") failField("/about", "There is no such question here.");
}

export async function remarkOn(
  tx: Tx,
  me: string,
  { id, words, now }: { id: string; words: string; now: number },
): Promise<string> {
  await meetingAt(tx, me, id);
  await mustHaveRoom(tx, id);
  await tx.insert(saying).values({ meeting: id, kind: "remark", words, saidBy: me, saidAt: new Date(now) });
  return id;
}

interface Proposing {
  readonly id: string;
  readonly decision: string | undefined;
  readonly title: string | undefined;
  readonly body: string;
  readonly unit: string | undefined;
  readonly now: number;
}

/** Puts a proposal beside those that there are, and talks about it from then on. */
export async function proposeIn(tx: Tx, me: string, wanted: Proposing): Promise<string> {
  const { id, decision, title, now } = wanted;
  const { row, meeting } = await openItemAt(tx, id);
  if (row.phase !== "proposal")
    fail("conflict", "Proposals have their time after the views. Whoever leads moves on to it.");
  if ((decision === undefined) === (title === undefined))
    failField("/title", "Write a heading, or name a decision that is proposed already: one of the two.");
  const at = new Date(now);
  const which = decision === undefined ? await written(tx, me, { ...wanted, forum: row.forum }) : decision;
  if (decision !== undefined) mustBePut((await ownDecisionAt(tx, me, decision)).seen);
  await proposeFor(tx, me, { item: id, decision: which, at });
  await comeTo(tx, me, { meeting: meeting.id, at });
  return meeting.id;
}

async function written(
  tx: Tx,
  me: string,
  { title = "", body, unit, forum, now }: Proposing & { forum: string },
): Promise<string> {
  const { seen } = await forumAt(tx, me, forum);
  const { mine } = await readStanding(tx, me);
  if (unit === undefined && !mine.has(seen.unit.id))
    failField(
      "/unit",
      `Those who belong to ${seen.unit.name} decide there. Name a team of yours.`,
      "not_allowed",
    );
  const { seen: added } = await addOne(tx, me, {
    ...{ unit: unit ?? seen.unit.slug, sort: "decision", title, body, status: "proposed", expects: [] },
    ...{ reviewBy: undefined, kind: null, undone: null, now },
  });
  return added.row.id;
}

export async function chooseIn(tx: Tx, { id, decision }: { id: string; decision: string }): Promise<string> {
  const { row, meeting } = await openItemAt(tx, id);
  if (row.phase === "consent" || row.phase === "done")
    fail("conflict", "A round is on, or over. Go back to the proposals first.");
  const found = await tx
    .select({ decision: proposal.decision })
    .from(proposal)
    .where(and(eq(proposal.item, id), eq(proposal.decision, decision)));
  if (found.length === 0) failField("/decision", "This is not proposed here.");
  await tx.update(item).set({ decision }).where(eq(item.id, id));
  return meeting.id;
}

interface Amending {
  readonly id: string;
  readonly version: number;
  readonly title: string | undefined;
  readonly body: string | undefined;
  readonly now: number;
}

/** Amends what is proposed. Those whose decision it is do so; others say what they would change. */
export async function amendIn(
  tx: Tx,
  me: string,
  { id, version, title, body, now }: Amending,
): Promise<string> {
  const { row, meeting } = await openItemAt(tx, id);
  if (row.decision === null) fail("conflict", "Nothing is proposed yet.");
  if (row.phase !== "proposal" && row.phase !== "consent")
    fail("conflict", "It is amended when the proposal is talked about, or to meet an objection.");
  const { seen } = await ownDecisionAt(tx, me, row.decision);
  if (seen.row.status !== "proposed" && seen.row.status !== "draft")
    fail(
      "conflict",
      "It was decided elsewhere in the meantime. What was decided is changed on its own page.",
    );
  const change = { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) };
  await changeOne(tx, me, { id: row.decision, version, change, now });
  await comeTo(tx, me, { meeting: meeting.id, at: new Date(now) });
  return meeting.id;
}

export async function voiceIn(
  tx: Tx,
  me: string,
  { id, ...given }: Omit<Parameters<typeof giveVoiceIn>[2], "item"> & { id: string },
): Promise<string> {
  const { meeting } = await openItemAt(tx, id);
  await giveVoiceIn(tx, me, { ...given, item: id });
  await comeTo(tx, me, { meeting: meeting.id, at: new Date(given.now) });
  return meeting.id;
}

export async function resolveIn(
  tx: Tx,
  me: string,
  wanted: Parameters<typeof resolveObjectionOf>[2],
): Promise<string> {
  const { meeting } = await openItemAt(tx, await itemOfObjection(tx, wanted.id));
  await resolveObjectionOf(tx, me, wanted);
  return meeting.id;
}

/** With consent the item is done; where an objection stays, the proposal is talked about again. */
export async function closeRoundIn(
  tx: Tx,
  me: string,
  { id, now }: { id: string; now: number },
): Promise<string> {
  const { row, meeting } = await openItemAt(tx, id);
  // Of two who close it at once, the second finds it closed.
  if (row.phase === "done" && row.outcome === "accepted") return meeting.id;
  const reached = await closeRoundOf(tx, me, { item: id, now });
  const phase = reached ? "done" : "proposal";
  await tx
    .update(item)
    .set({ phase, outcome: reached ? "accepted" : null, phaseSince: new Date(now), moves: row.moves + 1 })
    .where(eq(item.id, id));
  return meeting.id;
}
