import type { AreaContext, FollowUpKind, MarksAsked } from "../../core/area.ts";
import type { Due, Mark } from "../../core/loops/marks.ts";
import type { News, Since } from "../../core/reminders/news.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import { adviceRoutes } from "./advice/routes.ts";
import { comingBackRoutes } from "./coming-back/routes.ts";
import {
  addDecision,
  changeDecision,
  type Decision,
  decisionList,
  oneDecision,
  openDecision,
  removeDecision,
  versions,
} from "./contract.ts";
import { delegationRoutes } from "./delegation/routes.ts";
import { figureRoutes } from "./figures/routes.ts";
import { fileRoutes } from "./files/routes.ts";
import { linkRoutes } from "./links/routes.ts";
import { marksOf } from "./marks.ts";
import { shownBrief, shownDecision, todayOf, waitingFirst } from "./shown.ts";
import { sayDay } from "./stand.ts";
import { addOne, freezeReadings } from "./store/adding.ts";
import { changeOne, openOne, removeOne, versionsOf } from "./store/changing.ts";
import {
  type DecisionAt,
  decisionAt,
  decisionsAround,
  decisionsOf,
  decisionsWith,
} from "./store/decisions.ts";
import { readHanging, readKnown } from "./store/hanging.ts";
import { readListedLinks } from "./store/links.ts";
import { mustBeMeasure, readingsOf } from "./store/looking.ts";
import { keepBases, measuresOfLoop } from "./store/measured.ts";
import { readNews } from "./store/news.ts";
import { readWaiting, usualAround, usualIn } from "./store/waiting.ts";

/** Whose a decision is decides, which the database knows: others do not see that it is there. */
const everyone = () => true;

const me = ({ actor }: AreaContext): string => actor.person;

const own: readonly Route<AreaContext>[] = [
  answer(decisionList, {
    allow: everyone,
    handle: async (context: AreaContext, asked) => {
      const {
        unit,
        own: mine,
        decisions,
        links,
      } = await context.as(async (tx) => {
        const found = await decisionsOf(tx, me(context), asked);
        return {
          ...found,
          links: await readListedLinks(
            tx,
            found.decisions.map(({ row }) => row.id),
          ),
        };
      });
      const usual = mine ? usualIn(decisions) : null;
      const given = { now: context.clock.now(), usual };
      const kinds = new Set(decisions.flatMap(({ row }) => row.kind ?? []));
      return {
        decisions: waitingFirst(
          decisions.map((one) => ({
            ...shownBrief(one, given),
            links: (links.get(one.row.id) ?? []).map(({ kind, to }) => ({ kind, to })),
          })),
        ),
        usualDays: usual?.median ?? null,
        kinds: [...kinds].toSorted((one, other) => one.localeCompare(other)),
        can: { add: mine && !unit?.archived },
      };
    },
  }),
  answer(oneDecision, {
    allow: everyone,
    handle: (context: AreaContext, { id }) => shown(context, (at) => decisionAt(...at, id)),
  }),
  answer(addDecision, {
    allow: everyone,
    handle: async (context: AreaContext, { why, body, lookedAt, ...wanted }) => {
      for (const [n, { toldBy }] of wanted.expects.entries())
        if (toldBy) mustBeMeasure(context, toldBy.measure, `/expects/${n}/toldBy/measure`);
      for (const [n, id] of lookedAt.entries()) mustBeMeasure(context, id, `/lookedAt/${n}`);
      const text = body ?? startingBody(why);
      const now = context.clock.now();
      const added = await context.as((tx) =>
        addOne(tx, me(context), { ...wanted, body: text, unit: wanted.unit, reviewBy: wanted.reviewBy, now }),
      );
      if (wanted.from !== undefined)
        await context.followed(wanted.from, { kind: "decide", id: added.seen.row.id });
      await freeze(context, added, { lookedAt, loop: wanted.from?.loop });
      return shown(context, (at) => decisionAt(...at, added.seen.row.id));
    },
  }),
  answer(changeDecision, {
    allow: everyone,
    handle: async (context: AreaContext, { id, version, ...change }) => {
      const now = context.clock.now();
      return shown(context, ([tx, who]) => changeOne(tx, who, { id, version, change, now }));
    },
  }),
  answer(openDecision, {
    allow: everyone,
    handle: (context: AreaContext, wanted) => shown(context, (at) => openOne(...at, wanted)),
  }),
  answer(removeDecision, {
    allow: everyone,
    handle: async (context: AreaContext, { id }) => {
      await context.as((tx) => removeOne(tx, me(context), id));
      return { removed: true as const };
    },
  }),
  answer(versions, {
    allow: everyone,
    handle: async (context: AreaContext, { id }) => ({
      versions: (await context.as((tx) => versionsOf(tx, me(context), id))).map(({ row, by }) => ({
        ...{ version: row.version, title: row.title, status: row.status, body: row.body, by },
        at: row.writtenAt.toISOString(),
      })),
    }),
  }),
];

export const decisionsRoutes: readonly Route<AreaContext>[] = [
  ...comingBackRoutes,
  ...linkRoutes,
  ...adviceRoutes,
  ...delegationRoutes,
  ...figureRoutes,
  ...fileRoutes,
  ...own,
];

type At = Parameters<typeof decisionAt> extends [...infer First, string] ? First : never;

/** Does it as the person who asks, and gives the decision as it stands then, with all that hangs on it. */
async function shown(context: AreaContext, work: (at: At) => Promise<DecisionAt>): Promise<Decision> {
  const { found, hanging, usual } = await context.as(async (tx) => {
    const at = await work([tx, me(context)]);
    const usual = at.seen.own ? await usualAround(tx, at) : null;
    return { found: at, hanging: await readHanging(tx, at), usual };
  });
  const { seen, standing } = found;
  return shownDecision(seen, hanging, {
    ...{ now: context.clock.now(), usual, measures: context.measures },
    ...{ units: standing.units, mine: standing.mine },
  });
}

/** What a new decision says where nothing but the reason is written: MADR's first heading, and nothing where there is no reason. */
const startingBody = (why: string): string =>
  why === "" ? "" : `## Context and Problem Statement\n\n${why}\n`;

interface Frozen {
  readonly lookedAt: readonly string[];
  /** From whose check-in it comes: what was looked at there. */
  readonly loop: string | undefined;
}

/** Keeps what the measures say today: those that were looked at, and those that will tell what was expected. */
async function freeze(context: AreaContext, { seen }: DecisionAt, { lookedAt, loop }: Frozen): Promise<void> {
  const slug = seen.unit?.slug ?? null;
  const { id } = seen.row;
  const ofLoop = loop === undefined ? [] : await context.as((tx) => measuresOfLoop(tx, loop));
  const looked = [...new Set([...lookedAt, ...ofLoop])].map((measure) => ({
    measure,
    every: "week" as const,
  }));
  const readings = await readingsOf(context, slug, looked);
  if (readings.length > 0) await context.as((tx) => freezeReadings(tx, id, readings));
  await keepBases(context, { id, slug });
}

/** What waits for the person who asks. */
export const dueDecisions = (context: AreaContext): Promise<Due[]> =>
  context.as((tx) => readWaiting(tx, me(context), context.clock.now()));

export const decisionNews = (context: AreaContext, within: Since): Promise<News[]> =>
  context.as((tx) => readNews(tx, me(context), within));

export const decisionMarks = (context: AreaContext, within: MarksAsked): Promise<Mark[]> =>
  context.as(async (tx) => {
    const seen = await decisionsAround(tx, me(context), within.units);
    return marksOf(await readKnown(tx, me(context), seen), within);
  });

export const decisionFollowUps: FollowUpKind = {
  kind: "decide",
  title: "Decide",
  read: (context, ids) =>
    context.as(async (tx) => {
      const seen = await decisionsWith(tx, me(context), ids);
      const now = context.clock.now();
      return seen.map((one) => ({
        ...{ id: one.row.id, what: `Decision: ${one.row.title}`, href: `/decisions/${one.row.id}` },
        expected:
          one.row.reviewBy === null || one.row.reviewBy <= todayOf(one, now)
            ? ""
            : `comes back on ${sayDay(one.row.reviewBy)}`,
        came: shownBrief(one, { now, usual: null }).says,
      }));
    }),
};
