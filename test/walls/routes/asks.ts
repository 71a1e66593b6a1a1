import * as asks from "../../../src/areas/advocacy/contract.ts";
import * as delivery from "../../../src/areas/delivery/contract.ts";
import { type Attempt, annsAlone, members, trying } from "./attempt.ts";
import { payments, somewhere } from "./fresh.ts";
import type { RouteWorld } from "./world.ts";

/** Payments asks Lea for something. */
const freshAsk = async ({ browser, ids }: RouteWorld): Promise<string> => {
  const wanted = { ...payments, person: ids["leader above"], title: "A staging copy" };
  return (await browser("member")(asks.askFor, wanted)).ask.id;
};
const freshImpediment = async ({ browser }: RouteWorld): Promise<string> =>
  (await browser("member")(delivery.addImpediment, { ...payments, text: "No staging copy" })).id;

export const whatIsAsked: readonly Attempt[] = [
  trying(asks.unitAsks, {
    takes: "read",
    input: (world) => freshAsk(world).then(() => payments),
    sees: ({ asked, can, leads }) =>
      [asked.length > 0 ? "sees" : "", can.ask ? `asks ${leads.length > 0}` : ""].join(" ").trim(),
    heard: { member: "ok sees asks true", "leader above": "ok sees", others: "ok " },
  }),
  trying(asks.myAsks, {
    takes: "read",
    input: (world) => freshAsk(world).then(() => ({})),
    sees: ({ asks: seen }) => (seen.length > 0 ? "asked" : "not asked"),
    heard: { "leader above": "ok asked", others: "ok not asked" },
  }),
  trying(asks.oneAsk, {
    takes: "read",
    input: async (world) => ({ id: await freshAsk(world) }),
    sees: ({ ask: { sides } }) => sides.join(),
    heard: { member: "ok asking", "leader above": "ok asked", others: "404" },
  }),
  trying(asks.askFor, {
    takes: "admin",
    input: { ...payments, unit: "shop", title: "A test shop" },
    heard: members,
  }),
  trying(asks.takeStep, {
    takes: "admin",
    about: "words",
    input: async (world) => ({ id: await freshAsk(world), kind: "words" as const, words: "Yes?" }),
    heard: { member: "ok", "leader above": "ok", others: "404" },
  }),
  trying(asks.takeStep, {
    takes: "admin",
    about: "an answer",
    input: async (world) => ({ id: await freshAsk(world), kind: "yes" as const }),
    heard: { member: "403", "leader above": "ok", others: "404" },
  }),
  trying(asks.takeStep, {
    takes: "admin",
    about: "taking it back",
    input: async (world) => ({ id: await freshAsk(world), kind: "withdrawn" as const }),
    heard: { member: "ok", "leader above": "403", others: "404" },
  }),
];

export const whatIsInTheWay: readonly Attempt[] = [
  trying(delivery.impediments, {
    takes: "read",
    input: (world) => freshImpediment(world).then(() => payments),
    sees: ({ there, can }) => `${there.length > 0 ? "sees" : ""}${can.add ? " adds" : ""}`,
    heard: { member: "ok sees adds", others: "ok " },
  }),
  trying(delivery.addImpediment, {
    takes: "admin",
    input: { ...payments, text: "The freeze" },
    heard: members,
  }),
  trying(delivery.endImpediment, {
    takes: "admin",
    input: async (world) => ({ id: await freshImpediment(world) }),
    heard: annsAlone,
  }),
  trying(delivery.beginFromImpediment, {
    takes: "admin",
    input: async (world) => ({ id: await freshImpediment(world), kind: "ask" as const, thing: somewhere }),
    heard: annsAlone,
  }),
];
