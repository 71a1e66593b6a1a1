import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importPeople } from "../../src/core/catalog/contract.ts";
import { units } from "../../src/core/org/contract.ts";
import { violations } from "./chromium.ts";
import { guestOf } from "./guest.ts";
import { complaints, openSite, type Site } from "./site.ts";

/* One import from the first look to its end: each test goes on where the one before has left it. */

let site: Site;
let page: Page;
let heard: string[];
beforeAll(async () => {
  site = await openSite();
  page = await site.owner();
  heard = complaints(page);
}, 120_000);
afterAll(() => site?.close());

const SCRIPT = "<img src=x onerror=alert(1)>";
const LONG = "Ledger-".repeat(16);
const entity = (kind: string, name: string, more: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name}, title: "${more}" }\nspec: {`;
const catalogue = [
  `${entity("Group", "shop", SCRIPT)} type: team }\n`,
  `${entity("Group", "books", LONG)} type: team }\n`,
  ...Array.from({ length: 12 }, (_, n) => `${entity("Component", `web-${n}`, `Web ${n}`)} owner: shop }\n`),
  `${entity("Component", "lost", "Lost")} owner: nobody }\n`,
].join("---\n");
const chosen = { name: "catalog.yaml", mimeType: "application/yaml", buffer: Buffer.from(catalogue) };

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

test("from the organisation's page, a file is chosen, and what would change is shown with what is wrong", async () => {
  await page.goto("/organisation");
  await page.getByRole("link", { name: "Import" }).click();
  await page.getByLabel("Catalogue files").setInputFiles(chosen);
  await button("Show what would change").click();
  await page.getByRole("heading", { name: "27 changes to look at." }).waitFor();
  await page.getByText("2 teams and groups are new").waitFor();
  await page.getByText("its owner nobody is not known, neither here nor in the files").waitFor();
  await page.getByText("13 components are new").click();
  await page.getByText("web-11 (Web 11) is new").waitFor();
  expect((await site.product.ask(units, {})).units).toHaveLength(1);
});

test("names from a file are text, and a long one stays on the page, on a phone and in the dark too", async () => {
  await page.getByText(`${SCRIPT} is new, a team below Organisation`).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("what was shown is applied, and the same again would change nothing", async () => {
  await button("Apply these 27 changes").click();
  await page.getByRole("heading", { name: "Done: 27 changes." }).waitFor();
  expect((await site.product.ask(units, {})).units).toHaveLength(3);
  await button("Show what would change").click();
  await page.getByRole("heading", { name: "Nothing would change." }).waitFor();
});

test("a list of people can be pasted; what no longer fits is not applied", async () => {
  await page.getByText("A list of people").click();
  await button("Paste it instead").click();
  await page.getByLabel("What it says").fill("name,email,team\nAnn,ann@example.org,shop\n");
  await button("Show what would change").click();
  await page.getByText("Ann is new", { exact: true }).waitFor();
  const other = { name: "other.csv", text: "name\nBo\n" };
  await site.product.ask(importPeople, { files: [other], apply: true });
  await button(/^Apply these \d changes$/).click();
  await page.getByText("The organisation has changed since the preview.").waitFor();
});

test("a file that is no UTF-8 is refused before anything is sent", async () => {
  await page.getByText("A catalogue", { exact: true }).click();
  await page
    .getByLabel("Catalogue files")
    .setInputFiles({ name: "latin.yaml", mimeType: "text/plain", buffer: Buffer.from([0x5a, 0xeb]) });
  await page.getByText("latin.yaml is no text in UTF-8.").waitFor();
});

test("groups of the sign-in are looked at in the same way", async () => {
  await page.getByText("Sign-in groups").click();
  await button("Show what would change").click();
  await page.getByRole("heading", { name: "Nothing would change." }).waitFor();
  expect(heard.filter((said) => !said.includes("409"))).toEqual([]);
});

test("who does not run the installation sees no way to import, and is told so at its address", async () => {
  const theirs = await guestOf(site, "Guest");
  await theirs.goto("/organisation");
  await theirs.getByRole("main").getByRole("link", { name: SCRIPT }).waitFor();
  expect(await theirs.getByRole("link", { name: "Import" }).count()).toBe(0);
  await theirs.goto("/import");
  await theirs.getByText("That is for those who run this installation.").waitFor();
});
