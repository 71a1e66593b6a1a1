import { randomBytes, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { fail } from "../../../platform/errors.ts";
import { newToken } from "../../../platform/installation.ts";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import type { Actor } from "../../people/actor.ts";
import type { OpenContext } from "../../people/index.ts";
import { quickHash } from "../../people/store/hashes.ts";
import { actorOf } from "../../people/store/people.ts";
import { limits } from "../limits.ts";
import { calendar } from "../tables.ts";

/** An id to find it by, and the secret itself. */
const FORM = /^([0-9a-f]{16})_([\w-]{43})\.ics$/;
const HOUR_MS = 3_600_000;

/** Makes the address anew, in place of the one before; gives the name of its file, which is kept nowhere. */
export async function makeAddress(state: StateDb, person: string, now: Date): Promise<string> {
  const id = randomBytes(8).toString("hex");
  const secret = newToken();
  const kept = { id, hash: quickHash(secret), madeAt: now, askedAt: null };
  await state.as(person, async (tx) => {
    await tx
      .insert(calendar)
      .values({ person, ...kept })
      .onConflictDoUpdate({ target: calendar.person, set: kept });
    await recordAudit(tx, person, { action: "calendar.made", aboutPerson: person });
  });
  return `${id}_${secret}.ics`;
}

export async function dropAddress(state: StateDb, person: string): Promise<void> {
  await state.as(person, async (tx) => {
    const dropped = await tx.delete(calendar).where(eq(calendar.person, person)).returning();
    if (dropped.length > 0)
      await recordAudit(tx, person, { action: "calendar.revoked", aboutPerson: person });
  });
}

/** Whose calendar this is. Nobody's: 401, after the same work whatever was wrong with it; too many wrong ones: 429. */
export async function whoseCalendar({ people, visitor }: OpenContext, file: string): Promise<Actor> {
  const [, id = "", secret = ""] = FORM.exec(file) ?? [];
  const person = await holderOf(people.state, { id, secret, now: people.clock.now() });
  // Whoever was archived is unknown to the database, so that theirs ends with them.
  const actor = person === null ? undefined : await actorOf(people.state, person, []);
  if (actor) return actor;
  await people.limits.spend(limits.calendar, visitor.address);
  return fail("not_signed_in", "This calendar address is not right, or is good no more.");
}

/** What nothing hashes to, so that an unknown id takes as long as a wrong secret. */
const NOBODYS = Buffer.alloc(32);

function holderOf(
  state: StateDb,
  { id, secret, now }: { id: string; secret: string; now: number },
): Promise<string | null> {
  return state.asAuth(async (tx) => {
    const [found] = await tx.select().from(calendar).where(eq(calendar.id, id));
    const right = timingSafeEqual(found?.hash ?? NOBODYS, quickHash(secret));
    if (!found || !right) return null;
    if (found.askedAt === null || found.askedAt.getTime() < now - HOUR_MS)
      await tx
        .update(calendar)
        .set({ askedAt: new Date(now) })
        .where(eq(calendar.id, id));
    return found.person;
  });
}
