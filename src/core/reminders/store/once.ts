import type { Reminding } from "./reminding.ts";
import { type Claimed, claim, dropClaim, markSent, type Thing, tryAgainAt } from "./sent.ts";

/** What is to be done once. */
export interface Work {
  /** Sends it; false where there is nothing to send after all. */
  send(claimed: Claimed): Promise<boolean>;
  /** After it was sent, or there was nothing to send. */
  readonly done?: () => Promise<void>;
}

/** Sends a thing, unless somebody else does or has. Gives when to try again, if ever. */
export async function once({ state, now }: Reminding, thing: Thing, { send, done }: Work): Promise<number> {
  const claimed = await claim(state, thing, now);
  if (claimed === null) return tryAgainAt(state, thing);
  if (await send(claimed)) await markSent(state, claimed, now);
  else await dropClaim(state, claimed);
  await done?.();
  return Number.POSITIVE_INFINITY;
}
