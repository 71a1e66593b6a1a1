import { randomBytes, timingSafeEqual } from "node:crypto";
import { and, asc, eq, isNull, lt, or } from "drizzle-orm";
import { fail, failField } from "../../../platform/errors.ts";
import type { Scope } from "../../../platform/http/contract.ts";
import { newToken } from "../../../platform/installation.ts";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import type { Actor } from "../actor.ts";
import { quickHash } from "../store/hashes.ts";
import { token as table } from "../tables.ts";

/** `septet_`, a public id to find it by, and the secret itself: recognisable to those who look for lost tokens. */
const FORM = /^septet_([0-9a-f]{16})_([\w-]{43})$/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A token as it is kept. */
type Token = typeof table.$inferSelect;

interface Wanted {
  readonly name: string;
  readonly scopes: readonly string[];
  /** The last day on which it is good, in UTC. */
  readonly expires?: string | undefined;
}

/** Makes a token; its text is in what is given back, and nowhere else. */
export async function makeToken(
  { state, now }: { state: StateDb; now: number },
  { person }: Actor,
  { name, scopes, expires }: Wanted,
): Promise<Token & { readonly text: string }> {
  const expiresAt = expires === undefined ? null : new Date(Date.parse(expires) + DAY_MS);
  if (expiresAt && expiresAt.getTime() <= now)
    failField("/expires", `${expires} is over. Choose a day to come.`);
  const id = randomBytes(8).toString("hex");
  const secret = newToken();
  const kept = await state.as(person, async (tx) => {
    const [made] = await tx
      .insert(table)
      .values({ id, person, name, scopes: [...new Set(scopes)], hash: quickHash(secret), expiresAt })
      .returning();
    await recordAudit(tx, person, { action: "token.made", aboutPerson: person, detail: { id, scopes } });
    return made ?? fail("unexpected");
  });
  return { ...kept, text: `septet_${id}_${secret}` };
}

/** A person's own tokens, oldest first. */
export const tokensOf = (state: StateDb, person: string): Promise<Token[]> =>
  state.as(person, (tx) =>
    tx.select().from(table).where(eq(table.person, person)).orderBy(asc(table.createdAt), asc(table.id)),
  );

/** Throws `not_found` for one that is not the person's. */
export async function dropToken(state: StateDb, person: string, id: string): Promise<void> {
  await state.as(person, async (tx) => {
    const dropped = await tx
      .delete(table)
      .where(and(eq(table.id, id), eq(table.person, person)))
      .returning();
    if (dropped.length === 0) failField("/id", `You have no token “${id}”.`, "not_found");
    await recordAudit(tx, person, { action: "token.revoked", aboutPerson: person, detail: { id } });
  });
}

/** Whose token this is and what it is good for; nothing where it is not right, or too old. Notes that it was used. */
export async function holderOf(
  state: StateDb,
  text: string,
  now: number,
): Promise<{ readonly person: string; readonly scopes: readonly Scope[] } | undefined> {
  const [, id, secret] = FORM.exec(text) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  return state.asAuth(async (tx) => {
    const [found] = await tx.select().from(table).where(eq(table.id, id));
    if (!found || !timingSafeEqual(found.hash, quickHash(secret))) return undefined;
    if (found.expiresAt && found.expiresAt.getTime() <= now) return undefined;
    const stale = or(isNull(table.lastUsedAt), lt(table.lastUsedAt, new Date(now - MINUTE_MS)));
    if (!found.lastUsedAt || found.lastUsedAt.getTime() < now - MINUTE_MS)
      await tx
        .update(table)
        .set({ lastUsedAt: new Date(now) })
        .where(and(eq(table.id, id), stale));
    return { person: found.person, scopes: found.scopes as Scope[] };
  });
}
