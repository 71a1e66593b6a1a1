import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  answerRound,
  beginPulse,
  closeRound,
  openRound,
  round,
} from "../../src/core/loops/pulse/contract.ts";
import { addMember, addUnit, people } from "../../src/core/org/contract.ts";
import { importRepository } from "../product/open-test-product.ts";
import { violations } from "./chromium.ts";
import { guestsOf } from "./guest.ts";
import { history } from "./histories.ts";
import { settled } from "./settled.ts";
import { complaints, openSite, type Site } from "./site.ts";

/* One round from beginning a pulse to what it came to: each test goes on where the one before has left it. */

const LONG = `${"A question that goes on and on, with a".padEnd(120, " very")} verylongwordindeedwithoutanybreakinit`;
const ledger = history("ledger", { tags: true });
let site: Site;
let [ann, bo, cem]: Page[] = [];
const heard: string[][] = [];

beforeAll(async () => {
  site = await openSite();
  const { ask } = site.product;
  await ask(addUnit, { name: "Payments", kind: "team", parent: "organisation" });
  await importRepository(site.product, { path: ledger.path, team: "Payments", deployments: "tags:v*" });
  [ann, bo, cem] = await guestsOf(site, ["Ann", "Bo", "Cem"]);
  for (const name of ["Ann", "Bo", "Cem"]) {
    const found = (await ask(people, { search: name })).people[0];
    await ask(addMember, { slug: "payments", person: found?.id as string, role: "member" });
  }
  for (const page of [ann, bo, cem]) heard.push(complaints(page as Page));
}, 120_000);
afterAll(async () => {
  await site?.close();
  ledger.remove();
});

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("a team begins with something ready, and nothing is asked before somebody opens a round", async () => {
  const page = ann as Page;
  await page.goto("/units/payments");
  await page.getByRole("link", { name: "Pulse: a few short questions" }).click();
  await page.getByRole("button", { name: /^How are we doing\?/ }).click();
  const texts = page.getByLabel("The question, or a sentence to agree with");
  expect(await texts.count()).toBe(5);
  await press(page, "Leave it out question 4");
  await page.getByLabel("1 means").nth(1).fill("a long struggle");
  await press(page, "Begin");
  await page.getByRole("heading", { name: "How are we doing, and what should we talk about?" }).waitFor();
  await (bo as Page).goto("/me");
  await (bo as Page).getByText("Nothing waits for you.").waitFor();
  await page.getByRole("button", { name: /^Open a round/ }).click();
  await page.getByText(/0 of 3 answered so far/).waitFor();
});

test("it is answered on a phone, with thumbs or with keys alone, and can be changed", async () => {
  const page = bo as Page;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/me");
  await page.getByText("Four short questions").waitFor();
  await page.getByRole("link", { name: "Answer in a minute" }).click();
  await page.waitForURL(/\/rounds\//);
  await page.getByText(/With 3 people somebody may guess/).waitFor();
  const first = page.getByRole("group", { name: "I know whom my work helps, and how." });
  await first.getByRole("radio", { name: "1, Not at all" }).focus();
  for (const key of ["Space", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await expect.poll(() => first.getByRole("radio", { name: "3", exact: true }).isChecked()).toBe(true);
  await page.getByRole("radio", { name: "1, a long struggle" }).check();
  await page.getByRole("textbox", { name: "What should we talk about first?" }).fill("The build.");
  await page.getByRole("checkbox", { name: "The team may read this" }).check();
  await press(page, "Answer");
  await page.getByText(/^Thank you\. You can change it until/).waitFor();
  await page.getByText(/1 of 3 answered so far/).waitFor();
  await first.getByRole("button", { name: /^Skip it/ }).click();
  await page.getByRole("radio", { name: "1, a long struggle" }).press("ArrowRight");
  await press(page, "Change what I answered");
  await page.getByText(/^Thank you/).waitFor();
  await page.reload();
  await page.getByRole("radio", { name: "2" }).nth(1).waitFor();
  expect(await page.getByRole("radio", { checked: true }).count()).toBe(1);
});

test("when the last one has answered, all three see what it came to, in the check-in first", async () => {
  for (const [name, step] of [
    ["ann", 2],
    ["cem", 4],
  ] as const) {
    const page = name === "ann" ? (ann as Page) : (cem as Page);
    await page.goto(new URL((bo as Page).url()).pathname);
    await page
      .getByRole("group", { name: /^Getting a change out/ })
      .getByRole("radio")
      .nth(step - 1)
      .check();
    await press(page, "Answer");
    await page.getByText(name === "ann" ? /^Thank you/ : "3 of 3 answered").waitFor();
  }
  const page = cem as Page;
  await page.getByText("3 answered, 2.7 in the mean").waitFor();
  await page.getByText("The build.", { exact: true }).waitFor();
  await page.getByText("Fewer than two answered.").first().waitFor();
  await page.goto("/units/payments/pulse");
  await page.getByRole("link", { name: "How are we doing, and what should we talk about?" }).click();
  await page.getByRole("link", { name: /Look/ }).click();
  await page.waitForURL(/check-in/);
  await page.getByText("3 answered, 2.7 in the mean").waitFor();
  expect(heard.flat().filter((line) => !line.includes("403 (Forbidden)"))).toEqual([]);
});

test("what the group offers is taken up, and opened to it, by the team alone", async () => {
  const owner = await site.owner();
  await owner.goto("/units/organisation/pulse");
  await owner.getByText("Offer questions to the teams here").click();
  const offer = owner.getByRole("region").or(owner.getByRole("main"));
  await offer.getByLabel("What it is good for, as a question").first().fill(`How is everybody? ${LONG}`);
  await offer.getByLabel("The question, or a sentence to agree with").first().fill(`Work is ${LONG}`);
  await press(owner, "Offer it");
  await owner.getByRole("heading", { name: /^How is everybody/ }).waitFor();
  await owner.getByLabel("Gather rounds that close until").fill("2099-01-01");
  await press(owner, "Gather");
  await owner.getByText(/Name a day from today/).waitFor();
  expect(await violations(owner)).toEqual([]);
  await owner.context().close();

  const page = ann as Page;
  await page.goto("/units/payments/pulse");
  await press(page, "Ask this ourselves");
  await page.getByText(/Only your team sees what it comes to/).waitFor();
  await press(page, "Open it to Organisation");
  await page.getByText(/Your rounds are counted with those of other teams/).waitFor();
});

/** Many rounds of long questions, so that there are series to draw. */
async function manyRounds(name: string): Promise<string> {
  const as = (who: string) => site.product.askAs(`${who}@example.org`);
  const { id } = await as("ann")(beginPulse, {
    ...{ slug: "payments", area: "sensemaking", question: `${name} ${LONG}` },
    questions: [
      { kind: "scale", text: `${name} ${LONG}`, options: [LONG.slice(0, 90), "easy"] },
      { kind: "choice", text: "What kept you?", options: ["Nothing much", LONG.slice(60, 150), "Noise"] },
      { kind: "words", text: "What first?" },
    ],
  });
  for (let n = 0; n < 4; n++) {
    const opened = await as("ann")(openRound, { id });
    const { questions } = await as("ann")(round, { id: opened.id });
    const [scale, choice, words] = questions.map((one) => one.id) as [string, string, string];
    for (const [at, who] of ["ann", "bo"].entries())
      await as(who)(answerRound, {
        id: opened.id,
        answers: [
          { question: scale, option: 1 + ((n + at) % 5) },
          { question: choice, option: 1 + ((n * at) % 3) },
          { question: words, words: LONG, teamReads: true, signed: at === 1 },
        ],
      });
    await as("bo")(closeRound, { id: opened.id });
  }
  return (await as("ann")(openRound, { id })).id;
}

describe.each([
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark on a phone", colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const)("$name", ({ name, colorScheme, viewport }) => {
  test("with long words and many rounds the pages have no axe violation, and scroll down only", async () => {
    const page = ann as Page;
    const open = await manyRounds(name);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.goto("/units/payments/pulse");
    const loop = await page.getByRole("link", { name: `${name} ${LONG}` }).getAttribute("href");
    for (const path of ["/units/payments/pulse", `/rounds/${open}`, loop as string, "/units/payments"]) {
      await page.goto(path);
      await page.getByText(LONG).first().waitFor();
      await settled(page);
      await page.evaluate(() => {
        for (const closed of document.querySelectorAll("main details")) closed.setAttribute("open", "");
      });
      expect([path, await violations(page)]).toEqual([path, []]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, sideways <= 0]).toEqual([path, true]);
    }
  });
});
