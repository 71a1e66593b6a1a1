import { type Contract, type Scope, scopeOf } from "../../platform/http/contract.ts";
import type { Actor } from "./actor.ts";

/** What people may do about accounts and ways in. */
export const may = {
  invite: ({ administrator }: Actor): boolean => administrator,
  /** To those without an account alone; the store sees to that. */
  giveAddresses: ({ administrator }: Actor): boolean => administrator,
  /** Such a link signs in as somebody else: no right that comes by running the installation from a browser. */
  makeLinksForOthers: ({ operator }: Actor): boolean => operator === true,
  rotateKeys: ({ administrator }: Actor): boolean => administrator,
};

/** The scope that the asking person's way in lacks for this, or nothing. */
export function missingScope({ scopes }: Actor, contract: Contract): Scope | undefined {
  const needed = scopeOf(contract);
  return scopes.includes(needed) ? undefined : needed;
}

/** Why a token may not do this, in words. */
export function missingScopeWords(scope: Scope): string {
  return scope === "session"
    ? "No API token may do this: sign in with a browser, or use the command line beside Septet."
    : `This API token lacks the scope “${scope}”.`;
}
