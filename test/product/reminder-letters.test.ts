import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { impact } from "../../src/areas/impact/index.ts";
import { held } from "../../src/core/held/contract.ts";
import { finishTurn, guessNext, showTurn } from "../../src/core/loops/check-in/contract.ts";
import { addLoop, changeLoop, loops } from "../../src/core/loops/contract.ts";
import { beginExperiment, concludeExperiment } from "../../src/core/loops/experiments/contract.ts";
import {
  addMember,
  addPerson,
  addUnit,
  changePerson,
  changeUnit,
  endMembership,
  unit,
} from "../../src/core/org/contract.ts";
import { addDaysOff } from "../../src/core/org/store/days-off.ts";
import { unit as unitTable } from "../../src/core/org/tables.ts";
import { user } from "../../src/core/people/tables.ts";
import { setReminders } from "../../src/core/reminders/contract.ts";
import { digest } from "../../src/core/reminders/digest-contract.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import type { GitRepository } from "../git-repository.ts";
import { addWeek, momentOf, stableWaits, weeklyHistory } from "../weekly-history.ts";
import { openMailBox } from "./mail-box.ts";
import { importRepository, openTestProduct, type TestProduct } from "./open-test-product.ts";

const PUBLIC = "https://septet.example.org";
const HOUR = 3_600_000;
const WEEKS = 30;
/** The Monday of week 30 of the history, 4 August 2025. */
let now = momentOf(WEEKS, { day: 1, hour: 6 });
let state: TestState;
let product: TestProduct;
let repository: GitRepository;
let post: Awaited<ReturnType<typeof openMailBox>>;
const refused = new Set<string>();
const ids: Record<string, string> = {};

beforeAll(async () => {
  state = await openTestState();
  post = await openMailBox({ refuses: (address) => refused.has(address) });
  const settings = { publicUrl: PUBLIC, smtpUrl: post.url, mailFrom: "Septet <septet@example.org>" };
  product = await openTestProduct({ state, clock: { now: () => now } }, settings);
  await product.ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop"])
    await product.ask(addUnit, { name, kind: "team", parent: "commerce" });
  repository = weeklyHistory(stableWaits(WEEKS));
  await importRepository(product, { path: repository.path, team: "Payments", deployments: "tags:v*" });
  for (const [name, slug] of [
    ["Ann", "payments"],
    ["Bo", "payments"],
    ["Cem", "shop"],
  ] as const) {
    const email = `${name.toLowerCase()}@example.org`;
    const { id } = await product.ask(addPerson, { name, email });
    await state.asAuth((tx) => tx.insert(user).values({ id, name, email, emailVerified: true }));
    ids[name] = id;
    await product.ask(addMember, { slug, person: id, from: "2024-01-01" });
  }
}, 60_000);
afterAll(async () => {
  await product?.close();
  await post?.close();
  repository?.remove();
});
afterEach(() => refused.clear());

const as = (name: string) => product.askAs(ids[name] as string);
const wants = (name: string, what: { checkIn?: boolean; digest?: "MO" | null }) =>
  as(name)(setReminders, { checkIn: false, digest: null, ...what, calendar: { titles: true } });

/** What came to whom when the clock says so, and the round is run. */
async function at(moment: number | string) {
  now = typeof moment === "string" ? Date.parse(moment) : moment;
  const before = post.post.length;
  await product.settle();
  return post.post.slice(before).map(({ to, letter }) => `${to} ${/^Subject: (.*)/m.exec(letter)?.[1]}`);
}
const last = () => post.post.at(-1) ?? { to: "", letter: "", raw: "" };
const letterTo = (name: string, words = "") =>
  post.post.findLast(({ to, letter }) => to.startsWith(name) && letter.includes(words)) ?? last();
/** The plain text of the last letter. */
const text = () => last().letter.split("Content-Type: text/html")[0] ?? "";

let lead = "";

test("who did not ask for letters gets none, whatever is due", async () => {
  const loop = { unit: "payments", area: "delivery", question: "How long does an idea wait?" };
  const { id } = await as("Ann")(addLoop, { ...loop, measures: ["change-lead-time"] });
  lead = id;
  await as("Ann")(addLoop, { unit: "payments", area: "delivery", question: "What broke?", at: "14:00" });
  expect(await at("2025-08-04T09:01:00Z")).toEqual([]);
});

test("on the day of a check-in one letter comes at its time, with all that is asked that day", async () => {
  await wants("Ann", { checkIn: true });
  await wants("Cem", { checkIn: true });
  expect(await at("2025-08-11T08:59:00Z")).toEqual([]);
  expect(await at("2025-08-11T09:00:00Z")).toEqual(["ann@example.org Your check-in today"]);
  expect(text()).toContain(`Payments, 09:00

- How long does an idea wait?
- What broke?

Look at them: ${PUBLIC}/units/payments/check-in
`);
  expect([await at("2025-08-11T09:01:00Z"), await at("2025-08-11T14:01:00Z")]).toEqual([[], []]);
  expect(await at("2025-08-12T09:00:00Z")).toEqual([]);
});

test("what the team has done by then, and a day off, are no reason for a letter", async () => {
  now = Date.parse("2025-08-18T08:00:00Z");
  for (const { id } of await loopsOfPayments()) await as("Bo")(finishTurn, { id, due: "2025-08-18" });
  expect(await at("2025-08-18T14:30:00Z")).toEqual([]);
  const payments = await idOf("payments");
  await state.asOwner((tx) =>
    addDaysOff(tx, "the owner", {
      unit: payments,
      days: [{ from: "2025-08-25", to: "2025-08-25", name: "Holiday" }],
    }),
  );
  expect(await at("2025-08-25T15:00:00Z")).toEqual([]);
  expect(await at("2025-09-01T09:00:00Z")).toEqual(["ann@example.org Your check-in today"]);
});

test("the time of a check-in is that of its team, also after the clocks change", async () => {
  await product.ask(changeUnit, { slug: "payments", timeZone: "Europe/Berlin" });
  // Until 25 October nine in Berlin is seven in UTC, from the 26th on it is eight.
  expect(await at("2025-10-20T06:59:00Z")).toEqual([]);
  expect(await at("2025-10-20T07:00:00Z")).toHaveLength(1);
  expect(await at("2025-10-27T07:01:00Z")).toEqual([]);
  expect(await at("2025-10-27T08:00:00Z")).toHaveLength(1);
  expect(text()).toContain("Payments, 09:00");
  await product.ask(changeUnit, { slug: "payments", timeZone: null });
});

test("a digest is sent only when something came back or changed, and says what went well first", async () => {
  await wants("Ann", { digest: "MO" });
  await wants("Bo", { digest: "MO" });
  const monday = momentOf(44, { day: 1, hour: 8 }); // 10 November 2025.
  expect(await at(monday)).toEqual([]);
  now = monday + HOUR;
  for (let number = WEEKS + 1; number < 44; number++) addWeek(repository, number - 1, waitOf(number));
  await week(44);
  const [first] = await loopsOfPayments();
  expect(first?.id).toBe(lead);
  await as("Ann")(guessNext, { id: lead, due: "2025-11-10", direction: "same", sure: 70 });
  await as("Ann")(finishTurn, { id: lead, due: "2025-11-10" });
  const of = { unit: "payments", area: "delivery" };
  const tried = { ...of, title: "Smaller <changes> & more", lookAgain: "2025-11-14" };
  const { id } = await as("Bo")(beginExperiment, tried);
  await as("Bo")(beginExperiment, { ...of, title: "Pair on reviews", lookAgain: "2025-11-14" });
  await as("Bo")(concludeExperiment, { id, ends: "drop", words: "It was too much." });
  await week(45);
  expect(await at(momentOf(45, { day: 1, hour: 7 }))).toEqual([]);
  expect((await at(momentOf(45, { day: 1, hour: 8 }))).sort()).toEqual([
    "ann@example.org What came back, and what changed",
    "bo@example.org What came back, and what changed",
  ]);
  const said = text();
  expect(said.indexOf("What went well:")).toBeLessThan(said.indexOf("What else came:"));
  expect(said).toMatch(
    /- How long does an idea wait\?\n {2}You said: about the same \(70 % sure\)\. It was\./,
  );
  expect(said).toContain("- Smaller <changes> & more\n  We dropped it. It was too much.\n");
  expect(said).toContain("- Pair on reviews\n  It came back: say what came of it.\n");
  expect(last().letter).toContain("Smaller &lt;changes&gt; &amp; more</a>");
  expect(await at(momentOf(45, { day: 1, hour: 9 }))).toEqual([]);
  // What waits still is not told again.
  expect(await at(momentOf(46, { day: 1, hour: 8 }))).toEqual([]);
});

test("what a team shows to a group stands in the digests of that group, and what is private in nobody else's", async () => {
  await wants("Cem", { digest: "MO" });
  await as("Ann")(changeLoop, { id: lead, audience: "commerce" });
  now += HOUR;
  await as("Ann")(finishTurn, { id: lead, due: "2025-11-24" });
  await as("Ann")(showTurn, { id: lead, due: "2025-11-24", show: true, annotation: "A quiet week." });
  await as("Ann")(beginExperiment, { area: "growth", title: "Speak up sooner", lookAgain: "2025-11-25" });
  const came = await at(momentOf(47, { day: 1, hour: 8 }));
  expect(came.sort()).toEqual([
    "ann@example.org What came back, and what changed",
    "cem@example.org What came back, and what changed",
  ]);
  const [ann, cem] = ["ann", "cem"].map((name) => letterTo(name).letter);
  expect(cem).toMatch(
    /Commerce\n=+\n\n- How long does an idea wait\?\n {2}Payments shows this\..*A quiet week\./,
  );
  expect(cem).not.toContain("Speak up");
  expect(ann).toMatch(/Yours alone\n=+\n\n- Speak up sooner/);
});

test("what is unusual is told once, in words and with the way it went", async () => {
  await at(momentOf(48, { day: 1, hour: 8 }));
  await week(49, 400);
  expect(await at(momentOf(49, { day: 1, hour: 8 }))).toContain(
    "bo@example.org What came back, and what changed",
  );
  const bo = letterTo("bo").letter;
  expect(bo).toMatch(/Change lead time in the week of \d+ \w+ 2025: 1\d days, longer than usual\./);
  expect(bo).not.toContain("What went well");
  const { raw } = letterTo("bo");
  expect(raw).toMatch(/^content-id: <stave-1>/im);
  expect(raw).toMatch(/^Content-Type: image\/png/m);
  expect(bo).toContain('src="cid:stave-1"');
  expect(bo).toMatch(/Change lead time: 1\d days, last whole week; usually/);
  expect(await at(momentOf(50, { day: 1, hour: 8 }))).toEqual([]);
});

test("an area's own news stand in the digest of whom they are for", async () => {
  const plugs = impact.plugs as { news?: unknown };
  plugs.news = async ({ actor }: { actor: { person: string } }) =>
    actor.person === ids.Bo
      ? [
          {
            ...{ kind: "ask", unit: "payments", day: "2025-12-24", title: "A second reviewer", well: true },
            ...{ text: "Answered: from January on.", href: "/asks/1" },
          },
        ]
      : [];
  expect(await at(momentOf(51, { day: 1, hour: 8 }))).toEqual([
    "bo@example.org What came back, and what changed",
  ]);
  expect(text()).toContain(`- A second reviewer\n  Answered: from January on.\n  ${PUBLIC}/asks/1`);
  delete plugs.news;
});

test("one letter that cannot be sent keeps nobody else's back, and is tried again", async () => {
  await wants("Ann", { checkIn: true });
  await wants("Bo", { checkIn: true });
  refused.add("ann@example.org");
  const monday = Date.parse("2026-01-12T09:00:00Z");
  expect(await at(monday)).toEqual(["bo@example.org Your check-in today"]);
  expect(await at(monday + 60_000)).toEqual([]);
  refused.clear();
  expect(await at(monday + 6 * 60_000)).toEqual(["ann@example.org Your check-in today"]);
  expect(await at(monday + 30 * 60_000)).toEqual([]);
});

test("one click takes its reader off that letter and no other; a wrong address takes off nobody", async () => {
  await wants("Bo", { checkIn: true, digest: "MO" });
  await at("2026-01-19T09:00:00Z");
  const bo = letterTo("bo", "Subject: Your check-in").raw.replace(/\r\n[ \t]+/g, " ");
  expect(bo).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  const address = /^List-Unsubscribe: ?<(.*)>/m.exec(bo)?.[1] ?? "";
  expect(address.startsWith(`${PUBLIC}/unsubscribe/`)).toBe(true);
  const { pathname } = new URL(address);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const posted = (path: string) =>
    product.as(form)(path, { method: "POST", body: "List-Unsubscribe=One-Click" });
  await product.as({})(pathname);
  expect((await as("Bo")(setReminders, chosen(true))).checkIn).toBe(true);
  expect((await posted(`${pathname.slice(0, -6)}AAAAAA`)).status).toBe(404);
  expect((await posted(pathname)).status).toBe(204);
  expect(await at("2026-01-26T09:00:00Z")).toEqual(["ann@example.org Your check-in today"]);
  expect(pathname).not.toContain(ids.Bo);
});

const chosen = (checkIn: boolean) => ({ checkIn, digest: "MO" as const, calendar: { titles: true } });

test("who leaves gets nothing more of that team, and who is archived nothing at all", async () => {
  await wants("Ann", { checkIn: true, digest: "MO" });
  await wants("Bo", { checkIn: true, digest: "MO" });
  now = Date.parse("2026-01-27T09:00:00Z");
  await as("Ann")(beginExperiment, {
    unit: "payments",
    area: "delivery",
    title: "Walk",
    lookAgain: "2026-01-28",
  });
  const { people } = await product.ask(unit, { slug: "payments" });
  const bo = people.find(({ person }) => person.name === "Bo");
  await product.ask(endMembership, { id: bo?.id as string });
  expect((await as("Bo")(digest, {})).sections).toEqual([]);
  expect(await at("2026-02-02T09:00:00Z")).toEqual([
    "ann@example.org Your check-in today",
    "ann@example.org What came back, and what changed",
  ]);
  const { files } = await as("Ann")(held, {});
  expect(files.find(({ name }) => name === "letters")?.rows.length).toBeGreaterThan(5);
  await product.ask(changePerson, { id: ids.Ann as string, archived: true });
  expect(await at("2026-02-09T09:00:00Z")).toEqual([]);
});

const waitOf = (week: number) => stableWaits(60)[week] as number;

/** A week of the history, as it was before or with changes that wait so many hours. */
async function week(number: number, hours = waitOf(number)) {
  addWeek(repository, number - 1, hours);
  now = Math.max(now, momentOf(number, { day: 1, hour: 7 }));
  await importRepository(product, { path: repository.path, team: "Payments", deployments: "tags:v*" });
}

const loopsOfPayments = async () => (await as("Ann")(loops, { unit: "payments" })).loops;

const idOf = (slug: string) =>
  state.asOwner(async (tx) => {
    const [found] = await tx.select().from(unitTable).where(eq(unitTable.slug, slug));
    return found?.id as string;
  });
