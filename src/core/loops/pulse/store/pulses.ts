import { asc, desc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import { fail } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { unitAt } from "../../../org/store/units.ts";
import type { UnitRow } from "../../../org/tree.ts";
import { type LoopSeen, readLoops, readStanding, type Standing } from "../../store/loops.ts";
import { loop, offer, pulse, pulseQuestion, pulseRound } from "../../tables.ts";
import { type RoundSeen, readRounds } from "./rounds.ts";

export type QuestionRow = typeof pulseQuestion.$inferSelect;

/** A pulse with all that belongs to it, as somebody sees it who belongs to its unit. */
export interface PulseSeen {
  readonly row: typeof pulse.$inferSelect;
  readonly unit: UnitRow;
  /** The group to which it is open, to be counted with other teams. */
  readonly openTo: UnitRow | null;
  readonly loop: LoopSeen;
  /** All that it ever asked, in their order. */
  readonly questions: readonly QuestionRow[];
  /** Newest first. */
  readonly rounds: readonly RoundSeen[];
}

export async function readPulses(tx: Tx, standing: Standing, wanted: SQL | undefined): Promise<PulseSeen[]> {
  const rows = await tx.select().from(pulse).where(wanted).orderBy(desc(pulse.begunAt), asc(pulse.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const loops = await readLoops(
    tx,
    standing,
    inArray(
      loop.id,
      rows.map((row) => row.loop),
    ),
  );
  const questions = await tx
    .select()
    .from(pulseQuestion)
    .where(inArray(pulseQuestion.pulse, ids))
    .orderBy(asc(pulseQuestion.place), asc(pulseQuestion.writtenAt), asc(pulseQuestion.id));
  const groups = await readGroups(tx, standing, rows);
  const rounds = await readRounds(tx, standing.me, inArray(pulseRound.pulse, ids));
  return rows.flatMap((row) => {
    const seen = loops.find((one) => one.row.id === row.loop);
    if (seen === undefined || seen.unit === null) return [];
    return {
      ...{ row, unit: seen.unit, loop: seen },
      openTo: row.openedAt === null ? null : (groups.get(row.offer ?? "") ?? null),
      questions: questions.filter((one) => one.pulse === row.id),
      rounds: rounds.filter((one) => one.row.pulse === row.id),
    };
  });
}

/** By the ids of what they offer. */
async function readGroups(tx: Tx, { units }: Standing, rows: readonly PulseSeen["row"][]) {
  const ids = rows.flatMap((row) => row.offer ?? []);
  const offers = ids.length === 0 ? [] : await tx.select().from(offer).where(inArray(offer.id, ids));
  return new Map(offers.map(({ id, unit }) => [id, units.find((one) => one.id === unit) ?? null]));
}

/** Those of a unit (its slug): for who belongs to it. */
export async function pulsesOfUnit(tx: Tx, me: string, slug: string) {
  const standing = await readStanding(tx, me);
  const unit = unitAt(standing.units, slug, "/slug");
  return {
    own: standing.mine.has(unit.id),
    pulses: await readPulses(tx, standing, eq(pulse.unit, unit.id)),
  };
}

/** The pulse with this id, or a problem: who does not belong to its unit does not learn that it is there. */
export async function pulseAt(tx: Tx, me: string, id: string): Promise<PulseSeen> {
  const [one] = await readPulses(tx, await readStanding(tx, me), eq(pulse.id, id));
  return one ?? fail("not_found", "There is no such pulse.");
}

export async function pulseOfLoop(tx: Tx, me: string, id: string): Promise<PulseSeen | null> {
  const [one] = await readPulses(tx, await readStanding(tx, me), eq(pulse.loop, id));
  return one ?? null;
}

/** Those that open rounds by themselves, for the jobs. */
export const readOpening = (tx: Tx): Promise<PulseSeen[]> =>
  readStanding(tx, "").then((standing) => readPulses(tx, standing, isNotNull(pulse.ahead)));
