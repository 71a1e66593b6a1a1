import * as decisions from "../../../src/areas/decisions/contract.ts";
import { type Attempt, annsAlone, type Heard, members, trying } from "./attempt.ts";
import type { RouteWorld } from "./world.ts";

const own = { unit: "payments" };

/** A forum of Payments, in place of all that there were. */
async function freshForum({ browser }: RouteWorld): Promise<string> {
  const ann = browser("member");
  const { forums: all } = await ann(decisions.forumList, own);
  for (const { id, meeting: on } of all.filter(({ ended }) => !ended)) {
    if (on) await ann(decisions.closeMeeting, { id: on.id });
    await ann(decisions.changeForum, { id, audience: null, ended: true });
  }
  return (await ann(decisions.addForum, { ...own, name: "Advice" })).id;
}

/** The same, with a proposed decision on its agenda. */
async function agenda(world: RouteWorld) {
  const ann = world.browser("member");
  const { id: decision } = await ann(decisions.addDecision, {
    ...own,
    title: "Retry less",
    status: "proposed",
  });
  const id = await freshForum(world);
  const { items } = await ann(decisions.putItem, { id, decision });
  return { id, decision, item: items[0]?.id as string };
}

/** The same in a meeting, in some phase. */
async function meeting(world: RouteWorld, phase: "questions" | "opinions" | "proposal" | "consent") {
  const ann = world.browser("member");
  const { id: forum, decision, item } = await agenda(world);
  const { id } = await ann(decisions.beginMeeting, { id: forum });
  await ann(decisions.moveItem, { id: item, phase, moves: 0 });
  return { id, forum, decision, item };
}

/** A meeting on something that Shop put forward while it could: so Cem takes part in it. */
async function withShop(world: RouteWorld) {
  const [ann, cem] = [world.browser("member"), world.browser("another team's member")];
  const { id: decision } = await cem(decisions.addDecision, {
    unit: "shop",
    title: "Of Shop",
    status: "proposed",
  });
  const forum = await freshForum(world);
  await ann(decisions.changeForum, { id: forum, audience: "commerce" });
  await cem(decisions.putItem, { id: forum, decision });
  await ann(decisions.changeForum, { id: forum, audience: null });
  const { id, items } = await ann(decisions.beginMeeting, { id: forum });
  return { id, forum, item: items[0]?.id as string };
}

async function objected(world: RouteWorld) {
  const { item } = await meeting(world, "consent");
  const ann = world.browser("member");
  const given = { id: item, stance: "objection" as const, words: "The nights", version: 1 };
  const { items } = await ann(decisions.giveVoice, given);
  return items[0]?.rounds[0]?.objections[0]?.id as string;
}

/** Cem takes part in that one meeting. */
const withGuest = (member: string, guest = member): Heard => ({
  member,
  "another team's member": guest,
  others: "404",
});

const forums: readonly Attempt[] = [
  trying(decisions.forumList, {
    takes: "read",
    input: (world) => agenda(world).then(() => own),
    sees: ({ forums: seen, can }) =>
      `${seen.some(({ agenda: waiting }) => waiting > 0) ? "sees" : ""}${can.add ? " adds" : ""}`,
    heard: { member: "ok sees adds", others: "ok " },
  }),
  trying(decisions.oneForum, {
    takes: "read",
    input: async (world) => ({ id: (await agenda(world)).id }),
    heard: annsAlone,
  }),
  trying(decisions.oneForum, {
    takes: "read",
    about: "where something of Shop's is talked about",
    input: async (world) => ({ id: (await withShop(world)).forum }),
    sees: ({ can }) => (can.takePart ? "takes part" : "reads"),
    heard: withGuest("ok takes part", "ok reads"),
  }),
  trying(decisions.addForum, { takes: "admin", input: { ...own, name: "Another" }, heard: members }),
  trying(decisions.changeForum, {
    takes: "admin",
    input: async (world) => ({ id: (await agenda(world)).id, audience: "commerce" }),
    heard: annsAlone,
  }),
  trying(decisions.putItem, {
    takes: "admin",
    input: async (world) => ({ id: (await agenda(world)).id, title: "How do we pair?" }),
    heard: annsAlone,
  }),
  trying(decisions.putItem, {
    takes: "admin",
    about: "where something of Shop's is talked about",
    input: async (world) => ({ id: (await withShop(world)).forum, title: "How do we pair?" }),
    heard: withGuest("ok", "403"),
  }),
  trying(decisions.changeItem, {
    takes: "admin",
    input: async (world) => ({ id: (await agenda(world)).item, minutes: 5 }),
    heard: annsAlone,
  }),
  trying(decisions.takeOff, {
    takes: "admin",
    input: async (world) => ({ id: (await agenda(world)).item }),
    heard: annsAlone,
  }),
  trying(decisions.beginMeeting, {
    takes: "admin",
    input: async (world) => ({ id: (await agenda(world)).id }),
    heard: annsAlone,
  }),
];

const meetings: readonly Attempt[] = [
  trying(decisions.oneMeeting, {
    takes: "read",
    input: async (world) => ({ id: (await meeting(world, "questions")).id }),
    heard: annsAlone,
  }),
  trying(decisions.oneMeeting, {
    takes: "read",
    about: "where something of Shop's is talked about",
    input: async (world) => ({ id: (await withShop(world)).id }),
    sees: ({ can }) => (can.close ? "closes" : "speaks"),
    heard: withGuest("ok closes", "ok speaks"),
  }),
  trying(decisions.minutesOf, {
    takes: "read",
    input: async (world) => ({ id: (await withShop(world)).id }),
    heard: withGuest("ok"),
  }),
  trying(decisions.bePresent, {
    takes: "admin",
    input: async (world) => ({ id: (await withShop(world)).id }),
    heard: withGuest("ok"),
  }),
  trying(decisions.moveItem, {
    takes: "admin",
    input: async (world) => ({ id: (await withShop(world)).item, phase: "questions" as const, moves: 0 }),
    heard: withGuest("ok"),
  }),
  trying(decisions.moreTime, {
    takes: "admin",
    input: async (world) => ({ id: (await meeting(world, "questions")).item }),
    heard: annsAlone,
  }),
  trying(decisions.say, {
    takes: "admin",
    input: async (world) => {
      const { item: id } = await meeting(world, "questions");
      return { id, kind: "question" as const, words: "Why?" };
    },
    heard: annsAlone,
  }),
  trying(decisions.remark, {
    takes: "admin",
    input: async (world) => ({ id: (await withShop(world)).id, words: "I was late." }),
    heard: withGuest("ok"),
  }),
  trying(decisions.propose, {
    takes: "admin",
    input: async (world) => ({ id: (await meeting(world, "proposal")).item, title: "Two queues" }),
    heard: annsAlone,
  }),
  trying(decisions.chooseProposal, {
    takes: "admin",
    input: async (world) => {
      const { item: id, decision } = await meeting(world, "proposal");
      return { id, decision };
    },
    heard: annsAlone,
  }),
  trying(decisions.amendProposal, {
    takes: "admin",
    input: async (world) => ({ id: (await meeting(world, "consent")).item, version: 1, body: "In turns." }),
    heard: annsAlone,
  }),
  trying(decisions.giveVoice, {
    takes: "admin",
    input: async (world) => {
      const { item: id } = await meeting(world, "consent");
      return { id, stance: "consent" as const, version: 1 };
    },
    heard: annsAlone,
  }),
  trying(decisions.resolveObjection, {
    takes: "admin",
    input: async (world) => ({ id: await objected(world), how: "withdrawn" as const }),
    heard: annsAlone,
  }),
  trying(decisions.closeRound, {
    takes: "admin",
    input: async (world) => {
      const { item: id } = await meeting(world, "consent");
      await world.browser("member")(decisions.giveVoice, { id, stance: "consent", version: 1 });
      return { id };
    },
    heard: annsAlone,
  }),
  trying(decisions.closeMeeting, {
    takes: "admin",
    input: async (world) => ({ id: (await withShop(world)).id }),
    heard: withGuest("ok", "403"),
  }),
  trying(decisions.roundsOfDecision, {
    takes: "read",
    input: async (world) => ({ id: (await meeting(world, "consent")).decision }),
    heard: annsAlone,
  }),
];

export const whatIsSolvedTogether: readonly Attempt[] = [...forums, ...meetings];
