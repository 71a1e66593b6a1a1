import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDecision, oneDecision } from "../../src/areas/decisions/contract.ts";
import { addMember, addUnit, people } from "../../src/core/org/contract.ts";
import { violations } from "./chromium.ts";
import { guestsOf } from "./guest.ts";
import { settled } from "./settled.ts";
import { complaints, fill, openSite, type Site } from "./site.ts";

/* One forum from its beginning to its minutes, on two screens: each test goes on where the one before has left it. */

const LONG = `${"A title that goes on and on, with a".padEnd(120, " very")} verylongwordindeedwithoutanybreakinit`;
let site: Site;
let [ann, bo]: Page[] = [];
let decision: string;
const heard: string[][] = [];

beforeAll(async () => {
  site = await openSite();
  const { ask } = site.product;
  await ask(addUnit, { name: "Commerce", kind: "group" });
  await ask(addUnit, { name: "Payments", kind: "team", parent: "commerce" });
  [ann, bo] = await guestsOf(site, ["Ann", "Bo"]);
  for (const name of ["Ann", "Bo"]) {
    const found = (await ask(people, { search: name })).people[0];
    await ask(addMember, { slug: "payments", person: found?.id as string, role: "member" });
  }
  ({ id: decision } = await site.product.askAs("ann@example.org")(addDecision, {
    ...{ unit: "payments", title: "One queue for all payments", status: "proposed" },
    why: "Two queues are looked after by nobody.",
  }));
  for (const page of [ann, bo]) heard.push(complaints(page as Page));
}, 120_000);
afterAll(() => site?.close());

const first = () => ann as Page;
const second = () => bo as Page;
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();
const noSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth <= 0);

test("a team that has no forum reads what one is for, and begins it with a name", async () => {
  const page = first();
  await page.goto("/units/payments/forums");
  await page.getByText(/^A forum is where you solve together/).waitFor();
  expect(await violations(page)).toEqual([]);
  await fill(page, { Name: "Advice" });
  await press(page, "Begin");
  await page.getByRole("heading", { name: "Advice", level: 1 }).waitFor();
  await page.getByText(/^Nothing is on it yet/).waitFor();
  await press(page, "Take up One queue for all payments");
  await page.getByText(/^15 min · Payments · by Ann/).waitFor();
  await fill(page, { "Something else to talk about": "How do we pair?" });
  await press(page, "Put it on the agenda");
  await press(page, "Up How do we pair?");
  await expect
    .poll(() => page.getByRole("list").filter({ hasText: "Take off" }).getByRole("listitem").allInnerTexts())
    .toEqual([expect.stringMatching(/^How do we pair/), expect.stringMatching(/^One queue/)]);
  await press(page, "Down How do we pair?");
  await expect.poll(() => page.getByRole("button", { name: "Up How do we pair?" }).count()).toBe(1);
});

test("an address that was cut off is no measure's, and a member's header names their team on every page", async () => {
  const page = second();
  const gone = complaints(page);
  await page.goto("/meetings/cut-off");
  await page.getByRole("heading", { level: 1, name: "There is nothing here" }).waitFor();
  expect(await page.getByText("measure “").count()).toBe(0);
  await page.getByRole("navigation", { name: "Teams and groups" }).getByText("Payments").waitFor();
  expect(gone.every((line) => /400|ProblemError/.test(line))).toBe(true);
  heard[1]?.splice(0);
});

test("two people hold it on two screens: questions, then views that nobody is anchored by", async () => {
  await press(first(), "Begin the meeting");
  await first().getByText("There: Ann").waitFor();
  await second().goto(new URL(first().url()).pathname);
  await press(second(), "I am here");
  await first().getByText("There: Ann, Bo").waitFor();
  await press(first(), "Begin with questions");
  await second().getByRole("timer").waitFor();
  expect(await second().getByRole("timer").textContent()).toMatch(/^1[45]:\d\d left$/);
  await fill(second(), { "What do you need to know?": "Who is on call for it?" });
  await press(second(), "Ask it");
  await first().getByText("Who is on call for it?").first().waitFor();
  await press(first(), "Answer Who is on call for it?");
  await fill(first(), { "Your answer": "Nobody yet." });
  await press(first(), "Answer it");
  await second().getByText("Nobody yet.").waitFor();

  await press(second(), "On to everybody's view");
  await fill(first(), { "How do you see it?": "I like it." });
  await press(first(), "Say it");
  await second()
    .getByText(/^It stays as you say it. 1 has said theirs/)
    .waitFor();
  expect(await second().getByText("I like it.").count()).toBe(0);
  await fill(second(), { "How do you see it?": "It frightens me." });
  await press(second(), "Say it");
  await second().getByText("I like it.").waitFor();
  await first().getByText("It frightens me.").waitFor();
});

test("an objection is resolved by amending, and what both consent to is decided", async () => {
  await press(first(), "On to the proposal");
  await press(first(), "Ask for consent");
  await press(first(), "I consent");
  await first().getByText("1 consents").waitFor();
  await press(second(), "I object");
  await fill(second(), {
    "What harm would it do, or what would it hold us back from?": "At night nobody would see it stop.",
  });
  await press(second(), "Object");
  await first().getByText("At night nobody would see it stop.").first().waitFor();
  await press(first(), "Close the round");
  await first()
    .getByText(/^Bo objected, and it is open how that is resolved/)
    .waitFor();

  await press(first(), "Amend it One queue for all payments");
  await first().getByLabel("Text", { exact: true }).fill("One queue, and we are on call for it in turns.");
  await first().locator("form").getByRole("button", { name: "Amend it", exact: true }).click();
  await second().getByText("One queue, and we are on call for it in turns.").waitFor();
  // Who consented to the earlier text is asked again.
  await first()
    .getByText(/^The text was amended since you spoke/)
    .waitFor();
  await press(second(), /^The amended text meets it/);
  await fill(second(), { "In a line, if you like": "In turns is fine." });
  await press(second(), "Say so");
  await first().getByText("The proposal was amended: In turns is fine.").waitFor();
  await press(first(), "I consent");
  await second().getByText("2 consent").waitFor();
  for (const page of [first(), second()]) expect(await violations(page)).toEqual([]);
  await press(second(), "Close the round");
  await first().getByText("Decided.").waitFor();
  const { status, deciders, level } = await site.product.askAs("bo@example.org")(oneDecision, {
    id: decision,
  });
  expect([status, deciders, level]).toEqual(["accepted", ["Ann", "Bo"], "together"]);
});

test("the minutes tell it, and what nobody came to is on the next agenda", async () => {
  await press(first(), "Close the meeting");
  await press(first(), "Close it");
  for (const page of [first(), second()]) {
    await page.getByRole("heading", { name: "Decided" }).waitFor();
    await page.getByText("At night nobody would see it stop.").waitFor();
    await page.getByText("consent: 2 consent").waitFor();
    await page.getByText("still open: on the next agenda").waitFor();
    expect(await violations(page)).toEqual([]);
  }
  const [download] = await Promise.all([
    first().waitForEvent("download"),
    press(first(), "Save as Markdown"),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Advice \d{4}-\d\d-\d\d\.md$/);
  await first().getByRole("link", { name: "Advice" }).click();
  await first()
    .getByText(/open from last time/)
    .waitFor();
  await first().getByText("1 of 2 decided").waitFor();
  // That a round with an open objection is not closed, the browser tells too.
  expect(heard.flat().filter((line) => !line.includes("409 (Conflict)"))).toEqual([]);
});

describe.each([
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark on a phone", colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const)("$name", ({ name, colorScheme, viewport }) => {
  test("with long words the pages have no axe violation, and scroll down only", async () => {
    const page = first();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.goto("/units/payments/forums");
    await page.getByRole("link", { name: "Advice" }).click();
    await fill(page, { "Something else to talk about": `${name} ${LONG}` });
    await press(page, "Put it on the agenda");
    await page.getByText(LONG).first().waitFor();
    expect([await violations(page), await noSideways(page)]).toEqual([[], true]);
    await press(page, "Begin the meeting");
    await page.getByRole("button", { name: new RegExp(`^${name} ${LONG.slice(0, 30)}`) }).click();
    for (const word of ["Begin with questions", "On to everybody's view", "On to the proposal"]) {
      await press(page, word);
      await settled(page);
      expect([word, await violations(page), await noSideways(page)]).toEqual([word, [], true]);
    }
    await fill(page, { "What do you propose?": LONG });
    await press(page, "Propose it");
    await press(page, "Ask for consent");
    await page.getByRole("heading", { name: "Is it safe enough to try?" }).waitFor();
    expect([await violations(page), await noSideways(page)]).toEqual([[], true]);
    await press(page, "Close the meeting");
    await press(page, "Close it");
    await page.getByRole("button", { name: "Save as Markdown" }).waitFor();
    expect([await violations(page), await noSideways(page)]).toEqual([[], true]);
  });
});
