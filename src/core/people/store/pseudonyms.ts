import { createHmac, randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { identity } from "../tables.ts";

/** Gives each identity (an e-mail address, say) the pseudonym under which the events store may know it, in the same order. */
export type Pseudonyms = (identities: readonly string[]) => Promise<string[]>;

/** A statement takes 65,535 values, and each identity is two. */
const AT_ONCE = 10_000;

/**
 * Pseudonyms are random and kept beside a keyed hash of the identity, so that neither the events store nor a copy of the
 * state without the key tells who it was, and forgetting the row forgets the person.
 */
export function pseudonymsOf(state: StateDb, key: string): Pseudonyms {
  const known = new Map<string, string>();

  async function learn(unseen: readonly string[]): Promise<Map<string, string>> {
    const byHash = new Map(unseen.map((one) => [hashOf(key, one).toString("hex"), one]));
    const hashes = [...byHash.keys()].map((hex) => Buffer.from(hex, "hex"));
    const rows = await state.asJobs(async (tx) => {
      const fresh = hashes.map((hash) => ({ hash, pseudonym: randomUUID() }));
      await tx.insert(identity).values(fresh).onConflictDoNothing({ target: identity.hash });
      return tx.select().from(identity).where(inArray(identity.hash, hashes));
    });
    return new Map(rows.map((row) => [byHash.get(row.hash.toString("hex")) as string, row.pseudonym]));
  }

  return async (identities) => {
    const unseen = [...new Set(identities)].filter((one) => !known.has(one));
    for (let from = 0; from < unseen.length; from += AT_ONCE) {
      for (const [one, pseudonym] of await learn(unseen.slice(from, from + AT_ONCE)))
        known.set(one, pseudonym);
    }
    return identities.map((one) => known.get(one) as string);
  };
}

const hashOf = (key: string, identity: string): Buffer => createHmac("sha256", key).update(identity).digest();
