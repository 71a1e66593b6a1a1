import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { pulseAnswer, pulseAsked, pulseCount, pulseRound } from "../../tables.ts";
import type { OwnAnswer, QuestionResult } from "../contract.ts";
import type { Counted } from "../results.ts";

/** A round as one person sees it. */
export interface RoundSeen {
  readonly row: typeof pulseRound.$inferSelect;
  /** Of one that is open: how many have answered; null where that would tell of one. */
  readonly answered: number | null;
  readonly asksMe: boolean;
  readonly mine: readonly OwnAnswer[];
  /** Once it is closed, for those whom it asked: by question. */
  readonly counts: ReadonlyMap<string, Counted>;
  readonly words: ReadonlyMap<string, QuestionResult["words"]>;
}

/** Newest first. */
export async function readRounds(tx: Tx, me: string, wanted: SQL | undefined): Promise<RoundSeen[]> {
  const rows = await tx
    .select()
    .from(pulseRound)
    .where(wanted)
    .orderBy(desc(pulseRound.openedAt), asc(pulseRound.id));
  if (rows.length === 0 || me === "") return rows.map((row) => ({ row, ...nothingSeen }));
  const ids = rows.map(({ id }) => id);
  const asked = new Set(
    (await tx.select({ round: pulseAsked.round }).from(pulseAsked).where(inArray(pulseAsked.round, ids))).map(
      ({ round }) => round,
    ),
  );
  const answered = await readAnswered(tx, ids);
  const mine = await readMineOf(tx, me, ids);
  const counts = Map.groupBy(
    await tx.select().from(pulseCount).where(inArray(pulseCount.round, ids)),
    ({ round }) => round,
  );
  const words = Map.groupBy(await readWords(tx, ids), ({ round }) => round);
  return rows.map((row) => ({
    row,
    answered: row.answered ?? answered.get(row.id) ?? null,
    asksMe: asked.has(row.id),
    mine: (mine.get(row.id) ?? []).map(({ round: _, person: __, ...answer }) => answer),
    counts: new Map(
      (counts.get(row.id) ?? []).map(({ question, n, counts: all }) => [question, { n, counts: all }]),
    ),
    words: new Map(
      [...Map.groupBy(words.get(row.id) ?? [], ({ question }) => question)].map(([question, said]) => [
        question,
        said.map(({ words: text, by }) => ({ words: text, by })),
      ]),
    ),
  }));
}

const nothingSeen = { answered: null, asksMe: false, mine: [], counts: new Map(), words: new Map() };

const uuids = (ids: readonly string[]) => sql`${sql.param([...ids])}::uuid[]`;

async function readAnswered(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await tx.execute<{ round: string; answered: number }>(
    sql`select round, answered from loops_pulse_answered(${uuids(ids)})`,
  );
  return new Map(rows.map(({ round, answered }) => [round, answered]));
}

async function readWords(tx: Tx, ids: readonly string[]) {
  const { rows } = await tx.execute<{ round: string; question: string; words: string; by: string | null }>(
    sql`select round, question, words, signed_by as by from loops_pulse_words(${uuids(ids)})`,
  );
  return rows;
}

async function readMineOf(tx: Tx, me: string, ids: readonly string[]) {
  const rows = await tx
    .select()
    .from(pulseAnswer)
    .where(and(eq(pulseAnswer.person, me), inArray(pulseAnswer.round, [...ids])));
  return Map.groupBy(rows, ({ round }) => round);
}

/** One's own answers of a round, in place of those there were. Nothing of it is counted before the round closes. */
export async function putAnswers(
  tx: Tx,
  me: string,
  { round, answers }: { readonly round: string; readonly answers: readonly OwnAnswer[] },
): Promise<void> {
  // Whoever closes it meanwhile waits until these are there, or they come too late.
  await tx.select({ id: pulseRound.id }).from(pulseRound).where(eq(pulseRound.id, round)).for("share");
  await tx.delete(pulseAnswer).where(and(eq(pulseAnswer.round, round), eq(pulseAnswer.person, me)));
  if (answers.length > 0)
    await tx.insert(pulseAnswer).values(answers.map((answer) => ({ ...answer, round, person: me })));
}

/** Closes it where all who are asked, and belong there still, have answered. */
export async function closeIfAll(tx: Tx, round: string, now: number): Promise<boolean> {
  const { rows } = await tx.execute<{ all: boolean }>(
    sql`select loops_pulse_complete(${round}::uuid) as all`,
  );
  return rows[0]?.all === true && endRound(tx, round, { closedAt: new Date(now), closedBecause: "all" });
}

interface End {
  readonly closedAt: Date;
  readonly closedBecause: "all" | "day" | "hand";
  readonly closedBy?: string;
}

/** True for who closed it; who comes second changes nothing. */
export async function endRound(tx: Tx, round: string, end: End): Promise<boolean> {
  const { rowCount } = await tx
    .update(pulseRound)
    .set(end)
    .where(and(eq(pulseRound.id, round), isNull(pulseRound.closedAt)));
  return (rowCount ?? 0) > 0;
}

export interface NewRound {
  readonly pulse: string;
  readonly until: string;
  /** The day of the turn for which it opens by itself. */
  readonly turn: string | null;
  readonly openedBy: string | null;
  readonly now: number;
}

/** Its id; null where one is open already. Whom and what it asks the database fixes by itself. */
export async function addRound(tx: Tx, { now, ...values }: NewRound): Promise<string | null> {
  const [added] = await tx
    .insert(pulseRound)
    .values({ ...values, questions: [], asked: 0, openedAt: new Date(now) })
    .onConflictDoNothing()
    .returning({ id: pulseRound.id });
  return added?.id ?? null;
}

export async function takeBack(tx: Tx, round: string, question: string): Promise<boolean> {
  const { rows } = await tx.execute<{ taken: boolean }>(
    sql`select loops_pulse_take_back(${round}::uuid, ${question}::uuid) as taken`,
  );
  return rows[0]?.taken === true;
}
