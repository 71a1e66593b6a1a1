import { afterAll, beforeAll, expect, test } from "vitest";
import { openPurpose, purpose, reviewPurpose, writePurpose } from "../../src/areas/impact/contract.ts";
import { impact } from "../../src/areas/impact/index.ts";
import type { AreaContext } from "../../src/core/area.ts";
import { audit } from "../../src/core/audit/contract.ts";
import { erase, held } from "../../src/core/held/contract.ts";
import { due } from "../../src/core/loops/mine/contract.ts";
import { addUnit, changeUnit, endMembership, unit } from "../../src/core/org/contract.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";
import { peopleOf, problemOf } from "./people-of.ts";

const payments = { slug: "payments" };
const PAID = "We get merchants paid the day they sell, so that no small shop has to borrow to restock.";
const SAFE = "We keep what shops sell together, so that their customers find it.";
let now = Date.parse("2026-01-05T10:00:00Z");
let state: TestState;
let product: TestProduct;
const ids: Record<string, string> = {};

beforeAll(async () => {
  state = await openTestState();
  product = await openTestProduct({ state, clock: { now: () => now } });
  await product.ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop"])
    await product.ask(addUnit, { name, kind: "team", parent: "commerce" });
  await product.ask(addUnit, { name: "Elsewhere", kind: "team" });
  Object.assign(
    ids,
    await peopleOf(product, [
      ["Ann", "payments", "member"],
      ["Bo", "payments", "member"],
      ["Fay", "payments", "member"],
      ["Cem", "shop", "member"],
      ["Eve", "elsewhere", "member"],
      ["Lea", "commerce", "lead"],
    ]),
  );
  await product.letInOthers();
}, 60_000);
afterAll(() => product?.close());

const as = (name: string) => (name === "the owner" ? product.ask : product.askAs(ids[name] as string));
/** What each reads of a unit's purpose. */
const readers = async (slug = "payments") => {
  const all = ["Ann", "Bo", "Fay", "Cem", "Lea", "Eve", "the owner"];
  const read = await Promise.all(all.map(async (name) => [name, (await as(name)(purpose, { slug })).holds]));
  return read.filter(([, holds]) => holds !== null).map(([name]) => name);
};
const days = (count: number) => {
  now += count * 86_400_000;
};
const askedOf = async (name: string) =>
  (await as(name)(due, {})).due.filter(({ kind }) => kind === "purpose").map(({ of, day }) => `${of} ${day}`);

test("a team without a purpose is asked for none, and others hear that there is nothing", async () => {
  const { holds, own, can } = await as("Ann")(purpose, payments);
  expect([holds, own?.written, own?.earlier, can.write]).toEqual([null, null, [], true]);
  expect(await as("Lea")(purpose, payments)).toMatchObject({ holds: null, own: null, can: { write: false } });
  days(400);
  expect(await askedOf("Ann")).toEqual([]);
  days(-400);
  const asked = { status: 409, at: "/audience" };
  expect(await problemOf(as("Ann")(openPurpose, { ...payments, audience: "commerce" }))).toMatchObject(asked);
});

test("those who belong to a team write its purpose, and nobody else does", async () => {
  for (const name of ["Cem", "Lea", "Eve", "the owner"])
    expect(await problemOf(as(name)(writePurpose, { ...payments, sentence: "We rule" }))).toMatchObject({
      status: 403,
    });
  const first = await as("Fay")(writePurpose, { ...payments, sentence: "We build our payments platform." });
  expect(first.hints).toEqual([
    "Who outside your team would notice if you stopped?",
    "What is different for them when you do this well? “… so that …” helps to say it.",
    "Would those whom you serve say “platform”? What would they call it?",
  ]);
  days(1);
  const { holds, own, hints } = await as("Ann")(writePurpose, { ...payments, sentence: `  ${PAID} ` });
  expect([holds, hints]).toEqual([{ sentence: PAID, since: "2026-01-06" }, []]);
  expect(own).toMatchObject({
    written: { by: { name: "Ann" }, reviewed: null, comesBack: "2026-07-07", due: false },
    earlier: [
      {
        ...{ sentence: "We build our payments platform.", from: "2026-01-05", until: "2026-01-06" },
        by: { name: "Fay" },
      },
    ],
    seenBy: "Only your team sees this.",
  });
  expect(await readers()).toEqual(["Ann", "Bo", "Fay"]);
});

test("the same sentence again changes nothing", async () => {
  days(1);
  const { holds, own } = await as("Bo")(writePurpose, { ...payments, sentence: PAID });
  expect([holds?.since, own?.written?.by?.name, own?.earlier.length]).toEqual(["2026-01-06", "Ann", 1]);
});

test("a sentence that cannot be is refused at its field, with what would be right", async () => {
  for (const sentence of ["", "   ", "x".repeat(241), "two\nlines"])
    expect(await problemOf(as("Ann")(writePurpose, { ...payments, sentence }))).toEqual({
      ...{ status: 400, at: "/sentence" },
      detail: "sentence: Write 1 to 240 characters on one line.",
    });
  expect(await problemOf(as("Ann")(purpose, { slug: "nowhere" }))).toMatchObject({
    status: 404,
    at: "/slug",
  });
  expect(await problemOf(as("Ann")(openPurpose, { ...payments, audience: "shop" }))).toEqual({
    ...{ status: 400, at: "/audience" },
    detail: "The purpose of Payments is opened to one of these: commerce, organisation.",
  });
});

test("who left reads nothing of it any more, and still finds their own words in what is held about them", async () => {
  const { people } = await product.ask(unit, payments);
  const fay = people.find(({ person }) => person.name === "Fay");
  await as("Fay")(reviewPurpose, { ...payments, purpose: await idOf("Fay") });
  await product.ask(endMembership, { id: fay?.id as string });
  expect(await as("Fay")(purpose, payments)).toMatchObject({ holds: null, own: null });
  const { files } = await as("Fay")(held, {});
  expect(files.find(({ name }) => name === "purposes")?.rows).toMatchObject([
    { did: "wrote", unit: "Payments", sentence: "We build our payments platform." },
    { did: "found still right", unit: "Payments" },
  ]);
  expect(JSON.stringify(files)).not.toContain(PAID);
});

const idOf = async (name: string, slug = "payments") =>
  (await as(name)(purpose, { slug })).own?.written?.id as string;

test("opened to a group, its people read the sentence that holds and nothing else; taken back, they do not", async () => {
  for (const name of ["Cem", "Lea", "Eve", "the owner"])
    expect(await problemOf(as(name)(openPurpose, { ...payments, audience: "commerce" }))).toMatchObject({
      status: 403,
    });
  const { own } = await as("Ann")(openPurpose, { ...payments, audience: "commerce" });
  expect([own?.audience?.slug, own?.seenBy]).toEqual(["commerce", "Everyone in Commerce sees this."]);
  expect(await readers()).toEqual(["Ann", "Bo", "Cem", "Lea"]);
  const seen = await as("Lea")(purpose, payments);
  expect(seen).toEqual({
    ...{ unit: { slug: "payments", name: "Payments", kind: "team" }, own: null },
    holds: { sentence: PAID, since: "2026-01-06" },
    can: { write: false, review: false, open: false },
  });
  await as("Bo")(openPurpose, { ...payments, audience: "organisation" });
  expect(await readers()).toEqual(["Ann", "Bo", "Cem", "Lea", "Eve", "the owner"]);
  await as("Bo")(openPurpose, { ...payments, audience: "organisation" });
  await as("Ann")(openPurpose, { ...payments, audience: null });
  expect(await readers()).toEqual(["Ann", "Bo"]);
  const { entries } = await as("Bo")(audit, { unit: "payments" });
  expect(
    entries
      .filter(({ action }) => action.startsWith("purpose."))
      .map(({ actor, words }) => `${actor?.name} ${words}`),
  ).toEqual([
    "Ann took the purpose back from Organisation",
    "Bo opened the purpose to Organisation",
    "Bo took the purpose back from Commerce",
    "Ann opened the purpose to Commerce",
  ]);
});

test("whoever reads it reads it as it is now, and no longer once the team stands elsewhere", async () => {
  await as("Ann")(openPurpose, { ...payments, audience: "commerce" });
  await as("Ann")(writePurpose, { ...payments, sentence: "We get shops paid so that they sleep." });
  expect((await as("Cem")(purpose, payments)).holds?.sentence).toBe("We get shops paid so that they sleep.");
  await as("Ann")(writePurpose, { ...payments, sentence: PAID });
  await product.ask(changeUnit, { ...payments, parent: "organisation" });
  expect(await readers()).toEqual(["Ann", "Bo"]);
  await product.ask(changeUnit, { ...payments, parent: "commerce" });
  expect(await readers()).toEqual(["Ann", "Bo", "Cem", "Lea"]);
});

test("a group's purpose is not its teams' until it opens it to them", async () => {
  const commerce = { slug: "commerce" };
  const { own } = await as("Lea")(writePurpose, { ...commerce, sentence: SAFE });
  expect(own?.seenBy).toBe("Only those who belong to Commerce itself see this.");
  expect(own?.audiences.map(({ slug }) => slug)).toEqual(["commerce", "organisation"]);
  expect(await readers("commerce")).toEqual(["Lea"]);
  expect(await problemOf(as("Ann")(writePurpose, { ...commerce, sentence: "Ours" }))).toMatchObject({
    status: 403,
  });
  await as("Lea")(openPurpose, { ...commerce, audience: "commerce" });
  expect(await readers("commerce")).toEqual(["Ann", "Bo", "Cem", "Lea"]);
  expect((await as("Ann")(purpose, commerce)).own).toBeNull();
  await as("the owner")(writePurpose, { slug: "organisation", sentence: "We make shopping kind." });
  expect(await readers("organisation")).toEqual(["the owner"]);
  await as("the owner")(openPurpose, { slug: "organisation", audience: "organisation" });
  expect(await readers("organisation")).toEqual(["Ann", "Bo", "Cem", "Lea", "Eve", "the owner"]);
});

test("what was written stands on the time line: for the team all of it, for others what holds", async () => {
  const { rows } = await state.asOwner((tx) =>
    tx.execute<{ id: string }>("select id from org_unit where slug in ('payments', 'commerce')"),
  );
  const marksFor = async (name: string, span: object = {}) => {
    const context = { as: (work) => state.as(ids[name] as string, work) } as AreaContext;
    const asked = { units: rows.map(({ id }) => id), from: "2026-01-01", to: "2026-12-31", ...span };
    const marks = (await impact.plugs?.marks?.(context, asked)) ?? [];
    return marks.map(({ day, text, href }) => `${day} ${text} ${href}`).sort();
  };
  const commerce = `2026-01-07 purpose: ${SAFE} /units/commerce`;
  expect(await marksFor("Cem")).toEqual([`2026-01-07 purpose: ${PAID} /units/payments`, commerce]);
  expect(await marksFor("Eve")).toEqual([]);
  expect(await marksFor("Ann")).toEqual(
    [
      "2026-01-05 purpose: We build our payments platform. /units/payments",
      `2026-01-06 purpose: ${PAID} /units/payments`,
      commerce,
      "2026-01-07 purpose: We get shops paid so that they sleep. /units/payments",
      `2026-01-07 purpose: ${PAID} /units/payments`,
    ].sort(),
  );
  expect(await marksFor("Ann", { to: "2026-01-05" })).toEqual([
    "2026-01-05 purpose: We build our payments platform. /units/payments",
  ]);
});

test("half a year later it comes back to those whose it is, until one of them finds it right or writes another", async () => {
  expect(await askedOf("Ann")).toEqual([]);
  now = Date.parse("2026-07-07T23:59:00Z");
  expect(await askedOf("Ann")).toEqual([]);
  now = Date.parse("2026-07-08T06:00:00Z");
  expect(await askedOf("Ann")).toEqual(["Payments 2026-07-08"]);
  expect([await askedOf("Cem"), await askedOf("Lea")]).toEqual([[], ["Commerce 2026-07-08"]]);
  expect((await as("Ann")(purpose, payments)).own?.written).toMatchObject({ due: true, reviewed: null });
  const [asked] = (await as("Bo")(due, {})).due;
  expect(asked).toEqual({
    ...{ kind: "purpose", title: "Is this still your purpose?", action: "Say whether it still holds" },
    ...{ of: "Payments", unit: "payments", day: "2026-07-08", at: null, href: "/units/payments" },
  });
  const { own } = await as("Bo")(reviewPurpose, { ...payments, purpose: await idOf("Bo") });
  expect(own?.written).toMatchObject({
    ...{ due: false, comesBack: "2027-01-06" },
    reviewed: { on: "2026-07-08", by: { name: "Bo" } },
  });
  expect(await askedOf("Ann")).toEqual([]);
  now = Date.parse("2027-01-06T06:00:00Z");
  expect(await askedOf("Ann")).toEqual(["Payments 2027-01-06"]);
  await as("Ann")(writePurpose, { ...payments, sentence: "We get every merchant paid so that they sleep." });
  expect(await askedOf("Ann")).toEqual([]);
});

test("found right is the sentence that was looked at, and not another that was written meanwhile", async () => {
  const looked = await idOf("Bo");
  await as("Ann")(writePurpose, { ...payments, sentence: PAID });
  expect(await problemOf(as("Bo")(reviewPurpose, { ...payments, purpose: looked }))).toMatchObject({
    ...{ status: 409, at: "/purpose" },
  });
  expect(await problemOf(as("Cem")(reviewPurpose, { ...payments, purpose: looked }))).toMatchObject({
    status: 403,
  });
  expect(await problemOf(as("Eve")(reviewPurpose, { slug: "elsewhere", purpose: looked }))).toMatchObject({
    status: 409,
  });
});

test("who is erased leaves the sentences to the team, without the name", async () => {
  await as("Bo")(reviewPurpose, { ...payments, purpose: await idOf("Bo") });
  await product.ask(erase, { id: ids.Ann as string });
  const written = (await as("Bo")(purpose, payments)).own;
  expect(written?.written).toMatchObject({ by: null, reviewed: { by: { name: "Bo" } } });
  await product.ask(erase, { id: ids.Fay as string });
  expect((await as("Bo")(purpose, payments)).own?.earlier.map(({ by }) => by)).toEqual(Array(5).fill(null));
  const kept = (await product.everything()).split("\n").filter((row) => row.includes("impact_"));
  expect(kept.length).toBeGreaterThan(8);
  for (const name of ["Ann", "Fay"]) expect(kept.join("\n")).not.toContain(ids[name]);
});
