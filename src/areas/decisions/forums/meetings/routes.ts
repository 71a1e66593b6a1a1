import type { AreaContext } from "../../../../core/area.ts";
import { answer, type Route } from "../../../../platform/http/answer.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { decisionAt } from "../../store/decisions.ts";
import { unitsAround } from "../store/agenda.ts";
import { bePresentAt, closeMeetingOf, moreTimeFor, moveItemTo } from "../store/leading.ts";
import { meetingAt, roundsOf } from "../store/meetings.ts";
import {
  amendIn,
  chooseIn,
  closeRoundIn,
  proposeIn,
  remarkOn,
  resolveIn,
  sayIn,
  voiceIn,
} from "../store/saying.ts";
import {
  amendProposal,
  bePresent,
  chooseProposal,
  closeMeeting,
  closeRound,
  giveVoice,
  type Meeting,
  minutesOf,
  moreTime,
  moveItem,
  oneMeeting,
  propose,
  remark,
  resolveObjection,
  roundsOfDecision,
  say,
} from "./contract.ts";
import { minutesIn } from "./minutes.ts";
import { shownMeeting, shownRound } from "./shown.ts";

/** Who takes part the database knows. */
const everyone = () => true;

export const meetingRoutes: readonly Route<AreaContext>[] = [
  answer(oneMeeting, { allow: everyone, handle: (context: AreaContext, { id }) => shownAt(context, id) }),
  answer(minutesOf, {
    allow: everyone,
    handle: async (context: AreaContext, { id }) => {
      return { markdown: minutesIn(await shownAt(context, id)) };
    },
  }),
  answer(bePresent, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      told(context, async (tx, who, now) => {
        await bePresentAt(tx, who, { ...wanted, now });
        return wanted.id;
      }),
  }),
  answer(moveItem, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      told(context, (tx, who, now) => moveItemTo(tx, who, { ...wanted, now })),
  }),
  answer(moreTime, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      told(context, (tx, _, now) => moreTimeFor(tx, { ...wanted, now })),
  }),
  answer(say, {
    allow: everyone,
    handle: (context: AreaContext, { about, ...wanted }) =>
      told(context, (tx, who, now) => sayIn(tx, who, { ...wanted, about, now })),
  }),
  answer(remark, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      told(context, (tx, who, now) => remarkOn(tx, who, { ...wanted, now })),
  }),
  answer(propose, {
    allow: everyone,
    handle: (context: AreaContext, { decision, title, unit, ...wanted }) =>
      told(context, (tx, who, now) => proposeIn(tx, who, { ...wanted, decision, title, unit, now })),
  }),
  answer(chooseProposal, {
    allow: everyone,
    handle: (context: AreaContext, wanted) => told(context, (tx) => chooseIn(tx, wanted)),
  }),
  answer(amendProposal, {
    allow: everyone,
    handle: (context: AreaContext, { title, body, ...wanted }) =>
      told(context, (tx, who, now) => amendIn(tx, who, { ...wanted, title, body, now })),
  }),
  answer(giveVoice, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      told(context, (tx, who, now) => voiceIn(tx, who, { ...wanted, now })),
  }),
  answer(resolveObjection, {
    allow: everyone,
    handle: (context: AreaContext, { lookOn, ...wanted }) =>
      told(context, (tx, who, now) => resolveIn(tx, who, { ...wanted, lookOn, now })),
  }),
  answer(closeRound, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      told(context, (tx, who, now) => closeRoundIn(tx, who, { ...wanted, now })),
  }),
  answer(closeMeeting, {
    allow: everyone,
    handle: (context: AreaContext, { id }) =>
      told(context, async (tx, who, now) => {
        await closeMeetingOf(tx, who, { id, now });
        return id;
      }),
  }),
  answer(roundsOfDecision, {
    allow: everyone,
    handle: (context: AreaContext, { id }) =>
      context.as(async (tx) => {
        const me = context.actor.person;
        await decisionAt(tx, me, id);
        const seen = { ...(await roundsOf(tx, me, id)), me };
        return { rounds: seen.rounds.map((one, n) => shownRound(seen, one, { n: n + 1, silent: [] })) };
      }),
  }),
];

/** A meeting as it stands for the person who asks. */
export async function shownAt(context: AreaContext, id: string): Promise<Meeting> {
  const seen = await context.as((tx) => meetingAt(tx, context.actor.person, id));
  const asks = seen.items.some(({ ask }) => ask !== null)
    ? await context.open(unitsAround(seen.standing, seen.forum))
    : [];
  return shownMeeting(seen, {
    now: context.clock.now(),
    readable: new Set(asks.map((one) => one.id)),
  });
}

type Work = (tx: Tx, who: string, now: number) => Promise<string>;

/** Does it as the person who asks, and gives the meeting as it stands then; all who are at it hear that something changed. */
async function told(context: AreaContext, work: Work): Promise<Meeting> {
  const id = await context.as((tx) => work(tx, context.actor.person, context.clock.now()));
  context.tell(id);
  return shownAt(context, id);
}
