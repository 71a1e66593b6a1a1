import { eq } from "drizzle-orm";
import { fail, failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { recordAudit } from "../../../audit/store.ts";
import { pulseRound } from "../../tables.ts";
import { type PulseSeen, pulseAt } from "./pulses.ts";
import { addRound, endRound, type RoundSeen } from "./rounds.ts";

/** A round and the pulse that it is of. */
export interface RoundPlace {
  readonly pulse: PulseSeen;
  readonly round: RoundSeen;
}

/** The round with this id, or a problem: who does not belong to the unit does not learn that it is there. */
export async function roundAt(tx: Tx, me: string, id: string): Promise<RoundPlace> {
  const [found] = await tx.select({ pulse: pulseRound.pulse }).from(pulseRound).where(eq(pulseRound.id, id));
  if (!found) fail("not_found", "There is no such round.");
  const pulse = await pulseAt(tx, me, found.pulse);
  const round = pulse.rounds.find(({ row }) => row.id === id);
  return round === undefined ? fail("not_found", "There is no such round.") : { pulse, round };
}

interface Opening {
  readonly pulse: PulseSeen;
  readonly until: string;
  readonly now: number;
}

export async function openByHand(tx: Tx, me: string, { pulse, until, now }: Opening): Promise<RoundPlace> {
  if (pulse.loop.row.endedAt !== null)
    failField("/id", "It is asked no more. Begin to ask its question again first.", "conflict");
  const id = await addRound(tx, { pulse: pulse.row.id, until, turn: null, openedBy: me, now });
  if (id === null) failField("/id", "A round of it is open already.", "conflict");
  await recordAudit(tx, me, { action: "pulse.opened", aboutUnit: pulse.unit.id, detail: detailOf(pulse) });
  return roundAt(tx, me, id);
}

interface Closing {
  readonly pulse: PulseSeen;
  readonly round: string;
  readonly now: number;
}

/** Who comes second finds it closed, and changes nothing. */
export async function closeByHand(tx: Tx, me: string, { pulse, round, now }: Closing): Promise<void> {
  const end = { closedAt: new Date(now), closedBecause: "hand", closedBy: me } as const;
  if (await endRound(tx, round, end))
    await recordAudit(tx, me, { action: "pulse.closed", aboutUnit: pulse.unit.id, detail: detailOf(pulse) });
}

const detailOf = ({ loop }: PulseSeen) => ({ question: loop.row.question });
