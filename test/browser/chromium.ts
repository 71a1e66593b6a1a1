import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { type Browser, type Page, chromium as playwright } from "playwright-core";

/** For the small machines that it was made for; they end the browser with the first page, or switch off what we test. */
const UNWANTED = ["--single-process", "--no-zygote", "--disable-web-security"];

/** A real Chromium that npm brought. */
export async function launchChromium(): Promise<Browser> {
  // Without this it does not unpack the libraries that it needs.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  return playwright.launch({
    args: chromium.args.filter((arg) => !UNWANTED.includes(arg)),
    executablePath: await chromium.executablePath(),
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
