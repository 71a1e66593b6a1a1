import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "../../src/core/audit/contract.ts";
import { erase } from "../../src/core/held/contract.ts";
import {
  answerRound,
  changePulse,
  closeRound,
  openRound,
  round,
  unitPulses,
} from "../../src/core/loops/pulse/contract.ts";
import {
  addOffer,
  adoptOffer,
  type Gathering,
  type Offer,
  openGathering,
  openPulse,
  unitOffers,
} from "../../src/core/loops/pulse/offers/contract.ts";
import { addMember, addPerson, addUnit } from "../../src/core/org/contract.ts";
import { type Ask, ProblemError } from "../../src/platform/http/ask.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";

const DAY = 86_400_000;
const begin = Date.parse("2026-06-01T10:00:00Z");
let now = begin;
let product: TestProduct;
const ids: Record<string, string> = {};
const days = (n: number) => {
  now = begin + n * DAY;
};
const TEAMS = ["red", "blue", "green", "grey", "pink", "black"];

beforeAll(async () => {
  product = await openTestProduct({ clock: { now: () => now } });
  const { ask } = product;
  await ask(addUnit, { name: "Commerce", kind: "group" });
  await ask(addUnit, { name: "Elsewhere", kind: "group" });
  const add = async (name: string, slug: string, role: "member" | "lead" = "member") => {
    ids[name] = (await ask(addPerson, { name, email: `${name}@example.org` })).id;
    await ask(addMember, { slug, person: ids[name], role, from: "2024-01-01" });
  };
  for (const name of TEAMS) {
    await ask(addUnit, { name, kind: "team", parent: "commerce" });
    for (const n of [1, 2, 3]) await add(`${name}${n}`, name);
  }
  await add("lea", "commerce", "lead");
  await add("zoe", "elsewhere", "lead");
  await product.letInOthers();
}, 60_000);
afterAll(() => product?.close());

const as = (name: string): Ask => product.askAs(ids[name] as string);
const status = async (asking: Promise<unknown>) =>
  asking.then(
    () => 200,
    (error: unknown) => {
      if (error instanceof ProblemError) return error.problem.status;
      throw error;
    },
  );

let offered: Offer;
const pulses: Record<string, string> = {};

/** All three of a team answer; the second question is skipped. */
async function teamAnswers(name: string, options: readonly number[]): Promise<void> {
  const opened = await as(`${name}1`)(openRound, { id: pulses[name] as string });
  const { questions } = await as(`${name}1`)(round, { id: opened.id });
  for (const [at, option] of options.entries())
    await as(`${name}${at + 1}`)(answerRound, {
      id: opened.id,
      answers: [{ question: questions[0]?.id as string, option }],
    });
  if (options.length < 3) await as(`${name}1`)(closeRound, { id: opened.id });
}
const gather = async (until: string): Promise<Gathering> =>
  as("lea")(openGathering, { id: offered.id, until });
const latest = async (who = "lea") =>
  (await as(who)(unitOffers, { slug: "commerce" })).offers[0]?.gatherings[0];
const figures = async () =>
  (await latest())?.figures.map(({ n, teams, counts, mean, because }) => ({
    n,
    teams,
    counts,
    mean,
    because,
  }));

test("a group offers questions, and each team takes them up in its very words, or does not", async () => {
  const questions = [
    { kind: "scale" as const, text: "A change is …", options: ["hard", "easy"] as [string, string] },
    { kind: "choice" as const, text: "What kept you?", options: ["Nothing", "Waiting"] },
  ];
  const wanted = { slug: "commerce", question: "How are we doing?", questions };
  expect(await status(as("red1")(addOffer, wanted))).toBe(403);
  expect(await status(as("red1")(addOffer, { ...wanted, slug: "red" }))).toBe(400);
  expect(
    await status(as("lea")(addOffer, { ...wanted, questions: [{ kind: "words", text: "What?" }] } as never)),
  ).toBe(400);
  offered = await as("lea")(addOffer, wanted);
  const { offers, can } = await as("red1")(unitOffers, { slug: "red" });
  expect(offers).toMatchObject([{ id: offered.id, adopted: null, can: { adopt: true, gather: false } }]);
  expect(can.offer).toBe(false);
  expect((await as("zoe")(unitOffers, { slug: "commerce" })).offers).toEqual([]);
  expect(await status(as("lea")(adoptOffer, { slug: "red", offer: offered.id, area: "sensemaking" }))).toBe(
    403,
  );
  for (const name of TEAMS) {
    const pulse = await as(`${name}1`)(adoptOffer, { slug: name, offer: offered.id, area: "sensemaking" });
    expect(pulse.questions).toMatchObject(questions);
    pulses[name] = pulse.id;
  }
  expect(await status(as("red2")(adoptOffer, { slug: "red", offer: offered.id, area: "sensemaking" }))).toBe(
    409,
  );
  expect((await as("lea")(unitPulses, { slug: "commerce" })).pulses).toEqual([]);
});

test("two teams that open it are too few, whatever they answer", async () => {
  await gather("2026-06-10");
  expect(await status(gather("2026-06-11"))).toBe(409);
  expect(await status(as("red1")(openGathering, { id: offered.id, until: "2026-06-10" }))).toBe(403);
  for (const name of ["red", "blue"]) {
    expect(await status(as("lea")(openPulse, { id: pulses[name] as string, open: true }))).toBe(404);
    await as(`${name}2`)(openPulse, { id: pulses[name] as string, open: true });
  }
  days(1);
  for (const name of TEAMS) await teamAnswers(name, [1, 3, 5]);
  // Those who answered were told that it stays with them, so that opening it later does not count.
  days(2);
  await as("green1")(openPulse, { id: pulses.green as string, open: true });
  await product.settle();
  expect((await latest())?.closed).toBeNull();
  days(12);
  await product.settle();
  const few = {
    n: null,
    teams: null,
    counts: null,
    mean: null,
    because: "Not shown: too few answers, or too alike.",
  };
  expect(await figures()).toEqual([few, few]);
  const { entries } = await as("red3")(audit, { unit: "red" });
  expect(entries.map(({ words }) => words)).toContain(
    "opened “How are we doing?” to Commerce, to be counted with other teams",
  );
});

test("who answers is told before that it is counted beyond the team", async () => {
  const promises = async (name: string) => {
    const [pulse] = (await as(`${name}1`)(unitPulses, { slug: name })).pulses;
    const { promise } = await as(`${name}1`)(round, { id: pulse?.rounds[0]?.id as string });
    return promise.filter((line) => line.startsWith("Commerce may see one figure"));
  };
  expect([(await promises("red")).length, (await promises("green")).length]).toEqual([1, 0]);
});

test("six teams are told as one figure, once, to all of the group and to nobody else", async () => {
  for (const name of TEAMS.slice(3))
    await as(`${name}1`)(openPulse, { id: pulses[name] as string, open: true });
  await gather("2026-06-20");
  days(14);
  for (const name of TEAMS) await teamAnswers(name, name === "pink" ? [2, 2] : [1, 3, 5]);
  days(22);
  await Promise.all([product.settle(), product.settle()]);
  await product.settle();
  expect((await figures())?.[0]).toEqual({
    n: 17,
    teams: 6,
    counts: [5, 2, 5, 0, 5],
    mean: 49 / 17,
    because: null,
  });
  expect((await figures())?.[1]).toMatchObject({
    n: null,
    because: "Not shown: too few answers, or too alike.",
  });
  expect((await latest("grey3"))?.figures).toEqual((await latest())?.figures);
  expect((await as("zoe")(unitOffers, { slug: "commerce" })).offers).toEqual([]);
  // No word of any team leaves it.
  const seen = JSON.stringify(await as("lea")(unitOffers, { slug: "commerce" }));
  for (const name of TEAMS) expect(seen).not.toContain(pulses[name] as string);
});

test("a figure of nearly the same people is not told again, also when one of them was erased meanwhile", async () => {
  const before = await figures();
  await product.ask(erase, { id: ids.red3 as string });
  await gather("2026-06-30");
  days(25);
  for (const name of TEAMS)
    await teamAnswers(name, name === "red" ? [1, 3] : name === "pink" ? [2, 2] : [1, 3, 5]);
  days(40);
  await product.settle();
  expect((await figures())?.[0]?.because).toBe("Not shown: nearly the same people answered before.");
  const [, earlier] = (await as("lea")(unitOffers, { slug: "commerce" })).offers[0]?.gatherings ?? [];
  expect(earlier?.figures[0]).toMatchObject({ n: before?.[0]?.n, counts: before?.[0]?.counts });
  const left = (await product.everything()).split("\n").filter((row) => row.startsWith("public.loops_"));
  expect(left.filter((row) => row.includes(ids.red3 as string))).toEqual([]);
});

test("what is taken back is counted no more, and what it came to before stays", async () => {
  for (const name of ["red", "blue", "green"])
    await as(`${name}1`)(openPulse, { id: pulses[name] as string, open: false });
  await gather("2026-07-20");
  days(41);
  for (const name of TEAMS.filter((one) => one !== "red")) await teamAnswers(name, [1, 3, 5]);
  days(60);
  await product.settle();
  // Three teams of three, of which the members of one know three: six are left, and nine others are gone.
  expect((await figures())?.[0]).toMatchObject({ n: 9, teams: 3, counts: [3, 0, 3, 0, 3] });
  await as("grey1")(changePulse, { id: pulses.grey as string, ahead: 2 });
});
