import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMember, people } from "../../src/core/org/contract.ts";
import { importRepository } from "../product/open-test-product.ts";
import { addWeek, momentOf, stableWaits, weeklyHistory } from "../weekly-history.ts";
import { guestsOf } from "./guest.ts";
import { complaints, fill, openSite, type Site } from "./site.ts";

const WEEKS = 40;
let now = momentOf(WEEKS);
let site: Site;
let owner: Page;
let guest: Page;
let leader: Page;
let heard: string[];
const repository = weeklyHistory([...stableWaits(20, 60), ...stableWaits(WEEKS - 20, 25, 11)]);

const read = () =>
  importRepository(site.product, { path: repository.path, team: "Payments", deployments: "tags:v*" });

beforeAll(async () => {
  site = await openSite({}, { clock: { now: () => now } });
  await read();
  const { ask } = site.product;
  // Whoever settles with a password is signed out elsewhere, so the guest comes first.
  [guest, leader] = (await guestsOf(site, ["Bo", "Lea"])) as [Page, Page];
  for (const [search, slug, role] of [
    ["Bo", "payments", "member"],
    ["Lea", "organisation", "lead"],
  ] as const) {
    const { people: found } = await ask(people, { search });
    await ask(addMember, { slug, role, person: found[0]?.id as string, from: "2024-01-01" });
  }
  owner = await site.owner();
  heard = complaints(owner);
}, 120_000);
afterAll(async () => {
  await site?.close();
  repository.remove();
});

const choose = (page: Page, group: string, word: string) =>
  page.getByRole("group", { name: group }).getByRole("button", { name: word, exact: true }).click();

test("a team's first loop is closed on what is there already: guessed, looked at, concluded", async () => {
  await owner.goto("/units/payments");
  await owner.getByRole("link", { name: "Look back at a change", exact: true }).click();
  await fill(owner, { "What did you change?": "We began to pair", "From which day on?": "2025-05-26" });
  await choose(owner, "Since then, change lead time has been", "shorter");
  await owner.getByRole("button", { name: "See what the measure shows" }).click();
  await owner.getByRole("heading", { level: 1, name: "We began to pair" }).waitFor();
  await owner.getByText("As you guessed.").waitFor();
  await owner.getByText(/^Shorter by \d+\s%\s\(\d+ to \d+\s%\): \d+\sh, it was 2.\d\sdays\.$/).waitFor();
  await choose(owner, "How it ends", "It helped, we keep it");
  await owner.getByRole("checkbox", { name: /The change is real/ }).check();
  await owner.getByRole("button", { name: "Conclude" }).click();
  await owner.getByText("it went as expected").waitFor();
  await owner.getByRole("link", { name: "Payments", exact: true }).first().click();
  await owner.getByRole("link", { name: "We began to pair" }).waitFor();
  // The limits of the chart are drawn anew from then on, and say why.
  await owner
    .getByRole("img", { name: /^Delivery:/ })
    .getByText("We began to pair")
    .first()
    .waitFor();
}, 60_000);

test("a team begins with one question, on the day of the meeting that it has", async () => {
  await owner.getByRole("link", { name: "Ask yourselves a question" }).click();
  await owner.getByRole("button", { name: /^How long does a finished idea wait/ }).click();
  await choose(owner, "On which day", "Mon");
  // What is chosen is read as well under the mouse that chose it.
  const look = () =>
    owner.getByRole("button", { name: "Mon", exact: true }).evaluate((chip) => {
      const { backgroundColor, color } = getComputedStyle(chip);
      return [backgroundColor, color];
    });
  const under = await look();
  await owner.mouse.move(0, 0);
  expect(under).toEqual(await look());
  // The second click of two begins no second one.
  await owner.getByRole("button", { name: "Begin", exact: true }).dblclick();
  await owner.getByRole("heading", { level: 1, name: /^How long does a finished idea wait/ }).waitFor();
  expect(await owner.getByText("every Monday").count()).toBeGreaterThan(0);
  expect(await owner.getByText("Only Payments sees this").count()).toBeGreaterThan(0);
}, 60_000);

test("two on two screens do one check-in: what one writes the other sees, and nothing is lost", async () => {
  for (const page of [owner, guest]) {
    await page.goto("/units/payments/check-in");
    await page.getByRole("heading", { level: 1, name: "One question, five minutes" }).waitFor();
  }
  const words = (page: Page) => page.getByRole("textbox", { name: "In your own words" });
  await words(owner).fill("Two of us were away.");
  await expect.poll(() => words(guest).inputValue()).toBe("Two of us were away.");
  await choose(guest, "What do we make of it?", "Normal ups and downs");
  await owner
    .getByRole("group", { name: "What do we make of it?" })
    .getByRole("button", { name: "Normal ups and downs", pressed: true })
    .waitFor();
  // Both write at once: whoever is second sees both.
  await words(guest).fill("Two of us were away. And the audit.");
  await words(owner).fill("Two of us were away. It was quiet.");
  const both = (page: Page) => page.getByRole("button", { name: "Keep both" });
  await expect.poll(async () => (await both(owner).count()) + (await both(guest).count())).toBe(1);
  const second = (await both(guest).count()) > 0 ? guest : owner;
  await both(second).click();
  for (const page of [owner, guest])
    await expect
      .poll(async () => [
        (await words(page).inputValue()).includes("audit"),
        (await words(page).inputValue()).includes("quiet"),
      ])
      .toEqual([true, true]);
  await choose(owner, "What we guess", "about the same");
  await owner.getByRole("button", { name: "Done", exact: true }).click();
  for (const page of [owner, guest])
    await page.getByRole("heading", { level: 1, name: "Nothing is due" }).waitFor();
  await guest.context().close();
}, 90_000);

test("what is unusual is seen, something is tried, comes back by itself, and the time line tells it", async () => {
  addWeek(repository, WEEKS, 160);
  now = momentOf(WEEKS + 1);
  await read();
  await owner.goto("/units/payments");
  await owner.getByRole("link", { name: "Look at it" }).click();
  await owner
    .getByRole("list", { name: "Unusual" })
    .getByText(/Change lead time, the week of/)
    .waitFor();
  expect(await owner.getByText("You said: about the same. It was longer.").count()).toBe(1);
  await choose(owner, "What do we make of it?", "Unusual");
  await choose(owner, "What will we do?", "Try something");
  await owner.getByRole("button", { name: "Try something", pressed: true }).waitFor();
  // After a reload in the middle one touch opens its form again, and takes nothing back.
  await owner.reload();
  await owner.getByRole("button", { name: "Try something", pressed: true }).click();
  await fill(owner, { "What we change": "Release every day" });
  await owner.getByRole("button", { name: "Try it" }).click();
  await owner.getByRole("link", { name: "Experiment: Release every day" }).waitFor();
  await owner.getByRole("button", { name: "Done", exact: true }).click();
  await owner.getByRole("heading", { level: 1, name: "Nothing is due" }).waitFor();

  for (const [place, hours] of stableWaits(9, 12, 5).entries()) addWeek(repository, WEEKS + 1 + place, hours);
  now = momentOf(WEEKS + 10, { day: 2 });
  await read();
  await owner.goto("/me");
  await owner
    .getByRole("listitem")
    .filter({ hasText: "Release every day" })
    .getByRole("link", { name: "See what the measure shows" })
    .click();
  await owner.getByText("As expected.").waitFor();
  await choose(owner, "How it ends", "Keep it");
  await fill(owner, { "In your own words": "It holds." });
  await owner.getByRole("button", { name: "Conclude" }).click();
  await owner.getByText("it went as expected").waitFor();
  await owner.goto("/units/payments");
  await owner
    .getByText("Tried from 20 Oct 2025 to 23 Dec 2025: Release every day")
    .waitFor({ state: "attached" });
  await owner
    .getByRole("link", { name: /^How long does a finished idea wait/ })
    .first()
    .click();
  const did = owner.getByRole("row", { name: /Release every day/ });
  await did.getByText("We keep it. It holds.").waitFor();
}, 90_000);

test("the next check-in leads to a decision, and to an ask that goes up and whose answer comes down", async () => {
  await owner.goto("/units/payments/check-in");
  await choose(owner, "What will we do?", "Decide");
  await fill(owner, {
    "What we decide": "We release every day",
    "What we expect": "Nobody waits a week",
    "How sure": "80",
  });
  await owner.getByRole("button", { name: "Write the decision down" }).click();
  await owner.getByRole("link", { name: "Decision: We release every day" }).waitFor();
  await choose(owner, "What will we do?", "Ask for help");
  await fill(owner, { "What do you need?": "A second reviewer" });
  await owner.getByLabel("Whom do you ask?").click();
  await owner.getByRole("option", { name: /Lea/ }).click();
  await owner.getByRole("button", { name: "Ask", exact: true }).click();
  await owner.getByRole("link", { name: "Ask: A second reviewer" }).waitFor();
  await owner.getByRole("button", { name: "Done", exact: true }).click();

  // What a team asks itself it begins itself, and nobody else is let fill in the form.
  await leader.goto("/units/payments/loops/new");
  await leader.getByRole("heading", { level: 1, name: "Only those who belong here ask" }).waitFor();
  await leader.goto("/me");
  await leader.getByRole("listitem").filter({ hasText: "A second reviewer" }).getByRole("link").click();
  await leader.getByRole("button", { name: "Yes", exact: true }).click();
  await leader.getByLabel("Words").fill("Ina helps from Monday.");
  await leader.getByRole("button", { name: "Say yes" }).click();
  await leader.getByText("Ina helps from Monday.").waitFor();
  await owner.goto("/units/payments");
  await owner.getByRole("region", { name: "Open asks" }).getByText("A second reviewer").first().waitFor();
  await owner.getByRole("link", { name: "We release every day" }).first().click();
  // What the chart said on the day is kept with the decision.
  await owner.getByRole("heading", { name: "What was looked at that day" }).waitFor();
}, 90_000);

test("the digest tells what came back, with what went well first", async () => {
  await owner.goto("/digest");
  await owner.getByText("Release every day").first().waitFor();
  await owner
    .getByText(/^Lea said yes/)
    .first()
    .waitFor();
}, 60_000);

test("nothing of it made the browser complain, but that two wrote at once", () => {
  expect(heard.filter((complaint) => !complaint.includes("409"))).toEqual([]);
});
