import type { TOKEN_SCOPES } from "../../../core/people/tokens/contract.ts";

interface ScopeWords {
  /** After "may". */
  readonly may: string;
  readonly means: string;
}

/** What a token may be good for, in plain words. */
export const scopeWords: Readonly<Record<(typeof TOKEN_SCOPES)[number], ScopeWords>> = {
  read: { may: "read", means: "Read what you may read, and change nothing" },
  admin: { may: "change things", means: "Change what you may change; to read as well, tick both" },
  ingest: { may: "send events in", means: "Send in what happened in your tools, and nothing else" },
};
