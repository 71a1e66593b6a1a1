import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit } from "../../src/core/audit/contract.ts";
import { erase, held } from "../../src/core/held/contract.ts";
import { changeLoop } from "../../src/core/loops/contract.ts";
import { due } from "../../src/core/loops/mine/contract.ts";
import {
  answerRound,
  beginPulse,
  changePulse,
  closeRound,
  loopPulse,
  openRound,
  type Pulse,
  type PulseQuestion,
  type PulseRound,
  round,
  takeWordsBack,
  unitPulses,
} from "../../src/core/loops/pulse/contract.ts";
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
const belongs: Record<string, string> = {};
const days = (n: number) => {
  now = begin + n * DAY;
};

const add = async (name: string, slug: string, role: "member" | "lead" = "member") => {
  ids[name] ??= (await product.ask(addPerson, { name, email: `${name.toLowerCase()}@example.org` })).id;
  const { id } = await product.ask(addMember, {
    slug,
    person: ids[name] as string,
    role,
    from: "2024-01-01",
  });
  belongs[name] = id;
};

beforeAll(async () => {
  product = await openTestProduct({ clock: { now: () => now } });
  const { ask } = product;
  await ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop", "Pair"])
    await ask(addUnit, { name, kind: "team", parent: "commerce" });
  for (const name of ["Ann", "Bo", "Cem", "Dan", "Eve"]) await add(name, "payments");
  for (const name of ["Sia", "Tom", "Uli"]) await add(name, "shop");
  for (const name of ["Vic", "Wim"]) await add(name, "pair");
  await add("Lea", "commerce", "lead");
  ids.Ada = (await ask(addPerson, { name: "Ada", email: "ada@example.org" })).id;
  await ask(changePerson, { id: ids.Ada, administrator: true });
  await product.letInOthers();
}, 60_000);
afterAll(() => product?.close());

const as = (name: string): Ask => product.askAs(ids[name] as string);
const dueFor = async (name: string) =>
  (await as(name)(due, {})).due
    .filter(({ kind }) => kind === "round")
    .map(({ title, action, of, day }) => `${day} ${of}: ${title}. ${action}`);

const easy = { kind: "scale" as const, text: "A change is …", options: ["hard", "easy"] as [string, string] };
const kept = { kind: "choice" as const, text: "What kept you?", options: ["Nothing", "Waiting", "Noise"] };
const first = { kind: "words" as const, text: "What first?" };
const three = { area: "sensemaking", question: "How are we doing?", questions: [easy, kept, first] };

type Given = readonly [step: number | null, choice?: number | null, words?: string];
interface Consent {
  readonly teamReads?: boolean;
  readonly signed?: boolean;
}

/** Answers of three questions: a step, a choice, words. */
const given = (questions: readonly PulseQuestion[], [step, choice, words]: Given, consent: Consent) =>
  questions.flatMap(({ id: question, kind }): AskOf<typeof answerRound>["answers"] => {
    if (kind === "words") return words === undefined ? [] : [{ question, words, ...consent }];
    return [{ question, option: (kind === "scale" ? step : choice) ?? null }];
  });
const answers = async (name: string, id: string, [said, consent = {}]: readonly [Given, Consent?]) => {
  const { questions } = await as(name)(round, { id });
  return as(name)(answerRound, { id, answers: given(questions, said, consent) });
};
const results = async (name: string, id: string) =>
  (await as(name)(round, { id })).round.results?.map(({ n, counts, mean, words }) => ({
    n,
    counts,
    mean,
    words,
  }));
const told = (n: number | null, counts: number[] | null, mean: number | null = null) => ({
  ...{ n, counts, mean },
  words: [] as unknown[],
});

let pulse: Pulse;
let opened: PulseRound;

describe("a team of five asks itself", () => {
  test("nothing until somebody wants it, and begins with something ready or its own", async () => {
    const none = await as("Ann")(unitPulses, { slug: "payments" });
    expect(none.pulses).toEqual([]);
    expect(none.ready.map(({ title }) => title)).toEqual([
      ...["How are we doing?", "What helped, what hindered?", "Where did the time go?"],
    ]);
    for (const { question, questions } of none.ready) {
      const wanted = { slug: "commerce", area: "sensemaking", question, questions };
      expect((await as("Lea")(beginPulse, wanted)).questions).toMatchObject(questions);
    }
    pulse = await as("Ann")(beginPulse, { slug: "payments", ...three });
    expect(pulse).toMatchObject({
      ...{ open: null, rounds: [], ahead: null },
      loop: { question: "How are we doing?", says: "every fourth Monday", ended: false },
      questions: [easy, kept, { ...first, options: [] }],
    });
    expect(await dueFor("Bo")).toEqual([]);
    expect(await problemOf(as("Lea")(unitPulses, { slug: "payments" }))).toMatchObject({ status: 403 });
    expect((await as("Lea")(loopPulse, { id: pulse.loop.id })).pulse).toBeNull();
    expect((await as("Bo")(loopPulse, { id: pulse.loop.id })).pulse?.id).toBe(pulse.id);
  });

  test("a round asks those who belong today, who find it among what is due", async () => {
    opened = await as("Bo")(openRound, { id: pulse.id, until: "2026-06-04" });
    expect(opened).toMatchObject({ opened: "2026-06-01", until: "2026-06-04", asked: 5, answered: 0 });
    expect(await dueFor("Eve")).toEqual(["2026-06-01 Payments: Three short questions. Answer in a minute"]);
    expect(await dueFor("Lea")).toEqual([]);
    expect(await problemOf(as("Ann")(openRound, { id: pulse.id }))).toMatchObject({ status: 409, at: "/id" });
    for (const who of ["Lea", "Ada", "Sia"])
      expect([who, (await problemOf(as(who)(round, { id: opened.id }))).status]).toEqual([who, 404]);
  });

  test("before it closes all that anybody sees of it is how many answered, and each their own", async () => {
    await answers("Ann", opened.id, [[2, 2, "The build"], { teamReads: true }]);
    await answers("Ann", opened.id, [[3, 2, "The build is slow"], { teamReads: true }]);
    await answers("Bo", opened.id, [[4, 2, "Dan's interruptions"]]);
    await answers("Cem", opened.id, [[null, null, "Fewer meetings"], { teamReads: true, signed: true }]);
    expect(await dueFor("Ann")).toEqual([]);
    const seen = await as("Dan")(round, { id: opened.id });
    expect(seen.round).toMatchObject({ answered: 3, answeredByMe: false, results: null });
    expect(seen.mine).toEqual([]);
    expect(
      (await as("Ann")(round, { id: opened.id })).mine.map(({ option, words }) => option ?? words).toSorted(),
    ).toEqual([...[2, 3, "The build is slow"]]);
    expect(JSON.stringify(await as("Dan")(unitPulses, { slug: "payments" }))).not.toMatch(/build|meetings/);
  });

  test("who takes an answer back is not among them any more", async () => {
    await as("Bo")(answerRound, { id: opened.id, answers: [] });
    expect((await as("Dan")(round, { id: opened.id })).round.answered).toBe(2);
    expect(await dueFor("Bo")).toHaveLength(1);
    await answers("Bo", opened.id, [[4, 2, "Dan's interruptions"]]);
  });

  test("somebody who comes in the middle is not asked, and who leaves keeps what they said", async () => {
    await add("Fay", "payments");
    expect(await dueFor("Fay")).toEqual([]);
    expect((await as("Fay")(round, { id: opened.id })).round).toMatchObject({ asksMe: false, asked: 5 });
    expect(await problemOf(answers("Fay", opened.id, [[1]]))).toMatchObject({ status: 403 });
    await product.ask(endMembership, { id: belongs.Cem as string });
    expect((await problemOf(as("Cem")(round, { id: opened.id }))).status).toBe(404);
    expect((await problemOf(as("Cem")(answerRound, { id: opened.id, answers: [] }))).status).toBe(404);
  });

  test("when all who are left have answered it closes by itself, and tells who answered last to nobody", async () => {
    await answers("Dan", opened.id, [[4, 1]]);
    const last = await answers("Eve", opened.id, [[4, 3]]);
    expect(last.round).toMatchObject({ closed: "2026-06-01", because: "all", answered: 5 });
    const words = [
      { words: "Fewer meetings", by: "Cem" },
      { words: "The build is slow", by: null },
    ];
    for (const who of ["Ann", "Dan"])
      expect(await results(who, opened.id)).toEqual([
        told(4, [0, 0, 1, 3, 0], 3.75),
        told(4, [1, 2, 1]),
        { ...told(null, null), words },
      ]);
    expect(await problemOf(answers("Eve", opened.id, [[1]]))).toMatchObject({ status: 409 });
    const { entries } = await as("Dan")(audit, { unit: "payments" });
    expect(
      entries
        .filter(({ action }) => action.startsWith("pulse"))
        .map(({ actor, words: said }) => `${actor?.name} ${said}`),
    ).toEqual([
      "Bo opened a round of the short questions for “How are we doing?”",
      "Ann began to ask a few short questions, for “How are we doing?”",
    ]);
  });

  test("who was not asked sees that there was a round, and nothing of it", async () => {
    expect((await as("Fay")(unitPulses, { slug: "payments" })).pulses[0]?.rounds).toMatchObject([
      { id: opened.id, asksMe: false, answered: 5, results: null },
    ]);
    expect((await problemOf(as("Lea")(round, { id: opened.id }))).status).toBe(404);
  });

  test("words are taken back at any time, also by who has left", async () => {
    const { questions } = await as("Ann")(round, { id: opened.id });
    const question = questions[2]?.id as string;
    expect(await problemOf(as("Dan")(takeWordsBack, { id: opened.id, question }))).toMatchObject({
      status: 404,
    });
    await as("Cem")(takeWordsBack, { id: opened.id, question });
    expect((await results("Ann", opened.id))?.[2]?.words).toEqual([{ words: "The build is slow", by: null }]);
  });
});

test("other words are another question, and a round that is open asks what it asked", async () => {
  days(7);
  const second = await as("Ann")(openRound, { id: pulse.id });
  expect(second).toMatchObject({ until: "2026-06-15", asked: 5 });
  const [old, choice] = pulse.questions as [PulseQuestion, PulseQuestion];
  const changed = await as("Ann")(changePulse, {
    id: pulse.id,
    questions: [{ id: choice.id }, { ...easy, text: "To release is …" }],
  });
  expect(changed.questions.map(({ text }) => text)).toEqual([kept.text, "To release is …"]);
  expect(changed.questions[0]?.id).toBe(choice.id);
  expect((await as("Bo")(round, { id: second.id })).questions.map(({ id }) => id)[0]).toBe(old.id);
  expect(
    await problemOf(as("Ann")(changePulse, { id: pulse.id, questions: [{ id: old.id }] })),
  ).toMatchObject({
    ...{ status: 400, at: "/questions/0/id" },
  });
  await answers("Ann", second.id, [[5]]);
  const closed = await as("Bo")(closeRound, { id: second.id });
  expect(closed.round).toMatchObject({ because: "hand", answered: 1 });
  // What one says alone is not told, also not to that one.
  expect(await results("Ann", second.id)).toEqual([told(null, null), told(null, null), told(null, null)]);
  expect((await as("Bo")(closeRound, { id: second.id })).round).toEqual(closed.round);
});

test("two open at once do not mix, in a team of three and a pair", async () => {
  const ofShop = await as("Sia")(beginPulse, { slug: "shop", ...three });
  const another = await as("Tom")(beginPulse, { slug: "shop", ...three, question: "Another?" });
  const both = [
    await as("Sia")(openRound, { id: ofShop.id }),
    await as("Sia")(openRound, { id: another.id }),
  ] as const;
  await answers("Sia", both[0].id, [[1]]);
  await answers("Tom", both[0].id, [[2]]);
  await answers("Tom", both[1].id, [[5]]);
  expect((await as("Uli")(round, { id: both[0].id })).round.answered).toBe(2);
  expect((await as("Uli")(round, { id: both[1].id })).round.answered).toBe(1);
  expect(await dueFor("Uli")).toHaveLength(2);
  const { promise, round: third } = await as("Uli")(round, { id: both[0].id });
  expect(third.asked).toBe(3);
  expect(promise.at(-1)).toBe(
    "With 3 people somebody may guess who said what: it is confidential, not anonymous.",
  );
  await answers("Uli", both[0].id, [[2]]);
  expect((await results("Sia", both[0].id))?.[0]).toEqual(told(3, [1, 2, 0, 0, 0], 5 / 3));
  expect((await as("Sia")(round, { id: both[1].id })).round.closed).toBeNull();

  const pair = await as("Vic")(beginPulse, { slug: "pair", ...three });
  const two = await as("Vic")(openRound, { id: pair.id });
  await answers("Vic", two.id, [[4]]);
  const seen = await as("Wim")(round, { id: two.id });
  expect(seen.round.answered).toBeNull();
  expect(seen.promise.at(-1)).toBe("You are two, so each of you will know what the other answered.");
});

test("rounds close on their day and open before their turn by themselves, also when the server was down over it", async () => {
  days(14);
  const ofShop = (await as("Sia")(unitPulses, { slug: "shop" })).pulses.find(({ open }) => open !== null);
  expect(ofShop?.open?.until).toBe("2026-06-15");
  await product.settle();
  expect((await as("Sia")(loopPulse, { id: ofShop?.loop.id as string })).pulse?.open).not.toBeNull();
  // Nobody was there for ten days: the last day is over all the same.
  days(24);
  expect(await problemOf(answers("Sia", ofShop?.open?.id as string, [[1]]))).toMatchObject({ status: 409 });
  expect(await dueFor("Sia")).toEqual([]);
  await product.settle();
  await product.settle();
  const after = (await as("Sia")(loopPulse, { id: ofShop?.loop.id as string })).pulse;
  expect(after).toMatchObject({
    open: null,
    rounds: [{ because: "day", closed: "2026-06-25", answered: 1 }],
  });

  await as("Sia")(changePulse, { id: ofShop?.id as string, ahead: 3 });
  await product.settle();
  const opensBy = async () =>
    (await as("Tom")(loopPulse, { id: ofShop?.loop.id as string })).pulse?.open ?? null;
  // It began on Monday, 8 June, so that its next turn is on 6 July.
  expect(await opensBy()).toBeNull();
  days(32);
  await product.settle();
  await product.settle();
  expect(await opensBy()).toMatchObject({ opened: "2026-07-03", until: "2026-07-05", asked: 3 });
  days(36);
  await product.settle();
  expect(await opensBy()).toBeNull();
  await as("Sia")(changeLoop, { id: ofShop?.loop.id as string, ended: true });
  days(62);
  await product.settle();
  expect(await opensBy()).toBeNull();
  expect(await problemOf(as("Sia")(openRound, { id: ofShop?.id as string }))).toMatchObject({ status: 409 });
});

test("what cannot be asked or answered is said at its place", async () => {
  const wrong = async (more: object) =>
    (await problemOf(as("Ann")(beginPulse, { slug: "payments", ...three, ...more } as never))).at;
  expect(await wrong({ area: "happiness" })).toBe("/area");
  expect(await wrong({ rule: "now and then" })).toBe("/rule");
  expect(await wrong({ questions: [] })).toBe("/questions");
  expect(await wrong({ questions: Array(6).fill(first) })).toBe("/questions");
  expect(await wrong({ questions: [{ ...kept, options: ["One"] }] })).toBe("/questions/0/options");
  expect(await wrong({ questions: [{ ...kept, options: ["One", "One"] }] })).toBe("/questions/0/options");
  const open = await as("Ann")(openRound, { id: pulse.id });
  const [choice, scale] = (await as("Ann")(round, { id: open.id })).questions as [
    PulseQuestion,
    PulseQuestion,
  ];
  const at = async (...some: object[]) =>
    (await problemOf(as("Ann")(answerRound, { id: open.id, answers: some } as never))).at;
  expect(await at({ question: choice.id, option: 4 })).toBe("/answers/0/option");
  expect(await at({ question: choice.id, words: "No" })).toBe("/answers/0/words");
  expect(await at({ question: scale.id, option: 1 }, { question: scale.id, option: 2 })).toBe(
    "/answers/1/question",
  );
  expect(await at({ question: pulse.questions[0]?.id, option: 1 })).toBe("/answers/0/question");
  expect((await problemOf(as("Ann")(openRound, { id: pulse.id, until: "2026-01-01" }))).at).toBe("/until");
  await as("Ann")(closeRound, { id: open.id });
});

test("what somebody answered is in their archive alone, and goes with them; what was counted stays", async () => {
  const files = async (name: string) =>
    Object.fromEntries((await as(name)(held, {})).files.map((file) => [file.name, file.rows]));
  expect((await files("Bo"))["pulse-answers"]).toContainEqual(
    expect.objectContaining({ words: "Dan's interruptions", teamReads: false }),
  );
  expect((await files("Cem"))["pulse-answers"]).toContainEqual(
    expect.objectContaining({ words: "Fewer meetings" }),
  );
  expect((await files("Ada"))["pulse-answers"]).toEqual([]);
  const before = await results("Dan", opened.id);
  for (const name of ["Ann", "Bo"]) await product.ask(erase, { id: ids[name] as string });
  const after = await results("Dan", opened.id);
  expect(after?.slice(0, 2)).toEqual(before?.slice(0, 2));
  expect(after?.[2]?.words).toEqual([]);
  expect((await as("Dan")(round, { id: opened.id })).round).toMatchObject({ asked: 5, answered: 5 });
  const left = (await product.everything()).split("\n").filter((row) => row.startsWith("public.loops_pulse"));
  expect(left.filter((row) => row.includes(ids.Ann as string) || row.includes(ids.Bo as string))).toEqual([]);
  expect(left.join()).not.toMatch(/interruptions|build is slow/);
});
