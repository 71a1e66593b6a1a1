import { failField } from "../../platform/errors.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { LoopsContext } from "../loops/context.ts";
import type { Actor } from "../people/actor.ts";
import type { OpenContext } from "../people/index.ts";
import { accountOf } from "../people/store/people.ts";
import { channel, dropChannel, setChannel, tryChannel } from "./channel-contract.ts";
import type { RemindersContext } from "./context.ts";
import {
  makeCalendar,
  type Reminders,
  reminders,
  revokeCalendar,
  setReminders,
  unsubscribe,
} from "./contract.ts";
import { digest } from "./digest-contract.ts";
import { limits } from "./limits.ts";
import { calendarFor } from "./store/calendar.ts";
import { dropAddress, makeAddress, whoseCalendar } from "./store/calendar-address.ts";
import { channelOf, dropChannel as forgetChannel, setChannel as keepChannel } from "./store/channels.ts";
import { calendarOf, choiceOf, choose, placeOf } from "./store/choices.ts";
import { digestFor } from "./store/digests.ts";
import { keepTrouble, postTo } from "./store/posts.ts";
import { unsubscribe as takeOff } from "./store/unsubscribe.ts";

/** Each of these is about the asking person's own. */
const allow = () => true;

export const remindersRoutes: readonly Route<RemindersContext>[] = [
  answer(reminders, { allow, handle: (context: RemindersContext) => shown(context) }),
  answer(setReminders, {
    allow,
    handle: async (context: RemindersContext, { checkIn, digest, calendar: { titles } }) => {
      const { people, actor, clock } = context;
      await choose(people.state, actor.person, { checkIn, digest, titles, now: new Date(clock.now()) });
      return shown(context);
    },
  }),
  answer(makeCalendar, {
    allow,
    handle: async ({ people, actor, clock }: RemindersContext) => ({
      address: `${people.address()}/calendar/${await makeAddress(people.state, actor.person, new Date(clock.now()))}`,
    }),
  }),
  answer(channel, {
    allow: ofTheUnit,
    handle: async (context: RemindersContext, { slug }) => ({ channel: await shownChannel(context, slug) }),
  }),
  answer(setChannel, {
    allow: ofTheUnit,
    handle: async (context: RemindersContext, wanted) => {
      const { people, actor, clock, poster } = context;
      const problem = wanted.url === undefined ? null : await poster.problemWith(wanted.url);
      if (problem !== null) failField("/url", problem);
      const by = { me: actor.person, key: people.keys.reminders, now: new Date(clock.now()) };
      await keepChannel(people.state, by, { ...wanted, url: wanted.url });
      return { channel: await shownChannel(context, wanted.slug) };
    },
  }),
  answer(dropChannel, {
    allow: ofTheUnit,
    handle: async ({ people, actor }: RemindersContext, { slug }) => {
      await forgetChannel(people.state, actor.person, slug);
      return { channel: null };
    },
  }),
  answer(tryChannel, {
    allow: ofTheUnit,
    handle: async (context: RemindersContext, { slug }) => {
      const { people, actor, clock, poster } = context;
      await people.limits.spend(limits.tryChannel, actor.person);
      const { row, unit } = await channelOf(people.state, actor.person, slug);
      if (row === null) return failField("/slug", "No channel is set yet.", "conflict");
      const { state, keys } = people;
      const words = [
        `A word from Septet: the reminders of ${unit.name} come here.`,
        `${people.address()}/units/${slug}`,
      ];
      const trouble = await postTo({ poster, key: keys.reminders }, row, words);
      await keepTrouble({ state, now: clock.now() }, row, trouble);
      return { trouble };
    },
  }),
  answer(digest, {
    allow,
    handle: async (context: RemindersContext) => {
      const { digestSince, digestTold: told } = await choiceOf(context.people.state, context.actor.person);
      const until = context.clock.now();
      const since = digestSince?.getTime() ?? until - WEEK_MS;
      return (await digestFor(context, { since, until, told })).digest;
    },
  }),
  answer(revokeCalendar, {
    allow,
    handle: async ({ people, actor }: RemindersContext) => {
      await dropAddress(people.state, actor.person);
      return {};
    },
  }),
];

async function ofTheUnit({ people, actor }: RemindersContext, { slug }: { slug: string }): Promise<boolean> {
  return (await channelOf(people.state, actor.person, slug)).own;
}

async function shownChannel(
  { people, actor }: RemindersContext,
  slug: string,
): Promise<AnswerOf<typeof channel>["channel"]> {
  const { row, by } = await channelOf(people.state, actor.person, slug);
  if (row === null) return null;
  const { host, checkInSince, digest: weekday, readings, setAt, trouble, troubleAt } = row;
  return {
    ...{ host, checkIn: checkInSince !== null, digest: weekday, readings },
    ...{ setBy: by, setAt: setAt.toISOString() },
    trouble: trouble === null || troubleAt === null ? null : { says: trouble, at: troubleAt.toISOString() },
  };
}

async function shown({
  people: { state, mail },
  actor: { person },
  as,
}: RemindersContext): Promise<Reminders> {
  const chosen = await choiceOf(state, person);
  const kept = await calendarOf(state, person);
  return {
    mail: { on: mail !== undefined, to: (await accountOf(state, person)).email },
    ...{ checkIn: chosen.checkInSince !== null, digest: chosen.digest },
    timeZone: (await as(placeOf)).timeZone,
    calendar: {
      made: kept?.madeAt.toISOString() ?? null,
      asked: kept?.askedAt?.toISOString() ?? null,
      titles: chosen.titles,
    },
  };
}

/** Before anything is chosen, a digest is of the last week. */
const WEEK_MS = 7 * 86_400_000;

/** What anyone may ask who has an address out of a letter. */
export const openRemindersRoutes: readonly Route<OpenContext>[] = [
  answer(unsubscribe, {
    allow: () => true,
    handle: async (context: OpenContext, { token }) => ({ kind: await takeOff(context, token) }),
  }),
];

/** The calendar behind a private address, for whoever has it. */
export async function calendarAt(
  open: OpenContext,
  { file, contextOf }: { file: string; contextOf: (actor: Actor) => LoopsContext },
): Promise<string> {
  const actor = await whoseCalendar(open, file);
  const { titles } = await choiceOf(open.people.state, actor.person);
  return calendarFor(contextOf(actor), { titles, address: open.people.address() });
}
