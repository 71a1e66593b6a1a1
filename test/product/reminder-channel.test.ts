import { afterAll, beforeAll, expect, test } from "vitest";
import { addLoop } from "../../src/core/loops/contract.ts";
import { beginExperiment, concludeExperiment } from "../../src/core/loops/experiments/contract.ts";
import { addMember, addPerson, addUnit, endMembership, unit } from "../../src/core/org/contract.ts";
import { channel, dropChannel, setChannel, tryChannel } from "../../src/core/reminders/channel-contract.ts";
import { ProblemError } from "../../src/platform/http/ask.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openChat } from "./chat.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";

const PUBLIC = "https://septet.example.org";
const MINUTE = 60_000;
let now = Date.parse("2026-10-12T06:00:00Z"); // A Monday.
let broken = 0;
let state: TestState;
let product: TestProduct;
let chat: Awaited<ReturnType<typeof openChat>>;
const ids: Record<string, string> = {};
const payments = { slug: "payments" };
const nothing = { ...payments, checkIn: false, digest: null, readings: false };

beforeAll(async () => {
  state = await openTestState();
  chat = await openChat({ status: () => (broken > 0 ? broken : 200) });
  const settings = { publicUrl: PUBLIC, webhookHosts: "127.0.0.1" };
  product = await openTestProduct({ state, clock: { now: () => now } }, settings);
  for (const name of ["Payments", "Shop"]) await product.ask(addUnit, { name, kind: "team" });
  for (const [name, slug] of [
    ["Ann", "payments"],
    ["Bo", "payments"],
    ["Cem", "shop"],
  ] as const) {
    const { id } = await product.ask(addPerson, { name, email: `${name.toLowerCase()}@example.org` });
    ids[name] = id;
    await product.ask(addMember, { slug, person: id, from: "2024-01-01" });
  }
  await product.letInOthers();
  const of = { unit: "payments", area: "delivery", rule: "FREQ=WEEKLY;BYDAY=TU" };
  await as("Ann")(addLoop, { ...of, question: "What broke, <!channel>?" });
  await as("Ann")(addLoop, { area: "growth", question: "What did I learn?", rule: "FREQ=WEEKLY;BYDAY=TU" });
}, 60_000);
afterAll(async () => {
  await product?.close();
  await chat?.close();
});

const as = (name: string) => product.askAs(ids[name] as string);
const problem = async (asking: Promise<unknown>) => {
  const error = await asking.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) return { status: 200, error };
  const { status, detail, errors } = error.problem;
  return { status, detail, at: errors?.[0]?.pointer };
};
/** What was posted when the clock says so, and the round is run. */
async function at(moment: string | number) {
  now = typeof moment === "string" ? Date.parse(moment) : moment;
  chat.posted.splice(0);
  await product.settle();
  return chat.posted.map(({ body }) => String(body.text).split("\n"));
}
const hook = () => `${chat.url}/hooks/very-secret-word`;

test("those who belong to a team say where its reminders are posted; the address is never shown again", async () => {
  expect(await as("Bo")(channel, payments)).toEqual({ channel: null });
  for (const ask of [as("Cem"), product.ask]) {
    expect(await problem(ask(channel, payments))).toMatchObject({ status: 403 });
    expect(await problem(ask(setChannel, { ...nothing, url: hook() }))).toMatchObject({ status: 403 });
  }
  expect(await problem(as("Ann")(setChannel, nothing))).toMatchObject({ status: 400, at: "/url" });
  const set = await as("Ann")(setChannel, { ...nothing, url: hook(), checkIn: true });
  expect(set.channel).toEqual({
    ...{ host: "127.0.0.1", checkIn: true, digest: null, readings: false },
    ...{ setBy: "Ann", setAt: new Date(now).toISOString(), trouble: null },
  });
  expect(await as("Bo")(channel, payments)).toEqual(set);
  expect(await product.everything()).not.toContain("very-secret-word");
});

test("what leads into a private network, or is no webhook's, is refused at its field", async () => {
  for (const url of ["https://10.0.0.1/hook", "https://localhost/hook", "https://169.254.169.254/latest"])
    expect(await problem(as("Ann")(setChannel, { ...nothing, url }))).toMatchObject({
      ...{ status: 400, at: "/url", detail: expect.stringContaining("private network") },
    });
  expect(await problem(as("Ann")(setChannel, { ...nothing, url: "http://1.1.1.1/" }))).toMatchObject({
    at: "/url",
  });
});

test("a word can be sent to see that it comes, and what is wrong is said there and then", async () => {
  chat.posted.splice(0);
  expect(await as("Bo")(tryChannel, payments)).toEqual({ trouble: null });
  expect(chat.posted.map(({ path, body }) => [path, body])).toEqual([
    [
      "/hooks/very-secret-word",
      { text: `A word from Septet: the reminders of Payments come here.\n${PUBLIC}/units/payments` },
    ],
  ]);
  broken = 404;
  expect((await as("Bo")(tryChannel, payments)).trouble).toMatch(/no such webhook/);
  expect((await as("Ann")(channel, payments)).channel?.trouble?.says).toMatch(/no such webhook/);
  broken = 0;
  await as("Bo")(tryChannel, payments);
  expect((await as("Ann")(channel, payments)).channel?.trouble).toBeNull();
});

test("on the day of a check-in its questions are posted once, and nobody's own", async () => {
  expect(await at("2026-10-13T08:59:00Z")).toEqual([]);
  expect(await at("2026-10-13T09:00:00Z")).toEqual([
    [
      "Check-in of Payments today, 09:00",
      "• What broke, &lt;!channel&gt;?",
      `${PUBLIC}/units/payments/check-in`,
    ],
  ]);
  expect(await at("2026-10-13T09:05:00Z")).toEqual([]);
});

test("once a week it is told that something came back, and what came of it only where the team says so", async () => {
  await as("Ann")(setChannel, { ...nothing, digest: "MO" });
  now += MINUTE;
  const of = { unit: "payments", area: "delivery" };
  const tried = await as("Ann")(beginExperiment, { ...of, title: "Smaller changes" });
  const own = await as("Ann")(beginExperiment, { area: "growth", title: "Speak up" });
  for (const { id } of [tried, own])
    await as("Ann")(concludeExperiment, { id, ends: "keep", words: "It was worth it." });
  const link = `${PUBLIC}/units/payments`;
  expect(await at("2026-10-19T08:00:00Z")).toEqual([
    ["What came back for Payments", "• Smaller changes: there is something to see.", link],
  ]);
  expect(await at("2026-10-26T08:00:00Z")).toEqual([]);
  await as("Bo")(setChannel, { ...nothing, digest: "MO", readings: true });
  now += MINUTE;
  const { id } = await as("Ann")(beginExperiment, { ...of, title: "Pairing" });
  await as("Bo")(concludeExperiment, { id, ends: "drop", words: "Too tiring." });
  expect(await at("2026-11-02T08:00:00Z")).toEqual([
    ["What came back for Payments", "• Pairing: We dropped it. Too tiring.", link],
  ]);
});

test("what cannot be posted is tried again with longer and longer pauses, and given up with a reason that is seen", async () => {
  await as("Bo")(setChannel, { ...nothing, checkIn: true });
  broken = 503;
  const nine = Date.parse("2026-11-10T09:00:00Z");
  let tries = 0;
  for (let minute = 0; minute <= 12 * 60; minute += 5) tries += (await at(nine + minute * MINUTE)).length;
  expect(tries).toBe(7);
  expect((await as("Ann")(channel, payments)).channel?.trouble?.says).toBe(
    "It answered with 503. It was tried for some hours, and is given up until the next time.",
  );
  broken = 0;
  expect(await at("2026-11-17T09:00:00Z")).toHaveLength(1);
  expect((await as("Ann")(channel, payments)).channel?.trouble).toBeNull();
});

test("it goes on when who set it has left, with nothing of theirs, and ends when it is taken back or nobody is left", async () => {
  const leave = async (name: string) => {
    const { people } = await product.ask(unit, payments);
    await product.ask(endMembership, { id: people.find(({ person }) => person.name === name)?.id as string });
  };
  await leave("Bo");
  expect(await problem(as("Bo")(channel, payments))).toMatchObject({ status: 403 });
  expect(await at("2026-11-24T09:00:00Z")).toHaveLength(1);
  await as("Ann")(dropChannel, payments);
  expect(await at("2026-12-01T09:00:00Z")).toEqual([]);
  expect(await problem(as("Ann")(tryChannel, payments))).toMatchObject({ status: 409 });
  await as("Ann")(setChannel, { ...nothing, url: hook(), checkIn: true });
  await leave("Ann");
  expect(await at("2026-12-08T09:00:00Z")).toEqual([]);
});
