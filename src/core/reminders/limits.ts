import type { Limit } from "../../platform/limits.ts";

/** How often may be tried what could be guessed; only wrong ones count. */
export const limits = {
  calendar: { name: "calendar", tries: 30, perSeconds: 300 },
  tryChannel: { name: "try channel", tries: 10, perSeconds: 300 },
  unsubscribe: { name: "unsubscribe", tries: 30, perSeconds: 300 },
} as const satisfies Record<string, Limit>;
