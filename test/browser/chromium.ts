import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { type Browser, type Page, chromium as playwright } from "playwright-core";
import { inject } from "vitest";

/** For the small machines that it was made for; they end the browser with the first page, or switch off what we test. */
const UNWANTED = ["--single-process", "--no-zygote", "--disable-web-security"];

/** A real Chromium that npm brought. */
export function launchChromium(): Promise<Browser> {
  const { executablePath, args, env } = inject("chromium");
  return playwright.launch({
    args: args.filter((arg) => !UNWANTED.includes(arg)),
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    headless: true,
  });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong on a page, as short lines. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    // biome-ignore lint/suspicious/noExplicitAny: axe has just put itself there
    (rules) => (globalThis as any).axe.run(document, { runOnly: rules }),
    RULES,
  )) as AxeResults;
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
  );
}
