import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPurpose, writePurpose } from "../../src/areas/impact/contract.ts";
import { addMember, addUnit, people } from "../../src/core/org/contract.ts";
import { me } from "../../src/core/people/contract.ts";
import { violations } from "./chromium.ts";
import { guestOf } from "./guest.ts";
import { settled } from "./settled.ts";
import { complaints, openSite, type Site } from "./site.ts";

const DAY = 86_400_000;
const POOR = "We build and run our payments platform.";
const GOOD = "We get merchants paid the day they sell, so that no small shop has to borrow to restock.";
const OLD = "We keep what shops sell together, so that their customers find it.";
const LONG = `We spell ${"Donaudampfschifffahrtsgesellschaft".repeat(4)} for people who are asked to.`;
const HEBREW = "אנחנו משלמים לסוחרים ביום המכירה, כדי שחנות קטנה לא תצטרך ללוות.";

let ahead = 0;
let site: Site;
let ann: Page;
let cem: Page;
beforeAll(async () => {
  site = await openSite({}, { clock: { now: () => Date.now() + ahead } });
  const { ask } = site.product;
  await ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop"]) await ask(addUnit, { name, kind: "team", parent: "commerce" });
  const { person } = await ask(me, {});
  for (const slug of ["payments", "shop"]) await ask(addMember, { slug, person: person.id });
  ahead = -200 * DAY;
  await ask(writePurpose, { slug: "shop", sentence: OLD });
  ahead = 0;
  cem = await guestOf(site, "Cem");
  ann = await site.owner();
  const [found] = (await ask(people, { search: "Cem" })).people;
  await ask(addMember, { slug: "shop", person: found?.id ?? "" });
}, 120_000);
afterAll(() => site?.close());

const region = (page: Page) => page.getByRole("region", { name: "Purpose" });
const at = async (page: Page, slug: string) => {
  await page.goto(`/units/${slug}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled(page);
};
const sideways = (page: Page) =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

test("a member is asked quietly, is helped while writing, and the sentence then heads the page", async () => {
  await at(ann, "payments");
  await region(ann).getByText("Whom do you serve, and what changes for them?").waitFor();
  await region(ann).getByRole("button", { name: "Write your purpose in one sentence" }).click();
  const field = ann.getByLabel("Whom do you serve, and what changes for them?");
  await field.fill(POOR);
  const hints = ann.getByRole("list", { name: "Questions that may help" });
  await hints.getByText("Who outside your team would notice if you stopped?").waitFor();
  await hints.getByText("Would those whom you serve say “platform”? What would they call it?").waitFor();
  await field.fill(GOOD);
  await hints.waitFor({ state: "detached" });
  await ann.keyboard.press("Enter");
  await region(ann).getByText(GOOD).waitFor();
  await region(ann).getByText("Only your team sees this.").waitFor();
  expect(await ann.evaluate("document.activeElement.textContent")).toBe("Change the purpose");
  const [title, sentence] = await Promise.all([
    ann.getByRole("heading", { level: 1 }).boundingBox(),
    region(ann).getByText(GOOD).boundingBox(),
  ]);
  const gap = (sentence?.y ?? 0) - ((title?.y ?? 0) + (title?.height ?? 0));
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(30);
});

test("who has nothing to begin with begins with a form, and leaves it by Escape as it was", async () => {
  await at(ann, "organisation");
  await region(ann).getByRole("button", { name: "Write your purpose in one sentence" }).click();
  await ann.getByRole("button", { name: "More on how to write a good one" }).click();
  await ann.getByText("The purpose of those who plan appointments in a hospital").waitFor();
  await ann.getByRole("button", { name: "Begin with “We … so that …”" }).click();
  const field = ann.getByLabel("Whom do you serve, and what changes for them?");
  expect(await field.inputValue()).toBe("We … so that …");
  await ann.keyboard.type("bring shops and people together");
  expect(await field.inputValue()).toBe("We bring shops and people together so that …");
  await ann.getByText("What belongs in the place of “…”?").waitFor();
  await ann.keyboard.press("Escape");
  await region(ann).getByRole("button", { name: "Write your purpose in one sentence" }).waitFor();
  expect(await ann.evaluate("document.activeElement.textContent")).toBe("Write your purpose in one sentence");
});

test("others see nothing of it until it is opened to them, and nothing any more when it is taken back", async () => {
  await at(cem, "payments");
  expect(await region(cem).count()).toBe(0);
  await at(ann, "payments");
  await region(ann).getByRole("button", { name: "Open it to others" }).click();
  await region(ann)
    .getByRole("button", { name: /Everyone in\s+Commerce/ })
    .click();
  await region(ann).getByText("Everyone in Commerce sees this.").waitFor();
  await at(cem, "payments");
  expect(await region(cem).textContent()).toBe(GOOD);
  await region(ann).getByRole("button", { name: "Take it back" }).click();
  await region(ann).getByText("Only your team sees this.").waitFor();
  await at(cem, "payments");
  expect(await region(cem).count()).toBe(0);
});

test("after half a year it asks its own people whether it is still right, once", async () => {
  await at(cem, "shop");
  await region(cem).getByText("Is this still your purpose? Nobody has said so for half a year.").waitFor();
  expect(await violations(cem)).toEqual([]);
  await region(cem).getByRole("button", { name: "Yes, still right" }).click();
  await region(cem)
    .getByText(/^Found still right on .* by Cem\. Only your team sees this\.$/)
    .waitFor();
  expect(await region(cem).getByText("Is this still your purpose?").count()).toBe(0);
});

test("what it was before can be read", async () => {
  await at(ann, "payments");
  await region(ann).getByRole("button", { name: "Change the purpose" }).click();
  await ann.getByLabel("Whom do you serve, and what changes for them?").fill("We get shops\n paid.");
  await ann.getByRole("button", { name: "Keep it" }).click();
  await region(ann).getByText("We get shops paid.").waitFor();
  await region(ann).getByRole("button", { name: "Earlier ones" }).click();
  await region(ann).getByText(GOOD).waitFor();
});

const looks = [
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark on a phone", colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const;

describe.each(looks)("$name", ({ name, ...look }) => {
  test.each([
    ["a sentence like any", GOOD],
    ["words longer than a line", LONG],
    ["writing from right to left", HEBREW],
  ])("%s, read, opened and written, has no axe violation and scrolls down only", async (_, sentence) => {
    const slug = "payments";
    await site.product.ask(writePurpose, { slug, sentence });
    await site.product.ask(openPurpose, { slug, audience: "commerce" });
    const page = await site.owner(look);
    const heard = complaints(page);
    await at(page, slug);
    for (const word of ["Open it to others instead", "Earlier ones"])
      await region(page).getByRole("button", { name: word }).click();
    expect([await violations(page), await sideways(page)]).toEqual([[], 0]);
    await region(page).getByRole("button", { name: "Change the purpose" }).click();
    await page.getByLabel("Whom do you serve, and what changes for them?").fill(POOR);
    await page.getByRole("button", { name: "More on how to write a good one" }).click();
    await page.getByText("Would those whom you serve say “platform”?").waitFor();
    expect([await violations(page), await sideways(page)]).toEqual([[], 0]);
    expect(heard).toEqual([]);
    await page.context().close();
  });
});
