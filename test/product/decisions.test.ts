import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addDecision,
  addExpectation,
  addLink,
  addOutcome,
  askAdvice,
  changeDecision,
  decisionFigures,
  decisionList,
  delegate,
  delegations,
  forecastExpectation,
  giveAdvice,
  graph,
  judgeDecision,
  learnt,
  myAdvice,
  oneDecision,
  openDecision,
  openFigures,
  removeAdvice,
  removeDecision,
  removeExpectation,
  removeLink,
  resolveExpectation,
  sayChanged,
  suggestAdvice,
  takeAdvice,
  touchUnits,
  versions,
} from "../../src/areas/decisions/contract.ts";
import { erase, held } from "../../src/core/held/contract.ts";
import { due } from "../../src/core/loops/mine/contract.ts";
import { addUnit, endMembership, unit as oneUnit } from "../../src/core/org/contract.ts";
import { digest } from "../../src/core/reminders/digest-contract.ts";
import { timeline } from "../../src/core/timeline/contract.ts";
import type { GitRepository } from "../git-repository.ts";
import { addWeek, momentOf, stableWaits, weeklyHistory } from "../weekly-history.ts";
import { importRepository, openTestProduct, type TestProduct } from "./open-test-product.ts";
import { peopleOf, problemOf } from "./people-of.ts";

/** The week that it is, of a history that began in January 2025. */
const WEEKS = 30;
let now = momentOf(WEEKS);
let product: TestProduct;
let repository: GitRepository;
const ids: Record<string, string> = {};

beforeAll(async () => {
  product = await openTestProduct({ clock: { now: () => now } });
  await product.ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop", "Search"])
    await product.ask(addUnit, { name, kind: "team", parent: "commerce" });
  repository = weeklyHistory(stableWaits(WEEKS));
  await importRepository(product, { path: repository.path, team: "Payments", deployments: "tags:v*" });
  Object.assign(
    ids,
    await peopleOf(product, [
      ["Ann", "payments", "member"],
      ["Bo", "payments", "member"],
      ["Cem", "shop", "member"],
      ["Dee", "search", "member"],
      ["Lea", "commerce", "lead"],
    ]),
  );
  await product.letInOthers();
}, 60_000);
afterAll(async () => {
  await product?.close();
  repository?.remove();
});

const as = (name: string) => product.askAs(ids[name] as string);
const statusFor = async (name: string, id: string) => (await problemOf(as(name)(oneDecision, { id }))).status;
const dueFor = async (name: string) =>
  (await as(name)(due, {})).due
    .filter(({ kind }) => kind === "decision")
    .map(({ title, action }) => `${title}: ${action}`);
const dayIn = (weeks: number) => new Date(now + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
/** Another week, with its changes and its release read. */
async function week(number: number, hours: number) {
  addWeek(repository, number - 1, hours);
  now = momentOf(number);
  await importRepository(product, { path: repository.path, team: "Payments", deployments: "tags:v*" });
  await product.settle();
}
const light = {
  unit: "payments",
  title: "One queue for all payments",
  why: "Two queues are looked after by nobody.",
};

describe("four fields", () => {
  let id: string;

  test("make a decision that is the team's alone, in the words of MADR, and comes back on its day", async () => {
    const added = await as("Ann")(addDecision, {
      ...light,
      expects: [{ statement: "Nobody is woken by the queue", sure: 70, resolveBy: dayIn(6) }],
      reviewBy: dayIn(8),
      lookedAt: ["change-lead-time"],
    });
    id = added.id;
    expect(added).toMatchObject({
      ...{ status: "accepted", date: dayIn(0), deciders: ["Ann"], reviewBy: dayIn(8), version: 1 },
      ...{ unit: { slug: "payments" }, seenBy: "Only your team sees this.", audience: null, back: false },
      body: "## Context and Problem Statement\n\nTwo queues are looked after by nobody.\n",
      expects: [{ statement: "Nobody is woken by the queue", sure: 70, came: null, toldBy: null }],
      can: { change: true, remove: false, judge: true },
    });
    // What was looked at is kept as it was.
    expect(added.readings).toMatchObject([{ measure: "change-lead-time", every: "week" }]);
    for (const name of ["Cem", "Dee", "Lea"]) expect(await statusFor(name, id)).toBe(404);
    expect((await as("Lea")(decisionList, { unit: "payments" })).decisions).toEqual([]);
    expect((await as("Bo")(decisionList, { unit: "payments" })).decisions.map(({ title }) => title)).toEqual([
      light.title,
    ]);
  });

  test("what cannot be is told at its place", async () => {
    const add = (more: object) => problemOf(as("Ann")(addDecision, { ...light, ...more }));
    expect(await add({ title: " " })).toMatchObject({ status: 400, at: "/title" });
    expect(await add({ reviewBy: dayIn(0) })).toMatchObject({ status: 400, at: "/reviewBy" });
    expect(await add({ expects: [{ statement: "It came", resolveBy: dayIn(0) }] })).toMatchObject({
      at: "/expects/0/resolveBy",
    });
    expect(
      await add({
        expects: [
          {
            ...{ statement: "It is shorter", resolveBy: dayIn(4) },
            toldBy: { measure: "no.such", bound: "at-most", value: 1 },
          },
        ],
      }),
    ).toMatchObject({ at: "/expects/0/toldBy/measure" });
    // A month that begins after today is not over within four weeks.
    expect(
      await add({
        expects: [
          {
            ...{ statement: "It is shorter", resolveBy: dayIn(4) },
            toldBy: { measure: "change-lead-time", every: "month", bound: "at-most", value: 1 },
          },
        ],
      }),
    ).toMatchObject({
      status: 400,
      at: "/expects/0/resolveBy",
      detail: expect.stringContaining("No whole month"),
    });
    expect(await add({ lookedAt: ["nothing"] })).toMatchObject({ at: "/lookedAt/0" });
    expect(await add({ unit: "shop" })).toMatchObject({ status: 403 });
    expect(await add({ body: "a\u0000b" })).toMatchObject({ status: 400, at: "/body" });
  });

  test("a person's own are that person's alone", async () => {
    const { id: own } = await as("Ann")(addDecision, { title: "I lead the next review", why: "" });
    expect(await statusFor("Ann", own)).toBe(200);
    expect(await statusFor("Bo", own)).toBe(404);
    expect(await problemOf(as("Ann")(openDecision, { id: own, audience: "commerce" }))).toMatchObject({
      status: 409,
    });
    expect(
      await problemOf(as("Ann")(askAdvice, { id: own, unit: "shop", capacity: "expert" })),
    ).toMatchObject({
      status: 409,
    });
    expect((await as("Ann")(decisionList, {})).decisions.map(({ title }) => title)).toEqual([
      "I lead the next review",
    ]);
    expect((await as("Bo")(decisionList, {})).decisions).toEqual([]);
    await as("Ann")(removeDecision, { id: own });
    expect(await statusFor("Ann", own)).toBe(404);
    // A team's stays on record once it was put forward.
    expect(await problemOf(as("Ann")(removeDecision, { id }))).toMatchObject({ status: 409 });
  });

  test("on its day people say what came of it, and what the team had expected", async () => {
    const [expected] = (await as("Ann")(oneDecision, { id })).expects;
    const expectation = expected?.id as string;
    await as("Bo")(forecastExpectation, { id: expectation, sure: 40 });
    expect((await as("Bo")(oneDecision, { id })).expects[0]?.mine).toBe(40);
    expect((await as("Ann")(oneDecision, { id })).expects[0]?.mine).toBeNull();
    await as("Ann")(judgeDecision, { id, how: 80, alternatives: 60 });
    expect(await dueFor("Ann")).toEqual([]);
    now = momentOf(WEEKS + 6);
    // Who may know already how it turned out forecasts nothing.
    expect(await problemOf(as("Ann")(forecastExpectation, { id: expectation, sure: 99 }))).toMatchObject({
      status: 409,
    });
    expect((await as("Ann")(oneDecision, { id })).expects[0]?.can.forecast).toBe(false);
    expect(await dueFor("Bo")).toEqual([`${light.title}: Did it come? Nobody is woken by the queue`]);
    const told = await as("Bo")(resolveExpectation, { id: expectation, came: "yes", words: "Not once." });
    expect(told.expectation).toMatchObject({
      came: "yes",
      words: "Not once.",
      resolved: { by: { name: "Bo" } },
    });
    expect(await problemOf(as("Ann")(resolveExpectation, { id: expectation, came: "no" }))).toMatchObject({
      status: 409,
    });
    // Who knows how it turned out cannot say any more how well it was decided.
    expect(await problemOf(as("Ann")(judgeDecision, { id, how: 100 }))).toMatchObject({ status: 409 });
    now = momentOf(WEEKS + 8);
    expect(await dueFor("Ann")).toEqual([`${light.title}: Say what came of it`]);
    expect((await as("Ann")(decisionList, { unit: "payments" })).decisions[0]).toMatchObject({ back: true });
    await as("Ann")(addOutcome, { id, turnedOut: "badly", words: "The other team lost its alarm." });
    expect(await dueFor("Ann")).toEqual([]);
    const lesson = await as("Bo")(learnt, { unit: "payments" });
    expect(lesson).toMatchObject({
      ...{ rightness: { right: 1, of: 1 }, mine: { right: 1, of: 1 }, reviewed: { onTime: 1, of: 1 } },
      table: { goodWell: 0, goodBadly: 1, poorWell: 0, poorBadly: 0 },
    });
    // (1 - 0.7)² and, for Bo alone, (1 - 0.4)².
    expect(lesson.rightness.brier?.score).toBeCloseTo(0.09, 12);
    expect(lesson.mine.brier?.score).toBeCloseTo(0.36, 12);
    expect((await as("Ann")(learnt, { unit: "payments" })).mine.of).toBe(0);
    expect(await problemOf(as("Lea")(learnt, { unit: "payments" }))).toMatchObject({ status: 403 });
  });
});

describe("what a measure tells", () => {
  test("is told by it on its day, and what a decision rests on is watched", async () => {
    now = momentOf(WEEKS);
    const { id } = await as("Ann")(addDecision, {
      ...{ unit: "payments", title: "Release on two days", why: "Waits are long." },
      expects: [
        {
          ...{ statement: "Waits are below three days", sure: 80, resolveBy: dayIn(4) },
          toldBy: {
            measure: "change-lead-time",
            every: "week",
            bound: "at-most",
            value: 3 * 86_400,
          },
        },
        {
          ...{ statement: "Waits are below an hour", sure: 10, resolveBy: dayIn(4) },
          toldBy: { measure: "change-lead-time", every: "week", bound: "at-most", value: 3_600 },
        },
      ],
      reviewBy: dayIn(12),
    });
    const [short] = (await as("Ann")(oneDecision, { id })).expects;
    expect(short?.toldBy?.says).toBe("Change lead time at most 3 days in a week");
    expect(short?.base).toMatchObject({ measure: "change-lead-time" });
    expect(
      await problemOf(as("Ann")(resolveExpectation, { id: short?.id as string, came: "yes" })),
    ).toMatchObject({
      status: 409,
    });
    for (const [n, hours] of [40, 38, 400, 42, 41].entries()) await week(WEEKS + 1 + n, hours);
    const after = await as("Ann")(oneDecision, { id });
    expect(after.expects.map(({ came, resolved, reading }) => [came, resolved?.by, reading?.start])).toEqual([
      ["yes", null, dayIn(-2)],
      ["no", null, dayIn(-2)],
    ]);
    // In its third week something was unusual: those whose decision it is are shown it.
    expect(after.shaken).toMatch(/^Change lead time was unusual in the week of/);
    expect((await dueFor("Bo")).filter((one) => one.startsWith("Release on two days"))).toEqual([
      expect.stringMatching(/^Release on two days: Does it still hold\? Change lead time was unusual/),
    ]);
    const marks = (await as("Ann")(timeline, { slug: "payments" })).staves.find(
      ({ area }) => area === "decisions",
    );
    expect(JSON.stringify(marks)).toContain("decided: Release on two days");
    const { sections } = await as("Bo")(digest, {});
    expect(JSON.stringify(sections)).toContain("It came as expected: Waits are below three days");
  }, 60_000);
});

describe("the advice process", () => {
  let id: string;
  let asked: string;

  test("suggests who may be affected or may know, and why", async () => {
    const added = await as("Ann")(addDecision, {
      ...{ unit: "payments", title: "Payments go through Shop's basket service", status: "proposed" },
      why: "The basket is looked after by Shop.",
    });
    id = added.id;
    expect(added).toMatchObject({ status: "proposed", date: null, says: "proposed today" });
    expect((await as("Ann")(suggestAdvice, { id })).suggestions).toMatchObject([
      { unit: { slug: "shop" }, capacity: "affected", because: "is named in the text" },
    ]);
  });

  test("whoever is asked reads the decision, and theirs are the words", async () => {
    expect(await statusFor("Cem", id)).toBe(404);
    asked = (await as("Ann")(askAdvice, { id, unit: "shop", capacity: "affected" })).advice.id;
    expect(await statusFor("Cem", id)).toBe(200);
    expect(await statusFor("Dee", id)).toBe(404);
    expect(await dueFor("Cem")).toEqual([
      `${"Payments go through Shop's basket service"}: Give Payments your advice`,
    ]);
    const no = { id: asked, stance: "against" as const, said: "It is down every Monday." };
    expect(await problemOf(as("Ann")(giveAdvice, no))).toMatchObject({ status: 403 });
    expect(await problemOf(as("Dee")(giveAdvice, no))).toMatchObject({ status: 404 });
    await as("Cem")(giveAdvice, no);
    expect(await problemOf(as("Ann")(removeAdvice, { id: asked }))).toMatchObject({ status: 409 });
    // Who is asked reads the record, and changes nothing of it.
    expect(await problemOf(as("Cem")(changeDecision, { id, title: "Mine" }))).toMatchObject({ status: 403 });
    expect(await problemOf(as("Cem")(versions, { id }))).toMatchObject({ status: 403 });
    expect((await as("Cem")(oneDecision, { id })).quality).toBeNull();
  });

  test("dissent stays on record with what was done about it", async () => {
    expect(await problemOf(as("Ann")(takeAdvice, { id: asked, taken: "no" }))).toMatchObject({ at: "/why" });
    await as("Ann")(takeAdvice, { id: asked, taken: "partly", why: "We keep a way around it on Mondays." });
    expect(await problemOf(as("Cem")(giveAdvice, { id: asked, said: "Changed my mind." }))).toMatchObject({
      status: 409,
    });
    const [advice] = (await as("Cem")(oneDecision, { id })).advice;
    expect(advice).toMatchObject({
      ...{ name: "Shop", stance: "against", said: "It is down every Monday.", saidBy: { name: "Cem" } },
      ...{ taken: "partly", why: "We keep a way around it on Mondays.", says: "against it, taken in part" },
    });
    expect((await as("Cem")(myAdvice, {})).advice.map(({ decision }) => decision.id)).toEqual([id]);
  });

  test("names are forgotten with the person, and what they said stays", async () => {
    const { id: gone } = await peopleOf(product, [["Gus", "search", "member"]]).then(({ Gus }) => ({
      id: Gus as string,
    }));
    const { advice } = await as("Ann")(askAdvice, { id, person: gone, capacity: "expert" });
    await product.askAs(gone)(giveAdvice, { id: advice.id, said: "Mind the retries." });
    expect((await product.askAs(gone)(held, {})).files.map(({ name }) => name)).toContain("advice");
    await product.ask(erase, { id: gone });
    const left = (await as("Ann")(oneDecision, { id })).advice.find((one) => one.id === advice.id);
    expect(left).toMatchObject({ name: "Somebody who is gone", said: "Mind the retries.", saidBy: null });
  });
});

describe("two who write at once", () => {
  const body = ["## Context", "", "One.", "", "## Options", "", "A, B.", ""].join("\n");

  test("lose nothing: other lines are put together, the same ones are told", async () => {
    const { id } = await as("Ann")(addDecision, {
      unit: "payments",
      title: "Which log",
      body,
      status: "draft",
    });
    await as("Ann")(changeDecision, { id, version: 1, body: body.replace("One.", "One and a half.") });
    const both = await as("Bo")(changeDecision, { id, version: 1, body: body.replace("A, B.", "A, B, C.") });
    expect(both.body).toBe(body.replace("One.", "One and a half.").replace("A, B.", "A, B, C."));
    expect(both.version).toBe(3);
    const clash = as("Ann")(changeDecision, { id, version: 1, body: body.replace("A, B.", "Only A.") });
    expect(await problemOf(clash)).toMatchObject({ status: 409, at: "/body" });
    const kept = (await as("Bo")(versions, { id })).versions;
    expect(kept.map(({ version, by }) => [version, by?.name])).toEqual([
      [3, "Bo"],
      [2, "Ann"],
      [1, "Ann"],
    ]);
    await as("Ann")(removeDecision, { id });
  });

  test("at the very same moment one comes after the other", async () => {
    const { id } = await as("Ann")(addDecision, { unit: "payments", title: "Which", body, status: "draft" });
    await Promise.all([
      as("Ann")(changeDecision, { id, version: 1, body: body.replace("One.", "Two.") }),
      as("Bo")(changeDecision, { id, version: 1, body: body.replace("A, B.", "B, A.") }),
    ]);
    expect((await as("Ann")(oneDecision, { id })).body).toBe(
      body.replace("One.", "Two.").replace("A, B.", "B, A."),
    );
    await as("Ann")(removeDecision, { id });
  });
});

describe("beyond the team", () => {
  test("it is read by those to whom it is opened, until it is taken back", async () => {
    const { id } = await as("Ann")(addDecision, { ...light, title: "Open to see" });
    await as("Ann")(openDecision, { id, audience: "commerce" });
    for (const name of ["Cem", "Dee", "Lea"]) expect(await statusFor(name, id)).toBe(200);
    expect(
      (await as("Lea")(decisionList, { unit: "payments" })).decisions.map(({ title }) => title),
    ).toContain("Open to see");
    await as("Ann")(openDecision, { id, audience: null });
    for (const name of ["Cem", "Dee", "Lea"]) expect(await statusFor(name, id)).toBe(404);
    expect(await problemOf(as("Ann")(openDecision, { id, audience: "shop" }))).toMatchObject({
      at: "/audience",
    });
  });

  test("a leader's decision returns first to the teams that it touches", async () => {
    const { id } = await as("Lea")(addDecision, {
      ...{ unit: "commerce", title: "One release train", why: "", reviewBy: dayIn(4) },
    });
    await as("Lea")(touchUnits, { id, units: ["payments", "shop"] });
    expect(await statusFor("Cem", id)).toBe(200);
    expect(await statusFor("Dee", id)).toBe(404);
    const before = now;
    now += 23 * 86_400_000;
    expect(await dueFor("Cem")).toContainEqual(
      expect.stringMatching(/^One release train: Say what it changed for you: Commerce look at it again on/),
    );
    expect(await dueFor("Lea")).toEqual([]);
    await as("Cem")(sayChanged, { id, unit: "shop", changed: "worse", words: "We wait for others now." });
    expect(await problemOf(as("Cem")(sayChanged, { id, unit: "payments", changed: "better" }))).toMatchObject(
      {
        status: 403,
      },
    );
    expect((await as("Lea")(oneDecision, { id })).touched).toMatchObject([
      { unit: { slug: "payments" }, changed: null },
      { unit: { slug: "shop" }, changed: "worse", words: "We wait for others now.", by: { name: "Cem" } },
    ]);
    now = before;
  });

  test("what one may not see does not show in links or in the graph", async () => {
    const { id: hidden } = await as("Ann")(addDecision, { ...light, title: "Only ours" });
    const { id: shown } = await as("Ann")(addDecision, { ...light, title: "For all" });
    await as("Ann")(openDecision, { id: shown, audience: "organisation" });
    const { links } = await as("Ann")(addLink, { id: shown, kind: "supersedes", to: hidden });
    expect(links.map(({ says, other }) => `${says} ${other.title}`)).toEqual(["replaces Only ours"]);
    const replaced = await as("Bo")(oneDecision, { id: hidden });
    expect(replaced).toMatchObject({
      status: "superseded",
      links: [{ inverse: true, says: "is replaced by" }],
    });
    expect((await as("Dee")(oneDecision, { id: shown })).links).toEqual([]);
    const seen = await as("Dee")(graph, { unit: "organisation" });
    expect(seen.nodes.map(({ title }) => title)).toEqual(["For all"]);
    expect(seen.edges).toEqual([]);
    const all = await as("Ann")(graph, { unit: "payments" });
    expect(all.edges).toContainEqual({ from: shown, to: hidden, kind: "supersedes" });
    expect(await problemOf(as("Dee")(addLink, { id: shown, kind: "relates", to: hidden }))).toMatchObject({
      status: 403,
    });
    await as("Ann")(removeLink, { id: shown, link: links[0]?.id as string });
    expect((await as("Ann")(oneDecision, { id: shown })).links).toEqual([]);
  });

  test("a principle is agreed on as a decision is; whoever departs from it looks after that until a day", async () => {
    const { id: principle } = await as("Lea")(addDecision, {
      ...{
        unit: "commerce",
        sort: "principle",
        title: "Data has one owner",
        why: "Nobody mends what two own.",
      },
    });
    await as("Lea")(openDecision, { id: principle, audience: "commerce" });
    const { id } = await as("Ann")(addDecision, { ...light, title: "A copy of the basket" });
    expect(await problemOf(as("Ann")(addLink, { id, kind: "departs", to: principle }))).toMatchObject({
      at: "/until",
    });
    const { links } = await as("Ann")(addLink, { id, kind: "departs", to: principle, until: dayIn(10) });
    expect(links).toMatchObject([{ kind: "departs", owner: { name: "Ann" }, until: dayIn(10) }]);
    expect(await problemOf(as("Ann")(addLink, { id, kind: "follows", to: id }))).toMatchObject({ at: "/to" });
    const before = now;
    now += 71 * 86_400_000;
    expect(await dueFor("Bo")).toContain(
      "A copy of the basket: It departed from “Data has one owner” until then: does it still?",
    );
    now = before;
    // Three departures and nobody who follows it: those whose principle it is look at it again.
    const mostly = () =>
      dueFor("Lea").then((all) => all.filter((one) => one.startsWith("Data has one owner")));
    expect(await mostly()).toEqual([]);
    for (const title of ["A copy of the prices", "A copy of the stock"]) {
      const other = await as("Ann")(addDecision, { ...light, title });
      await as("Ann")(openDecision, { id: other.id, audience: "commerce" });
      await as("Ann")(addLink, { id: other.id, kind: "departs", to: principle, until: dayIn(10) });
    }
    await as("Ann")(openDecision, { id, audience: "commerce" });
    expect(await mostly()).toEqual([
      "Data has one owner: Departed from 3 times and followed 0 times: does it still hold?",
    ]);
    await as("Lea")(addOutcome, { id: principle, turnedOut: "mixed", next: "changed" });
    expect(await mostly()).toEqual([]);
    expect((await as("Cem")(decisionList, { unit: "commerce", sort: "principles" })).decisions).toMatchObject(
      [{ title: "Data has one owner", sort: "principle" }],
    );
  });
});

describe("how decisions went", () => {
  test("is shown to a group as counts with the team's words, counted anew each day, until it is taken back", async () => {
    expect((await as("Lea")(decisionFigures, { slug: "commerce" })).teams).toEqual([]);
    expect(await problemOf(as("Cem")(openFigures, { slug: "payments", audience: "commerce" }))).toMatchObject(
      {
        status: 403,
      },
    );
    await as("Ann")(openFigures, { slug: "payments", audience: "commerce", annotation: "A hard spring." });
    const [shown] = (await as("Lea")(decisionFigures, { slug: "commerce" })).teams;
    expect(shown).toMatchObject({ unit: { slug: "payments" }, annotation: "A hard spring.", on: dayIn(0) });
    const { rightness } = await as("Ann")(learnt, { unit: "payments" });
    expect(shown?.figures.came).toEqual({ right: rightness.right, of: rightness.of });
    // Neither a title nor a name is in it, and what is behind stays with the team.
    expect(JSON.stringify(shown)).not.toMatch(/One queue|Ann|Bo/);
    expect(await problemOf(as("Lea")(learnt, { unit: "payments" }))).toMatchObject({ status: 403 });
    const before = now;
    now += 3 * 86_400_000;
    await product.settle();
    expect((await as("Cem")(decisionFigures, { slug: "payments" })).teams[0]?.on).toBe(dayIn(0));
    now = before;
    await as("Bo")(openFigures, { slug: "payments", audience: null });
    for (const name of ["Lea", "Cem", "Ann"])
      expect((await as(name)(decisionFigures, { slug: "commerce" })).teams).toEqual([]);
  });
});

describe("delegation", () => {
  test("is agreed by kind, seen below, and says how a decision of that kind is taken", async () => {
    await as("Lea")(delegate, { slug: "commerce", kind: "Tooling", level: "alone" });
    await as("Ann")(delegate, { slug: "payments", kind: "Tooling", level: "together" });
    expect(await as("Bo")(delegations, { slug: "payments" })).toMatchObject({
      delegations: [{ kind: "Tooling", level: "together", by: { name: "Ann" } }],
      above: [{ unit: { slug: "commerce" }, delegations: [{ kind: "Tooling", level: "alone" }] }],
      can: { set: true },
    });
    expect(await as("Cem")(delegations, { slug: "payments" })).toMatchObject({ delegations: [] });
    expect(
      await problemOf(as("Cem")(delegate, { slug: "payments", kind: "Tooling", level: "alone" })),
    ).toMatchObject({
      status: 403,
    });
    const { level } = await as("Ann")(addDecision, { ...light, title: "Another linter", kind: "Tooling" });
    expect(level).toBe("together");
    await as("Ann")(delegate, { slug: "payments", kind: "Tooling", level: null });
    expect((await as("Ann")(delegations, { slug: "payments" })).delegations).toEqual([]);
  });
});

describe("what is expected later", () => {
  test("is added, and taken back within a day as a slip of the pen", async () => {
    const { id } = await as("Ann")(addDecision, { ...light, title: "With more to come" });
    const { expectation } = await as("Ann")(addExpectation, {
      id,
      statement: "It is quiet",
      resolveBy: dayIn(3),
    });
    await as("Ann")(removeExpectation, { id: expectation.id });
    const again = await as("Ann")(addExpectation, { id, statement: "It is calm", resolveBy: dayIn(3) });
    now += 2 * 86_400_000;
    expect(await problemOf(as("Ann")(removeExpectation, { id: again.expectation.id }))).toMatchObject({
      status: 409,
    });
    expect(
      await problemOf(as("Ann")(resolveExpectation, { id: again.expectation.id, came: "void" })),
    ).toMatchObject({ at: "/words" });
  });
});

describe("who has left a team", () => {
  test("keeps their own words, and reads no more what the team made of them", async () => {
    const { Hal } = await peopleOf(product, [["Hal", "payments", "member"]]);
    const hal = Hal as string;
    const { id } = await product.askAs(hal)(addDecision, {
      ...light,
      title: "One queue",
      why: "Two are slow.",
    });
    const { advice } = await product.askAs(hal)(askAdvice, { id, unit: "shop", capacity: "expert" });
    const mine = async () => JSON.stringify((await product.askAs(hal)(held, {})).files);
    expect(await mine()).toContain("One queue");
    const { people } = await product.ask(oneUnit, { slug: "payments" });
    const membership = people.find(({ person }) => person.id === hal);
    await product.ask(endMembership, { id: membership?.id as string });
    await as("Ann")(changeDecision, { id, body: "What only the team knows." });
    await as("Cem")(giveAdvice, { id: advice.id, said: "Said to the team." });
    expect(
      await product
        .askAs(hal)(held, {})
        .then(({ files }) => files.map(({ name }) => name)),
    ).toContain("decisions");
    const left = await mine();
    expect(left).toContain("Two are slow.");
    expect(left).not.toContain("What only the team knows.");
    expect(left).not.toContain("Said to the team.");
  });
});
