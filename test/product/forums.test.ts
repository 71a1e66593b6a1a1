import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askFor } from "../../src/areas/advocacy/contract.ts";
import {
  addDecision,
  addForum,
  amendProposal,
  beginMeeting,
  bePresent,
  changeDecision,
  changeForum,
  changeItem,
  chooseProposal,
  closeMeeting,
  closeRound,
  forumList,
  giveVoice,
  LIVE_MEETING,
  type Meeting,
  minutesOf,
  moreTime,
  moveItem,
  oneDecision,
  oneForum,
  oneMeeting,
  propose,
  putItem,
  remark,
  resolveObjection,
  roundsOfDecision,
  say,
  takeOff,
} from "../../src/areas/decisions/contract.ts";
import { erase, held } from "../../src/core/held/contract.ts";
import { addDaysOff } from "../../src/core/loops/days-off/contract.ts";
import { due } from "../../src/core/loops/mine/contract.ts";
import { addUnit, endMembership, person } from "../../src/core/org/contract.ts";
import { signInLink } from "../../src/core/people/contract.ts";
import { user } from "../../src/core/people/tables.ts";
import { digest } from "../../src/core/reminders/digest-contract.ts";
import { openProduct } from "../../src/main.ts";
import { readConfig } from "../../src/platform/config.ts";
import { openTestEvents } from "../../src/platform/events/testing.ts";
import { quietLog } from "../../src/platform/log.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestProduct, sessionCookie, type TestProduct } from "./open-test-product.ts";
import { peopleOf, problemOf } from "./people-of.ts";

/** A Wednesday, at nine in the morning. */
let now = Date.parse("2026-03-04T09:00:00Z");
const DAY = 86_400_000;
let product: TestProduct;
let state: TestState;
const ids: Record<string, string> = {};

beforeAll(async () => {
  state = await openTestState();
  product = await openTestProduct({ clock: { now: () => now }, state });
  await product.ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop"])
    await product.ask(addUnit, { name, kind: "team", parent: "commerce" });
  Object.assign(
    ids,
    await peopleOf(product, [
      ["Ann", "payments", "member"],
      ["Bo", "payments", "member"],
      ["Ben", "payments", "member"],
      ["Cem", "shop", "member"],
      ["Lea", "commerce", "lead"],
    ]),
  );
  await product.letInOthers();
}, 60_000);
let closed = false;
afterAll(() => (closed ? undefined : product?.close()));

const as = (name: string) => product.askAs(ids[name] as string);
const dayIn = (days: number) => new Date(now + days * DAY).toISOString().slice(0, 10);
const statusFor = async (name: string, id: string) => (await problemOf(as(name)(oneMeeting, { id }))).status;
const dueFor = async (name: string) =>
  (await as(name)(due, {})).due
    .filter(({ kind }) => kind === "forum")
    .map(({ title, action }) => `${title}: ${action}`);
const proposed = async (title: string, unit = "payments", by = "Ann") =>
  (await as(by)(addDecision, { unit, title, why: "Two are looked after by nobody.", status: "proposed" })).id;
const forumOf = async (name: string) =>
  (await as("Ann")(addForum, { unit: "payments", name, purpose: "What touches more than one of us" })).id;
/** A live meeting about one decision, with its item. */
async function meetingAbout(title: string) {
  const [forum, decision] = [await forumOf(title), await proposed(title)];
  await as("Ann")(putItem, { id: forum, decision });
  const meeting = await as("Ann")(beginMeeting, { id: forum });
  return { forum, decision, meeting: meeting.id, item: meeting.items[0]?.id as string };
}
type Phase = "questions" | "opinions" | "proposal" | "consent" | "done";
const itemIn = ({ items }: Meeting, id: string) => {
  const found = items.find((one) => one.id === id);
  if (!found) throw new Error("There is no such item.");
  return found;
};
const seenBy = async (name: string, meeting: string, item: string) =>
  itemIn(await as(name)(oneMeeting, { id: meeting }), item);
/** Moves an item as somebody who has just looked. */
async function move(name: string, at: { meeting: string; item: string; words?: string }, phase: Phase) {
  const { moves } = await seenBy(name, at.meeting, at.item);
  const wanted = { id: at.item, phase, moves, words: at.words ?? "" };
  return itemIn(await as(name)(moveItem, wanted), at.item);
}
type Voiced = [stance: "consent" | "aside" | "objection", version?: number, words?: string];
const voiced = (name: string, id: string, [stance, version = 1, words = ""]: Voiced) =>
  as(name)(giveVoice, { id, stance, version, words });

describe("a forum", () => {
  let forum: string;
  let decision: string;

  test("belongs to a team, meets on a rhythm, and is seen by those alone who belong there", async () => {
    forum = await forumOf("Advice");
    const seen = await as("Bo")(oneForum, { id: forum });
    expect(seen).toMatchObject({
      ...{ name: "Advice", unit: { slug: "payments" }, audience: null, agenda: 0, items: [], meeting: null },
      ...{ minutes: 15, can: { change: true, takePart: true } },
      cadence: { rule: "FREQ=WEEKLY;BYDAY=WE", at: "10:00", says: "every Wednesday" },
      next: { day: "2026-03-04", at: "2026-03-04T10:00:00.000Z" },
      says: "Those who belong to Payments take part, and in a meeting those whose matter it is.",
    });
    for (const name of ["Cem", "Lea"]) {
      expect(await problemOf(as(name)(oneForum, { id: forum }))).toMatchObject({ status: 404 });
      expect((await as(name)(forumList, { unit: "payments" })).forums).toEqual([]);
    }
    expect((await as("Bo")(forumList, { unit: "payments" })).forums.map(({ name }) => name)).toEqual([
      "Advice",
    ]);
    // Today it meets; a day off falls away.
    expect(await dueFor("Bo")).toEqual(["Advice: It meets today at 10:00"]);
    expect(await dueFor("Cem")).toEqual([]);
    await as("Ann")(addDaysOff, { slug: "payments", text: "2026-03-04 Offsite", apply: true });
    expect(await dueFor("Bo")).toEqual([]);
    expect((await as("Bo")(oneForum, { id: forum })).next?.day).toBe("2026-03-11");
    now += DAY;
  });

  test("what cannot be is told at its place", async () => {
    const add = (more: object) => problemOf(as("Ann")(addForum, { unit: "payments", name: "X", ...more }));
    expect(await add({ name: " " })).toMatchObject({ status: 400, at: "/name" });
    expect(await add({ rule: "FREQ=MINUTELY" })).toMatchObject({ status: 400, at: "/rule" });
    expect(await add({ minutes: 0 })).toMatchObject({ status: 400, at: "/minutes" });
    expect(await add({ unit: "shop" })).toMatchObject({ status: 403 });
    expect(await add({ unit: "nowhere" })).toMatchObject({ status: 400, at: "/unit" });
    expect(await problemOf(as("Ann")(putItem, { id: forum }))).toMatchObject({ status: 400, at: "/title" });
    expect(await problemOf(as("Ann")(changeForum, { id: forum, audience: "shop" }))).toMatchObject({
      status: 400,
      at: "/audience",
    });
    expect(await problemOf(as("Ann")(beginMeeting, { id: forum, mode: "over-days" }))).toMatchObject({
      at: "/until",
    });
    expect(
      await problemOf(as("Ann")(beginMeeting, { id: forum, mode: "over-days", until: dayIn(3) })),
    ).toMatchObject({ status: 409 });
  });

  test("draws its agenda from what is open, stuck ones first, and anybody there can put more on it", async () => {
    decision = await proposed("Older than a month");
    now += 40 * DAY;
    const young = await proposed("Of today");
    const accepted = (await as("Ann")(addDecision, { unit: "payments", title: "Done", why: "" })).id;
    const { ask } = await as("Ann")(askFor, { slug: "payments", unit: "shop", title: "A copy of the shop" });
    const { suggested } = await as("Ann")(oneForum, { id: forum });
    expect(suggested.map(({ title, stuck }) => [title, stuck])).toEqual([
      ["Older than a month", true],
      ["Of today", false],
      ["A copy of the shop", false],
    ]);
    await as("Bo")(putItem, { id: forum, decision });
    await as("Bo")(putItem, { id: forum, ask: ask.id });
    const full = await as("Ann")(putItem, { id: forum, title: "How do we pair?", minutes: 5 });
    expect(full.suggested.map(({ id }) => id)).toEqual([young]);
    expect(full.items.map(({ kind, minutes, putBy }) => [kind, minutes, putBy?.name])).toEqual([
      ["decision", 15, "Bo"],
      ["ask", 15, "Bo"],
      ["line", 5, "Ann"],
    ]);
    expect(await problemOf(as("Ann")(putItem, { id: forum, decision }))).toMatchObject({
      ...{ status: 409, at: "/decision" },
    });
    expect(await problemOf(as("Ann")(putItem, { id: forum, decision: accepted }))).toMatchObject({
      status: 409,
    });
    const { id: own } = await as("Ann")(addDecision, { title: "For me alone", status: "proposed" });
    expect(await problemOf(as("Ann")(putItem, { id: forum, decision: own }))).toMatchObject({ status: 409 });
    const line = full.items[2]?.id as string;
    const ordered = await as("Ann")(changeItem, { id: line, place: 1, minutes: 10 });
    expect(ordered.items.map(({ title, minutes }) => [title, minutes])).toEqual([
      ["How do we pair?", 10],
      ["Older than a month", 15],
      ["A copy of the shop", 15],
    ]);
    expect((await as("Bo")(takeOff, { id: line })).items).toHaveLength(2);
    expect(await problemOf(as("Cem")(takeOff, { id: ordered.items[1]?.id as string }))).toMatchObject({
      status: 404,
    });
  });

  test("opened to a group, those of its teams take part, read what is proposed, and nothing else of the team", async () => {
    expect((await problemOf(as("Cem")(oneDecision, { id: decision }))).status).toBe(404);
    await as("Ann")(changeForum, { id: forum, audience: "commerce" });
    const seen = await as("Cem")(oneForum, { id: forum });
    expect(seen).toMatchObject({
      can: { change: false, takePart: true },
      says: "Everyone in Commerce takes part.",
    });
    // Cem is asked for the copy, so he may open the ask; what Payments has proposed besides is not his to put there.
    expect(seen.suggested).toEqual([]);
    expect((await as("Cem")(oneDecision, { id: decision })).can.change).toBe(false);
    expect((await as("Ann")(oneDecision, { id: decision })).seenBy).toContain("Advice");
    expect(await problemOf(as("Cem")(changeForum, { id: forum, name: "Ours" }))).toMatchObject({
      status: 403,
    });
    const other = await proposed("Of the shop", "shop", "Cem");
    expect((await as("Cem")(putItem, { id: forum, decision: other })).items).toHaveLength(3);
    await as("Ann")(changeForum, { id: forum, audience: null });
    expect((await problemOf(as("Cem")(oneDecision, { id: decision }))).status).toBe(404);
    // Whose matter is on the agenda still knows of the forum, and of that alone.
    expect((await as("Cem")(oneForum, { id: forum })).items.map(({ title }) => title)).toEqual(
      ["A copy of the shop", "Of the shop"].slice(1),
    );
    expect(await problemOf(as("Cem")(beginMeeting, { id: forum }))).toMatchObject({ status: 403 });
    // In the meeting they take part.
    const meeting = await as("Ann")(beginMeeting, { id: forum });
    expect((await as("Cem")(oneMeeting, { id: meeting.id })).can).toEqual({
      lead: true,
      close: false,
      here: false,
    });
    expect(await statusFor("Lea", meeting.id)).toBe(404);
    expect((await as("Cem")(oneDecision, { id: decision })).title).toBe("Older than a month");
    await as("Ann")(closeMeeting, { id: meeting.id });
    expect((await as("Ann")(oneForum, { id: forum })).items.map(({ carried }) => carried)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("a live meeting", () => {
  test("asks before it thinks, hides views until one has said one's own, and accepts what nobody objects to", async () => {
    const at = await meetingAbout("One queue");
    const { item, decision, meeting } = at;
    expect(await dueFor("Bo")).toContain("One queue: It meets now");
    expect(await problemOf(as("Ann")(say, { id: item, kind: "question", words: "Why?" }))).toMatchObject({
      status: 409,
    });
    const begun = await move("Ann", at, "questions");
    expect(begun.boxUntil).toBe(new Date(now + 15 * 60_000).toISOString());
    const longer = itemIn(await as("Bo")(moreTime, { id: item }), item);
    expect(longer.boxUntil).toBe(new Date(now + 20 * 60_000).toISOString());
    // Opinions have no place yet.
    expect(await problemOf(as("Bo")(say, { id: item, kind: "opinion", words: "No!" }))).toMatchObject({
      ...{ status: 409, detail: "Questions come first. What you think of it is asked next." },
    });
    const asked = itemIn(await as("Bo")(say, { id: item, kind: "question", words: "Who owns it?" }), item);
    const about = asked.questions[0]?.id as string;
    await as("Ann")(say, { id: item, kind: "answer", about, words: "We do." });
    expect(await problemOf(as("Ann")(say, { id: item, kind: "answer", words: "We do." }))).toMatchObject({
      at: "/about",
    });
    await move("Ann", at, "opinions");
    await as("Ann")(say, { id: item, kind: "opinion", words: "I like it." });
    const before = await seenBy("Bo", meeting, item);
    expect([before.opinions, before.opinionsSaid, before.waitsForMe]).toEqual([[], 1, true]);
    const after = itemIn(await as("Bo")(say, { id: item, kind: "opinion", words: "I fear it." }), item);
    expect(after.opinions.map(({ by, words }) => [by?.name, words])).toEqual([
      ["Ann", "I like it."],
      ["Bo", "I fear it."],
    ]);
    expect(await problemOf(as("Bo")(say, { id: item, kind: "opinion", words: "Changed" }))).toMatchObject({
      status: 409,
    });
    expect((await seenBy("Ben", meeting, item)).opinions).toEqual([]);
    await move("Bo", at, "proposal");
    expect((await seenBy("Ben", meeting, item)).opinions).toHaveLength(2);

    await move("Ann", at, "consent");
    expect(await problemOf(as("Ann")(closeRound, { id: item }))).toMatchObject({
      detail: "Nobody has consented yet to the text as it is.",
    });
    await voiced("Ann", item, ["consent"]);
    // Given twice, it counts once.
    await voiced("Ann", item, ["consent"]);
    expect(await problemOf(voiced("Bo", item, ["objection"]))).toMatchObject({ status: 400, at: "/words" });
    await voiced("Bo", item, ["objection", 1, "Nobody is on call for it."]);
    const open = await seenBy("Ann", meeting, item);
    expect(open.rounds[0]).toMatchObject({
      says: "1 consents, 1 objection is open",
      objections: [{ by: { name: "Bo" }, reason: "Nobody is on call for it.", resolved: null, mine: false }],
    });
    const objection = open.rounds[0]?.objections[0]?.id as string;
    expect(await problemOf(as("Ann")(closeRound, { id: item }))).toMatchObject({
      ...{
        status: 409,
        detail: "Bo objected, and it is open how that is resolved. It can also be let stand.",
      },
    });
    // Nobody argues it away, and what was not amended cannot have met it.
    expect(await problemOf(as("Ann")(resolveObjection, { id: objection, how: "withdrawn" }))).toMatchObject({
      status: 403,
    });
    expect(await problemOf(as("Bo")(resolveObjection, { id: objection, how: "amended" }))).toMatchObject({
      at: "/how",
    });
    await as("Ann")(amendProposal, { id: item, version: 1, body: "We are on call for it in turns.\n" });
    // Who consented to the text before is asked again.
    expect((await seenBy("Ann", meeting, item)).rounds[0]?.voices).toMatchObject([
      { by: { name: "Ann" }, stance: "consent", earlier: true },
      { by: { name: "Bo" }, stance: "objection", earlier: false },
    ]);
    expect((await seenBy("Ann", meeting, item)).waitsForMe).toBe(true);
    expect(await problemOf(voiced("Ann", item, ["consent", 1]))).toMatchObject({
      status: 409,
      at: "/version",
    });
    await as("Bo")(resolveObjection, { id: objection, how: "amended", words: "In turns is fine." });
    await voiced("Ann", item, ["consent", 2]);
    await as("Ben")(bePresent, { id: meeting });
    const closed = itemIn(await as("Ann")(closeRound, { id: item }), item);
    expect(closed).toMatchObject({ phase: "done", outcome: "accepted" });
    expect(closed.rounds[0]).toMatchObject({
      reached: true,
      version: 2,
      silent: ["Ben"],
      says: "consent: 2 consent",
    });
    expect(await as("Bo")(oneDecision, { id: decision })).toMatchObject({
      ...{ status: "accepted", level: "together", deciders: ["Ann", "Bo"], date: dayIn(0) },
    });
    // Who closes it again finds it closed.
    expect(itemIn(await as("Bo")(closeRound, { id: item }), item).outcome).toBe("accepted");
    const { rounds } = await as("Ben")(roundsOfDecision, { id: decision });
    expect(rounds[0]?.objections[0]).toMatchObject({
      ...{ resolved: "amended", says: "The proposal was amended: In turns is fine." },
    });

    await as("Ann")(closeMeeting, { id: meeting });
    await as("Ben")(remark, { id: meeting, words: "I was late." });
    expect(await problemOf(as("Ann")(say, { id: item, kind: "question", words: "And?" }))).toMatchObject({
      status: 409,
    });
    expect(await problemOf(as("Ann")(bePresent, { id: meeting }))).toMatchObject({ status: 409 });
    const { markdown } = await as("Bo")(minutesOf, { id: meeting });
    for (const line of [
      "There: Ann, Bo, Ben.",
      `- [One queue](/decisions/${decision})`,
      "- Bo: Who owns it?\n  - Ann: We do.",
      "- Ann: I like it.",
      "- Objection of Bo: Nobody is on call for it. The proposal was amended: In turns is fine.",
      "- Said nothing: Ben",
      "- Ben: I was late.",
    ])
      expect(markdown).toContain(line);
    expect(JSON.stringify((await as("Bo")(digest, {})).sections)).toContain(
      "The minutes are there: 1 of 1 decided.",
    );
    expect(JSON.stringify((await as("Cem")(digest, {})).sections)).not.toContain("1 of 1 decided");
    expect(await statusFor("Cem", meeting)).toBe(404);
  });

  test("of two who move it at once, one is told; who means the same hears no complaint", async () => {
    const at = await meetingAbout("Two at once");
    await move("Ann", at, "questions");
    const { moves } = await seenBy("Bo", at.meeting, at.item);
    const [one, other] = await Promise.all([
      problemOf(as("Ann")(moveItem, { id: at.item, phase: "opinions", moves })),
      problemOf(as("Bo")(moveItem, { id: at.item, phase: "proposal", moves })),
    ]);
    expect([one.status, other.status].toSorted()).toEqual([200, 409]);
    const { phase, moves: after } = await seenBy("Ann", at.meeting, at.item);
    expect(after).toBe(moves + 1);
    const same = await Promise.all(
      ["Ann", "Bo"].map((name) =>
        problemOf(as(name)(moveItem, { id: at.item, phase: "consent", moves: after })),
      ),
    );
    expect([phase === "consent", same.map(({ status }) => status)]).toEqual([false, [200, 200]]);
    expect((await seenBy("Bo", at.meeting, at.item)).rounds).toHaveLength(1);
    // So with beginning it: both come to the same meeting.
    const forum = await forumOf("Begun twice");
    const begun = await Promise.all(["Ann", "Bo"].map((name) => as(name)(beginMeeting, { id: forum })));
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
  });

  test("an objection that stays is no consent; it is talked about again, or ends so", async () => {
    const at = await meetingAbout("It stays");
    await move("Ann", at, "consent");
    await voiced("Ann", at.item, ["consent"]);
    await voiced("Bo", at.item, ["objection", 1, "It breaks the night run."]);
    const objection = (await seenBy("Ann", at.meeting, at.item)).rounds[0]?.objections[0]?.id as string;
    await as("Ann")(resolveObjection, { id: objection, how: "stays" });
    expect(itemIn(await as("Ann")(closeRound, { id: at.item }), at.item)).toMatchObject({
      ...{ phase: "proposal", outcome: null },
      rounds: [{ reached: false, says: "no consent: 1 consents, 1 objection stays" }],
    });
    expect((await as("Ann")(oneDecision, { id: at.decision })).status).toBe("proposed");
    await move("Ann", at, "consent");
    await voiced("Bo", at.item, ["objection", 1, "It still does."]);
    const second = (await seenBy("Bo", at.meeting, at.item)).rounds[1]?.objections[0]?.id as string;
    expect(await problemOf(as("Bo")(resolveObjection, { id: second, how: "look-again" }))).toMatchObject({
      at: "/lookOn",
    });
    await as("Bo")(resolveObjection, { id: second, how: "look-again", lookOn: dayIn(14) });
    await as("Ann")(closeRound, { id: at.item });
    expect(await as("Ann")(oneDecision, { id: at.decision })).toMatchObject({
      ...{ status: "accepted", deciders: ["Bo"], reviewBy: dayIn(14) },
    });
  });

  test("what was decided elsewhere meanwhile is not decided again", async () => {
    const at = await meetingAbout("Elsewhere");
    await move("Ann", at, "consent");
    await voiced("Ann", at.item, ["consent"]);
    await as("Bo")(changeDecision, { id: at.decision, status: "rejected" });
    expect(await problemOf(as("Ann")(closeRound, { id: at.item }))).toMatchObject({
      status: 409,
      detail: expect.stringMatching(/^It is rejected by now/),
    });
    expect(await problemOf(voiced("Bo", at.item, ["consent", 2]))).toMatchObject({ status: 409 });
    const { moves } = await seenBy("Ann", at.meeting, at.item);
    expect(await problemOf(as("Ann")(moveItem, { id: at.item, phase: "done", moves }))).toMatchObject({
      at: "/words",
    });
    expect(await move("Ann", { ...at, words: "Bo had rejected it." }, "done")).toMatchObject({
      ...{ outcome: "words", words: "Bo had rejected it." },
      rounds: [{ reached: null, says: "left before its end: 1 consents" }],
    });
    expect((await as("Ann")(oneDecision, { id: at.decision })).status).toBe("rejected");
  });

  test("a line becomes a decision, of several that are proposed beside each other", async () => {
    const forum = await forumOf("From a line");
    const { id: meeting } = await as("Ann")(beginMeeting, { id: forum });
    await as("Bo")(putItem, { id: forum, title: "How do we pair?" });
    const item = (await as("Ann")(oneMeeting, { id: meeting })).items[0]?.id as string;
    const at = { meeting, item };
    await move("Ann", at, "questions");
    const { moves } = await seenBy("Ann", meeting, item);
    expect(await problemOf(as("Ann")(moveItem, { id: item, phase: "consent", moves }))).toMatchObject({
      status: 409,
    });
    await move("Ann", at, "proposal");
    await as("Ann")(propose, { id: item, title: "Pair on Mondays", body: "All day.\n" });
    const two = itemIn(await as("Bo")(propose, { id: item, title: "Pair when asked" }), item);
    expect(two.proposals.map(({ title, chosen, status }) => [title, chosen, status])).toEqual([
      ["Pair on Mondays", false, "proposed"],
      ["Pair when asked", true, "proposed"],
    ]);
    const monday = two.proposals[0]?.id as string;
    await as("Ann")(chooseProposal, { id: item, decision: monday });
    await move("Ann", at, "consent");
    await voiced("Bo", item, ["consent"]);
    expect(itemIn(await as("Ann")(closeRound, { id: item }), item).outcome).toBe("accepted");
    expect((await as("Bo")(oneDecision, { id: monday })).deciders).toEqual(["Bo"]);
    const { markdown } = await as("Bo")(minutesOf, { id: meeting });
    expect(markdown).toContain("Pair when asked](/decisions/");
    const foreign = await proposed("Nothing to do with it", "shop", "Cem");
    expect(await problemOf(as("Ann")(chooseProposal, { id: item, decision: foreign }))).toMatchObject({
      status: 409,
    });
  });

  test("who leaves the team in the middle sees it no more; what they said stays", async () => {
    const at = await meetingAbout("Leaves");
    await move("Ann", at, "consent");
    await voiced("Ben", at.item, ["objection", 1, "I will not be there."]);
    const { memberships } = await product.ask(person, { id: ids.Ben as string });
    await product.ask(endMembership, { id: memberships[0]?.id as string });
    expect(await statusFor("Ben", at.meeting)).toBe(404);
    expect(await problemOf(voiced("Ben", at.item, ["consent"]))).toMatchObject({ status: 404 });
    await voiced("Ann", at.item, ["consent"]);
    const { rounds } = await seenBy("Ann", at.meeting, at.item);
    expect(rounds[0]?.objections[0]?.by?.name).toBe("Ben");
    await as("Ann")(resolveObjection, { id: rounds[0]?.objections[0]?.id as string, how: "stays" });
    await as("Ann")(closeRound, { id: at.item });
    await move("Ann", at, "consent");
    await voiced("Ann", at.item, ["consent"]);
    expect(itemIn(await as("Ann")(closeRound, { id: at.item }), at.item).outcome).toBe("accepted");
    // Erased, they leave no name.
    expect((await product.ask(held, {})).files.map(({ name }) => name)).toContain("forums");
    await product.ask(erase, { id: ids.Ben as string });
    const after = await seenBy("Ann", at.meeting, at.item);
    expect(after.rounds[0]?.objections[0]).toMatchObject({ by: null, reason: "I will not be there." });
    expect((await as("Ann")(minutesOf, { id: at.meeting })).markdown).not.toContain("Ben");
  });
});

test("who takes part hears that something changed, and nothing of what; others may not listen", async () => {
  const at = await meetingAbout("Heard");
  await state.asAuth(async (tx) => {
    for (const name of ["Bo", "Cem"]) {
      const email = `${name.toLowerCase()}@example.org`;
      await tx.insert(user).values({ id: ids[name] as string, name, email, emailVerified: true });
    }
  });
  const listen = async (name: string, id: string) => {
    const { url } = await product.ask(signInLink, { for: `${name.toLowerCase()}@example.org` });
    return product.as({ cookie: await sessionCookie(product, url) })(`${LIVE_MEETING}?id=${id}`);
  };
  expect((await product.as({})(`${LIVE_MEETING}?id=${at.meeting}`)).status).toBe(401);
  for (const [name, id] of [
    ["Cem", at.meeting],
    ["Bo", "nothing"],
  ] as const)
    expect((await listen(name, id)).status).toBe(404);
  const line = await listen("Bo", at.meeting);
  const reader = (line.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toContain("event: ready");
  await move("Ann", at, "questions");
  const heard = await next();
  expect(heard).toContain("event: changed");
  expect(heard).not.toContain("questions");
  await reader.cancel();
});

describe("over days", () => {
  test("each is asked for what they have yet to say, and what is open goes on", async () => {
    const [forum, decision] = [await forumOf("In writing"), await proposed("In writing")];
    await as("Ann")(putItem, { id: forum, decision });
    const {
      id: meeting,
      items,
      until,
    } = await as("Ann")(beginMeeting, {
      ...{ id: forum, mode: "over-days", until: dayIn(3) },
    });
    const at = { meeting, item: items[0]?.id as string };
    expect([items[0]?.phase, items[0]?.boxUntil, until]).toEqual(["questions", null, dayIn(3)]);
    const mine = async (name: string) => (await dueFor(name)).filter((one) => one.startsWith("In writing"));
    expect(await mine("Ann")).toEqual([]);
    expect(await mine("Bo")).toEqual([
      expect.stringMatching(/^In writing: Say what you think by .*: In writing$/),
    ]);
    await as("Bo")(bePresent, { id: meeting });
    expect(await mine("Bo")).toEqual([]);
    await move("Ann", at, "opinions");
    expect([(await mine("Ann")).length, (await mine("Bo")).length]).toEqual([1, 1]);
    await as("Bo")(say, { id: at.item, kind: "opinion", words: "Yes." });
    expect([(await mine("Ann")).length, (await mine("Bo")).length]).toEqual([1, 0]);
    await move("Ann", at, "consent");
    await voiced("Bo", at.item, ["consent"]);
    // Of all who belong there, who said nothing is named.
    expect((await seenBy("Bo", meeting, at.item)).rounds[0]?.silent).toEqual(["Ann"]);
    expect(await problemOf(as("Bo")(beginMeeting, { id: forum }))).toMatchObject({ status: 200 });
    await as("Bo")(closeMeeting, { id: meeting });
    const next = await as("Ann")(oneForum, { id: forum });
    expect(next.items).toMatchObject([
      { title: "In writing", carried: true, href: `/decisions/${decision}` },
    ]);
    expect(next.last?.says).toBe("it went to the next agenda");
    expect((await as("Ann")(minutesOf, { id: meeting })).markdown).toContain(
      "## Open still\n\n- In writing:",
    );
    expect((await as("Ann")(oneDecision, { id: decision })).status).toBe("proposed");
  });
});

test("a meeting goes on where it was when the server stopped in the middle of it", async () => {
  // The events store can be open once in a process.
  await product.close();
  closed = true;
  const folder = await mkdtemp(join(tmpdir(), "septet-forum-"));
  const config = readConfig({}, { data: join(folder, "data") });
  const open = async () => openProduct(config, { log: quietLog, events: await openTestEvents() });
  const first = await open();
  await first.ask(addUnit, { name: "Payments", kind: "team" });
  const { id: forum } = await first.ask(addForum, { unit: "payments", name: "Advice" });
  const { id: decision } = await first.ask(addDecision, {
    ...{ unit: "payments", title: "One queue", status: "proposed" },
  });
  await first.ask(putItem, { id: forum, decision });
  const { id: meeting, items } = await first.ask(beginMeeting, { id: forum });
  const item = items[0]?.id as string;
  const { items: moved } = await first.ask(moveItem, { id: item, phase: "consent", moves: 0 });
  await first.ask(giveVoice, { id: item, stance: "consent", version: 1 });
  await first.close();
  const second = await open();
  const seen = await second.ask(oneMeeting, { id: meeting });
  expect(seen.at).toBe(item);
  expect(itemIn(seen, item)).toMatchObject({
    ...{ phase: "consent", boxUntil: moved[0]?.boxUntil, waitsForMe: false },
    rounds: [{ voices: [{ stance: "consent", mine: true }] }],
  });
  expect(itemIn(await second.ask(closeRound, { id: item }), item).outcome).toBe("accepted");
  await second.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);
