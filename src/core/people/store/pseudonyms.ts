import { createHmac, randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { identity } from "../tables.ts";

/** Gives each identity (an e-mail address, say) the pseudonym under which the events store may know it, in the same order. */
export type Pseudonyms = (identities: readonly string[]) => Promise<string[]>;

/** The actor that everybody is who was erased: their work is there, and theirs no more. */
export const NOBODY = "nobody";

/** Where other processes of the installation hear that somebody was forgotten. */
const CHANNEL = "septet_forgotten";

export interface PseudonymStore {
  readonly give: Pseudonyms;
  /** Those that these identities have, without giving any. */
  known(identities: readonly string[]): Promise<string[]>;
  /** From now on these identities are {@link NOBODY}, also when they come again. */
  forget(identities: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** A statement takes 65,535 values, and each identity is two. */
const AT_ONCE = 10_000;

/**
 * Pseudonyms are random and kept beside a keyed hash of the identity, so that neither the events store nor a copy of the
 * state without the key tells who it was, and forgetting the row forgets the person.
 */
export async function pseudonymsOf(state: StateDb, key: string): Promise<PseudonymStore> {
  let known = new Map<string, string>();
  // A new map, so that what is being asked for right now is not remembered in the one that counts.
  const startAnew = () => {
    known = new Map();
  };
  const close = await state.listen(CHANNEL, startAnew);

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

  const give: Pseudonyms = async (identities) => {
    const cache = known;
    const unseen = [...new Set(identities)].filter((one) => !cache.has(one));
    for (let from = 0; from < unseen.length; from += AT_ONCE) {
      for (const [one, pseudonym] of await learn(unseen.slice(from, from + AT_ONCE)))
        cache.set(one, pseudonym);
    }
    return identities.map((one) => cache.get(one) as string);
  };

  const hashesOf = (identities: readonly string[]) => identities.map((one) => hashOf(key, one.toLowerCase()));
  return {
    give,
    known: async (identities) => {
      const rows = await state.asJobs((tx) =>
        tx
          .select()
          .from(identity)
          .where(inArray(identity.hash, hashesOf(identities))),
      );
      return rows.map(({ pseudonym }) => pseudonym).filter((pseudonym) => pseudonym !== NOBODY);
    },
    forget: async (identities) => {
      const rows = hashesOf(identities).map((hash) => ({ hash, pseudonym: NOBODY }));
      if (rows.length === 0) return;
      await state.asJobs(async (tx) => {
        await tx
          .insert(identity)
          .values(rows)
          .onConflictDoUpdate({ target: identity.hash, set: { pseudonym: NOBODY } });
      });
      startAnew();
      await state.notify(CHANNEL, "");
    },
    close,
  };
}

const hashOf = (key: string, identity: string): Buffer => createHmac("sha256", key).update(identity).digest();
