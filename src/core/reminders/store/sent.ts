import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { type SentKind, sent } from "../tables.ts";

/** What is sent once: to a person, or to a unit's channel. */
export interface Thing {
  readonly to: { readonly person: string } | { readonly unit: string };
  readonly kind: SentKind;
  readonly day: string;
}

/** How often something is tried, the last time some five hours after the first. */
export const MOST_TRIES = 7;
/** The first pause; each further one is twice as long. Whoever has it in hand is done, or gone, by then. */
const PAUSE_MS = 5 * 60_000;

export interface Claimed {
  readonly id: string;
  readonly tries: number;
}

/**
 * Takes a thing in hand, unless it is sent, another instance has it in hand, its pause is not over, or it was tried often enough:
 * then null. Whoever dies with it in hand leaves it to be taken up again after the pause.
 */
export async function claim(state: StateDb, { to, kind, day }: Thing, now: number): Promise<Claimed | null> {
  const { person, unit } = partiesOf(to);
  const at = new Date(now).toISOString();
  const { rows } = await state.asJobs((tx) =>
    tx.execute<{ id: string; tries: number }>(sql`
      insert into reminders_sent (person, unit, kind, day, next_at)
      values (${person}, ${unit}::uuid, ${kind}, ${day}, ${at}::timestamptz + ${PAUSE_MS} * interval '1 millisecond')
      on conflict (person, unit, kind, day) do update set
        tries = reminders_sent.tries + 1,
        next_at = ${at}::timestamptz + ${PAUSE_MS} * power(2, reminders_sent.tries) * interval '1 millisecond'
      where reminders_sent.sent_at is null and reminders_sent.next_at <= ${at}::timestamptz
        and reminders_sent.tries < ${MOST_TRIES}
      returning id, tries`),
  );
  return rows[0] ?? null;
}

const partiesOf = (to: Thing["to"]) => ({ person: null, unit: null, ...to });

/** When something that could not be claimed may be tried again; never, where it is sent or was tried often enough. */
export async function tryAgainAt(state: StateDb, { to, kind, day }: Thing): Promise<number> {
  const { person, unit } = partiesOf(to);
  const [row] = await state.asJobs((tx) =>
    tx
      .select({ nextAt: sent.nextAt })
      .from(sent)
      .where(
        and(
          person === null ? isNull(sent.person) : eq(sent.person, person),
          unit === null ? isNull(sent.unit) : eq(sent.unit, unit),
          and(eq(sent.kind, kind), eq(sent.day, day), isNull(sent.sentAt), lt(sent.tries, MOST_TRIES)),
        ),
      ),
  );
  return row?.nextAt?.getTime() ?? Number.POSITIVE_INFINITY;
}

export async function markSent(state: StateDb, { id }: Claimed, now: number): Promise<void> {
  await state.asJobs((tx) =>
    tx
      .update(sent)
      .set({ sentAt: new Date(now), nextAt: null })
      .where(eq(sent.id, id)),
  );
}

/** There was nothing to send after all. */
export async function dropClaim(state: StateDb, { id }: Claimed): Promise<void> {
  await state.asJobs((tx) => tx.delete(sent).where(eq(sent.id, id)));
}

/** As long as what was sent is remembered. */
const KEPT_DAYS = 400;

export async function forgetOld(state: StateDb, now: number): Promise<void> {
  const before = new Date(now - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
  await state.asJobs((tx) => tx.delete(sent).where(lt(sent.day, before)));
}
