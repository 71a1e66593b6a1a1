import { afterAll, beforeAll, expect, test } from "vitest";
import { importGit } from "../../src/core/connectors/git/contract.ts";
import { importRepository } from "../product/open-test-product.ts";
import { history } from "./histories.ts";
import { complaints, openSite, type Site } from "./site.ts";

const example = history("septet", { tags: true });
const ledger = history("ledger", { tags: true });
const shop = history("shop", { tags: false });
const web = history("web", { tags: false });

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(async () => {
  await site?.close();
  for (const repository of [example, ledger, shop, web]) repository.remove();
});

test("someone without a session is told how to come in, and sees nothing else", async () => {
  const page = await site.stranger();
  await page.goto("/units/organisation");
  await page.getByText("npx septet sign-in-link").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Come in with a link");
  expect(await page.getByRole("banner").count()).toBe(0);
  expect(new URL(page.url()).search).toBe("?next=%2Funits%2Forganisation");
  await page.goto("/?link=spent");
  await page.getByText("That link was used already").waitFor();
});

test("an empty page says what it is for and what the first step is", async () => {
  const page = await site.owner();
  await page.getByText("How long does a finished idea wait before people can use it?").waitFor();
  await page.getByRole("link", { name: "Which repository?" }).click();
  await page.getByRole("heading", { name: "Which repository?" }).waitFor();
});

test("from the link to the evidence: the example, one's own repository, its measure, the changes behind it", async () => {
  await site.product.ask(importGit, { path: example.path, example: true });
  const page = await site.owner();
  const heard = complaints(page);
  await page.getByText("This is Septet's own history, as an example.").waitFor();
  await page.getByRole("link", { name: "Which repository is yours?" }).click();

  await page.getByLabel("Folder").fill("/nowhere/at/all");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByLabel("Folder").and(page.locator("[aria-invalid=true]")).waitFor();
  // The browser itself reports every answer of 400 and more; this one is what we came for.
  heard.length = 0;

  await page.getByLabel("Folder").fill(ledger.path);
  await page.getByLabel("Team that owns it").fill("Payments");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText(/180 changes from/).waitFor();
  await page.getByText(/release tags/).waitFor();
  await page.getByRole("link", { name: "See what it shows" }).click();

  await page.getByRole("heading", { level: 1, name: "Payments" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/units/payments");
  await page.getByRole("heading", { name: "The five changes that waited longest" }).waitFor();
  expect(await page.getByText("as an example").count()).toBe(0);
  await page.getByRole("link", { name: "Change lead time" }).click();

  await page.getByRole("img", { name: /Change lead time by week/ }).waitFor();
  await page.getByRole("button", { name: /changes in$/ }).waitFor();
  await page
    .getByRole("cell", { name: /delivered by v1/ })
    .first()
    .waitFor();
  await page.getByRole("button", { name: /left out$/ }).click();
  expect(new URL(page.url()).searchParams.get("rows")).toBe("out");
  expect(heard).toEqual([]);
});

test("where nothing says what is live, the page asks, and an answer brings the lead time", async () => {
  await importRepository(site.product, { path: shop.path, team: "Shop" });
  const page = await site.owner();
  await page.goto("/units/shop");
  await page.getByRole("heading", { name: "How do you know that shop is live?" }).waitFor();
  await page
    .getByRole("listitem")
    .filter({ hasText: /on main/ })
    .getByRole("button")
    .click();
  // Each commit is live at once, so that nothing waited; but that is known now.
  await page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "Change lead time" }) })
    .filter({ hasText: "at once" })
    .waitFor();
  // The two are asked for apart, and either may be there first.
  await expect.poll(() => page.getByRole("heading", { name: "How do you know" }).count()).toBe(0);
});

test("a rule that finds nothing says so where the question is, and the question stays", async () => {
  const page = await site.owner();
  await page.goto("/repository");
  await page.getByLabel("Folder").fill(web.path);
  await page.getByLabel("Team that owns it").fill("Web");
  await page.getByText("More", { exact: true }).click();
  await page.getByLabel("How do you know that it is live?").fill("tags:zzz*");
  await page.getByRole("button", { name: "Read it" }).click();
  await page
    .getByText("0 deployments, told by 0 tags matching zzz*: is it written right?", { exact: true })
    .waitFor();
  await page.getByRole("heading", { name: "How do you know that web is live?" }).waitFor();
  await page.goto("/units/web");
  await page.getByRole("heading", { name: "How do you know that web is live?" }).waitFor();
  await page
    .getByText("As it is told now (tags:zzz*), there is no deployment: is it written right?")
    .waitFor();
});

test("right after an import that found no deployments, one press says what is live", async () => {
  const page = await site.owner();
  await page.goto("/repository");
  await page.getByLabel("Folder").fill(web.path);
  await page.getByLabel("Team that owns it").fill("Web");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("heading", { name: "How do you know that web is live?" }).waitFor();
  await page.getByRole("button", { name: /on main/ }).click();
  await page.getByText(/^180 deployments, told by/).waitFor();
  expect(await page.getByRole("heading", { name: "How do you know" }).count()).toBe(0);
});

test("a repository that goes to another team says from which", async () => {
  const page = await site.owner();
  await page.goto("/repository");
  await page.getByLabel("Folder").fill(web.path);
  await page.getByLabel("Team that owns it").fill("Storefront");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("It moved from Web to Storefront").waitFor();
});

test("a session that ended somewhere else leads back to the door, at the next page", async () => {
  const page = await site.owner();
  await page.goto("/units/payments");
  await page.getByRole("link", { name: "Change lead time" }).waitFor();
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Batch size" }).click();
  await page.getByText("npx septet sign-in-link").waitFor();
});

test("signed out, nothing of what was seen stays behind", async () => {
  const page = await site.owner();
  await page.goto("/units/payments");
  await page.getByRole("button", { name: "Owner" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByText("npx septet sign-in-link").waitFor();
  expect(await page.getByText("Payments").count()).toBe(0);
});
