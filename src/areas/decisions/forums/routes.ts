import type { AreaContext, OpenThing } from "../../../core/area.ts";
import { cadenceProblem } from "../../../core/loops/cadence.ts";
import type { Due } from "../../../core/loops/marks.ts";
import { briefOf } from "../../../core/org/tree.ts";
import type { News, Since } from "../../../core/reminders/news.ts";
import { fail, failField } from "../../../platform/errors.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import type { Stream } from "../../../platform/http/streams.ts";
import { shownBrief, waitingFirst } from "../shown.ts";
import type { DecisionSeen } from "../store/decisions.ts";
import { usualIn } from "../store/waiting.ts";
import {
  addForum,
  beginMeeting,
  changeForum,
  changeItem,
  type Forum,
  forumList,
  oneForum,
  putItem,
  type Suggested,
  takeOff,
} from "./contract.ts";
import { LIVE_MEETING, oneMeeting } from "./meetings/contract.ts";
import { meetingRoutes, shownAt } from "./meetings/routes.ts";
import { shownForum, shownForumBrief } from "./shown.ts";
import {
  changeItemOf,
  decisionsOpenTo,
  putOnAgenda,
  readAgenda,
  takeItemOff,
  takenUp,
  unitsAround,
} from "./store/agenda.ts";
import { addForumTo, changeForumOf, type ForumAt, forumAt, forumsOf, takingPartIn } from "./store/forums.ts";
import { beginMeetingOf } from "./store/leading.ts";
import { meetingAt } from "./store/meetings.ts";
import { readForumNews, readForumsDue } from "./store/waiting.ts";

/** Who takes part the database knows: others do not see that a forum is there. */
const everyone = () => true;

const me = ({ actor }: AreaContext): string => actor.person;

const own: readonly Route<AreaContext>[] = [
  answer(forumList, {
    allow: everyone,
    handle: async (context: AreaContext, { unit: slug }) => {
      const { unit, own: mine, forums } = await context.as((tx) => forumsOf(tx, me(context), slug));
      return {
        forums: forums.map((one) => shownForumBrief(one, context.clock.now())),
        can: { add: mine && !unit?.archived },
      };
    },
  }),
  answer(oneForum, {
    allow: everyone,
    handle: (context: AreaContext, { id }) => shown(context, (at) => forumAt(...at, id)),
  }),
  answer(addForum, {
    allow: everyone,
    handle: (context: AreaContext, wanted) => {
      mustBeRule(wanted.rule);
      return told(context, (at) =>
        addForumTo(...at, { ...wanted, starts: wanted.starts, now: context.clock.now() }),
      );
    },
  }),
  answer(changeForum, {
    allow: everyone,
    handle: (context: AreaContext, { id, audience, ended, ...set }) => {
      if (set.rule !== undefined) mustBeRule(set.rule);
      return told(context, (at) =>
        changeForumOf(...at, { id, set, audience, ended, now: context.clock.now() }),
      );
    },
  }),
  answer(putItem, {
    allow: everyone,
    handle: async (context: AreaContext, { id, decision, ask, title, minutes }) => {
      const thing = ask === undefined ? undefined : await askAt(context, { forum: id, ask });
      const now = context.clock.now();
      return told(context, (at) => putOnAgenda(...at, { id, decision, ask: thing, title, minutes, now }));
    },
  }),
  answer(changeItem, {
    allow: everyone,
    handle: (context: AreaContext, { id, place, minutes }) =>
      told(context, (at) => changeItemOf(...at, { id, place, minutes })),
  }),
  answer(takeOff, {
    allow: everyone,
    handle: (context: AreaContext, { id }) => told(context, (at) => takeItemOff(...at, id)),
  }),
  answer(beginMeeting, {
    allow: everyone,
    handle: async (context: AreaContext, { id, mode, until }) => {
      const now = context.clock.now();
      const begun = await context.as((tx) => beginMeetingOf(tx, me(context), { id, mode, until, now }));
      context.tell(begun);
      return shownAt(context, begun);
    },
  }),
];

export const forumRoutes: readonly Route<AreaContext>[] = [...own, ...meetingRoutes];

function mustBeRule(rule: string): void {
  const problem = cadenceProblem(rule);
  if (problem !== null) failField("/rule", problem);
}

type At = Parameters<typeof forumAt> extends [...infer First, string] ? First : never;

/** Changes it as the person who asks; whoever is at its meeting hears of it. */
async function told(context: AreaContext, work: (at: At) => Promise<ForumAt>): Promise<Forum> {
  const forum = await shown(context, work);
  if (forum.meeting) context.tell(forum.meeting.id);
  return forum;
}

/** The forum as it stands for the person who asks. */
async function shown(context: AreaContext, work: (at: At) => Promise<ForumAt>): Promise<Forum> {
  const found = await context.as(async (tx) => {
    const at = await work([tx, me(context)]);
    const items = await readAgenda(tx, at.seen.row.id);
    const decisions = at.seen.takesPart ? await decisionsOpenTo(tx, at) : [];
    return { at, items, decisions, taken: await takenUp(tx, at.seen.row.id) };
  });
  const { seen, standing } = found.at;
  const asks = await asksOpen(context, unitsAround(standing, seen));
  const now = context.clock.now();
  return shownForum(seen, {
    ...{ units: standing.units, now, items: found.items, readable: new Set(asks.map(({ id }) => id)) },
    suggested: [
      ...suggestedDecisions(found.decisions, now),
      ...asks.map((one) => suggestedAsk(one, standing.units)),
    ].filter(({ id }) => !found.taken.has(id)),
  });
}

const asksOpen = async (context: AreaContext, units: readonly string[]): Promise<OpenThing[]> =>
  (await context.open(units)).filter(({ kind }) => kind === "ask");

async function askAt(
  context: AreaContext,
  { forum, ask }: { forum: string; ask: string },
): Promise<OpenThing> {
  const { seen, standing } = await context.as((tx) => takingPartIn(tx, me(context), forum));
  const asks = await asksOpen(context, unitsAround(standing, seen));
  return (
    asks.find(({ id }) => id === ask) ??
    failField("/ask", `There is no such ask that waits for an answer, of ${seen.unit.name} or beneath it.`)
  );
}

/** Stuck ones first; how long is usual is told by those of the same team. */
function suggestedDecisions(decisions: readonly DecisionSeen[], now: number): Suggested[] {
  const briefs = [...Map.groupBy(decisions, ({ row }) => row.unit).values()].flatMap((some) => {
    const usual = usualIn(some);
    return some.map((one) => shownBrief(one, { now, usual }));
  });
  return waitingFirst(briefs).map(({ id, title, unit, says, stuck }) => ({
    ...{ kind: "decision" as const, id, title, unit, says, stuck, href: `/decisions/${id}` },
  }));
}

function suggestedAsk(
  { id, title, unit, since, href }: OpenThing,
  units: ForumAt["standing"]["units"],
): Suggested {
  const of = units.find((one) => one.id === unit);
  return {
    ...{ kind: "ask", id, title, href, stuck: false },
    ...{ unit: of ? briefOf(of) : null, says: `asked on ${since}, waits for an answer` },
  };
}

/** Forums that meet today or now, and what the person has yet to say in those that go over days. */
export const dueForums = (context: AreaContext): Promise<Due[]> =>
  context.as((tx) => readForumsDue(tx, me(context), context.clock.now()));

export const forumNews = (context: AreaContext, within: Since): Promise<News[]> =>
  context.as((tx) => readForumNews(tx, me(context), within));

/** Who takes part in a meeting hears that something of it changed. */
export const forumStreams: readonly Stream<AreaContext>[] = [
  {
    path: LIVE_MEETING,
    like: oneMeeting,
    topic: async (context, { id = "" }) => {
      const asked = oneMeeting.input.safeParse({ id });
      const meeting = asked.success ? asked.data.id : fail("not_found", "There is no such meeting.");
      const { row } = await context.as((tx) => meetingAt(tx, me(context), meeting));
      return { about: row.id, who: me(context) };
    },
  },
];
