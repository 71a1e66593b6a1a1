import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportRecords } from "../../src/areas/decisions/contract.ts";
import { corpus } from "../../src/areas/decisions/testing.ts";
import { addUnit } from "../../src/core/org/contract.ts";
import { violations } from "./chromium.ts";
import { complaints, openSite, type Site } from "./site.ts";

/* One folder from choosing it to pages on a disk: each test goes on where the one before has left it. */

const folder = mkdtempSync(join(tmpdir(), "septet-record-pages-"));
let site: Site;
let page: Page;
let heard: string[];

beforeAll(async () => {
  site = await openSite();
  await site.product.ask(addUnit, { name: "Shop", kind: "team", parent: "organisation" });
  for (const { path, bytes } of corpus["adr-tools"] ?? []) put(`adr/${path}`, bytes);
  page = await site.owner();
  heard = complaints(page);
}, 120_000);
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, bytes: Uint8Array) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}
const choose = async () => {
  await page.goto("/units/shop/decisions");
  await page.getByRole("link", { name: "Bring in records" }).click();
  await page.getByLabel("The folder with the records").setInputFiles(join(folder, "adr"));
  await page.getByRole("button", { name: "Show what would change" }).click();
};
const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test("a folder is chosen, looked at, and brought in", async () => {
  await choose();
  await page.getByText("3 records are new. 2 files were left out.").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Bring them in" }).click();
  await page.getByRole("checkbox", { name: /The files remain the source/ }).waitFor();
  await choose();
  await page.getByText("3 records are as they were.").waitFor();
});

test("a decision's page says which file it is from, and offers it with what was written since", async () => {
  await page.goto("/units/shop/decisions");
  await page.getByRole("link", { name: /Use queues/ }).click();
  const card = page.getByRole("heading", { name: "Its file" });
  await card.waitFor();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file as it would be now" }).click();
  expect((await saved).suggestedFilename()).toBe("0003-use-queues.md");
});

test.each(["light", "dark"] as const)("it is readable at the width of a phone, %s", async (colorScheme) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.emulateMedia({ colorScheme });
  await page.goto("/units/shop/decisions/files");
  await page.getByText("Take them along").waitFor();
  expect(await fits()).toBe(true);
  expect(await violations(page)).toEqual([]);
});

test("exported pages are read from a disk, with their links, and load nothing", async () => {
  const { archive } = await site.product.ask(exportRecords, { slug: "shop", as: "site" });
  for (const [path, bytes] of Object.entries(unzipSync(Buffer.from(archive, "base64"))))
    put(`site/${path}`, bytes);
  const disk = await site.stranger();
  const said = complaints(disk);
  await disk.goto(pathToFileURL(join(folder, "site/index.html")).href);
  await disk.getByRole("link", { name: "0003 Use queues" }).click();
  await disk.getByRole("link", { name: "2. Use calls" }).click();
  await disk.getByRole("heading", { name: "Use calls" }).waitFor();
  expect([...said, ...heard]).toEqual([]);
  expect(await violations(disk)).toEqual([]);
});
