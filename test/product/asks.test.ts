import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askFor, myAsks, oneAsk, takeStep, unitAsks } from "../../src/areas/advocacy/contract.ts";
import { erase, held } from "../../src/core/held/contract.ts";
import { checkIn } from "../../src/core/loops/check-in/contract.ts";
import { addLoop, loop } from "../../src/core/loops/contract.ts";
import { due } from "../../src/core/loops/mine/contract.ts";
import { addMember, addPerson, addUnit, changePerson, endMembership } from "../../src/core/org/contract.ts";
import type { Ask } from "../../src/platform/http/ask.ts";
import type { AskOf } from "../../src/platform/http/contract.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";
import { problemOf } from "./people-of.ts";

const DAY = 86_400_000;
/** A Monday. */
const begin = Date.parse("2026-06-01T10:00:00Z");
let now = begin;
let product: TestProduct;
const ids: Record<string, string> = {};
const days = (n: number) => {
  now = begin + n * DAY;
};

beforeAll(async () => {
  product = await openTestProduct({ clock: { now: () => now } });
  const { ask } = product;
  await ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop"]) await ask(addUnit, { name, kind: "team", parent: "commerce" });
  for (const [name, slug, role] of [
    ["Ann", "payments", "member"],
    ["Bo", "payments", "member"],
    ["Cem", "shop", "member"],
    ["Lea", "commerce", "lead"],
    ["Ola", "organisation", "lead"],
    ["Fay", "payments", "member"],
  ] as const) {
    const { id } = await ask(addPerson, { name, email: `${name.toLowerCase()}@example.org` });
    ids[name] = id;
    const { id: belongs } = await ask(addMember, { slug, person: id, role, from: "2024-01-01" });
    if (name === "Fay") ids.membership = belongs;
  }
  ids.Ada = (await ask(addPerson, { name: "Ada", email: "ada@example.org" })).id;
  await ask(changePerson, { id: ids.Ada, administrator: true });
  await product.letInOthers();
}, 60_000);
afterAll(() => product?.close());

const as = (name: string): Ask => product.askAs(ids[name] as string);
const everybody = ["Ann", "Bo", "Cem", "Lea", "Ola", "Fay", "Ada"] as const;
/** Who of everybody sees an ask. */
const seenBy = async (id: string) => {
  const seen: string[] = [];
  for (const name of everybody)
    if ((await problemOf(as(name)(oneAsk, { id }))).status === 200) seen.push(name);
  return seen;
};
const dueFor = async (name: string) =>
  (await as(name)(due, {})).due.map(({ title, action, of, day }) => `${day} ${of}: ${title}. ${action}`);
const staging = {
  slug: "payments",
  person: "",
  title: "A staging copy of the ledger",
  why: "We wait 41 days.",
};

describe("an ask to a leader", () => {
  let id: string;

  test("goes up, and nobody sees it but the team and whom it asks", async () => {
    const { ask } = await as("Ann")(askFor, {
      ...staging,
      person: "lea@example.org",
      mattersBy: "2026-07-01",
    });
    id = ask.id;
    expect(ask).toMatchObject({
      ...{ state: "open", says: "waits for an answer since today", open: 0, answer: null },
      ...{ from: { slug: "payments" }, to: { person: { name: "Lea" }, unit: null } },
      ...{ asked: "2026-06-01", askedBy: { name: "Ann" }, can: ["withdrawn", "words"] },
    });
    expect(await seenBy(id)).toEqual(["Ann", "Bo", "Lea", "Fay"]);
    await product.ask(endMembership, { id: ids.membership as string });
    expect(await seenBy(id)).toEqual(["Ann", "Bo", "Lea"]);
  });

  test("is on both sides' lists, and on no other", async () => {
    const counts = async (slug: string) =>
      Promise.all(
        everybody.map(async (name) => {
          const { asked, received } = await as(name)(unitAsks, { slug });
          return `${name} ${asked.length} ${received.length}`;
        }),
      );
    expect(await counts("payments")).toEqual([
      ...["Ann 1 0", "Bo 1 0", "Cem 0 0", "Lea 1 0", "Ola 0 0", "Fay 0 0", "Ada 0 0"],
    ]);
    expect(await counts("commerce")).toEqual([
      ...["Ann 0 0", "Bo 0 0", "Cem 0 0", "Lea 0 1", "Ola 0 0", "Fay 0 0", "Ada 0 0"],
    ]);
    expect((await as("Lea")(myAsks, {})).asks.map(({ title }) => title)).toEqual([staging.title]);
    expect((await as("Ann")(myAsks, {})).asks).toEqual([]);
  });

  test("is due for whom it asks, by the day on which it matters", async () => {
    expect(await dueFor("Lea")).toEqual([
      `2026-07-01 null: ${staging.title}. Answer Payments; it matters by 1 Jul 2026`,
    ]);
    expect(await dueFor("Ann")).toEqual([]);
  });

  test("is seen, carried and brought back by whom it asks alone", async () => {
    for (const name of ["Ann", "Bo"])
      expect(await problemOf(as(name)(takeStep, { id, kind: "yes" }))).toMatchObject({ status: 403 });
    for (const name of ["Cem", "Ola", "Fay", "Ada"])
      expect(await problemOf(as(name)(takeStep, { id, kind: "words", words: "Me too" }))).toMatchObject({
        status: 404,
      });
    days(1);
    await as("Lea")(takeStep, { id, kind: "acknowledged" });
    days(3);
    const carried = await as("Lea")(takeStep, {
      id,
      kind: "carried",
      unit: "organisation",
      words: "On Friday.",
    });
    expect(carried.ask.says).toBe("carried to Organisation, for 3 days");
    expect(await seenBy(id)).toEqual(["Ann", "Bo", "Lea"]);
    await as("Bo")(takeStep, { id, kind: "words", words: "Anonymous data would do." });
    expect(await dueFor("Lea")).toEqual([
      `2026-07-01 null: ${staging.title}. Say what came back to Payments; it matters by 1 Jul 2026`,
    ]);
    days(6);
    const back = await as("Lea")(takeStep, { id, kind: "came-back", words: "We get one\nin July." });
    expect(back.ask).toMatchObject({
      ...{ state: "came-back", says: "came back in 6 days: We get one", cameBack: "We get one\nin July." },
      answer: { kind: "came-back", day: "2026-06-07", days: 6, by: { name: "Lea" } },
    });
  });

  test("waits then for the team to say whether it helped, which the team alone says", async () => {
    expect(await dueFor("Bo")).toEqual([`2026-06-07 Payments: ${staging.title}. Say whether it helped`]);
    expect(await dueFor("Lea")).toEqual([]);
    const helped = { id, kind: "helped" as const, helped: "partly" as const, words: "It is slow." };
    expect(await problemOf(as("Lea")(takeStep, helped))).toMatchObject({ status: 403 });
    days(45);
    const { ask, steps } = await as("Bo")(takeStep, helped);
    expect(ask).toMatchObject({ state: "helped", helped: "partly", open: 45, waitsFor: [] });
    expect(steps.map(({ by, says, side }) => `${side}: ${by?.name} ${says}`)).toEqual([
      "asked: Lea has seen it",
      "asked: Lea carried it to Organisation",
      "asking: Bo wrote",
      "asked: Lea told what came back",
      "asking: Bo said that it helped in part",
    ]);
    expect([await dueFor("Ann"), await dueFor("Lea")]).toEqual([[], []]);
    expect(await problemOf(as("Lea")(takeStep, { id, kind: "yes" }))).toMatchObject({
      status: 409,
      at: "/kind",
    });
  });
});

describe("an ask to a unit", () => {
  let id: string;

  test("to another team is seen by those who belong to it, and by no leader above both", async () => {
    days(50);
    const wanted = { slug: "payments", unit: "shop", title: "A test shop", why: "" };
    id = (await as("Bo")(askFor, wanted)).ask.id;
    expect(await seenBy(id)).toEqual(["Ann", "Bo", "Cem"]);
    expect(await dueFor("Cem")).toEqual(["2026-07-21 Shop: A test shop. Answer Payments"]);
    expect(await problemOf(as("Ann")(takeStep, { id, kind: "done" }))).toMatchObject({ status: 403 });
  });

  test("a yes with a day is a promise, and from that day on also the team is asked", async () => {
    const promised = await as("Cem")(takeStep, { id, kind: "yes", byWhen: "2026-08-10", words: "Gladly." });
    expect(promised.ask).toMatchObject({ says: "answered the same day: yes, by 10 Aug 2026" });
    expect(await dueFor("Cem")).toEqual([
      "2026-08-10 Shop: A test shop. Do what you said yes to, for Payments",
    ]);
    expect(await dueFor("Ann")).toEqual([]);
    days(70);
    expect(await dueFor("Ann")).toEqual(["2026-08-10 Payments: A test shop. Say whether it helped"]);
    await as("Cem")(takeStep, { id, kind: "done" });
    expect(await dueFor("Cem")).toEqual([]);
    await as("Ann")(takeStep, { id, kind: "helped", helped: "yes" });
  });

  test("to the unit above is seen there, and not by who leads a unit in between", async () => {
    const { ask } = await as("Ann")(askFor, {
      slug: "payments",
      unit: "organisation",
      title: "Fewer freezes",
    });
    expect(await seenBy(ask.id)).toEqual(["Ann", "Bo", "Ola"]);
    const gone = await as("Ann")(takeStep, { id: ask.id, kind: "withdrawn" });
    expect(gone.ask).toMatchObject({ says: "taken back", can: ["words"] });
    expect(await problemOf(as("Ola")(takeStep, { id: ask.id, kind: "yes" }))).toMatchObject({ status: 409 });
  });
});

test("what cannot be asked is said at its place, with what would be right", async () => {
  const wrong = (more: Partial<AskOf<typeof askFor>>, who = "Ann") =>
    problemOf(as(who)(askFor, { slug: "payments", title: "Something", ...more }));
  expect(await wrong({})).toMatchObject({ at: "/person" });
  expect(await wrong({ person: ids.Cem as string })).toEqual({
    ...{ status: 400, at: "/person" },
    // Who made the installation leads the organisation too.
    detail: expect.stringMatching(
      /^Ask somebody who leads a group above Payments: Lea \(Commerce\), .*Ola \(Organisation\).*\. Or ask a team or group\.$/,
    ),
  });
  expect(await wrong({ person: "cem@example.org" })).toMatchObject({ at: "/person" });
  expect(await wrong({ person: ids.Lea as string, unit: "shop" })).toMatchObject({ at: "/unit" });
  expect(await wrong({ unit: "payments" })).toMatchObject({ at: "/unit" });
  expect(await wrong({ unit: "nowhere" })).toMatchObject({ status: 400, at: "/unit" });
  expect(await wrong({ unit: "shop", title: "  " })).toMatchObject({ at: "/title" });
  expect(await wrong({ unit: "shop", mattersBy: "2026-01-01" })).toMatchObject({ at: "/mattersBy" });
  expect(await wrong({ slug: "commerce", unit: "shop" }, "Lea")).toMatchObject({
    detail: expect.stringContaining("Shop stands below Commerce"),
  });
  for (const who of ["Cem", "Lea", "Ada", "Fay"])
    expect([who, await wrong({ unit: "commerce" }, who)]).toMatchObject([who, { status: 403 }]);
  const { ask } = await as("Ann")(askFor, { slug: "payments", unit: "shop", title: "An answer" });
  const at = async (step: Omit<AskOf<typeof takeStep>, "id">) =>
    (await problemOf(as("Cem")(takeStep, { id: ask.id, ...step }))).at;
  expect(await at({ kind: "no" })).toBe("/words");
  expect(await at({ kind: "carried" })).toBe("/words");
  expect(await at({ kind: "carried", unit: "nowhere" })).toBe("/unit");
  expect(await at({ kind: "yes", byWhen: "2026-01-01" })).toBe("/byWhen");
  await as("Cem")(takeStep, { id: ask.id, kind: "no", words: "We have no time for it this year." });
  await as("Ann")(takeStep, { id: ask.id, kind: "helped", helped: "no" });
});

test("of two who write at once neither is lost, unless the second is told to look again", async () => {
  const { ask } = await as("Ann")(askFor, { slug: "payments", unit: "shop", title: "Two answers" });
  const both = await Promise.all([
    problemOf(as("Cem")(takeStep, { id: ask.id, kind: "words", words: "One" })),
    problemOf(as("Ann")(takeStep, { id: ask.id, kind: "words", words: "Two" })),
  ]);
  const { steps } = await as("Ann")(oneAsk, { id: ask.id });
  expect(steps.map(({ n }) => n)).toEqual(steps.map((_, place) => place + 1));
  expect(both.filter(({ status }) => status === 200)).toHaveLength(steps.length);
  await as("Ann")(takeStep, { id: ask.id, kind: "withdrawn" });
});

test("what a check-in led to stands in the loop's follow-ups, and nothing of the loop with whom is asked", async () => {
  const question = "What is in our way that we cannot move ourselves?";
  const { id: from } = await as("Ann")(addLoop, { unit: "payments", area: "advocacy", question });
  const turn = { loop: from, due: "2026-08-10" };
  const wanted = { slug: "payments", unit: "shop", title: "A gate", mattersBy: "2026-09-01", from: turn };
  const { ask, from: shown } = await as("Ann")(askFor, wanted);
  expect(shown).toEqual(turn);
  const {
    items: [item],
    followUps: kinds,
  } = await as("Bo")(checkIn, { unit: "payments" });
  expect(kinds).toContainEqual({ kind: "ask", title: "Ask for help" });
  expect(item?.since.map(({ text, day }) => `${day} ${text}`)).toContain("2026-08-10 asked: A gate");
  const asked = await as("Cem")(oneAsk, { id: ask.id });
  expect(asked.from).toBeNull();
  expect(JSON.stringify([asked, await as("Cem")(unitAsks, { slug: "shop" })])).not.toContain(from);
  await as("Cem")(takeStep, { id: ask.id, kind: "no", words: "No." });
  const { followUps } = await as("Bo")(loop, { id: from });
  expect(followUps).toMatchObject([
    { kind: "ask", what: "Ask: A gate", expected: "by 1 Sep 2026", came: "answered the same day: no" },
  ]);
  expect(await problemOf(as("Cem")(askFor, { ...wanted, slug: "shop", unit: "commerce" }))).toMatchObject({
    at: "/from/loop",
  });
});

test("from five asks on a line says how they fared, for both sides and nobody else", async () => {
  const says = async (name: string, slug: string) => (await as(name)(unitAsks, { slug })).says;
  expect((await says("Bo", "payments")).asked).toBe("6 asks, 4 answered; 2 taken back before");
  expect((await says("Cem", "shop")).received).toBeNull();
  for (const name of ["Cem", "Lea", "Ada", "Fay"])
    expect([name, await says(name, "payments")]).toEqual([name, { asked: null, received: null }]);
});

test("who is gone leaves what both sides have, without the name, and reads before what they wrote", async () => {
  const files = async (name: string) =>
    Object.fromEntries((await as(name)(held, {})).files.map((file) => [file.name, file.rows]));
  const lea = await files("Lea");
  expect(lea.asks).toMatchObject([{ title: staging.title, toPerson: ids.Lea }]);
  expect(lea["ask-steps"]?.map(({ kind }) => kind)).toEqual(["acknowledged", "carried", "came-back"]);
  expect((await files("Ada")).asks).toEqual([]);
  const { ask } = await as("Ann")(askFor, { ...staging, person: ids.Lea as string, title: "A second copy" });
  for (const name of ["Lea", "Ann"]) await product.ask(erase, { id: ids[name] as string });
  const { asked } = await as("Bo")(unitAsks, { slug: "payments" });
  expect(asked.find(({ id }) => id === ask.id)).toMatchObject({
    ...{ to: { person: null, unit: null }, askedBy: null, state: "open" },
  });
  const first = asked.find(({ title }) => title === staging.title);
  expect(first).toMatchObject({ answer: { by: null, days: 6 }, why: staging.why });
  const left = (await product.everything()).split("\n").filter((row) => /^public\.advocacy_/.test(row));
  expect(left.length).toBeGreaterThan(10);
  expect(left.filter((row) => row.includes(ids.Lea as string) || row.includes(ids.Ann as string))).toEqual(
    [],
  );
  await as("Bo")(takeStep, { id: ask.id, kind: "withdrawn" });
});
