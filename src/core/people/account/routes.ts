import { answer, type Route } from "../../../platform/http/answer.ts";
import { deviceWords } from "../device.ts";
import { limits } from "../limits.ts";
import type { PeopleContext } from "../parts.ts";
import { endSessions } from "../store/accounts.ts";
import {
  changeEmail,
  changeName,
  changePassword,
  endOtherSessions,
  endSession,
  sessions,
  setUpAccount,
} from "./contract.ts";
import { dropSession, giveEmail, giveName, givePassword, sessionsOf, setUp } from "./store.ts";

/** Each of these is about the asking person's own account. */
const allow = () => true;

export const accountRoutes: readonly Route<PeopleContext>[] = [
  answer(setUpAccount, {
    allow,
    handle: (context: PeopleContext, given) =>
      andStay(context, () => setUp(context.people, context.actor.person, given)),
  }),
  answer(changeName, {
    allow,
    handle: async ({ people, actor }: PeopleContext, { name }) => {
      await giveName(people.state, actor.person, name);
      return {};
    },
  }),
  answer(changeEmail, {
    allow,
    handle: async (context: PeopleContext, given) => {
      await guarded(context, () => giveEmail(context.people, context.actor.person, given));
      return {};
    },
  }),
  answer(changePassword, {
    allow,
    handle: (context: PeopleContext, given) =>
      andStay(context, () =>
        guarded(context, () => givePassword(context.people, context.actor.person, given)),
      ),
  }),
  answer(sessions, {
    allow,
    handle: async ({ people, visitor, actor }: PeopleContext) => {
      const here = await people.sessions.of(visitor.headers);
      return {
        sessions: (await sessionsOf(people.state, actor.person)).map((each) => ({
          id: each.id,
          device: deviceWords(each.userAgent ?? ""),
          since: each.createdAt.toISOString(),
          lastSeen: each.updatedAt.toISOString(),
          current: each.id === here?.id,
        })),
      };
    },
  }),
  answer(endSession, {
    allow,
    handle: async ({ people, actor }: PeopleContext, { id }) => {
      await dropSession(people.state, actor.person, id);
      return {};
    },
  }),
  answer(endOtherSessions, {
    allow,
    handle: async ({ people, visitor, actor }: PeopleContext) => {
      const here = await people.sessions.of(visitor.headers);
      return { ended: await people.state.asAuth((tx) => endSessions(tx, actor.person, here?.id)) };
    },
  }),
];

/** A session in the wrong hands must not find out the password. */
async function guarded({ people, actor }: PeopleContext, work: () => Promise<void>): Promise<void> {
  await people.limits.spend(limits.currentPassword, actor.person);
  await work();
  await people.limits.giveBack(limits.currentPassword, actor.person);
}

/** What ends every session begins a new one for this browser, if it had one. */
async function andStay({ people, visitor, actor }: PeopleContext, work: () => Promise<void>) {
  const here = await people.sessions.of(visitor.headers);
  await work();
  if (here) visitor.setCookies(await people.sessions.begin(actor.person, visitor.headers));
  return {};
}
