import { beforeAll, expect, test } from "vitest";
import type { Area } from "../../core/area.ts";
import type { Event } from "../../core/events/event.ts";
import { factsIn } from "../../core/events/testing.ts";
import type { RedrawnOf } from "../../core/measures/context.ts";
import { measure, measureRows, measures } from "../../core/measures/contract.ts";
import { measureRoutes } from "../../core/measures/routes.ts";
import { timeline } from "../../core/timeline/contract.ts";
import { type TimelineContext, timelineRoutes } from "../../core/timeline/routes.ts";
import { Failure } from "../../platform/errors.ts";
import type { Route } from "../../platform/http/answer.ts";
import type { AnswerOf, AskOf, Contract } from "../../platform/http/contract.ts";
import { deliveryOverview, deliveryReadings } from "./contract.ts";
import { delivery } from "./index.ts";
import { deliveryMeasures } from "./measures.ts";
import { deliveryRoutes } from "./routes.ts";
import { storeForTests, testUnit } from "./testing.ts";

const { store, tell } = storeForTests();
const quiet: Area = {
  id: "craft",
  title: "Craft",
  question: "What do we hold to be good practice?",
  starters: [],
};
const hour = 3_600;
/** Every statement that the events store was asked. */
const asked: string[] = [];

/** Which components each unit may count. */
const units: Record<string, readonly string[]> = {
  payouts: ["ledger"],
  anew: ["ledger"],
  dark: ["unlit"],
  trunk: ["live"],
  empty: [],
};

/** Where each unit has its limits drawn anew, in no order. */
const redrawn: Record<string, readonly RedrawnOf[]> = {
  anew: [
    { measure: "change-lead-time", day: "2026-03-11", reason: "We release by hand" },
    { measure: "change-lead-time", day: "2025-11-03", reason: "long before" },
    { measure: "change-fail-rate", day: "2026-01-07", reason: "another measure" },
  ],
};

async function ask<C extends Contract>(contract: C, input: AskOf<C>): Promise<AnswerOf<C>> {
  const context: TimelineContext = {
    actor: { person: "p", name: "P", administrator: false, scopes: [] },
    clock: { now: () => Date.parse("2026-03-18T12:00:00Z") },
    events: {
      ...store(),
      ask: (query, scope, parameters) => {
        asked.push(query.sql);
        return store().ask(query, scope, parameters);
      },
    },
    org: {
      unitOfSlug: async (_, slug) =>
        units[slug] ? { ...testUnit(units[slug], "Europe/Berlin"), slug } : null,
      slugs: async () => Object.keys(units),
    },
    redrawn: async (_, slug, measures) =>
      (redrawn[slug] ?? []).filter((one) => measures.includes(one.measure)),
    measures: deliveryMeasures,
    areas: [delivery, quiet],
    told: async () => ({ loops: [], checkIns: [], marks: [] }),
  };
  const routes: readonly Route<TimelineContext>[] = [...measureRoutes, ...timelineRoutes, ...deliveryRoutes];
  const route = routes.find((one) => one.contract === contract);
  return (await route?.respond(context, async () => input as Record<string, unknown>)) as AnswerOf<C>;
}

async function fault(asking: Promise<unknown>): Promise<string> {
  const error = await asking.catch((thrown: unknown) => thrown);
  if (!(error instanceof Failure)) return "none";
  return `${error.code} ${error.errors[0]?.pointer} ${error.errors[0]?.detail}`;
}

/** Every day of 14 weeks the host squashes a pull request, and by the rule chosen each merge is live. */
function everyMergeLive(): Event[] {
  const { change, deployed, read } = factsIn("live");
  const days = Array.from({ length: WEEKS * 7 }, (_, day) =>
    new Date(Date.parse("2025-12-08T12:00:00Z") + day * 24 * hour * 1_000).toISOString(),
  );
  const told = days.flatMap((at, day) => [
    change(`m${day}`, at, { byHost: true }),
    ...deployed(`m${day}`, at, { delivers: [`m${day}`], baseline: day === 0, names: [] }),
  ]);
  return [...told, read()];
}

/** Every Tuesday of 14 weeks a deployment with one change; each had waited 2 h or 4 h, in turn, and the last one 41 days. */
const WEEKS = 14;
beforeAll(async () => {
  const { change, deployed, read } = factsIn("ledger");
  const tuesday = (week: number) => Date.parse("2025-12-09T12:00:00Z") + week * 7 * 86_400_000;
  const facts = Array.from({ length: WEEKS }, (_, week) => {
    const waited = week === WEEKS - 1 ? 41 * 24 : 2 + 2 * (week % 2);
    const committed = new Date(tuesday(week) - waited * hour * 1_000).toISOString();
    return [
      change(`c${week}`, committed),
      ...deployed(`v${week}`, new Date(tuesday(week)).toISOString(), {
        delivers: [`c${week}`],
        baseline: week === 0,
      }),
    ];
  });
  const unlit = factsIn("unlit");
  await tell(
    ...everyMergeLive(),
    facts.flat(),
    read(),
    unlit.change("x", "2026-03-10T10:00:00Z"),
    unlit.read(),
  );
});

test("a measure answers with its points, summary, chart, rows and definition", async () => {
  const lead = await ask(measure, { id: "change-lead-time", unit: "payouts" });
  expect(lead).toMatchObject({
    measure: "change-lead-time",
    unit: "payouts",
    every: "week",
    from: "2025-12-09",
    to: "2026-03-18",
    timeZone: "Europe/Berlin",
    rows: { in: 13, out: [{ reason: "in the first deployment, which is history", n: 1 }] },
    definition: { id: "change-lead-time", unit: "seconds" },
  });
  // The week cut by the first fact, and this one, are open.
  expect(lead.partial).toEqual(["2025-12-08", "2026-03-16"]);
  expect(lead.chart?.scale).toBe("log");
  expect(lead.chart?.signals).toContainEqual({ start: "2026-03-09", rule: "outside" });
  expect(lead.sentence).toContain("Unusual: the week of 9 Mar 2026 (41 days).");
  expect(lead.rows.list).toBeUndefined();
});

test("from the week in which limits are drawn anew on, nothing is said by the old ones", async () => {
  const lead = await ask(measure, { id: "change-lead-time", unit: "anew" });
  expect(lead.redrawn).toEqual([{ day: "2026-03-11", reason: "We release by hand" }]);
  expect(lead.chart?.segments.map(({ start, until, why }) => [start, until, why === null])).toEqual([
    ["2025-12-15", "2026-03-09", true],
    ["2026-03-09", null, false],
  ]);
  expect(lead.chart?.signals).toEqual([]);
  expect(lead.sentence).toMatch(/ Not enough to say what is usual since the week of 9 Mar 2026\.$/);
  expect((await ask(measure, { id: "change-lead-time", unit: "payouts" })).redrawn).toEqual([]);
});

test("the time line draws limits anew as well, and tells no old range of the latest reading", async () => {
  const { staves } = await ask(timeline, { slug: "anew", weeks: "26" });
  expect(staves[0]?.redrawn).toEqual([{ day: "2026-03-11", reason: "We release by hand" }]);
  expect(staves[0]?.latest).toEqual({
    reading: "41 days",
    usual:
      "last whole week. Not enough to say what is usual since the week of 9 Mar 2026: 1 complete week with a value, 12 are needed.",
  });
});

test("with its rows it lists those that went in and those left out, newest first", async () => {
  const lead = await ask(measure, { id: "change-lead-time", unit: "payouts", rows: "true" });
  expect(lead.rows.list).toHaveLength(14);
  expect(lead.rows.list?.[0]).toMatchObject({
    id: "c13",
    value: 984 * hour,
    because: "delivered by v13",
    reason: null,
  });
  expect(lead.rows.list?.[13]).toMatchObject({
    id: "c0",
    value: null,
    reason: "in the first deployment, which is history",
  });
});

test("rows come in pages, of one period if asked, and say how many there are", async () => {
  const page = await ask(measureRows, { id: "change-lead-time", unit: "payouts", offset: "2", limit: "3" });
  expect([page.rows.map(({ id }) => id), page.total]).toEqual([["c11", "c10", "c9"], 13]);
  const week = await ask(measureRows, { id: "change-lead-time", unit: "payouts", start: "2026-03-09" });
  expect([week.rows.map(({ id }) => id), week.total]).toEqual([["c13"], 1]);
  const out = await ask(measureRows, { id: "change-lead-time", unit: "payouts", left: "out" });
  expect(out.rows.map(({ id, reason }) => [id, reason])).toEqual([
    ["c0", "in the first deployment, which is history"],
  ]);
  expect((await ask(measureRows, { id: "change-lead-time", unit: "payouts", offset: "99" })).total).toBe(13);
});

test("what is wrong in a question names its field and lists what would be right", async () => {
  expect(await fault(ask(measure, { id: "velocity", unit: "payouts" }))).toMatch(
    /^not_found \/id There is no measure “velocity”\. There is: change-lead-time, /,
  );
  expect(await fault(ask(measure, { id: "change-lead-time", unit: "nobody" }))).toBe(
    "bad_input /unit There is no team or group “nobody”. There is: payouts, anew, dark, trunk, empty.",
  );
  expect(await fault(ask(measure, { id: "change-lead-time", unit: "payouts", from: "2026-13-01" }))).toMatch(
    /^bad_input \/from /,
  );
  expect(
    await fault(ask(measure, { id: "change-lead-time", unit: "payouts", every: "year" as "week" })),
  ).toMatch(/^bad_input \/every .*day, week, month/);
  expect(
    await fault(ask(measureRows, { id: "change-lead-time", unit: "payouts", start: "2026-03-10" })),
  ).toMatch(
    /^bad_input \/start No period begins on 2026-03-10\. They begin on 2025-12-08, 2025-12-15, 2025-12-22 and so on/,
  );
  expect(await fault(ask(timeline, { slug: "nobody" }))).toMatch(
    /^not_found \/slug There is no team or group “nobody”/,
  );
  expect(await fault(ask(deliveryOverview, { slug: "nobody" }))).toMatch(
    /^not_found \/slug There is no team or group “nobody”/,
  );
});

test("all measures are listed with their definitions", async () => {
  const listed = await ask(measures, {});
  expect(listed.measures.map(({ id }) => id).sort()).toEqual([
    "batch-size",
    "change-fail-rate",
    "change-lead-time",
    "changes-merged",
    "deployment-frequency",
    "deployment-rework-rate",
    "failed-deployment-recovery-time",
    "time-between-deployments",
  ]);
});

test("the time line draws lead time where something says what is live, and the other areas ask their question", async () => {
  const line = await ask(timeline, { slug: "payouts" });
  expect([line.from, line.to]).toEqual(["2025-09-22", "2026-03-18"]);
  expect(line.questions).toEqual([{ area: "craft", title: "Craft", question: quiet.question, own: false }]);
  const [stave] = line.staves;
  expect(stave).toMatchObject({
    area: "delivery",
    measure: { id: "change-lead-time" },
    question: delivery.question,
    latest: { reading: "41 days", usual: expect.stringMatching(/^last whole week; usually [\d.]+ \w+ to /) },
  });
  expect(stave?.marks.at(-1)).toEqual({
    at: "2026-03-09T00:00:00.000Z",
    text: "the week of 9 Mar 2026: unusual, 41 days",
    kind: "unusual",
    href: null,
  });
});

test("the time line falls back to changes merged, and to a question where nothing is known", async () => {
  const dark = await ask(timeline, { slug: "dark" });
  expect(dark.staves.map(({ measure, question }) => [measure?.id, question])).toEqual([
    ["changes-merged", "How much comes together?"],
  ]);
  const empty = await ask(timeline, { slug: "empty" });
  expect([empty.staves, empty.questions.map(({ area }) => area)]).toEqual([[], ["delivery", "craft"]]);
});

test("the overview tells what is notable, and where the slowest changes waited", async () => {
  const overview = await ask(deliveryOverview, { slug: "payouts" });
  expect(overview.notable).toMatchObject({ measure: "change-lead-time", title: "Change lead time" });
  expect(overview.notable.sentence).toMatch(
    /^Half of the changes reach users within .*Unusual: the week of 9 Mar 2026 \(41 days\)/,
  );
  expect(overview.slowest.map(({ id }) => id)).toEqual(["c13", "c1", "c11", "c3", "c5"]);
  expect(overview.slowest[0]).toMatchObject({
    deployment: "v13",
    seconds: 984 * hour,
    where: "waited 41 days for a release",
  });
  expect(overview.unknownLive).toEqual([]);
});

test("the readings say each measure in words, with what it is made of", async () => {
  const { readings } = await ask(deliveryReadings, { slug: "payouts" });
  expect(readings.map(({ id }) => id)).toEqual(deliveryMeasures.map(({ id }) => id));
  expect(readings).toContainEqual({
    id: "deployment-frequency",
    title: "Deployment frequency",
    reading: "1 a week",
    from: "14 deployments, on 14 of 100 days",
  });
});

test("the overview of what has no deployments names the components of which nothing says what is live", async () => {
  const overview = await ask(deliveryOverview, { slug: "dark" });
  expect(overview.unknownLive).toEqual(["unlit"]);
  expect(overview.slowest).toEqual([]);
  expect(overview.notable.sentence).toMatch(/^1 change so far\./);
});

test("where each merge is live, the wait says nothing: no chart, no slowest changes, and how often is drawn instead", async () => {
  const wait = await ask(measure, { id: "change-lead-time", unit: "trunk" });
  expect(wait).toMatchObject({
    title: "Merge to release",
    sentence:
      "By the rule chosen, changes are live as soon as they are merged, so this says nothing; pull requests would show the rest.",
    summary: { value: 0, n: WEEKS * 7 - 1 },
    chart: null,
    noChart: "Half of the changes took no time at all: there is nothing to draw.",
  });
  const overview = await ask(deliveryOverview, { slug: "trunk" });
  expect([overview.slowest, overview.notable.measure]).toEqual([[], "deployment-frequency"]);
  const [stave] = (await ask(timeline, { slug: "trunk" })).staves;
  expect([stave?.measure?.id, stave?.question]).toEqual([
    "deployment-frequency",
    "How often do users get something new?",
  ]);
});

test("fail rate, recovery time and rework rate are labelled with what they are found by", async () => {
  const labels = await Promise.all(
    ["change-fail-rate", "failed-deployment-recovery-time", "deployment-rework-rate"].map(async (id) => {
      const { title, definition } = await ask(measure, { id, unit: "payouts" });
      return title.replace(definition.title, "");
    }),
  );
  expect(new Set(labels)).toEqual(new Set([": reverts and rollbacks found"]));
});

test.each([
  ["the overview", () => ask(deliveryOverview, { slug: "payouts" }), 6],
  ["the overview without a deployment", () => ask(deliveryOverview, { slug: "dark" }), 2],
  ["the time line", () => ask(timeline, { slug: "payouts" }), 2],
  ["the time line without a deployment", () => ask(timeline, { slug: "dark" }), 2],
  ["a measure", () => ask(measure, { id: "change-lead-time", unit: "payouts" }), 2],
  [
    "a measure with its rows",
    () => ask(measure, { id: "change-lead-time", unit: "payouts", rows: "true" }),
    5,
  ],
])("%s asks the store nothing twice", async (_, asking, statements) => {
  asked.length = 0;
  await asking();
  expect(asked).toHaveLength(statements);
  expect(new Set(asked).size).toBe(statements);
});
