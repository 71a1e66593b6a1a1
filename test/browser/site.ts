import type { BrowserContextOptions, Page } from "playwright-core";
import { signInLink } from "../../src/core/people/contract.ts";
import { openTestProduct } from "../product/open-test-product.ts";
import { launchChromium } from "./chromium.ts";
import { follow } from "./settled.ts";

/** The real product, listening, with its real pages in a real browser. */
export async function openSite(
  settings: Parameters<typeof openTestProduct>[1] = {},
  given: Parameters<typeof openTestProduct>[0] = {},
) {
  const [product, browser] = await Promise.all([openTestProduct(given, settings), launchChromium()]);
  const address = await product.serve();

  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: address,
      reducedMotion: "reduce",
      locale: "en-GB",
      timezoneId: "UTC",
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    follow(page);
    return page;
  };

  return {
    product,
    address,
    /** A browser that nobody has signed in. */
    stranger: open,
    /** A browser that came in by a link of its own. */
    async owner(options: BrowserContextOptions = {}): Promise<Page> {
      const page = await open(options);
      await page.goto((await product.ask(signInLink, {})).url);
      // The first page leads on by itself, and would lead away from whatever is opened meanwhile.
      await page.waitForURL(/\/units\//);
      return page;
    },
    async close() {
      await browser.close();
      await product.close();
    },
  };
}

export type Site = Awaited<ReturnType<typeof openSite>>;

/** What the browser complained about, the content security policy's refusals among it. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => message.type() === "error" && heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(String(error)));
  return heard;
}

/** Writes into fields by their labels. */
export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(text);
}
