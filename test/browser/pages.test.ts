import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember, addPerson } from "../../src/core/org/contract.ts";
import { importRepository } from "../product/open-test-product.ts";
import { violations } from "./chromium.ts";
import { history } from "./histories.ts";
import { settled } from "./settled.ts";
import { complaints, openSite, type Site } from "./site.ts";

const TEAM = "T".repeat(80);
/** Addresses are cut at sixty. */
const SLUG = "t".repeat(60);
const ledger = history("ledger", { tags: true });
const shop = history("shop", { tags: false });

let site: Site;
/** Somebody's id. */
let ann: string;
const at = (path: string) => path.replace("$ann", ann);
beforeAll(async () => {
  site = await openSite();
  await importRepository(site.product, { path: ledger.path, team: "Payments" });
  await importRepository(site.product, { path: shop.path, team: TEAM });
  ann = (await site.product.ask(addPerson, { name: "Ann", email: "ann@example.org" })).id;
  await site.product.ask(addMember, { slug: "payments", person: ann });
}, 120_000);
afterAll(async () => {
  await site?.close();
  for (const repository of [ledger, shop]) repository.remove();
});

const measure = "/units/payments/measures";
/** Each with words that are there only once the page is whole. */
const pages: readonly (readonly [string, string | RegExp])[] = [
  ["/units/payments", "The five changes that waited longest"],
  ["/units/organisation", "Organisation"],
  [`/units/${SLUG}`, /How do you know that/],
  [`${measure}/change-lead-time`, "What it is made of"],
  [`${measure}/change-lead-time?range=all&every=month&rows=out`, "What it is made of"],
  [`${measure}/change-fail-rate?every=month&range=1y`, "What it is made of"],
  [`${measure}/changes-merged?from=2026-01-01&to=2026-01-14&every=day`, "What it is made of"],
  ["/organisation", "Teams and groups"],
  ["/import", "Import"],
  ["/people", "People"],
  ["/people/$ann", "Where they belong"],
  ["/components?q=l", "Components"],
  ["/units/payments/settings", "What it owns"],
  [`/units/${SLUG}/settings`, "When it is no more"],
  ["/measures", "How each measure is defined"],
  ["/repository?path=/somewhere", "Which repository?"],
  ["/api/docs", "The API"],
  ["/account", "Where you are signed in"],
  ["/tokens", "API tokens"],
  ["/invitations", "Invitations"],
  ["/nothing/here", "There is nothing here"],
];
/** Open to anyone. */
const doors: typeof pages = [
  ["/sign-in", "Come in with a link"],
  ["/sign-in?trouble=not-invited", "Come in with a link"],
  ["/reset", "A new password"],
  ["/reset#a-token", "Choose a new password"],
  ["/invitation#none", "You cannot come in by this link"],
];
const looks = [
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark on a phone", colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const;

describe.each(looks)("$name", ({ colorScheme, viewport }) => {
  let page: Page;
  let heard: string[];
  beforeAll(async () => {
    page = await site.owner({ colorScheme, viewport });
    heard = complaints(page);
  });
  afterAll(() => page.context().close());

  test.each(pages)(
    "%s has no axe violation, no complaint of the browser, and scrolls down only",
    async (path, words) => {
      heard.length = 0;
      await page.goto(at(path));
      await page.getByRole("heading", { name: words }).first().waitFor();
      await settled(page);
      expect(await violations(page)).toEqual([]);
      expect(heard).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    },
  );

  test("what opens on a page, and the search, have no axe violation either", async () => {
    heard.length = 0;
    for (const path of ["/organisation", "/people/$ann", "/components", "/units/payments/settings"]) {
      await page.goto(at(path));
      const closed = page.getByRole("main").getByRole("button", { expanded: false });
      await closed.first().waitFor();
      while ((await closed.count()) > 0) await closed.first().click();
      expect([path, await violations(page)]).toEqual([path, []]);
    }
    await page.getByRole("combobox", { name: "Time zone" }).click();
    await page.getByRole("option").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Teams, people and components" }).fill("p");
    await page.getByRole("option").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(heard).toEqual([]);
  });

  test.each(doors)("a stranger's %s has no axe violation, and scrolls down only", async (path, words) => {
    const stranger = await site.stranger({ colorScheme, viewport });
    await stranger.goto(path);
    await stranger.getByRole("heading", { name: words }).waitFor();
    await settled(stranger);
    expect(await violations(stranger)).toEqual([]);
    expect(await sideways(stranger)).toBeLessThanOrEqual(0);
    await stranger.context().close();
  });

  test("the colours follow the system", async () => {
    await page.goto("/measures");
    const dark = await page.evaluate(() => document.documentElement.dataset.mantineColorScheme === "dark");
    expect(dark).toBe(colorScheme === "dark");
  });
});

test("what is chosen of several stands out from the rest, in the dark too", async () => {
  const page = await site.owner({ colorScheme: "dark" });
  await page.goto(`${measure}/changes-merged`);
  const chosen = page.locator(".mantine-SegmentedControl-indicator").first();
  await chosen.waitFor();
  const [edge, around] = await chosen.evaluate((indicator) => {
    const root = indicator.closest(".mantine-SegmentedControl-root") as Element;
    return [getComputedStyle(indicator).boxShadow, getComputedStyle(root).backgroundColor];
  });
  expect(contrast(edge ?? "", around ?? "")).toBeGreaterThanOrEqual(3);
});

describe("by keyboard alone", () => {
  test("the first Tab offers the content, and a new page begins at its content", async () => {
    const page = await site.owner();
    await page.goto("/units/payments");
    await page.getByRole("link", { name: "Change lead time" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    await tabTo(page, "Change lead time");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "What it is made of" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  });

  test("a week of the table picks its evidence, as its point on the chart does", async () => {
    const page = await site.owner();
    await page.goto(`${measure}/change-lead-time`);
    const week = page.getByRole("region", { name: "Every value" }).getByRole("button").nth(2);
    const name = (await week.textContent()) ?? "";
    await page.locator("#main").focus();
    await tabTo(page, name);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: `only week of ${name}` }).waitFor();
    expect(new URL(page.url()).searchParams.get("start")).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await week.getAttribute("aria-pressed")).toBe("true");
  });

  test("where the focus is can be seen", async () => {
    const page = await site.owner();
    await page.goto("/units/payments");
    await page.getByRole("link", { name: "Change lead time" }).waitFor();
    await tabTo(page, "Change lead time");
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).toBe("solid");
  });
});

test("a point on the chart picks its evidence", async () => {
  const page = await site.owner();
  await page.goto(`${measure}/changes-merged`);
  const chart = page.getByRole("img", { name: /Changes merged by week/ });
  const box = await chart.boundingBox();
  expect(box).not.toBeNull();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await page.mouse.down();
  await page.mouse.up();
  await page.getByRole("button", { name: /^only week of/ }).waitFor();
});

test("what is selected is in the address, and the address brings it back", async () => {
  const page = await site.owner();
  await page.goto(`${measure}/deployment-frequency`);
  await page.getByText("month", { exact: true }).click();
  await page.getByText("1 year", { exact: true }).click();
  await page.waitForURL(/every=month/);
  await page.waitForURL(/range=1y/);
  await page.reload();
  expect(await page.getByRole("radio", { name: "month" }).isChecked()).toBe(true);
  expect(await page.getByRole("radio", { name: "1 year" }).isChecked()).toBe(true);
});

/** By how much a page is wider than its window, in pixels. */
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

/** Presses Tab until something with this text has the focus. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === text) return;
  }
  throw new Error(`“${text}” cannot be reached with Tab.`);
}

/** Of two colours as a browser writes them, by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [, ...parts] = /rgba?\((\d+), (\d+), (\d+)/.exec(colour) ?? [];
  const [red = 0, green = 0, blue = 0] = parts
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
