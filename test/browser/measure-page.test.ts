import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chartOf } from "../../src/core/measures/chart.ts";
import { type MeasureAnswer, measureRows } from "../../src/core/measures/contract.ts";
import { unit } from "../../src/core/org/contract.ts";
import { timeText } from "../../src/web/parts/dates.ts";
import { importRepository } from "../product/open-test-product.ts";
import { history } from "./histories.ts";
import { openSite, type Site } from "./site.ts";

const ledger = history("ledger", { tags: true });
const shop = history("shop", { tags: false });

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await importRepository(site.product, { path: ledger.path, team: "Payments" });
  await importRepository(site.product, { path: shop.path, team: "Shop" });
}, 120_000);
afterAll(async () => {
  await site?.close();
  for (const repository of [ledger, shop]) repository.remove();
});

/** Other tests may have the machine for themselves just then. */
const patience = { timeout: 15_000 };

const measure = "/units/payments/measures";

describe("each chart is as wide as its place", () => {
  test.each(["/units/payments", `${measure}/change-lead-time`, `${measure}/changes-merged?every=day`])(
    "%s, when it is loaded and when the window changes",
    async (path) => {
      const page = await site.owner();
      await page.goto(path);
      await page.locator("[role=img] svg").first().waitFor();
      for (const width of [1280, 700, 360, 1000]) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(() => misfits(page), patience).toEqual([]);
      }
    },
  );
});

test("times are those of the team, wherever the reader is, and the time zone is named", async () => {
  const page = await site.owner({ timezoneId: "Pacific/Auckland", locale: "de-DE" });
  const { timeZone } = await site.product.ask(unit, { slug: "payments" });
  const { rows } = await site.product.ask(measureRows, {
    id: "change-lead-time",
    unit: "payments",
    limit: 1,
  });
  await page.goto(`${measure}/change-lead-time`);
  await page.getByText(`time zone ${timeZone}`).waitFor();
  const first = page.getByRole("table", { name: "What it is made of" }).getByRole("cell").first();
  expect(await first.textContent()).toBe(timeText(rows[0]?.at ?? "", timeZone));
});

test("what was left out is counted of the same weeks as the rows below it", async () => {
  const page = await site.owner();
  await page.goto(`${measure}/change-lead-time?rows=out&range=all`);
  const count = async () => Number.parseInt((await leftOut(page).textContent()) ?? "", 10);
  const rows = () => page.getByRole("table", { name: "What it is made of" }).locator("tbody tr").count();
  await leftOut(page).waitFor();
  const all = await count();
  expect(all).toBeGreaterThan(0);
  await page.getByRole("region", { name: "Every value" }).getByRole("button").nth(12).click();
  await page.getByText("Nothing of this week was left out.").waitFor();
  await expect.poll(count, patience).toBe(0);
  await page.getByRole("button", { name: /^only week of/ }).click();
  await expect.poll(count, patience).toBe(all);
  await expect.poll(rows, patience).toBe(Math.min(20, all));
});

test("too few deployments a week are dots, and one step leads to months that can be charted", async () => {
  const page = await site.owner();
  await page.goto(`${measure}/change-fail-rate`);
  await page.getByRole("link", { name: "Look at it by month over 2 years" }).waitFor();
  expect(await page.locator("[role=img] [aria-label=line]").count()).toBe(0);
  await page.getByRole("link", { name: "Look at it by month over 2 years" }).click();
  await page.waitForURL(/every=month/);
  expect(await page.getByRole("radio", { name: "month" }).isChecked()).toBe(true);
  expect(await page.getByRole("radio", { name: "2 years" }).isChecked()).toBe(true);
});

describe("where limits are drawn anew", () => {
  const reason = "We release whenever the queue is empty";

  /** The page as it is once the team has written down that something changed in the week of its 14th value. */
  async function drawnAnew(): Promise<Page> {
    const page = await site.owner();
    await page.route("**/api/measures/changes-merged?*", async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as MeasureAnswer;
      const open = new Set(answer.partial);
      const known = answer.points.flatMap(({ start, value, n }) =>
        value === null || open.has(start) ? [] : [{ start, value, n }],
      );
      const redrawn = [{ day: known[13]?.start ?? "", reason }];
      const measured = { unit: "changes", scale: "linear", aggregate: "count" } as const;
      const drawn = chartOf(known, { measure: measured, every: "week", redrawn });
      await route.fulfill({ response, json: { ...answer, redrawn, ...drawn } });
    });
    await page.goto(`${measure}/changes-merged?range=all`);
    return page;
  }

  test("a line with its reason parts the limits, and words beside it say the same", async () => {
    const page = await drawnAnew();
    const picture = page.locator("[role=img] svg").first();
    await picture.getByText(reason).waitFor();
    // Two lines in the middle, which do not meet: each ends where limits are drawn anew.
    const lines = picture.locator("[aria-label=rule][stroke='var(--centre)'] line");
    const ends = await lines.evaluateAll((all) =>
      all.map((line) => ["x1", "x2"].map((end) => Number(line.getAttribute(end)))),
    );
    expect(ends).toHaveLength(2);
    expect(ends[0]?.[1]).toBeCloseTo(ends[1]?.[0] ?? 0, 0);
    expect(await page.getByText(`limits drawn anew: ${reason}`).count()).toBe(1);
    expect(await page.getByText(/^Usually .* before the week of/).count()).toBe(1);
    const table = page.getByRole("region", { name: "Every value" });
    expect(await table.getByText(`limits drawn anew from here on: ${reason}`).count()).toBe(1);
  });
});

test("where nothing is known there is no empty chart but the question that would change it", async () => {
  const page = await site.owner();
  await page.goto("/units/shop/measures/change-lead-time");
  await page.getByRole("heading", { name: "How do you know that shop is live?" }).waitFor();
  await page.getByRole("button", { name: /on main/ }).waitFor();
  expect(await page.getByRole("img").count()).toBe(0);
});

test("an address that names no team or no measure leads to those there are", async () => {
  const page = await site.owner();
  await page.goto("/units/nobody");
  await page.getByRole("heading", { name: "There is no team or group “nobody”" }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Payments" }).click();
  await page.getByRole("heading", { level: 1, name: "Payments" }).waitFor();
  await page.goto(`${measure}/happiness`);
  await page.getByRole("heading", { name: "There is no measure “happiness”" }).waitFor();
  expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
  await page.getByRole("main").getByRole("link", { name: "Batch size" }).click();
  await page.getByRole("heading", { name: "What it is made of" }).waitFor();
});

test("a date in the address that is no day is said, not dropped", async () => {
  const page = await site.owner();
  await page.goto(`${measure}/change-lead-time?from=2026-13-01`);
  await page.getByRole("alert").filter({ hasText: "“2026-13-01” is no day" }).waitFor();
  await page.getByText("1 year", { exact: true }).click();
  await page.waitForURL(/range=1y/);
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("other dates begin with those that are shown", async () => {
  const page = await site.owner();
  await page.goto(`${measure}/change-lead-time?from=2026-01-07&to=2026-03-01`);
  await page.getByRole("heading", { name: "What it is made of" }).waitFor();
  await page.getByText("12 weeks", { exact: true }).click();
  await page.waitForURL(/range=12w/);
  await page.getByText("Other dates").click();
  const from = () => page.getByLabel("From").inputValue();
  await expect.poll(from, patience).not.toBe("2026-01-07");
  expect(await from()).toMatch(/^\d{4}-\d\d-\d\d$/);
});

const leftOut = (page: Page) => page.getByRole("button", { name: /left out$/ });

/** The charts that are narrower or wider than their place, or drawn at another size than they are shown at. */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const wrong: string[] = [];
    for (const svg of document.querySelectorAll("[role=img] svg")) {
      const place = svg.closest("[role=img]")?.clientWidth ?? 0;
      const widths = [Number(svg.getAttribute("width")), svg.getBoundingClientRect().width];
      if (widths.some((width) => Math.abs(width - place) > 1)) wrong.push(`${widths} in ${place}`);
    }
    return wrong;
  });
