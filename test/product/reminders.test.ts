import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { erase, held } from "../../src/core/held/contract.ts";
import { finishTurn } from "../../src/core/loops/check-in/contract.ts";
import { addLoop } from "../../src/core/loops/contract.ts";
import { beginExperiment } from "../../src/core/loops/experiments/contract.ts";
import {
  addMember,
  addPerson,
  addUnit,
  changePerson,
  endMembership,
  unit,
} from "../../src/core/org/contract.ts";
import { makeCalendar, reminders, revokeCalendar, setReminders } from "../../src/core/reminders/contract.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";

const PUBLIC = "https://septet.example.org";
let now = Date.parse("2026-10-12T06:00:00Z"); // A Monday.
let state: TestState;
let product: TestProduct;
const ids: Record<string, string> = {};
let waits = "";

beforeAll(async () => {
  state = await openTestState();
  product = await openTestProduct({ state, clock: { now: () => now } }, { publicUrl: PUBLIC, trustProxy: 1 });
  await product.ask(addUnit, { name: "Payments", kind: "team" });
  for (const name of ["Ann", "Bo", "Cem"]) {
    const { id } = await product.ask(addPerson, { name, email: `${name.toLowerCase()}@example.org` });
    ids[name] = id;
    await product.ask(addMember, { slug: "payments", person: id, from: "2024-01-01" });
  }
  await product.letInOthers();
  const of = { unit: "payments", area: "delivery" };
  const asked = { ...of, rule: "FREQ=WEEKLY;BYDAY=TU", at: "09:00", starts: "2026-10-13" };
  const { id } = await as("Ann")(addLoop, { ...asked, question: "Where do changes wait?" });
  waits = id;
  await as("Ann")(addLoop, { ...asked, at: "10:30", question: "What broke, and why?" });
  await as("Ann")(addLoop, {
    area: "growth",
    question: "What did I learn?",
    rule: "FREQ=MONTHLY;BYMONTHDAY=15",
  });
  await as("Ann")(beginExperiment, { ...of, title: "Smaller changes", lookAgain: "2026-11-02" });
}, 60_000);
afterAll(() => product?.close());

const as = (name: string) => product.askAs(ids[name] as string);
const pathOf = (address: string) => new URL(address).pathname;
const fetched = (path: string, headers = {}) => product.as(headers)(path);

/** What a calendar shows, by day and time. */
async function events(path: string) {
  const answered = await fetched(path);
  expect(answered.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const found = new ICAL.Component(ICAL.parse(await answered.text())).getAllSubcomponents("vevent");
  return found
    .map((component) => new ICAL.Event(component))
    .map(({ summary, startDate, description, uid }) => ({ summary, at: String(startDate), description, uid }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

test("nothing is sent, and no calendar is there, until somebody says so", async () => {
  expect(await as("Ann")(reminders, {})).toEqual({
    ...{ mail: { on: false, to: null }, checkIn: false, digest: null, timeZone: "UTC" },
    calendar: { made: null, asked: null, titles: true },
  });
});

test("a calendar shows what is due and comes in eight weeks, to whoever has its address", async () => {
  const path = pathOf((await as("Ann")(makeCalendar, {})).address);
  const shown = await events(path);
  expect(shown.map(({ summary, at }) => `${at} ${summary}`)).toEqual([
    "2026-10-13T09:00:00Z Check-in: Payments",
    "2026-10-15T09:00:00Z Check-in: your own questions",
    "2026-10-20T09:00:00Z Check-in: Payments",
    "2026-10-27T09:00:00Z Check-in: Payments",
    "2026-11-02 Smaller changes (Payments)",
    ...["2026-11-03", "2026-11-10"].map((day) => `${day}T09:00:00Z Check-in: Payments`),
    "2026-11-15T09:00:00Z Check-in: your own questions",
    ...["2026-11-17", "2026-11-24", "2026-12-01"].map((day) => `${day}T09:00:00Z Check-in: Payments`),
  ]);
  expect(shown[0]?.description).toBe(
    `Where do changes wait?\nWhat broke, and why?\n\n${PUBLIC}/units/payments/check-in`,
  );
  expect((await events(path)).map(({ uid }) => uid)).toEqual(shown.map(({ uid }) => uid));
  expect((await as("Ann")(reminders, {})).calendar).toMatchObject({ asked: new Date(now).toISOString() });
});

test("a turn that waits stays on its day, and is gone once it is done", async () => {
  const path = pathOf((await as("Ann")(makeCalendar, {})).address);
  now = Date.parse("2026-10-14T12:00:00Z");
  const first = async () => (await events(path))[0];
  expect((await first())?.at).toBe("2026-10-13T09:00:00Z");
  await as("Bo")(finishTurn, { id: waits, due: "2026-10-13" });
  expect((await first())?.description).toMatch(/^What broke, and why\?/);
});

test("left out, no title and no team is in the feed, and no id of what is due", async () => {
  await as("Bo")(setReminders, { checkIn: false, digest: null, calendar: { titles: false } });
  const path = pathOf((await as("Bo")(makeCalendar, {})).address);
  const text = await (await fetched(path)).text();
  expect(text).not.toMatch(/payments|wait\?|broke|smaller/i);
  const shown = await events(path);
  expect(new Set(shown.map(({ summary, description }) => `${summary} ${description}`))).toEqual(
    new Set([`Something is due ${PUBLIC}/me`]),
  );
  expect(shown).toHaveLength(10);
});

test("its secret is kept nowhere, and a new address makes the one before useless", async () => {
  const before = pathOf((await as("Cem")(makeCalendar, {})).address);
  const [, secret = ""] = before.split("_");
  expect(await product.everything()).not.toContain(secret.replace(".ics", ""));
  const after = pathOf((await as("Cem")(makeCalendar, {})).address);
  expect([(await fetched(before)).status, (await fetched(after)).status]).toEqual([401, 200]);
  await as("Cem")(revokeCalendar, {});
  expect((await fetched(after)).status).toBe(401);
});

test("a wrong address is 401 whatever is wrong with it, and not for long from one place", async () => {
  const right = pathOf((await as("Ann")(makeCalendar, {})).address);
  const wrong = [
    right.replace(/_[\w-]{10}/, "_0123456789"),
    "/calendar/0123456789abcdef_0123456789012345678901234567890123456789012.ics",
    "/calendar/x.ics",
    right.replace(".ics", ""),
  ];
  const heard = [];
  for (const path of wrong) {
    const answered = await fetched(path);
    heard.push(`${answered.status} ${((await answered.json()) as { detail: string }).detail}`);
  }
  expect(new Set(heard)).toEqual(new Set(["401 This calendar address is not right, or is good no more."]));
  const from = { "x-forwarded-for": "203.0.113.9" };
  let status = 401;
  for (let tries = 0; tries < 40 && status === 401; tries++)
    status = (await fetched("/calendar/x.ics", from)).status;
  expect(status).toBe(429);
  expect((await fetched(right, from)).status).toBe(200);
});

test("who leaves a team has nothing of it in their calendar any more; who is archived or erased has none", async () => {
  const path = pathOf((await as("Cem")(makeCalendar, {})).address);
  expect((await events(path)).length).toBeGreaterThan(0);
  const { people } = await product.ask(unit, { slug: "payments" });
  await product.ask(endMembership, { id: people.find(({ person }) => person.name === "Cem")?.id as string });
  expect(await events(path)).toEqual([]);
  await product.ask(changePerson, { id: ids.Cem as string, archived: true });
  expect((await fetched(path)).status).toBe(401);
  await product.ask(changePerson, { id: ids.Cem as string, archived: false });
  expect((await fetched(path)).status).toBe(200);
  const { files } = await as("Cem")(held, {});
  expect(files.find(({ name }) => name === "reminders")?.rows).toMatchObject([{ calendar: {} }]);
  expect(JSON.stringify(files)).not.toContain("hash");
  await product.ask(erase, { id: ids.Cem as string });
  expect((await fetched(path)).status).toBe(401);
});
