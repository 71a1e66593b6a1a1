import { randomUUID } from "node:crypto";
import { and, eq, gt, lt } from "drizzle-orm";
import { newToken } from "../../../platform/installation.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { verification } from "../tables.ts";
import { quickHash } from "./hashes.ts";

/** What a one-time link is good for; it is good for nothing else. */
export type LinkPurpose = "enter" | "reset";

const HOUR_MS = 60 * 60 * 1000;
const GOOD_FOR_MS = { enter: 24 * HOUR_MS, reset: HOUR_MS } as const;

const identifierOf = (purpose: LinkPurpose, token: string): string =>
  `${purpose}:${quickHash(token).toString("hex")}`;

interface Wanted {
  readonly purpose: LinkPurpose;
  readonly person: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A new token for a link that a person may use once; only its hash is kept. */
export async function mintLink(tx: Tx, { purpose, person, now }: Wanted): Promise<string> {
  const token = newToken();
  await tx.delete(verification).where(lt(verification.expiresAt, new Date(now)));
  await tx.insert(verification).values({
    id: randomUUID(),
    identifier: identifierOf(purpose, token),
    value: person,
    expiresAt: new Date(now + GOOD_FOR_MS[purpose]),
  });
  return token;
}

interface Shown {
  readonly purpose: LinkPurpose;
  readonly token: string;
  readonly now: number;
}

const good = ({ purpose, token, now }: Shown) =>
  and(eq(verification.identifier, identifierOf(purpose, token)), gt(verification.expiresAt, new Date(now)));

/** Whose link it is; nothing where it is unknown, used or too old. */
export async function lookAtLink(tx: Tx, shown: Shown): Promise<string | undefined> {
  const [found] = await tx.select().from(verification).where(good(shown));
  return found?.value;
}

/** The same, and it is used up by this. */
export async function spendLink(tx: Tx, shown: Shown): Promise<string | undefined> {
  const [spent] = await tx.delete(verification).where(good(shown)).returning();
  return spent?.value;
}

/** No link that a person has is good any more. */
export async function forgetLinks(tx: Tx, person: string): Promise<void> {
  await tx.delete(verification).where(eq(verification.value, person));
}
