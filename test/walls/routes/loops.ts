import * as turns from "../../../src/core/loops/check-in/contract.ts";
import * as loops from "../../../src/core/loops/contract.ts";
import * as daysOff from "../../../src/core/loops/days-off/contract.ts";
import * as experiments from "../../../src/core/loops/experiments/contract.ts";
import * as mine from "../../../src/core/loops/mine/contract.ts";
import { type Attempt, annsAlone, everyone, type Heard, keepers, members, trying } from "./attempt.ts";
import { fresh } from "./fresh.ts";
import type { RouteWorld } from "./world.ts";

/** Open to Commerce: the question is seen there, and belongs to Payments all the same. */
const openToCommerce: Heard = {
  member: "ok",
  "another team's member": "403",
  "leader above": "403",
  others: "404",
};
const ofPayments = { unit: "payments", area: "delivery" };
const place = ({ loop, today }: RouteWorld) => ({ id: loop, due: today });
const freshLoop = async (world: RouteWorld) =>
  (await world.browser("member")(loops.addLoop, { ...ofPayments, question: fresh("Why?") })).id;
const freshExperiment = async (world: RouteWorld) =>
  (await world.browser("member")(experiments.beginExperiment, { ...ofPayments, title: fresh("Try") })).id;

let days = 0;
async function freshDayOff(world: RouteWorld) {
  const ann = world.browser("member");
  const name = `Day ${days++}`;
  const text = `${2100 + days}-01-01 ${name}`;
  await ann(daysOff.addDaysOff, { slug: "payments", text, apply: true });
  const found = await ann(daysOff.daysOff, { slug: "payments" });
  return { id: found.days.find((day) => day.name === name)?.id as string };
}

export const whatLoopsAsk: readonly Attempt[] = [
  trying(loops.starters, { takes: "read", input: {}, heard: everyone }),
  trying(loops.loops, {
    takes: "read",
    about: "of Payments",
    input: { unit: "payments" },
    sees: ({ loops: seen, can }) =>
      `${seen.some(({ question }) => question === "Open?") ? "the open one" : "none"}${can.add ? " adds" : ""}`,
    heard: {
      member: "ok the open one adds",
      "another team's member": "ok the open one",
      "leader above": "ok the open one",
      others: "ok none",
    },
  }),
  trying(loops.loops, {
    takes: "read",
    about: "what is shown to Commerce",
    input: { unit: "commerce" },
    sees: ({ shown }) => shown.map(({ annotation }) => annotation).join(),
    heard: {
      member: "ok For Commerce",
      "another team's member": "ok For Commerce",
      "leader above": "ok For Commerce",
      others: "ok ",
    },
  }),
  trying(loops.loops, {
    takes: "read",
    about: "one's own",
    input: {},
    sees: ({ loops: seen }) => (seen.some(({ question }) => question === "Mine?") ? "hers" : "none of hers"),
    heard: { member: "ok hers", others: "ok none of hers" },
  }),
  trying(loops.loop, {
    takes: "read",
    about: "open to Commerce",
    input: ({ loop }) => ({ id: loop }),
    sees: ({ turns: seen, shown, answers, noticed }) =>
      [
        seen.length > 0 ? "turns" : "",
        shown.length > 0 ? "shown" : "",
        answers.length > 0 ? "charts" : "",
        noticed === null ? "" : "noticed",
      ]
        .filter(Boolean)
        .join(" "),
    heard: {
      member: "ok turns shown charts noticed",
      "another team's member": "ok shown",
      "leader above": "ok shown",
      others: "404",
    },
  }),
  trying(loops.loop, {
    takes: "read",
    about: "Ann's own",
    input: ({ mine: id }) => ({ id }),
    heard: annsAlone,
  }),
  trying(loops.addLoop, {
    takes: "admin",
    about: "for Payments",
    input: () => ({ ...ofPayments, question: fresh("Why?") }),
    heard: members,
  }),
  trying(loops.addLoop, {
    takes: "admin",
    about: "of one's own, about Payments",
    input: () => ({
      about: "payments",
      area: "delivery",
      question: fresh("Why?"),
      measures: [],
      rule: "FREQ=YEARLY",
    }),
    heard: everyone,
  }),
  trying(loops.changeLoop, {
    takes: "admin",
    input: async (world) => ({ id: await freshLoop(world), question: "How?" }),
    heard: annsAlone,
  }),
  trying(loops.changeLoop, {
    takes: "admin",
    about: "one that is open to Commerce",
    input: ({ loop }) => ({ id: loop, question: "Open?" }),
    heard: openToCommerce,
  }),
];

export const whatTurnsTell: readonly Attempt[] = [
  trying(turns.checkIn, { takes: "read", input: { unit: "payments" }, heard: members }),
  trying(turns.writeTurn, {
    takes: "admin",
    input: async (world) => ({ id: await freshLoop(world), due: world.today, version: 0, note: "A word" }),
    heard: annsAlone,
  }),
  trying(turns.writeTurn, {
    takes: "admin",
    about: "of a loop that is open to Commerce, done by now",
    input: (world) => ({ ...place(world), version: 1, note: "A word" }),
    heard: { ...openToCommerce, member: "409" },
  }),
  trying(turns.guessNext, {
    takes: "admin",
    input: (world) => ({ ...place(world), direction: "same" as const }),
    heard: { ...openToCommerce, member: "409" },
  }),
  trying(turns.finishTurn, { takes: "admin", input: place, heard: openToCommerce }),
  trying(turns.finishQuiet, {
    takes: "admin",
    input: ({ loop }) => ({ unit: "payments", turns: [{ loop, due: "2020-01-01" }] }),
    heard: { member: "400", others: "403" },
  }),
  trying(turns.showTurn, {
    takes: "admin",
    input: (world) => ({ ...place(world), show: true }),
    heard: openToCommerce,
  }),
];

export const daysOffAsked: readonly Attempt[] = [
  trying(daysOff.daysOff, {
    takes: "read",
    input: { slug: "payments" },
    sees: ({ days, can }) => `${days.length > 0 ? "some" : "none"}${can.change ? " changes" : ""}`,
    heard: {
      member: "ok some changes",
      "leader above": "ok some changes",
      administrator: "ok some changes",
      others: "ok some",
    },
  }),
  trying(daysOff.addDaysOff, {
    takes: "admin",
    input: { slug: "payments", text: "2098-01-01 A day", apply: true },
    heard: keepers,
  }),
  trying(daysOff.removeDayOff, { takes: "admin", input: freshDayOff, heard: keepers }),
];

export const whatIsTried: readonly Attempt[] = [
  trying(experiments.experiments, {
    takes: "read",
    input: { unit: "payments" },
    sees: ({ experiments: seen, can }) => `${seen.length > 0 ? "some" : "none"}${can.add ? " adds" : ""}`,
    heard: { member: "ok some adds", others: "ok none" },
  }),
  trying(experiments.experiment, {
    takes: "read",
    input: ({ experiment }) => ({ id: experiment }),
    heard: annsAlone,
  }),
  trying(experiments.beginExperiment, {
    takes: "admin",
    input: () => ({ ...ofPayments, title: fresh("Try") }),
    heard: members,
  }),
  trying(experiments.lookBack, {
    takes: "admin",
    input: () => ({
      ...{ ...ofPayments, title: fresh("Back"), measure: "change-lead-time" },
      ...{ begins: "2024-01-01", direction: "lower" as const },
    }),
    heard: members,
  }),
  trying(experiments.changeExperiment, {
    takes: "admin",
    input: async (world) => ({ id: await freshExperiment(world), title: "Other words" }),
    heard: annsAlone,
  }),
  trying(experiments.concludeExperiment, {
    takes: "admin",
    input: async (world) => ({ id: await freshExperiment(world), ends: "drop" as const }),
    heard: annsAlone,
  }),
  trying(mine.due, {
    takes: "read",
    input: {},
    sees: ({ due }) => (due.some(({ of }) => of === "Payments") ? "of Payments" : "none of Payments"),
    heard: { member: "ok of Payments", others: "ok none of Payments" },
  }),
  trying(mine.rightness, {
    takes: "read",
    about: "of Payments",
    input: { unit: "payments" },
    heard: members,
  }),
  trying(mine.rightness, { takes: "read", about: "one's own", input: {}, heard: everyone }),
];
