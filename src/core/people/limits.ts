import type { Limit } from "../../platform/limits.ts";

const MINUTE = 60;

/**
 * How often may be tried what could be guessed. Who signs in is slowed down by address and e-mail together, so that nobody
 * can lock another out from afar; the limit over all addresses is high, and short, for the same reason.
 */
export const limits = {
  signInHere: { name: "sign-in here", tries: 8, perSeconds: 5 * MINUTE },
  signInFrom: { name: "sign-in from", tries: 60, perSeconds: 5 * MINUTE },
  signInAs: { name: "sign-in as", tries: 100, perSeconds: 5 * MINUTE },
  resetFor: { name: "reset for", tries: 3, perSeconds: 15 * MINUTE },
  resetFrom: { name: "reset from", tries: 20, perSeconds: 15 * MINUTE },
  link: { name: "link", tries: 20, perSeconds: 5 * MINUTE },
  token: { name: "token", tries: 300, perSeconds: MINUTE },
  provider: { name: "provider", tries: 30, perSeconds: 5 * MINUTE },
  currentPassword: { name: "current password", tries: 8, perSeconds: 5 * MINUTE },
} as const satisfies Record<string, Limit>;
