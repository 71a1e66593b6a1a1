import type { AreaContext, FollowUpKind, MarksAsked, OpenThing } from "../../core/area.ts";
import type { Due, Mark } from "../../core/loops/marks.ts";
import { briefOf } from "../../core/org/tree.ts";
import type { News, Since } from "../../core/reminders/news.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import { askFor, myAsks, oneAsk, takeStep, unitAsks } from "./contract.ts";
import { dueOf } from "./due.ts";
import { marksOf } from "./marks.ts";
import { newsOf } from "./news.ts";
import { faredWords, openFirst, shownAsk, shownWhole } from "./shown.ts";
import { addAsk } from "./store/adding.ts";
import { type AskSeen, allAsks, askAt, asksAround, asksAt, asksOfMe, asksOfUnit } from "./store/asks.ts";
import { addStep } from "./store/steps.ts";
import { sayDay } from "./words.ts";

/** On which side somebody stands decides, which the database knows: others do not see that there is an ask. */
const everyone = () => true;

export const advocacyRoutes: readonly Route<AreaContext>[] = [
  answer(unitAsks, {
    allow: everyone,
    handle: async (context: AreaContext, { slug }) => {
      const { unit, own, asks, leads } = await context.as((tx) => asksOfUnit(tx, me(context), slug));
      const asked = shownBy(
        context,
        asks.filter(({ row }) => row.fromUnit === unit.id),
      );
      const received = shownBy(
        context,
        asks.filter(({ row }) => row.fromUnit !== unit.id),
      );
      return {
        ...{ asked, received, can: { ask: own && !unit.archived } },
        says: { asked: own ? faredWords(asked) : null, received: own ? faredWords(received) : null },
        leads: leads.map(({ id, name, leads: led }) => ({ id, name, leads: briefOf(led) })),
      };
    },
  }),
  answer(myAsks, {
    allow: everyone,
    handle: async (context: AreaContext) => {
      const asks = shownBy(context, await context.as((tx) => asksOfMe(tx, me(context))));
      return { asks, says: faredWords(asks) };
    },
  }),
  answer(oneAsk, {
    allow: everyone,
    handle: async (context: AreaContext, { id }) =>
      shownWhole(await context.as((tx) => askAt(tx, me(context), id)), context.clock.now()),
  }),
  answer(askFor, {
    allow: everyone,
    handle: async (context: AreaContext, wanted) => {
      const now = context.clock.now();
      const added = await context.as((tx) => addAsk(tx, me(context), { ...wanted, now }));
      if (wanted.from !== undefined) await context.followed(wanted.from, { kind: "ask", id: added.row.id });
      return shownWhole(added, now);
    },
  }),
  answer(takeStep, {
    allow: everyone,
    handle: async (context: AreaContext, wanted) => {
      const now = context.clock.now();
      return shownWhole(await context.as((tx) => addStep(tx, me(context), { ...wanted, now })), now);
    },
  }),
];

const me = ({ actor }: AreaContext): string => actor.person;

const shownBy = ({ clock }: AreaContext, asks: readonly AskSeen[]) =>
  openFirst(asks.map((seen) => shownAsk(seen, clock.now())));

/** What came of what the person's units asked for, for their digest. */
export async function askNews(context: AreaContext, within: Since): Promise<News[]> {
  const asks = await context.as((tx) => allAsks(tx, me(context)));
  return newsOf(
    asks.map((one) => shownWhole(one, context.clock.now())),
    within,
  );
}

/** What is due for the person who asks: to answer, to do what was promised, to say whether it helped. */
export const dueAsks = async (context: AreaContext): Promise<Due[]> =>
  dueOf(shownBy(context, await context.as((tx) => allAsks(tx, me(context)))));

export const askMarks = async (context: AreaContext, within: MarksAsked): Promise<Mark[]> =>
  marksOf(await context.as((tx) => asksAround(tx, me(context), within.units)), within);

/** What is asked and waits for an answer, the oldest first: forums can take it up. */
export const openAsks = async (context: AreaContext, units: readonly string[]): Promise<OpenThing[]> =>
  (await context.as((tx) => asksAround(tx, me(context), units)))
    .map((seen) => ({ unit: seen.from.id, ask: shownAsk(seen, context.clock.now()) }))
    .filter(({ ask: { state } }) => state === "open" || state === "acknowledged" || state === "carried")
    .toSorted((one, other) => (one.ask.asked < other.ask.asked ? -1 : 1))
    .map(({ unit, ask: { id, title, asked } }) => ({
      ...{ kind: "ask", id, title, unit, since: asked, href: `/asks/${id}` },
    }));

export const askFollowUps: FollowUpKind = {
  kind: "ask",
  title: "Ask for help",
  read: async (context, ids) =>
    shownBy(context, await context.as((tx) => asksAt(tx, me(context), ids))).map(
      ({ id, title, mattersBy, says }) => ({
        ...{ id, what: `Ask: ${title}`, came: says, href: `/asks/${id}` },
        expected: mattersBy === null ? "" : `by ${sayDay(mattersBy)}`,
      }),
    ),
};
