import { afterAll, beforeAll, expect, test } from "vitest";
import { held } from "../../src/core/held/contract.ts";
import {
  checkIn,
  finishQuiet,
  finishTurn,
  guessNext,
  showTurn,
  writeTurn,
} from "../../src/core/loops/check-in/contract.ts";
import { addLoop, changeLoop, type Loop, loop, loops } from "../../src/core/loops/contract.ts";
import { addDaysOff, daysOff, removeDayOff } from "../../src/core/loops/days-off/contract.ts";
import {
  beginExperiment,
  concludeExperiment,
  experiment,
  lookBack,
} from "../../src/core/loops/experiments/contract.ts";
import { due, rightness } from "../../src/core/loops/mine/contract.ts";
import { measure } from "../../src/core/measures/contract.ts";
import { addUnit, changeUnit, endMembership, person } from "../../src/core/org/contract.ts";
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
  for (const name of ["Payments", "Shop"])
    await product.ask(addUnit, { name, kind: "team", parent: "commerce" });
  repository = weeklyHistory(stableWaits(WEEKS));
  await importRepository(product, { path: repository.path, team: "Payments", deployments: "tags:v*" });
  Object.assign(
    ids,
    await peopleOf(product, [
      ["Ann", "payments", "member"],
      ["Bo", "payments", "member"],
      ["Cem", "shop", "member"],
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
/** Another week, with its changes and its release read. */
async function week(number: number, hours: number | null) {
  addWeek(repository, number - 1, hours);
  now = momentOf(number);
  await importRepository(product, { path: repository.path, team: "Payments", deployments: "tags:v*" });
}

let wait: Loop;

test("a loop begins private to its team, weekly, and is due on the day of the meeting", async () => {
  wait = await as("Ann")(addLoop, {
    ...{ unit: "payments", area: "delivery", question: "How long does a finished idea wait?" },
    ...{ measures: ["change-lead-time"], rule: "FREQ=WEEKLY;BYDAY=MO" },
  });
  expect(wait).toMatchObject({
    due: "2025-08-04",
    next: "2025-08-11",
    seenBy: "Only Payments sees this",
    cadence: { says: "every Monday", timeZone: expect.any(String) },
    measures: [{ id: "change-lead-time", title: "Change lead time" }],
  });
  const seen = async (who: string) => (await as(who)(loops, { unit: "payments" })).loops.length;
  expect([await seen("Bo"), await seen("Cem"), await seen("Lea")]).toEqual([1, 0, 0]);
  expect(await problemOf(as("Cem")(loop, { id: wait.id }))).toMatchObject({ status: 404 });
  expect(
    await problemOf(as("Lea")(addLoop, { unit: "payments", area: "delivery", question: "Why?" })),
  ).toMatchObject({
    status: 403,
  });
});

test("what cannot be asked is said at its place", async () => {
  const wanted = { unit: "payments", area: "delivery", question: "Why?" };
  const at = async (more: object) => (await problemOf(as("Ann")(addLoop, { ...wanted, ...more }))).at;
  expect(await at({ area: "happiness" })).toBe("/area");
  expect(await at({ measures: ["batch-size", "luck"] })).toBe("/measures/1");
  expect(await at({ rule: "every Monday" })).toBe("/rule");
  expect(await at({ question: "  " })).toBe("/question");
  expect(await at({ unit: "nowhere" })).toBe("/unit");
  expect([await at({ starts: "0000-01-01" }), await at({ starts: "9999-12-31" })]).toEqual([
    "/starts",
    "/starts",
  ]);
});

test("a check-in shows what is due with its reading, and is done with one click where nothing is unusual", async () => {
  const { items, today } = await as("Bo")(checkIn, { unit: "payments" });
  expect([today, items.length]).toEqual(["2025-08-04", 1]);
  const [item] = items;
  expect(item).toMatchObject({ quiet: true, unusual: [], canGuess: true, guessed: null });
  expect(item?.answers[0]?.chart).not.toBeNull();
  const { done } = await as("Bo")(finishQuiet, {
    unit: "payments",
    turns: [{ loop: wait.id, due: "2025-08-04" }],
  });
  expect(done[0]).toMatchObject({ sense: "usual", next: "nothing", done: { by: { name: "Bo" } } });
  expect(done[0]?.readings[0]).toMatchObject({ measure: "change-lead-time", start: "2025-07-28" });
  expect((await as("Ann")(checkIn, { unit: "payments" })).items).toEqual([]);
});

test("two who write at once lose nothing, and who finishes second finds it finished", async () => {
  await week(31, 40);
  const place = { id: wait.id, due: "2025-08-11" };
  const first = await as("Ann")(writeTurn, { ...place, version: 0, note: "Two of us were away." });
  expect(first).toMatchObject({ version: 1, note: "Two of us were away." });
  expect(await problemOf(as("Bo")(writeTurn, { ...place, version: 0, note: "The audit." }))).toMatchObject({
    status: 409,
  });
  await as("Bo")(writeTurn, {
    ...place,
    version: 1,
    note: "Two of us were away, and the audit.",
    sense: "usual",
  });
  await as("Bo")(guessNext, { ...place, direction: "same", sure: 60 });
  await as("Ann")(guessNext, { ...place, mine: true, direction: "lower", sure: 80 });
  const both = await Promise.all([as("Ann")(finishTurn, place), as("Bo")(finishTurn, place)]);
  expect(new Set(both.map(({ done }) => done?.by?.name)).size).toBe(1);
  expect(await problemOf(as("Ann")(writeTurn, { ...place, version: 2, note: "Late" }))).toMatchObject({
    status: 409,
    detail: "This question is done already for this time.",
  });
});

test("a guess is looked up by itself when the reading comes; one's own is seen by nobody else", async () => {
  await week(32, 12);
  const { items } = await as("Ann")(checkIn, { unit: "payments" });
  expect(items[0]).toMatchObject({
    guessed: {
      direction: "same",
      came: "lower",
      says: "You said: about the same (60 % sure). It was shorter.",
    },
    mineGuessed: { direction: "lower", came: "lower" },
    quiet: false,
  });
  expect(items[0]?.unusual).toEqual(["Change lead time, the week of 11 Aug 2025: 12 h"]);
  await product.settle();
  expect((await as("Ann")(rightness, { unit: "payments" })).guesses).toMatchObject({ right: 0, of: 1 });
  expect((await as("Ann")(rightness, {})).guesses).toMatchObject({
    ...{ right: 1, of: 1, says: "In 1 of 1 turn it went as you thought." },
    brier: { of: 1 },
  });
  expect((await as("Bo")(rightness, {})).guesses.of).toBe(0);
  expect((await as("Bo")(loop, { id: wait.id })).turns.map(({ mine }) => mine)).toEqual([null, null]);
  expect(await problemOf(as("Cem")(rightness, { unit: "payments" }))).toMatchObject({ status: 403 });
});

test("what is unusual wants a look: it is not done with one click", async () => {
  const turn = { loop: wait.id, due: "2025-08-18" };
  expect(await problemOf(as("Ann")(finishQuiet, { unit: "payments", turns: [turn] }))).toMatchObject({
    status: 400,
    at: "/turns/0",
  });
});

test("something is tried, comes back by itself when there is enough to say, and the team concludes", async () => {
  const begun = await as("Ann")(beginExperiment, {
    ...{ unit: "payments", area: "delivery", title: "Release every day", measure: "change-lead-time" },
    ...{ direction: "lower", size: 0.3, sure: 70, from: { loop: wait.id, due: "2025-08-18" } },
  });
  expect(begun).toMatchObject({ state: "runs", begins: "2025-08-18", lookAgain: "2025-10-13" });
  expect(begun.expects?.says).toBe("shorter by 30 %, 70 % sure");
  await as("Ann")(finishTurn, { id: wait.id, due: "2025-08-18" });
  const shorter = stableWaits(8, 20, 11);
  for (const [place, hours] of shorter.entries()) addWeek(repository, 32 + place, hours);
  await week(41, 20);
  expect((await as("Bo")(due, {})).due.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
    "experiment: Release every day",
    "check-in: How long does a finished idea wait?",
  ]);
  const page = await as("Bo")(experiment, { id: begun.id });
  expect(page.experiment.state).toBe("back");
  expect(page.shows).toMatchObject({ came: "lower", known: { since: 9 } });
  expect(page.shows?.says[0]).toMatch(/^Shorter by \d+ % \(\d+ to \d+ %\): \d+ h, it was \d+ h\.$/);
  const ended = await as("Bo")(concludeExperiment, {
    id: begun.id,
    ends: "keep",
    words: "It holds.",
    real: true,
  });
  expect(ended).toMatchObject({ state: "keep", conclusions: [{ asExpected: true, by: { name: "Bo" } }] });
  const chart = await as("Ann")(measure, { id: "change-lead-time", unit: "payments" });
  expect(chart.redrawn).toEqual([{ day: "2025-08-18", reason: "Release every day" }]);
  const { followUps, noticed } = await as("Ann")(loop, { id: wait.id });
  expect(followUps.map(({ what, expected, came }) => [what, expected, came])).toEqual([
    ["Experiment: Release every day", "shorter by 30 %, 70 % sure", "We keep it. It holds."],
  ]);
  expect(noticed?.list[0]).toMatchObject({ start: "2025-08-11", title: "Change lead time" });
  expect((await as("Ann")(rightness, { unit: "payments" })).experiments).toMatchObject({ right: 1, of: 1 });
});

test("a look back is guessed before it is looked at, on what is there", async () => {
  const back = await as("Ann")(lookBack, {
    ...{ unit: "payments", area: "delivery", title: "We began to pair", measure: "change-lead-time" },
    ...{ begins: "2025-04-07", direction: "lower", sure: 60 },
  });
  const { shows, experiment: seen } = await as("Ann")(experiment, { id: back.id });
  expect(seen).toMatchObject({ kind: "look-back", state: "back" });
  expect(shows?.effect).not.toBeNull();
  const future = { unit: "payments", area: "delivery", title: "Later", measure: "change-lead-time" };
  expect(
    await problemOf(as("Ann")(lookBack, { ...future, begins: "2026-01-01", direction: "lower" })),
  ).toMatchObject({ at: "/begins" });
});

test("an experiment that is abandoned says why", async () => {
  const begun = await as("Ann")(beginExperiment, {
    unit: "payments",
    area: "craft",
    title: "Mob on Fridays",
  });
  expect(await problemOf(as("Ann")(concludeExperiment, { id: begun.id, ends: "abandoned" }))).toMatchObject({
    at: "/words",
  });
  await as("Ann")(concludeExperiment, { id: begun.id, ends: "abandoned", words: "Half of us were away." });
  expect(await problemOf(as("Bo")(concludeExperiment, { id: begun.id, ends: "keep" }))).toMatchObject({
    status: 409,
  });
  expect(await problemOf(as("Cem")(experiment, { id: begun.id }))).toMatchObject({ status: 404 });
});

test("a loop is opened to the group by its team alone; what is shown is the reading, with the words chosen for it", async () => {
  expect(await problemOf(as("Lea")(changeLoop, { id: wait.id, audience: "commerce" }))).toMatchObject({
    status: 404,
  });
  await as("Ann")(changeLoop, { id: wait.id, audience: "commerce" });
  // What was done before they said so is not shown by itself, however long ago it was.
  await as("Ann")(changeLoop, { id: wait.id, shareAfter: 2 });
  const place = { id: wait.id, due: "2025-10-20" };
  await as("Ann")(writeTurn, {
    ...place,
    version: 0,
    note: "Between us",
    annotation: "Releasing daily helps.",
  });
  await as("Ann")(finishTurn, place);
  const shown = async (who: string) =>
    (await as(who)(loops, { unit: "commerce" })).shown.map(({ annotation, unit }) => [
      unit?.name,
      annotation,
    ]);
  await product.settle();
  expect(await shown("Lea")).toEqual([]);
  now = momentOf(41, { day: 4 });
  await product.settle();
  expect([await shown("Lea"), await shown("Cem")]).toEqual(
    Array(2).fill([["Payments", "Releasing daily helps."]]),
  );
  const page = await as("Lea")(loop, { id: wait.id });
  expect([page.turns, page.followUps, page.answers, page.rightness]).toEqual([[], [], [], null]);
  expect(JSON.stringify(page)).not.toContain("Between us");
  // Whoever it leaves sees it no longer, and again once it is back.
  await product.ask(changeUnit, { slug: "payments", parent: "organisation" });
  expect([await shown("Lea"), (await problemOf(as("Lea")(loop, { id: wait.id }))).status]).toEqual([[], 404]);
  await product.ask(changeUnit, { slug: "payments", parent: "commerce" });
  expect(await shown("Lea")).toHaveLength(1);
  await as("Bo")(showTurn, { ...place, show: false });
  await product.settle();
  expect(await shown("Lea")).toEqual([]);
});

test("what is taken back is gone with all that was shown, and one's own loop is one's own", async () => {
  await as("Ann")(changeLoop, { id: wait.id, audience: null });
  expect(await problemOf(as("Lea")(loop, { id: wait.id }))).toMatchObject({ status: 404 });
  const mine = await as("Ann")(addLoop, { area: "growth", question: "What did I learn?" });
  expect(await problemOf(as("Ann")(changeLoop, { id: mine.id, audience: "commerce" }))).toMatchObject({
    at: "/audience",
  });
  expect(mine.seenBy).toBe("Only you see this");
  expect(await problemOf(as("Bo")(loop, { id: mine.id }))).toMatchObject({ status: 404 });
  expect((await as("Ann")(loops, {})).loops.map(({ question }) => question)).toEqual(["What did I learn?"]);
});

test("a leader opens a group's loop to its teams with one change", async () => {
  const led = await as("Lea")(addLoop, {
    unit: "commerce",
    area: "advocacy",
    question: "What did I bring back?",
  });
  const seen = async (who: string) =>
    (await as(who)(loops, { unit: "commerce" })).loops.map(({ question }) => question);
  expect([await seen("Lea"), await seen("Ann")]).toEqual([["What did I bring back?"], []]);
  await as("Lea")(changeLoop, { id: led.id, audience: "commerce" });
  expect(await seen("Ann")).toEqual(["What did I bring back?"]);
  expect(await problemOf(as("Ann")(changeLoop, { id: led.id, ended: true }))).toMatchObject({ status: 403 });
});

test("on a day off nobody is asked: what falls on it falls away, also where the group above has it", async () => {
  now = momentOf(50);
  const text = "2025-12-22..2025-12-23 Winter break\n2025-13-01 No day";
  const read = await as("Lea")(addDaysOff, { slug: "commerce", text });
  expect([read.days.length, read.problems.map(({ place }) => place)]).toEqual([1, ["line 2"]]);
  const { id } = await as("Ann")(addLoop, {
    unit: "payments",
    area: "craft",
    question: "Which practice did we drop?",
  });
  const whenOf = async () => (await as("Ann")(loop, { id })).loop;
  expect(await whenOf()).toMatchObject({ due: "2025-12-22" });
  await as("Lea")(addDaysOff, { slug: "commerce", text, apply: true });
  expect(await whenOf()).toMatchObject({ due: null, next: "2025-12-29" });
  expect(await problemOf(as("Cem")(addDaysOff, { slug: "commerce", text, apply: true }))).toMatchObject({
    status: 403,
  });
  const [off] = (await as("Ann")(daysOff, { slug: "payments" })).days;
  expect(off).toMatchObject({ name: "Winter break", unit: { slug: "commerce" } });
  expect(await problemOf(as("Ann")(removeDayOff, { id: off?.id as string }))).toMatchObject({ status: 403 });
  await as("Lea")(removeDayOff, { id: off?.id as string });
  expect(await whenOf()).toMatchObject({ due: "2025-12-22" });
});

test("a measure with gaps is unknown and not guessed by; a guess without a reading is told to be without", async () => {
  const { id } = await as("Ann")(addLoop, {
    ...{ unit: "payments", area: "delivery", question: "And now?", measures: ["change-lead-time"] },
  });
  const place = { id, due: "2025-12-22" };
  // Nothing was released since October: the latest week is unknown, so there is nothing to start from.
  expect(
    (await as("Ann")(checkIn, { unit: "payments" })).items.find((item) => item.loop.id === id),
  ).toMatchObject({
    canGuess: false,
  });
  expect(await problemOf(as("Ann")(guessNext, { ...place, direction: "same" }))).toMatchObject({
    status: 400,
    at: "/direction",
  });
});

test("an experiment ends once, whoever of two says so first", async () => {
  const { id } = await as("Bo")(beginExperiment, { unit: "payments", area: "craft", title: "Once" });
  const both = await Promise.all(
    (["keep", "drop"] as const).map((ends) => problemOf(as("Bo")(concludeExperiment, { id, ends }))),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const far = { unit: "payments", area: "craft", title: "Some day", begins: "2029-01-01" };
  expect(await problemOf(as("Bo")(beginExperiment, far))).toMatchObject({ at: "/begins" });
});

test("who leaves sees nothing of it any more, and what they guessed for themselves stays theirs", async () => {
  const before = (await as("Ann")(rightness, {})).guesses.of;
  const { memberships } = await as("Ann")(person, { id: ids.Ann as string });
  await product.ask(endMembership, { id: memberships[0]?.id as string });
  expect(await problemOf(as("Ann")(checkIn, { unit: "payments" }))).toMatchObject({ status: 403 });
  expect((await as("Ann")(loops, { unit: "payments" })).loops).toEqual([]);
  expect(await problemOf(as("Ann")(loop, { id: wait.id }))).toMatchObject({ status: 404 });
  expect((await as("Ann")(rightness, {})).guesses.of).toBe(before);
  // What the team measures after that is told to them by no guess of theirs either.
  const { files } = await as("Ann")(held, {});
  const guesses = files.find(({ name }) => name === "guesses")?.rows ?? [];
  expect(guesses.map(({ reading }) => reading)).toEqual(guesses.map(() => null));
  expect((await as("Bo")(loops, { unit: "payments" })).loops.length).toBeGreaterThan(0);
});
