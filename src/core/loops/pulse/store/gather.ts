import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { StateDb, Tx } from "../../../../platform/state/state-db.ts";
import { dayAt } from "../../../measures/periods.ts";
import { readStanding, zoneOf } from "../../store/loops.ts";
import { counted, figure, gathering, offerQuestion } from "../../tables.ts";
import { choicesOf } from "../answering.ts";
import { type EarlierGathering, groupFigure } from "../offers/group-figure.ts";
import { openGatherings } from "./offers.ts";

interface Settling {
  readonly state: StateDb;
  readonly now: number;
}

/** Tells what was gathered of what groups offered, once their last day is over; each in a transaction of its own. */
export async function settleGatherings({ state, now }: Settling): Promise<void> {
  const due = await state.asJobs(async (tx) => {
    const { units } = await readStanding(tx, "");
    return (await openGatherings(tx)).filter(({ row, unit }) => {
      const zone = zoneOf(units, units.find(({ id }) => id === unit) ?? null);
      return row.until < dayAt(now, zone).toString();
    });
  });
  for (const one of due) await state.asJobs((tx) => tell(tx, one, now));
}

type Due = Awaited<ReturnType<typeof openGatherings>>[number];

/** All of it at once, or nothing: what is told is told once, and kept with who was counted in it. */
async function tell(tx: Tx, { row: { id, offer, threshold }, unit }: Due, now: number): Promise<void> {
  const gathered = await gather(tx, id);
  const closed = await tx
    .update(gathering)
    .set({ closedAt: new Date(now) })
    .where(and(eq(gathering.id, id), isNull(gathering.closedAt)))
    .returning({ id: gathering.id });
  if (closed.length === 0) return;
  const fewest = Math.max(threshold, ...gathered.map((one) => one.threshold));
  const members = gathered.filter(({ question }) => question === null);
  const questions = await tx
    .select()
    .from(offerQuestion)
    .where(eq(offerQuestion.offer, offer))
    .orderBy(asc(offerQuestion.place));
  for (const question of questions) {
    const answers = gathered.flatMap(({ question: of, option, ...who }) =>
      of === question.id && option !== null ? [{ ...who, option }] : [],
    );
    const told = groupFigure(
      { group: unit, threshold: fewest, choices: choicesOf(question), members, answers },
      await earlierOf(tx, id, question.id),
    );
    await tx
      .insert(figure)
      .values({ gathering: id, question: question.id, ...told, counts: told.counts && [...told.counts] });
    if (told.because === null)
      await tx.insert(counted).values(
        answers.map(({ person, team }) => ({
          gathering: id,
          question: question.id,
          team,
          respondent: person,
        })),
      );
  }
}

interface GatheredRow {
  /** Null: who was asked, and not what they answered. */
  readonly question: string | null;
  readonly team: string;
  readonly person: string;
  readonly option: number | null;
  readonly threshold: number;
}

async function gather(tx: Tx, id: string): Promise<GatheredRow[]> {
  const { rows } = await tx.execute<GatheredRow & Record<string, unknown>>(
    sql`select question, team, respondent as person, option, threshold from loops_gather(${id}::uuid)`,
  );
  return rows;
}

/** Whom earlier figures of the same question counted. What was not told cannot be subtracted from. */
async function earlierOf(tx: Tx, id: string, question: string): Promise<EarlierGathering[]> {
  const rows = await tx
    .select()
    .from(counted)
    .where(and(eq(counted.question, question), ne(counted.gathering, id)));
  return [...Map.groupBy(rows, (row) => row.gathering).values()].map((some) =>
    some.map(({ respondent: person, team }) => ({ person, team })),
  );
}
