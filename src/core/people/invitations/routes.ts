import { answer, type Route } from "../../../platform/http/answer.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { letters } from "../letters.ts";
import { limits } from "../limits.ts";
import type { OpenContext, PeopleContext } from "../parts.ts";
import { may } from "../policy.ts";
import {
  acceptInvitation,
  invitations,
  invite,
  inviteAgain,
  lookAtInvitation,
  withdrawInvitation,
} from "./contract.ts";
import {
  acceptByPassword,
  dropInvitation,
  type Invitation,
  invited,
  inviteSomebody,
  type Minted,
  openInvitations,
  renewInvitation,
} from "./store.ts";

const allow = ({ actor }: PeopleContext) => may.invite(actor);
const anyone = () => true;

export const invitationRoutes: readonly Route<PeopleContext>[] = [
  answer(invitations, {
    allow,
    handle: async ({ people: { state, clock }, actor }: PeopleContext) => ({
      invitations: (await openInvitations(state, actor)).map((each) => shown(each, clock.now())),
    }),
  }),
  answer(invite, {
    allow,
    handle: async ({ people, actor }: PeopleContext, wanted) =>
      sent(people, await inviteSomebody({ state: people.state, now: people.clock.now() }, actor, wanted)),
  }),
  answer(inviteAgain, {
    allow,
    handle: async ({ people, actor }: PeopleContext, wanted) =>
      sent(people, await renewInvitation({ state: people.state, now: people.clock.now() }, actor, wanted)),
  }),
  answer(withdrawInvitation, {
    allow,
    handle: async ({ people, actor }: PeopleContext, { id }) => {
      await dropInvitation(people.state, actor, id);
      return {};
    },
  }),
];

export const openInvitationRoutes: readonly Route<OpenContext>[] = [
  answer(lookAtInvitation, {
    allow: anyone,
    handle: async ({ people, visitor }: OpenContext, { token }) => {
      await people.limits.spend(limits.link, visitor.address);
      const { email, name } = await invited({ state: people.state, now: people.clock.now() }, token);
      await people.limits.giveBack(limits.link, visitor.address);
      return { email, name };
    },
  }),
  answer(acceptInvitation, {
    allow: anyone,
    handle: async ({ people, visitor }: OpenContext, wanted) => {
      await people.limits.spend(limits.link, visitor.address);
      const person = await acceptByPassword(people, wanted);
      await people.limits.giveBack(limits.link, visitor.address);
      visitor.setCookies(await people.sessions.begin(person, visitor.headers));
      return {};
    },
  }),
];

/** The token stands behind the #, which no server, log or referrer gets to see. */
function sent({ address, mail, background, clock }: PeopleContext["people"], { invitation, token }: Minted) {
  const url = `${address()}/invitation#${token}`;
  if (mail) background.begin(() => mail.send(letters.invitation(invitation.email, url)));
  return { invitation: shown(invitation, clock.now()), url, mailed: mail !== undefined };
}

type Shown = AnswerOf<typeof invitations>["invitations"][number];

function shown(invitation: Invitation, now: number): Shown {
  return {
    id: invitation.id,
    email: invitation.email,
    name: invitation.name,
    invitedBy: invitation.invitedByName,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    expired: invitation.expiresAt.getTime() <= now,
  };
}
