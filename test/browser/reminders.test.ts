import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addLoop } from "../../src/core/loops/contract.ts";
import { beginExperiment, concludeExperiment } from "../../src/core/loops/experiments/contract.ts";
import { addMember, addUnit } from "../../src/core/org/contract.ts";
import { setUpAccount } from "../../src/core/people/account/contract.ts";
import { me, signInLink } from "../../src/core/people/contract.ts";
import { reminders, setReminders } from "../../src/core/reminders/contract.ts";
import type { GitRepository } from "../git-repository.ts";
import { openChat } from "../product/chat.ts";
import { openMailBox } from "../product/mail-box.ts";
import { importRepository } from "../product/open-test-product.ts";
import { visitorTo } from "../product/visitor.ts";
import { momentOf, stableWaits, weeklyHistory } from "../weekly-history.ts";
import { violations } from "./chromium.ts";
import { settled } from "./settled.ts";
import { complaints, openSite, type Site } from "./site.ts";

const WEEKS = 30;
let now = momentOf(WEEKS, { hour: 7 });
let site: Site;
let post: Awaited<ReturnType<typeof openMailBox>>;
let chat: Awaited<ReturnType<typeof openChat>>;
let repository: GitRepository;
beforeAll(async () => {
  post = await openMailBox();
  chat = await openChat();
  site = await openSite({ smtpUrl: post.url, webhookHosts: "127.0.0.1" }, { clock: { now: () => now } });
  const { ask } = site.product;
  await ask(addUnit, { name: "Payments", kind: "team" });
  const { person } = await ask(me, {});
  await ask(addMember, { slug: "payments", person: person.id });
  repository = weeklyHistory([...stableWaits(WEEKS - 1), 400]);
  await importRepository(site.product, { path: repository.path, team: "Payments", deployments: "tags:v*" });
  const of = { unit: "payments", area: "delivery" };
  await ask(addLoop, {
    ...of,
    question: "How long does a finished idea wait?",
    measures: ["change-lead-time"],
  });
  const { id } = await ask(beginExperiment, { ...of, title: "Merge smaller changes", begins: "2025-06-02" });
  await ask(concludeExperiment, {
    id,
    ends: "keep",
    words: "Reviews are quicker, and nobody wants to go back.",
  });
}, 120_000);
afterAll(async () => {
  await site?.close();
  await post?.close();
  await chat?.close();
  repository?.remove();
});

const at = async (page: Page, path: string) => {
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled(page);
};
const sideways = (page: Page) =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

test("what is chosen is kept, and an address for the calendar is shown once", async () => {
  const page = await site.owner();
  await at(page, "/account");
  await page.getByRole("link", { name: "Reminders" }).click();
  await page.getByText("You have no e-mail address yet").waitFor();
  const visitor = visitorTo(site.product);
  await visitor.send(new URL((await site.product.ask(signInLink, {})).url).pathname);
  await visitor.ask(setUpAccount, { name: "Olive", email: "olive@example.org", password: "mauve tractor 7" });
  await page.context().close();
  await choose(await site.owner());
});

async function choose(page: Page): Promise<void> {
  await at(page, "/reminders");
  await page.getByText("They go to olive@example.org.").waitFor();
  await page.getByLabel("On the day of a check-in").check();
  await page.getByLabel("A digest").selectOption("every Monday");
  await page.getByLabel("Say only that something is due").check();
  await expect
    .poll(() => site.product.ask(reminders, {}))
    .toMatchObject({ checkIn: true, digest: "MO", calendar: { titles: false } });
  await page.getByRole("button", { name: "Make an address" }).click();
  const field = page.getByLabel("Address of your calendar");
  expect(await field.inputValue()).toMatch(/\/calendar\/[0-9a-f]{16}_[\w-]{43}\.ics$/);
  await at(page, "/reminders");
  expect(await field.count()).toBe(0);
  await page.getByText("no calendar has asked for it yet").waitFor();
}

test("a letter is got no more by the address in it, without signing in, once its reader says so", async () => {
  now = momentOf(WEEKS, { hour: 9 });
  await site.product.settle();
  const link = /Get this one no more: (\S+)/.exec(await post.letter("Your check-in today"))?.[1] ?? "";
  const page = await site.stranger();
  await at(page, new URL(link).pathname);
  expect((await site.product.ask(reminders, {})).checkIn).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Get it no more" }).click();
  await page.getByText("You get no more letters on the day of a check-in.").waitFor();
  expect((await site.product.ask(reminders, {})).checkIn).toBe(false);
});

test("where nothing came since it was chosen, the preview says that no letter would come", async () => {
  const page = await site.owner();
  await at(page, "/reminders");
  await page.getByText("which is nothing, so no letter would come.").waitFor();
  await site.product.ask(setReminders, { checkIn: false, digest: null, calendar: { titles: true } });
});

test("members say where their reminders are posted, see that a word comes, and read why one did not", async () => {
  const page = await site.owner();
  await at(page, "/units/payments/settings");
  const ours = page.locator("section").filter({ hasText: "Reminders in your chat" });
  await ours.getByRole("button", { name: "Have them posted to a channel" }).click();
  await page.getByText("Whoever is in that channel sees it").waitFor();
  await page.getByLabel("Address of the webhook").fill("https://10.0.0.1/hook");
  await ours.getByRole("button", { name: "Save" }).click();
  await page.getByText("This host is inside a private network.").waitFor();
  await page.getByLabel("Address of the webhook").fill(`${chat.url}/hook`);
  await page.getByLabel("What came back").selectOption("every Friday");
  await ours.getByRole("button", { name: "Save" }).click();
  await page
    .getByText(
      "Posted to a channel at 127.0.0.1: a word on the day of a check-in, and what came back, every Friday.",
    )
    .waitFor();
  await page.getByRole("button", { name: "Send a word" }).click();
  await page.getByText("It was sent: look into the channel.").waitFor();
  expect(chat.posted.at(-1)?.body.text).toContain("the reminders of Payments come here");
  await chat.close();
  await page.getByRole("button", { name: "Send a word" }).click();
  await page.getByText("The last word could not be posted. Nobody answers at this address.").waitFor();
  await page.getByRole("button", { name: "Change it" }).click();
  expect(await page.getByLabel("Address of the webhook").inputValue()).toBe("");
});

const looks = [
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark on a phone", colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const;

describe.each(looks)("$name", ({ name: _, ...look }) => {
  test("the settings of a team's channel, open, have no axe violation and scroll down only", async () => {
    const page = await site.owner(look);
    const heard = complaints(page);
    await at(page, "/units/payments/settings");
    await page.getByRole("button", { name: "Change it" }).click();
    await page.getByText("Whoever is in that channel sees it").waitFor();
    expect([await violations(page), await sideways(page), heard]).toEqual([[], 0, []]);
    await page.context().close();
  });

  test.each(["/reminders", "/digest"])("%s has no axe violation and scrolls down only", async (path) => {
    const page = await site.owner(look);
    const heard = complaints(page);
    await at(page, path);
    await page.getByText("Reviews are quicker, and nobody wants to go back.").waitFor();
    await page.getByText("17 days, longer than usual.").waitFor();
    expect([await violations(page), await sideways(page), heard]).toEqual([[], 0, []]);
    await page.context().close();
  });
});
