/** What the organisation's own sign-in says of a person. */
export interface Claims {
  readonly issuer: string;
  /** Its own name for the person, which never changes. */
  readonly subject: string;
  readonly email: string | null;
  /** Whether it has made sure that the address is theirs. */
  readonly emailVerified: boolean;
  readonly name: string;
  readonly groups: readonly string[];
}

/** What the installation knows that may have to do with them; `null` where there is nothing. */
export interface Known {
  /** The account that came in by the same issuer and subject before. */
  readonly linked: string | null;
  /** The account with this address. */
  readonly account: { readonly id: string; readonly emailVerified: boolean } | null;
  /** The person without an account who can be written to at this address. */
  readonly contact: string | null;
  /** A good invitation to this address. */
  readonly invitation: string | null;
}

export type ComingIn =
  | { readonly as: "linked"; readonly person: string }
  | { readonly as: "account"; readonly person: string }
  | { readonly as: "new"; readonly invitation: string | null; readonly email: string | null }
  | { readonly as: "nobody"; readonly why: Trouble };

/** Why somebody did not come in, in words. Addresses bear the key alone, so that nobody can put words into our mouth. */
export const troubles = {
  "has-password": "There is an account with your e-mail address. Sign in with its password.",
  "not-invited": "You are not invited yet. Ask whoever runs Septet.",
  unverified: "Your organisation does not vouch for your e-mail address, so nobody here can know you.",
  unreachable: "Your organisation's sign-in does not answer as it should. Try again in a while.",
  failed: "Signing in did not work, or took too long. Begin again.",
} as const;
export type Trouble = keyof typeof troubles;

const nobody = (why: Trouble): ComingIn => ({ as: "nobody", why });

/**
 * As whom somebody comes in. An address counts only where both sides have made sure of it: the provider that it is theirs,
 * and the installation that it is the account's. Otherwise who can write any address into a profile would be anyone.
 */
export function comingIn(claims: Claims, known: Known, open: boolean): ComingIn {
  if (known.linked !== null) return { as: "linked", person: known.linked };
  const email = claims.emailVerified ? claims.email : null;
  if (email !== null && known.account?.emailVerified) return { as: "account", person: known.account.id };
  if (email !== null && known.account) return nobody("has-password");
  if (email !== null && (known.invitation !== null || known.contact !== null))
    return { as: "new", invitation: known.invitation, email };
  if (open) return { as: "new", invitation: null, email };
  return nobody(email === null ? "unverified" : "not-invited");
}
