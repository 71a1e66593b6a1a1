import { and, eq, isNull, notInArray } from "drizzle-orm";
import { failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { recordAudit } from "../../../audit/store.ts";
import { addLoop } from "../../store/loops.ts";
import { pulse, pulseQuestion } from "../../tables.ts";
import type { NewQuestion } from "../contract.ts";
import { type PulseSeen, pulseAt } from "./pulses.ts";

export interface NewPulse {
  /** The unit's. */
  readonly slug: string;
  readonly area: string;
  readonly question: string;
  readonly questions: readonly NewQuestion[];
  readonly rule: string;
  readonly ahead: number | null;
  readonly now: number;
}

/** A pulse and the loop that looks at it: both, or neither. */
export async function addPulse(tx: Tx, me: string, wanted: NewPulse): Promise<PulseSeen> {
  const { slug, area, question, questions, rule, ahead, now } = wanted;
  const asked = { measures: [], at: "09:00", every: "week" as const };
  const seen = await addLoop(tx, me, { ...asked, unit: slug, area, question, rule, now });
  const begun = {
    loop: seen.row.id,
    unit: seen.row.unit as string,
    ahead,
    begunBy: me,
    begunAt: new Date(now),
  };
  const [added] = await tx.insert(pulse).values(begun).returning({ id: pulse.id });
  if (!added) throw new Error("The pulse was not kept.");
  await writeQuestions(tx, added.id, { questions, now });
  const detail = { question };
  await recordAudit(tx, me, { action: "pulse.begun", aboutUnit: begun.unit, detail });
  return pulseAt(tx, me, added.id);
}

/** Those there are by their ids, and new ones. */
type Wanted = NewQuestion | { readonly id: string };

export interface PulseChange {
  readonly id: string;
  readonly questions?: readonly Wanted[] | undefined;
  readonly ahead?: number | null | undefined;
  readonly now: number;
}

export async function changePulse(tx: Tx, me: string, { id, questions, ahead, now }: PulseChange) {
  const seen = await pulseAt(tx, me, id);
  if (ahead !== undefined) await tx.update(pulse).set({ ahead }).where(eq(pulse.id, id));
  if (questions !== undefined) {
    const known = seen.questions.filter(({ retiredAt }) => retiredAt === null).map((one) => one.id);
    for (const [at, one] of questions.entries())
      if (
        "id" in one &&
        (!known.includes(one.id) || questions.findIndex((other) => "id" in other && other.id === one.id) < at)
      )
        failField(`/questions/${at}/id`, "Name each question that is asked by now once, or write a new one.");
    await writeQuestions(tx, id, { questions, now });
    await recordAudit(tx, me, {
      ...{ action: "pulse.changed", aboutUnit: seen.unit.id },
      detail: { question: seen.loop.row.question },
    });
  }
  return pulseAt(tx, me, id);
}

/** What is left out is asked no more; what it came to stays. */
async function writeQuestions(
  tx: Tx,
  id: string,
  { questions, now }: { questions: readonly Wanted[]; now: number },
): Promise<void> {
  const kept = questions.flatMap((one) => ("id" in one ? [one.id] : []));
  const others = kept.length === 0 ? undefined : notInArray(pulseQuestion.id, kept);
  await tx
    .update(pulseQuestion)
    .set({ retiredAt: new Date(now) })
    .where(and(eq(pulseQuestion.pulse, id), isNull(pulseQuestion.retiredAt), others));
  for (const [place, one] of questions.entries())
    if ("id" in one) await tx.update(pulseQuestion).set({ place }).where(eq(pulseQuestion.id, one.id));
    else
      await tx.insert(pulseQuestion).values({
        ...{ pulse: id, kind: one.kind, text: one.text, options: [...one.options] },
        ...{ place, writtenAt: new Date(now) },
      });
}
