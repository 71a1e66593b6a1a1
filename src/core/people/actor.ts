import type { Scope } from "../../platform/http/contract.ts";

/** Who asks: a person, and what they may do. Loaded once a request. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly administrator: boolean;
  /** What the way by which they came in is good for. */
  readonly scopes: readonly Scope[];
  /** Came in as whoever holds the data directory, and so could read everything anyway. */
  readonly operator?: true;
}

/** A person's own browser, and who can read the data directory, may do everything that the person may. */
export const EVERY_SCOPE: readonly Scope[] = ["session", "read", "admin", "ingest"];
