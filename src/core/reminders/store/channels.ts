import { eq } from "drizzle-orm";
import { Failure, fail, failField } from "../../../platform/errors.ts";
import { seal, unseal } from "../../../platform/secrets.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import { readMine, readUnits } from "../../org/store/reading.ts";
import { unitAt } from "../../org/store/units.ts";
import type { UnitRow } from "../../org/tree.ts";
import { person } from "../../people/tables.ts";
import { channel } from "../tables.ts";
import type { Weekday } from "../weekday.ts";
import { ringOf } from "./unsubscribe.ts";

export type ChannelRow = typeof channel.$inferSelect;

/** The channel of a unit (its slug), as somebody of it sees it. */
export function channelOf(state: StateDb, me: string, slug: string) {
  return state.as(me, async (tx) => {
    const unit = unitAt(await readUnits(tx), slug, "/slug");
    const [found] = await tx
      .select({ row: channel, by: person.name })
      .from(channel)
      .leftJoin(person, eq(person.id, channel.setBy))
      .where(eq(channel.unit, unit.id));
    return { unit, own: (await readMine(tx)).has(unit.id), row: found?.row ?? null, by: found?.by ?? null };
  });
}

export interface Wanted {
  readonly slug: string;
  readonly url: string | undefined;
  readonly checkIn: boolean;
  readonly digest: Weekday | null;
  readonly readings: boolean;
}

interface By {
  readonly me: string;
  readonly key: string;
  readonly now: Date;
}

/** Keeps where a unit's reminders are posted; what was before is not posted afterwards. */
export async function setChannel(
  state: StateDb,
  { me, key, now }: By,
  { slug, url, checkIn, digest, readings }: Wanted,
): Promise<void> {
  await state.as(me, async (tx) => {
    const unit = unitAt(await readUnits(tx), slug, "/slug");
    const before = await rowOf(tx, unit);
    if (url === undefined && before === undefined) failField("/url", "Write the address of the webhook.");
    const place =
      url === undefined
        ? {}
        : { sealed: seal(ringOf(key), purposeOf(unit.id), url), host: new URL(url).hostname };
    const set = {
      ...{ ...place, digest, readings, setBy: me, setAt: now },
      checkInSince: checkIn ? (before?.checkInSince ?? now) : null,
      digestSince: digest === null ? null : (before?.digestSince ?? now),
      ...{ trouble: null, troubleAt: null, lookAt: null },
    };
    if (before) await tx.update(channel).set(set).where(eq(channel.unit, unit.id));
    else await tx.insert(channel).values({ unit: unit.id, sealed: "", host: "", ...set });
    await recordAudit(tx, me, {
      action: "channel.set",
      aboutUnit: unit.id,
      detail: { host: set.host ?? before?.host },
    });
  });
}

async function rowOf(tx: Tx, { id }: UnitRow): Promise<ChannelRow | undefined> {
  const [row] = await tx.select().from(channel).where(eq(channel.unit, id));
  return row;
}

export async function dropChannel(state: StateDb, me: string, slug: string): Promise<void> {
  await state.as(me, async (tx) => {
    const unit = unitAt(await readUnits(tx), slug, "/slug");
    const dropped = await tx.delete(channel).where(eq(channel.unit, unit.id)).returning();
    if (dropped.length === 0) fail("not_found", "Nothing is posted for this team.");
    await recordAudit(tx, me, { action: "channel.removed", aboutUnit: unit.id });
  });
}

const purposeOf = (unit: string): string => `channel ${unit}`;

/** The address itself; null where the keys that it was sealed under are gone. */
export function addressOf({ unit, sealed }: ChannelRow, key: string): string | null {
  try {
    return unseal(ringOf(key), purposeOf(unit), sealed);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

export const UNREADABLE = "Its address cannot be read any more: set it again.";
