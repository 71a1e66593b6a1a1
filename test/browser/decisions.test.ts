import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addDecision,
  addLink,
  askAdvice,
  delegate,
  giveAdvice,
  touchUnits,
} from "../../src/areas/decisions/contract.ts";
import { addMember, addUnit, people } from "../../src/core/org/contract.ts";
import { importRepository } from "../product/open-test-product.ts";
import { addWeek, momentOf, stableWaits, weeklyHistory } from "../weekly-history.ts";
import { violations } from "./chromium.ts";
import { guestsOf } from "./guest.ts";
import { settled } from "./settled.ts";
import { complaints, fill, openSite, type Site } from "./site.ts";

/* One decision from its draft to what is learnt of it: each test goes on where the one before has left it. */

const WEEKS = 40;
let now = momentOf(WEEKS);
let site: Site;
let [ann, bo, cem, dee]: Page[] = [];
const ids: Record<string, string> = {};
const heard: string[][] = [];
const repository = weeklyHistory(stableWaits(WEEKS, 40));
const read = () =>
  importRepository(site.product, { path: repository.path, team: "Payments", deployments: "tags:v*" });

beforeAll(async () => {
  site = await openSite({}, { clock: { now: () => now } });
  const { ask } = site.product;
  await ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop", "Search"])
    await ask(addUnit, { name, kind: "team", parent: "commerce" });
  await read();
  [ann, bo, cem, dee] = await guestsOf(site, ["Ann", "Bo", "Cem", "Dee"]);
  for (const [name, slug] of [
    ["Ann", "payments"],
    ["Bo", "payments"],
    ["Cem", "shop"],
    ["Dee", "search"],
  ] as const) {
    ids[name] = (await ask(people, { search: name })).people[0]?.id as string;
    await ask(addMember, { slug, person: ids[name], role: "member", from: "2024-01-01" });
  }
  for (const page of [ann, bo, cem, dee]) heard.push(complaints(page as Page));
}, 120_000);
afterAll(async () => {
  await site?.close();
  repository.remove();
});

const page = () => ann as Page;
const press = (on: Page, name: string | RegExp) =>
  on
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();
const choose = (on: Page, group: string, word: string) =>
  on.getByRole("group", { name: group }).getByRole("button", { name: word, exact: true }).click();
const day = (weeks: number) => new Date(now + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

test("a draft says what is expected, and that a measure tells it", async () => {
  await page().goto("/units/payments");
  await page().getByRole("link", { name: "Write a decision down" }).press("Enter");
  // The keyboard goes on in the first field, also where a button gave place to it.
  const first = page().getByRole("textbox", { name: "What we decide" });
  await expect.poll(() => first.evaluate((field) => field === document.activeElement)).toBe(true);
  await fill(page(), {
    "What we decide": "Payments go through Shop's basket",
    Why: "Two baskets are looked after by nobody. <script>document.title='run'</script>",
    "What we expect": "A change waits less than four days",
    "How sure": "80",
  });
  await page().getByLabel("It can be told", { exact: true }).selectOption("day");
  await fill(page(), { "It can be told: the day": day(6) });
  await page().getByText("a measure tells it").click();
  await page().getByLabel("Measure", { exact: true }).selectOption("change-lead-time");
  await fill(page(), { hours: "96" });
  await page().getByLabel("Look again", { exact: true }).selectOption("day");
  await fill(page(), { "Look again: the day": day(8) });
  await page().getByText("more", { exact: true }).click();
  await choose(page(), "How it stands", "A draft");
  await press(page(), "Write the decision down");
  await page().getByRole("heading", { level: 1, name: "Payments go through Shop's basket" }).waitFor();
  await page().getByText("Draft today.").waitFor();
  await page().getByText("Change lead time at most 4 days in a week", { exact: false }).waitFor();
  // What is written is shown as it is written, and runs nothing.
  await page().getByText("<script>document.title='run'</script>", { exact: false }).waitFor();
  expect(await page().title()).toContain("Septet");
}, 60_000);

test("its text is written on in Markdown, with a heading that is offered", async () => {
  await press(page(), "Write on");
  await press(page(), "Considered Options");
  const text = page().getByRole("textbox", { name: "Text" });
  await text.click();
  await page().keyboard.press("Control+End");
  await page().keyboard.type("* One basket\nTwo baskets");
  await press(page(), "Keep");
  await page().getByRole("heading", { name: "Considered Options" }).waitFor();
  await page().getByText("Two baskets", { exact: true }).waitFor();
}, 60_000);

test("those whom it touches and those who know are asked, and only they read it", async () => {
  await press(page(), "Put it forward");
  await page().getByText("Proposed today.").waitFor();
  const address = new URL(page().url()).pathname;
  for (const other of [cem, dee] as Page[]) {
    await other.goto(address);
    await other.getByText("There is no such decision.").waitFor();
  }
  await press(page(), "Ask for advice");
  // Shop is named in the text.
  await page().getByText("is named in the text").waitFor();
  await press(page(), /^Ask Shop/);
  await page().getByText("affected · asked today").waitFor();
  await choose(page(), "Who is asked", "A person");
  await page().getByLabel("Person", { exact: true }).fill("Dee");
  await page().getByRole("option", { name: /^Dee/ }).click();
  await choose(page(), "As what", "They know about it");
  await page().getByRole("button", { name: "Ask", exact: true }).last().click();
  await page().getByText("knows about it · asked today").waitFor();
  for (const [other, words, stance] of [
    [cem as Page, "It is down every Monday.", "Against it"],
    [dee as Page, "Mind the retries.", "A concern"],
  ] as const) {
    await other.goto("/me");
    await other.getByRole("link", { name: /advice$/ }).click();
    await press(other, /^Give your advice/);
    await choose(other, "Where you stand", stance);
    await fill(other, { Advice: words });
    await press(other, "Say it");
    await other.getByText(words).waitFor();
  }
}, 90_000);

test("what was done about advice stands beside it, and dissent stays", async () => {
  await page().reload();
  await page().getByText("It is down every Monday.").waitFor();
  await press(page(), /^What do you do about it\? Shop/);
  await choose(page(), "What was done about it", "In part");
  await fill(page(), { Why: "We keep a way around it on Mondays." });
  await press(page(), "Say it");
  await page().getByText("affected · against it, taken in part").waitFor();
  await page()
    .getByRole("button", { name: /^Say it anew/, expanded: false })
    .waitFor();
}, 60_000);

test("in a forum, live on two screens, a round of consent decides it", async () => {
  const second = bo as Page;
  const decision = new URL(page().url()).pathname;
  await page().goto("/units/payments/forums");
  await fill(page(), { Name: "Advice" });
  await press(page(), "Begin");
  await press(page(), /^Take up Payments go through/);
  await press(page(), "Begin the meeting");
  await page().getByText("There: Ann").waitFor();
  await second.goto(new URL(page().url()).pathname);
  await press(second, "I am here");
  await page().getByText("There: Ann, Bo").waitFor();
  for (const word of [
    "Begin with questions",
    "On to everybody's view",
    "On to the proposal",
    "Ask for consent",
  ])
    await press(page(), word);
  await press(page(), "I consent");
  await second.getByText("1 consents").waitFor();
  await press(second, "I consent");
  await page().getByText("2 consent").waitFor();
  await press(page(), "Close the round");
  await second.getByText("Decided.").waitFor();
  await page().goto(decision);
  await page().getByRole("heading", { name: "The round of consent" }).waitFor();
  await page().getByText("Bo consents").waitFor();
}, 90_000);

test("its day comes: the measure tells what was expected, people say what came of it, and the team learns", async () => {
  await page()
    .getByText(/^Decided on .*, comes back on/)
    .waitFor();
  await press(page(), "Say it");
  const slider = page().getByRole("slider", { name: "All in all" });
  await slider.focus();
  for (let n = 0; n < 6; n++) await page().keyboard.press("ArrowRight");
  await press(page(), "Keep");
  await page().getByText("80 of 100").waitFor();
  for (const [place, hours] of stableWaits(9, 40, 5).entries()) addWeek(repository, WEEKS + place, hours);
  now = momentOf(WEEKS + 9);
  await read();
  await site.product.settle();
  await page().goto("/me");
  await page().getByRole("link", { name: "Say what came of it" }).click();
  await page().getByText("80 % sure. It came.", { exact: false }).waitFor();
  await page().getByText("told by the measure", { exact: false }).waitFor();
  await choose(page(), "How it turned out", "Well");
  await fill(page(), { "In your own words": "One basket, no night call." });
  await press(page(), "Say it");
  await page().getByText("It turned out well; it stands.").waitFor();
  await page().getByRole("link", { name: "Payments", exact: true }).first().click();
  await page().getByRole("link", { name: "All decisions" }).click();
  await page().getByRole("link", { name: "What we learn from them" }).click();
  await page().getByText("1 of 1 came as we expected; we had been 80 % sure in the mean.").waitFor();
  await page().getByText("1: deserved").waitFor();
}, 120_000);

test("nothing of it made the browser complain", () => {
  // Which repositories are read is for those who run the installation; a decision that is not yet one's own to read is not there.
  expect(
    heard
      .flat()
      .filter((line) => !/403 \(Forbidden\)|404 \(Not Found\)|There is no such decision/.test(line)),
  ).toEqual([]);
});

const LONG = `${"A title that goes on and on, with a".padEnd(120, " very")} verylongwordindeedwithoutanybreakinit`;

describe.each([
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark on a phone", colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const)("$name", ({ name, colorScheme, viewport }) => {
  test("with long words the pages have no axe violation, and scroll down only", async () => {
    const asking = site.product.askAs("ann@example.org");
    const body = `## Context\n\n${LONG}\n\n| a | ${LONG} |\n|---|---|\n| 1 | 2 |\n\n\`\`\`\n${LONG}\n\`\`\`\n`;
    const it = await asking(addDecision, {
      unit: "payments",
      title: `${name} ${LONG}`,
      body,
      kind: name,
      undone: "hardly",
    });
    const principle = await asking(addDecision, {
      unit: "payments",
      sort: "principle",
      title: `Held: ${name} ${LONG}`,
    });
    await asking(addLink, { id: it.id, kind: "departs", to: principle.id, until: "2099-01-01", words: LONG });
    const { advice } = await asking(askAdvice, { id: it.id, unit: "shop", capacity: "affected" });
    await site.product.askAs("cem@example.org")(giveAdvice, { id: advice.id, stance: "against", said: LONG });
    await asking(touchUnits, { id: it.id, units: ["shop"] });
    await asking(delegate, { slug: "payments", kind: `${name} ${LONG}`.slice(0, 100), level: "advice" });
    const on = page();
    await on.emulateMedia({ colorScheme });
    await on.setViewportSize(viewport);
    for (const path of [
      `/decisions/${it.id}`,
      ...[
        "/units/payments/decisions",
        "/units/payments/decisions?title=New",
        "/units/payments/decisions?sort=principles",
      ],
      ...[
        "/units/payments/decisions/learnt",
        "/units/payments/decisions/graph",
        "/units/payments/delegations",
      ],
      "/decisions",
    ]) {
      await on.goto(path);
      await on.getByRole("heading", { level: 1 }).waitFor();
      await settled(on);
      const closed = on.getByRole("main").getByRole("button", { expanded: false });
      // All that a decision's page can open, each once.
      const opened = path.startsWith("/decisions/") ? await closed.count() : 0;
      for (let left = opened; left > 0; left--) await closed.first().click();
      await settled(on);
      expect([path, await violations(on)]).toEqual([path, []]);
      const sideways = await on.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, sideways <= 0]).toEqual([path, true]);
    }
    await on.goto(`/decisions/${it.id}`);
    await press(on, "Write on");
    await on.getByRole("textbox", { name: "Text" }).waitFor();
    await settled(on);
    expect(await violations(on)).toEqual([]);
  }, 120_000);
});
