import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writePurpose } from "../../src/areas/impact/contract.ts";
import { beginExperiment, concludeExperiment } from "../../src/core/loops/experiments/contract.ts";
import { addNote } from "../../src/core/notes/contract.ts";
import { addUnit } from "../../src/core/org/contract.ts";
import { violations } from "./chromium.ts";
import { settled } from "./settled.ts";
import { complaints, openSite, type Site } from "./site.ts";

const SCRIPT = "<img src=x onerror=document.title='run'> <script>document.title='run'</script> deployment";
const LONG = `${"Donaudampfschifffahrtsgesellschaft".repeat(6)} deployment`;
const HEBREW = "אנחנו משלמים לסוחרים deployment ביום המכירה";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  const { ask } = site.product;
  for (const name of ["Payments", "Shop"]) await ask(addUnit, { name, kind: "team" });
  const of = { unit: "payments", area: "delivery" };
  const { id } = await ask(beginExperiment, {
    ...{ ...of, title: "Raise our deployment frequency" },
    why: "Small batches are safer than large ones, and people see sooner what helped them.",
  });
  await ask(concludeExperiment, {
    id,
    ends: "keep",
    words: "Twice as many deployments, and no more failures.",
  });
  await ask(writePurpose, {
    slug: "shop",
    sentence: "We keep what shops sell together, so that customers find it.",
  });
  for (const text of [SCRIPT, LONG, HEBREW])
    await ask(addNote, { slug: "shop", measure: "batch-size", day: "2026-02-03", text });
}, 120_000);
afterAll(() => site?.close());

const field = (page: Page) => page.getByRole("searchbox", { name: "What was written" });
const results = (page: Page) => page.getByRole("main").getByRole("listitem");
const sideways = (page: Page) =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

test("one comes from anywhere by the keyboard, types at once with slips, and opens what was found", async () => {
  const page = await site.owner();
  await page.keyboard.press("/");
  await page.getByLabel("Teams, people and components").fill("depoyment freqency");
  await page.getByRole("link", { name: "Look for it in what was written" }).click();
  await page.getByText("nearly these words").first().waitFor();
  expect(await page.evaluate("document.activeElement.type")).toBe("search");
  expect(new URL(page.url()).searchParams.get("q")).toBe("depoyment freqency");
  await page.getByRole("link", { name: "Raise our deployment frequency" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Raise our deployment frequency" }).waitFor();
});

test("the address holds what is looked for, and kinds, teams and days narrow it", async () => {
  const page = await site.owner();
  await page.goto("/library");
  await field(page).fill("deployment");
  await page.getByText("5 found").waitFor();
  await page.getByRole("button", { name: "Experiments 1" }).click();
  await page.getByText("1 found").waitFor();
  expect(await page.getByRole("button", { name: "Notes 3" }).count()).toBe(1);
  await page.reload();
  await page.getByText("1 found").waitFor();
  expect(await field(page).inputValue()).toBe("deployment");
  await page.getByRole("button", { name: "Experiments 1" }).click();
  await page.getByLabel("Written", { exact: true }).selectOption("Last 30 days");
  await page.getByText("2 found").waitFor();
});

test("where there is nothing it says what may help, and one touch looks everywhere", async () => {
  const page = await site.owner();
  await page.goto("/library?q=merchants&when=30&unit=shop");
  await page.getByText("Nothing that you may read has all of these words.").waitFor();
  await page.getByRole("button", { name: "Look everywhere, at any time" }).click();
  await page.waitForURL((url) => url.search === "?q=merchants");
});

test("what others wrote runs no script", async () => {
  const page = await site.owner();
  await page.goto("/library?q=deployment&kind=note");
  await page.getByText("<script>document.title='run'</script>").waitFor();
  expect(await page.title()).toBe("Library · Septet");
});

const looks = [
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark on a phone", colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const;

describe.each(looks)("$name", ({ name: _, ...look }) => {
  test.each(["/library", "/library?q=deployment", "/library?q=nothing%20there&when=30"])(
    "%s has no axe violation and scrolls down only",
    async (path) => {
      const page = await site.owner(look);
      const heard = complaints(page);
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await settled(page);
      expect([await violations(page), await sideways(page), heard]).toEqual([[], 0, []]);
    },
  );
});

test("the page shows as many as there are", async () => {
  const page = await site.owner();
  await page.goto("/library?q=deployment");
  await page.getByText("5 found").waitFor();
  expect(await results(page).count()).toBe(5);
});
