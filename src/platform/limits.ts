import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Failure } from "./errors.ts";

/** How often something may be tried with one key (an address, say). */
export interface Limit {
  readonly name: string;
  readonly tries: number;
  readonly perSeconds: number;
}

/** Counts tries, in this process. */
export interface Limits {
  /** Counts a try; throws `too_many` where there were enough. */
  spend(limit: Limit, key: string): Promise<void>;
  /** Takes a try back that turned out to be right. */
  giveBack(limit: Limit, key: string): Promise<void>;
}

export function memoryLimits(): Limits {
  const limiters = new Map<string, RateLimiterMemory>();
  const of = ({ name, tries, perSeconds }: Limit): RateLimiterMemory => {
    const known = limiters.get(name) ?? new RateLimiterMemory({ points: tries, duration: perSeconds });
    limiters.set(name, known);
    return known;
  };
  return {
    spend: async (limit, key) => void (await of(limit).consume(key).catch(refuse)),
    giveBack: async (limit, key) => void (await of(limit).reward(key)),
  };
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  throw new Failure("too_many", {
    detail: `That was too often in a short time. Try again in ${wait}.`,
    retryAfterSeconds: seconds,
  });
}
