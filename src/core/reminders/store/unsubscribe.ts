import { eq } from "drizzle-orm";
import { Failure, fail } from "../../../platform/errors.ts";
import { type KeyRing, seal, unseal } from "../../../platform/secrets.ts";
import type { OpenContext } from "../../people/index.ts";
import { quickHash } from "../../people/store/hashes.ts";
import { limits } from "../limits.ts";
import { choice, type SentKind } from "../tables.ts";

const PURPOSE = "unsubscribe";

/** A key for what reminders seal; it stays the same while the key that seals it changes. */
export const ringOf = (key: string): KeyRing => ({
  current: "r",
  keys: { r: quickHash(key).toString("base64url") },
});

/** What stands at the end of an address that takes a person off one kind of letter; it tells nothing by itself. */
export const unsubscribeToken = (key: string, person: string, kind: SentKind): string =>
  seal(ringOf(key), PURPOSE, JSON.stringify([person, kind]));

/** Takes a person off one kind of letter; safe to do again. `not_found` for what we did not write. */
export async function unsubscribe({ people, visitor }: OpenContext, token: string): Promise<SentKind> {
  const read = readToken(people.keys.reminders, token);
  if (read === null) {
    await people.limits.spend(limits.unsubscribe, visitor.address);
    return fail("not_found", "This address takes nobody off any letter.");
  }
  const { person, kind } = read;
  const off =
    kind === "digest" ? { digest: null, digestSince: null, digestTold: [] } : { checkInSince: null };
  await people.state.as(person, (tx) => tx.update(choice).set(off).where(eq(choice.person, person)));
  return kind;
}

function readToken(key: string, token: string): { person: string; kind: SentKind } | null {
  try {
    const [person, kind] = JSON.parse(unseal(ringOf(key), PURPOSE, token)) as [string, SentKind];
    return { person, kind };
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
