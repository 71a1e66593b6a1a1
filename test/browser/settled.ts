import type { Page, Request } from "playwright-core";
import { expect } from "vitest";

/** What each page has asked for and not yet got. */
const onTheirWay = new WeakMap<Page, Set<Request>>();

/** From now on it is known what the page waits for. A stream never ends, so nobody waits for one. */
export function follow(page: Page): void {
  const asked = new Set<Request>();
  onTheirWay.set(page, asked);
  page.on("request", (request) => request.resourceType() !== "eventsource" && asked.add(request));
  page.on("requestfinished", (request) => asked.delete(request));
  page.on("requestfailed", (request) => asked.delete(request));
}

/**
 * Waits until a page has all that it asked for, has drawn it and moves no more, and asks for nothing further because of it.
 * Sooner than Playwright's `networkidle`, which is half a second without a request, whatever there is to wait for.
 */
export async function settled(page: Page): Promise<void> {
  const waitsFor = () => [...(onTheirWay.get(page) ?? [])].map((request) => request.url());
  do {
    await expect.poll(waitsFor, { interval: 10 }).toEqual([]);
    await page.evaluate(drawn);
  } while (waitsFor().length > 0);
}

/** In the page: the frames after its last work is done, and the end of what moves and comes to an end. */
async function drawn(): Promise<void> {
  await new Promise<unknown>((resolve) => requestIdleCallback(resolve));
  const frame = () => new Promise<unknown>((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const moves = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(moves.map(({ finished }) => finished));
  await new Promise<unknown>((resolve) => requestIdleCallback(resolve));
}
