import { fail } from "../../../platform/errors.ts";
import type { Contract } from "../../../platform/http/contract.ts";
import type { Visitor } from "../../../platform/http/visitor.ts";
import { ACT_AS, sameToken } from "../../../platform/installation.ts";
import type { Actor } from "../actor.ts";
import { limits } from "../limits.ts";
import type { PeopleParts } from "../parts.ts";
import { missingScope, missingScopeWords } from "../policy.ts";
import { holderOf } from "../tokens/store.ts";
import { actAs, actorOf } from "./people.ts";

/**
 * The person behind a request, by an API token, the local token or a session's cookie, if what they came in by is good for
 * this contract. Nobody else gets any further.
 */
export async function whoAsks(parts: PeopleParts, visitor: Visitor, contract: Contract): Promise<Actor> {
  const actor = (await known(parts, visitor, contract)) ?? fail("not_signed_in");
  const missing = missingScope(actor, contract);
  return missing === undefined ? actor : fail("not_allowed", missingScopeWords(missing));
}

async function known(parts: PeopleParts, visitor: Visitor, { path }: Contract): Promise<Actor | undefined> {
  const { state, sessions, owner, localToken } = parts;
  const authorization = visitor.headers.get("authorization");
  if (authorization === null) {
    const session = await sessions.of(visitor.headers);
    return session && actorOf(state, session.person);
  }
  const bearer = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1] ?? "";
  if (sameToken(bearer, localToken)) {
    const wanted = visitor.headers.get(ACT_AS);
    return wanted === null ? operatorOf(state, owner) : actAs(state, owner, { wanted, path });
  }
  return (await actorByToken(parts, bearer)) ?? wrongToken(parts, visitor);
}

async function operatorOf(state: PeopleParts["state"], owner: string): Promise<Actor | undefined> {
  const actor = await actorOf(state, owner);
  return actor && { ...actor, operator: true };
}

async function actorByToken({ state, clock }: PeopleParts, bearer: string): Promise<Actor | undefined> {
  const holder = await holderOf(state, bearer, clock.now());
  return holder && actorOf(state, holder.person, holder.scopes);
}

/** Only wrong ones count: a program with an old token must not shut out others behind the same address. */
async function wrongToken({ limits: counted }: PeopleParts, { address }: Visitor): Promise<never> {
  await counted.spend(limits.token, address);
  return fail("not_signed_in", "The token is not right, or is good no more.");
}
