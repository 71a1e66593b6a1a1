import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askFor } from "../../src/areas/advocacy/contract.ts";
import { addImpediment } from "../../src/areas/delivery/contract.ts";
import { addMember, addUnit, people } from "../../src/core/org/contract.ts";
import { importRepository } from "../product/open-test-product.ts";
import { violations } from "./chromium.ts";
import { guestsOf } from "./guest.ts";
import { history } from "./histories.ts";
import { settled } from "./settled.ts";
import { complaints, fill, openSite, type Site } from "./site.ts";

/* One ask from what is in a team's way until the team says whether it helped: each test goes on where the one before has left it. */

const TITLE = "No staging copy of the ledger";
const LONG = `${"A title that goes on and on, with a".padEnd(120, " very")} verylongwordindeedwithoutanybreakinit`;
const ledger = history("ledger", { tags: true });
let site: Site;
let [ann, lea]: Page[] = [];
const ids: Record<string, string> = {};
const heard: string[][] = [];

beforeAll(async () => {
  site = await openSite();
  const { ask } = site.product;
  await ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop"]) await ask(addUnit, { name, kind: "team", parent: "commerce" });
  await importRepository(site.product, { path: ledger.path, team: "Payments", deployments: "tags:v*" });
  [ann, lea] = await guestsOf(site, ["Ann", "Lea"]);
  for (const [name, slug, role] of [
    ["Ann", "payments", "member"],
    ["Lea", "commerce", "lead"],
  ] as const) {
    const found = (await ask(people, { search: name })).people[0];
    ids[name] = found?.id as string;
    await ask(addMember, { slug, person: ids[name], role });
  }
  for (const page of [ann, lea]) heard.push(complaints(page as Page));
}, 120_000);
afterAll(async () => {
  await site?.close();
  ledger.remove();
});

const member = () => ann as Page;
const leader = () => lea as Page;
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const cards = (page: Page) => page.getByRole("region", { name: "Open asks" }).getByRole("listitem");

test("a member says what is in the team's way, and asks the leader above for help with it", async () => {
  const page = member();
  await page.goto("/units/payments");
  await page.getByRole("heading", { name: "In our way" }).waitFor();
  expect(await cards(page).count()).toBe(0);
  await fill(page, { "In our way": TITLE });
  await page.getByLabel("In our way", { exact: true }).press("Enter");
  await page.getByText("since today · Ann").waitFor();
  await page.getByRole("link", { name: `Ask for help with ${TITLE}` }).click();

  const title = page.getByLabel("What do you need?");
  await expect.poll(() => title.inputValue()).toBe(TITLE);
  const whom = page.getByRole("combobox", { name: "Whom do you ask?" });
  await whom.click();
  // Who leads above stands first, the nearest of them first; then the other teams and groups.
  const options = page.getByRole("option");
  await options.nth(3).waitFor();
  expect((await options.allTextContents()).slice(0, 3)).toEqual([
    ...["Lealeads Commerce", "Oliveleads Organisation", "Organisation"],
  ]);
  await whom.fill("lea");
  await whom.press("Enter");
  await page.getByText("Only your team and Lea see it.").waitFor();
  await title.fill("A staging copy of the ledger");
  await fill(page, { "Why?": "A change waits 41 days.\nMost of it for the test with real data." });
  await press(page, "Ask");
  await page.getByText("Waits for an answer since today.").waitFor();
  await page.getByText("Payments asks Lea · only your team and Lea see it").waitFor();
});

test("the leader sees it first on their own page, and carries it on", async () => {
  const page = leader();
  await page.goto("/units/commerce");
  await cards(page).first().waitFor();
  expect(await cards(page).allInnerTexts()).toEqual([
    expect.stringMatching(/^Payments asks you · since today\s+A staging copy of the ledger\s+Answer it/),
  ]);
  await page.getByRole("link", { name: "Answer it" }).click();
  await page.getByText("Most of it for the test with real data.").waitFor();
  await press(page, "I have seen it");
  await page.getByText("Seen, waits for an answer since today.").waitFor();
  await press(page, "Carry it on");
  await expect.poll(() => page.getByRole("button", { name: "I carried it there" }).isDisabled()).toBe(true);
  await fill(page, { "To whom, or into which forum?": "The payments forum, on Friday" });
  await press(page, "I carried it there");
  await page.getByText("Carried on: The payments forum, on Friday, since today.").waitFor();
});

test("nobody else finds it, also who runs the installation", async () => {
  const owner = await site.owner();
  await owner.goto(new URL(leader().url()).pathname);
  await owner.getByText("There is no such ask.").waitFor();
  await owner.goto("/units/payments/asks");
  await owner.getByText("You are asked nothing by it.").waitFor();
  await owner.context().close();
});

test("what came back is the first thing on the team's page, and the team says whether it helped", async () => {
  const page = leader();
  await press(page, "Say what came back");
  await fill(page, { "What came back?": "We get one in July." });
  await press(page, "Tell them");
  await page.getByText("Came back the same day: We get one in July.").waitFor();

  const team = member();
  await team.goto("/units/payments");
  await cards(team).first().waitFor();
  expect(await cards(team).allInnerTexts()).toEqual([
    expect.stringMatching(/^Ask came back · by Lea, the same day\s+A staging copy of the ledger\s+Read what/),
  ]);
  await team.getByRole("link", { name: "asked for help" }).waitFor();
  await team.getByRole("link", { name: "Read what came back" }).click();
  await press(team, "Say whether it helped");
  await team.getByText("In part", { exact: true }).click();
  await press(team, "Say so");
  await team.getByText("It helped in part, answered the same day.").waitFor();
  expect(
    await team
      .getByRole("listitem")
      .filter({ hasText: /Lea|Ann/ })
      .allInnerTexts(),
  ).toEqual([
    expect.stringMatching(/^Ann asked .*A change waits 41 days\.\nMost of it/s),
    expect.stringMatching(/^Lea has seen it/),
    expect.stringMatching(/^Lea carried it on .*The payments forum/s),
    expect.stringMatching(/^Lea told what came back .*We get one in July\./s),
    expect.stringMatching(/^Ann said that it helped in part/),
  ]);
});

test("what is gone is out of the way, and nothing is open any more", async () => {
  const page = member();
  await page.goto("/units/payments");
  await page.getByRole("button", { name: /^It is gone/ }).click();
  await fill(page, { "What moved it? If you like": "Lea got us one" });
  await page.getByRole("button", { name: "It is gone", exact: true }).click();
  await page.getByText("1 is gone").click();
  await page.getByText(/since today, until .* · Lea got us one/).waitFor();
  expect(await cards(page).count()).toBe(0);
  await leader().goto("/units/commerce");
  await leader().getByRole("heading", { name: "What you need from others" }).waitFor();
  expect(await cards(leader()).count()).toBe(0);
  // Which repositories are read is for those who run the installation, and nobody else is told.
  expect(heard.flat().filter((line) => !line.includes("403 (Forbidden)"))).toEqual([]);
});

describe.each([
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark on a phone", colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const)("$name", ({ name, colorScheme, viewport }) => {
  test("with long words the pages have no axe violation, and scroll down only", async () => {
    const asking = site.product.askAs("ann@example.org");
    const { ask } = await asking(askFor, {
      ...{ slug: "payments", person: ids.Lea as string, title: `${name} ${LONG}`, why: LONG },
    });
    await asking(addImpediment, { slug: "payments", text: `${name} ${LONG}` });
    for (const [page, paths] of [
      [member(), ["/units/payments", "/units/payments/asks?title=X", `/asks/${ask.id}`]],
      [leader(), ["/units/commerce", "/units/commerce/asks", `/asks/${ask.id}`]],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      for (const path of paths) {
        await page.goto(path);
        await page.getByText(LONG).first().waitFor();
        await settled(page);
        const closed = page.getByRole("main").getByRole("button", { expanded: false });
        while ((await closed.count()) > 0 && !path.startsWith("/asks")) await closed.first().click();
        expect([path, await violations(page)]).toEqual([path, []]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([path, sideways <= 0]).toEqual([path, true]);
      }
    }
    await press(leader(), "Yes");
    await press(leader(), "No");
    await leader()
      .getByLabel(/^Why not/)
      .waitFor();
    expect(await violations(leader())).toEqual([]);
  });
});
