import { failField } from "../../platform/errors.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import type { InputOf } from "../../platform/http/contract.ts";
import { recordAudit } from "../audit/store.ts";
import { accountRoutes } from "./account/routes.ts";
import { addressRoutes } from "./address/routes.ts";
import { me, signInLink, signOut } from "./contract.ts";
import { invitationRoutes, openInvitationRoutes } from "./invitations/routes.ts";
import { keyRoutes } from "./keys/routes.ts";
import type { OpenContext, PeopleContext } from "./parts.ts";
import { may } from "./policy.ts";
import { openSignInRoutes } from "./sign-in/routes.ts";
import { userByEmail } from "./store/accounts.ts";
import { mintLink } from "./store/links.ts";
import { accountOf } from "./store/people.ts";
import { tokenRoutes } from "./tokens/routes.ts";

const everyone = () => true;

/** Where it is known who asks. */
export const peopleRoutes: readonly Route<PeopleContext>[] = [
  answer(me, {
    allow: everyone,
    handle: async ({ people, actor: { person: id, name, administrator } }: PeopleContext) => ({
      person: { id, name, administrator, ...(await accountOf(people.state, id)) },
    }),
  }),
  answer(signOut, {
    allow: everyone,
    handle: async ({ people, visitor }: PeopleContext) => {
      visitor.setCookies(await people.sessions.end(visitor.headers));
      return {};
    },
  }),
  answer(signInLink, {
    allow: ({ actor }: PeopleContext, { for: email }) => email === undefined || may.makeLinksForOthers(actor),
    handle: async ({ people, actor }: PeopleContext, wanted) => ({
      url: await linkFor(people, actor.person, wanted),
    }),
  }),
  ...accountRoutes,
  ...tokenRoutes,
  ...addressRoutes,
  ...invitationRoutes,
  ...keyRoutes,
];

/** What anyone may ask. */
export const openPeopleRoutes: readonly Route<OpenContext>[] = [...openSignInRoutes, ...openInvitationRoutes];

/** A link for the asking person, or for the account with this address. */
async function linkFor(
  { state, clock, address }: PeopleContext["people"],
  actor: string,
  { for: email, newPassword = false }: InputOf<typeof signInLink>,
) {
  const token = await state.asAuth(async (tx) => {
    const whose = email === undefined ? actor : (await userByEmail(tx, email))?.id;
    if (whose === undefined)
      failField("/for", `There is no account with the address “${email}”.`, "not_found");
    if (whose !== actor) await recordAudit(tx, actor, { action: "sign-in-link.made", aboutPerson: whose });
    return mintLink(tx, { purpose: newPassword ? "reset" : "enter", person: whose, now: clock.now() });
  });
  return newPassword ? `${address()}/reset#${token}` : `${address()}/enter/${token}`;
}
