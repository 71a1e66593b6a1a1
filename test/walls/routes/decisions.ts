import * as decisions from "../../../src/areas/decisions/contract.ts";
import { type Attempt, everyone, type Heard, members, trying } from "./attempt.ts";
import { payments } from "./fresh.ts";
import type { RouteWorld } from "./world.ts";

const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const light = {
  unit: "payments",
  title: "One queue",
  expects: [{ statement: "It is quiet", resolveBy: day(30) }],
};

/** A decision of Payments, which Shop's advice is asked on. */
async function fresh({ browser }: RouteWorld, more: Partial<typeof light> & { status?: "draft" } = {}) {
  const ann = browser("member");
  const decision = await ann(decisions.addDecision, { ...light, ...more });
  const { advice } = await ann(decisions.askAdvice, { id: decision.id, unit: "shop", capacity: "affected" });
  return { id: decision.id, advice: advice.id, expectation: decision.expects[0]?.id as string };
}

/** The same, made once in a world: for what only reads. */
const made = new WeakMap<RouteWorld, ReturnType<typeof fresh>>();
function there(world: RouteWorld): ReturnType<typeof fresh> {
  const known = made.get(world) ?? fresh(world);
  made.set(world, known);
  return known;
}

/** Some that were never opened to others are among them. */
const own = (seen: readonly { title: string }[]): boolean => seen.some(({ title }) => title === light.title);

/** The same, on which Shop has said something. */
async function advised(world: RouteWorld) {
  const made = await fresh(world);
  await world.browser("another team's member")(decisions.giveAdvice, {
    id: made.advice,
    said: "Mind the retries.",
  });
  return made;
}

/** Ann's team decides, Cem's is asked and reads; for others it is not there. */
const decidesAndAsked = (decides: string, asked: string): Heard => ({
  member: decides,
  "another team's member": asked,
  others: "404",
});
const teamDecides = decidesAndAsked("ok", "403");

const whole: readonly Attempt[] = [
  trying(decisions.decisionList, {
    takes: "read",
    input: (world) => there(world).then(() => ({ unit: "payments" })),
    sees: ({ decisions: seen, can }) => `${own(seen) ? "sees" : ""}${can.add ? " adds" : ""}`,
    heard: { member: "ok sees adds", "another team's member": "ok sees", others: "ok " },
  }),
  trying(decisions.oneDecision, {
    takes: "read",
    input: async (world) => ({ id: (await there(world)).id }),
    sees: ({ can }) => (can.change ? "changes" : "reads"),
    heard: decidesAndAsked("ok changes", "ok reads"),
  }),
  trying(decisions.addDecision, { takes: "admin", input: { ...light }, heard: members }),
  trying(decisions.addDecision, {
    takes: "admin",
    about: "one's own",
    input: { title: "I lead the next review" },
    heard: everyone,
  }),
  trying(decisions.changeDecision, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world)).id, title: "Two queues" }),
    heard: teamDecides,
  }),
  trying(decisions.openDecision, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world, { title: "Opened" })).id, audience: "commerce" }),
    heard: teamDecides,
  }),
  trying(decisions.removeDecision, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world, { status: "draft" })).id }),
    heard: teamDecides,
  }),
  trying(decisions.versions, {
    takes: "read",
    input: async (world) => ({ id: (await there(world)).id }),
    heard: teamDecides,
  }),
];

const adviceAsked: readonly Attempt[] = [
  trying(decisions.askAdvice, {
    takes: "admin",
    input: async (world) => ({
      id: (await fresh(world)).id,
      name: "The auditor",
      capacity: "expert" as const,
    }),
    heard: teamDecides,
  }),
  trying(decisions.giveAdvice, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world)).advice, said: "Mind the retries." }),
    heard: decidesAndAsked("403", "ok"),
  }),
  trying(decisions.takeAdvice, {
    takes: "admin",
    input: async (world) => ({ id: (await advised(world)).advice, taken: "yes" as const }),
    heard: teamDecides,
  }),
  trying(decisions.removeAdvice, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world)).advice }),
    heard: teamDecides,
  }),
  trying(decisions.suggestAdvice, {
    takes: "read",
    input: async (world) => ({ id: (await there(world)).id }),
    heard: teamDecides,
  }),
  trying(decisions.myAdvice, {
    takes: "read",
    input: (world) => there(world).then(() => ({})),
    sees: ({ advice }) => (advice.length > 0 ? "asked" : "not asked"),
    heard: { "another team's member": "ok asked", others: "ok not asked" },
  }),
];

const whatCameOfIt: readonly Attempt[] = [
  trying(decisions.addExpectation, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world)).id, statement: "It is calm", resolveBy: day(9) }),
    heard: teamDecides,
  }),
  trying(decisions.resolveExpectation, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world)).expectation, came: "yes" as const }),
    heard: teamDecides,
  }),
  trying(decisions.removeExpectation, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world)).expectation }),
    heard: teamDecides,
  }),
  trying(decisions.forecastExpectation, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world)).expectation, sure: 60 }),
    heard: decidesAndAsked("ok", "ok"),
  }),
  trying(decisions.addOutcome, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world)).id, turnedOut: "well" as const }),
    heard: teamDecides,
  }),
  trying(decisions.judgeDecision, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world)).id, how: 70 }),
    heard: teamDecides,
  }),
  trying(decisions.touchUnits, {
    takes: "admin",
    input: async (world) => ({ id: (await fresh(world)).id, units: ["shop"] }),
    heard: teamDecides,
  }),
  trying(decisions.sayChanged, {
    takes: "admin",
    input: async (world) => {
      const { id } = await fresh(world);
      await world.browser("member")(decisions.touchUnits, { id, units: ["shop"] });
      return { id, unit: "shop", changed: "better" as const };
    },
    heard: decidesAndAsked("403", "ok"),
  }),
  trying(decisions.decisionFigures, {
    takes: "read",
    input: payments,
    sees: ({ own }) => (own ? "own" : ""),
    heard: { member: "ok own", others: "ok " },
  }),
  trying(decisions.openFigures, {
    takes: "admin",
    input: { ...payments, audience: "commerce" },
    heard: members,
  }),
  trying(decisions.learnt, { takes: "read", input: { unit: "payments" }, heard: members }),
];

const howTheyHangTogether: readonly Attempt[] = [
  trying(decisions.addLink, {
    takes: "admin",
    input: async (world) => ({
      id: (await fresh(world)).id,
      kind: "relates" as const,
      to: (await fresh(world)).id,
    }),
    heard: teamDecides,
  }),
  trying(decisions.removeLink, {
    takes: "admin",
    input: async (world) => {
      const [{ id }, { id: to }] = [await fresh(world), await fresh(world)];
      const { links } = await world.browser("member")(decisions.addLink, { id, kind: "relates", to });
      return { id, link: links[0]?.id as string };
    },
    heard: teamDecides,
  }),
  trying(decisions.graph, {
    takes: "read",
    input: (world) => there(world).then(() => ({ unit: "payments" })),
    sees: ({ nodes }) => (own(nodes) ? "sees" : ""),
    heard: { member: "ok sees", "another team's member": "ok sees", others: "ok " },
  }),
  trying(decisions.delegations, {
    takes: "read",
    input: async ({ browser }) => {
      await browser("member")(decisions.delegate, { ...payments, kind: "Tooling", level: "alone" });
      return payments;
    },
    sees: ({ delegations: seen, can }) => `${seen.length > 0 ? "sees" : ""}${can.set ? " sets" : ""}`,
    heard: { member: "ok sees sets", others: "ok " },
  }),
  trying(decisions.delegate, {
    takes: "admin",
    input: { ...payments, kind: "Tooling", level: "advice" as const },
    heard: members,
  }),
];

export const whatIsDecided: readonly Attempt[] = [
  ...whole,
  ...adviceAsked,
  ...whatCameOfIt,
  ...howTheyHangTogether,
];
