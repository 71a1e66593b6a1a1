import { asc, isNull } from "drizzle-orm";
import type { StateDb, Tx } from "../../../../platform/state/state-db.ts";
import { dayAt } from "../../../measures/periods.ts";
import { plusDays } from "../../iso-day.ts";
import { nextOf } from "../../shown.ts";
import { readStanding } from "../../store/loops.ts";
import { pulseRound } from "../../tables.ts";
import { type PulseSeen, readOpening, readPulses } from "./pulses.ts";
import { addRound, closeIfAll, endRound } from "./rounds.ts";

interface Settling {
  readonly state: StateDb;
  readonly now: number;
}

/** Closes the rounds whose last day is over, or that wait for nobody any more, and opens those whose day has come. */
export async function settlePulses({ state, now }: Settling): Promise<void> {
  await state.asJobs(async (tx) => {
    if (await nothingOpen(tx)) return;
    for (const pulse of await readPulses(tx, await readStanding(tx, ""), undefined))
      await closeDue(tx, pulse, now);
  });
  await state.asJobs(async (tx) => {
    for (const pulse of await readOpening(tx)) await openDue(tx, pulse, now);
  });
}

async function nothingOpen(tx: Tx): Promise<boolean> {
  const open = await tx
    .select({ id: pulseRound.id })
    .from(pulseRound)
    .where(isNull(pulseRound.closedAt))
    .orderBy(asc(pulseRound.id))
    .limit(1);
  return open.length === 0;
}

async function closeDue(tx: Tx, { rounds, loop }: PulseSeen, now: number): Promise<void> {
  const today = dayAt(now, loop.timeZone).toString();
  for (const { row } of rounds.filter((one) => one.row.closedAt === null))
    if (row.until < today) await endRound(tx, row.id, { closedAt: new Date(now), closedBecause: "day" });
    else await closeIfAll(tx, row.id, now);
}

/** It can be answered until the day before the turn, which then has something to look at. Turns that went by are not made up for. */
async function openDue(tx: Tx, { row, loop, rounds }: PulseSeen, now: number): Promise<void> {
  const turn = nextOf(loop, now)?.day;
  if (turn === undefined || row.ahead === null || rounds.some((one) => one.row.closedAt === null)) return;
  const today = dayAt(now, loop.timeZone).toString();
  if (today < plusDays(turn, -row.ahead) || today >= turn) return;
  await addRound(tx, { pulse: row.id, until: plusDays(turn, -1), turn, openedBy: null, now });
}
