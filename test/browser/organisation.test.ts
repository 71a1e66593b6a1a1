import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember, addPerson, addUnit, components, own, unit } from "../../src/core/org/contract.ts";
import { importRepository } from "../product/open-test-product.ts";
import { guestOf } from "./guest.ts";
import { history } from "./histories.ts";
import { complaints, openSite, type Site } from "./site.ts";

/* One organisation from its first team on: each test goes on where the one before has left it. */

const ledger = history("ledger", { tags: true });

let site: Site;
let page: Page;
let heard: string[];
beforeAll(async () => {
  site = await openSite();
  page = await site.owner();
  heard = complaints(page);
}, 120_000);
afterAll(async () => {
  await site?.close();
  ledger.remove();
});

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const field = (name: string) => page.getByRole("textbox", { name, exact: true });
/** What a list has in one of its lines: a team, a person, a component. */
const line = (text: string | RegExp) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: text });

/** Types a part of a name and takes the first that is found, by keyboard alone. */
async function choose(label: string, typed: string, name: string): Promise<void> {
  const choice = page.getByRole("combobox", { name: label, exact: true });
  await choice.fill(typed);
  await page.getByRole("option", { name }).first().waitFor();
  await choice.press("Enter");
  await expect.poll(() => choice.inputValue()).toBe(name);
}

describe("teams and groups", () => {
  test("a new organisation says what a team is for; a group and a team in it are quickly there", async () => {
    await page.goto("/organisation");
    await page.getByText("Begin with the team that you are in.").waitFor();
    await button("Add a team or group").click();
    await field("Name").fill("Commerce");
    await page.getByText("a group of teams", { exact: true }).click();
    await button("Add it").click();
    await page.getByText("Added Commerce. Next: say who belongs to it.").waitFor();

    await field("Name").fill("Shop");
    await page.getByText("a team", { exact: true }).click();
    await choose("Where it stands", "comm", "Commerce");
    await field("Name").press("Enter");
    await page.getByText("Added Shop.").waitFor();
    const inCommerce = page
      .getByRole("listitem")
      .filter({ hasText: "Commerce" })
      .last()
      .getByRole("listitem");
    expect(await inCommerce.getByRole("link", { name: "Shop" }).count()).toBe(1);
    expect(await page.getByText("Begin with the team").count()).toBe(0);
  });

  test("a name that nothing can have is refused at its field", async () => {
    await field("Name").fill("Sh\u202eop");
    await button("Add it").click();
    await field("Name").and(page.locator("[aria-invalid=true]")).waitFor();
    await page.getByText("no control characters").waitFor();
    // The browser itself reports every answer of 400 and more; this one is what we came for.
    heard.length = 0;
  });

  test("what is typed leaves only the teams that are called so, and those above them, and is in the address", async () => {
    await site.product.ask(addUnit, { name: "Search", kind: "team", parent: "commerce" });
    await page.goto("/organisation");
    await page.getByRole("searchbox", { name: "Find a team or group" }).fill("sEa");
    await page.waitForURL(/q=sEa/);
    await page.getByRole("link", { name: "Shop", exact: true }).waitFor({ state: "detached" });
    const shown = await page.getByRole("main").getByRole("list").first().getByRole("link").allTextContents();
    expect(shown).toEqual(["Organisation", "Commerce", "Search"]);
    await page.reload();
    await page
      .getByRole("searchbox", { name: "Find a team or group" })
      .and(page.locator("[value=sEa]"))
      .waitFor();
  });
});

describe("people", () => {
  test("somebody is added, and the page says where they are put into a team", async () => {
    await page.goto("/people");
    await page.getByText("Only you are here.").waitFor();
    await button("Add somebody").click();
    await field("Name").fill("Ann Lee");
    await field("E-mail").fill("not an address");
    await button("Add them").click();
    await page.getByText("Write an e-mail address.").waitFor();
    heard.length = 0;
    await field("E-mail").fill("ann@example.org");
    await button("Add them").click();
    await page.getByText("Added Ann Lee.").getByRole("link", { name: "Ann Lee" }).click();
    await page.getByRole("heading", { level: 1, name: "Ann Lee" }).waitFor();
    await page.getByRole("link", { name: "ann@example.org" }).waitFor();
    await page.getByText("To no team yet.").waitFor();
  });

  test("they belong to a team from the day that one says", async () => {
    await page.goto("/units/shop");
    await page.getByRole("link", { name: "People and settings" }).click();
    await page.getByText("Nobody belongs to it yet.").waitFor();
    await button("Add somebody").click();
    await choose("Who", "ann", "Ann Lee");
    await page.getByLabel("From").fill("2026-01-05");
    await button("Add them").click();
    await page.getByText("Added Ann Lee.").waitFor();
    await line("Ann Lee").getByText("from 5 Jan 2026").waitFor();
  });

  test("who belongs twice at a time is told so where one chooses them", async () => {
    await choose("Who", "ann", "Ann Lee");
    await button("Add them").click();
    await page.getByText("Ann Lee belongs to Shop already at that time.").waitFor();
    heard.length = 0;
  });

  test("whoever types on quickly never adds somebody whom the letters before had found", async () => {
    const who = page.getByRole("combobox", { name: "Who", exact: true });
    await who.fill("n");
    await page.getByRole("option", { name: "Ann Lee" }).waitFor();
    await page.route("**/api/people*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await who.fill("ow");
    expect(await page.getByRole("option", { name: "Ann Lee" }).count()).toBe(0);
    await page.getByRole("option", { name: "Owner" }).waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await who.press("Escape");
  });

  test("the end of it says what they no longer see, and is kept on their page", async () => {
    await button("End Ann Lee, Shop").click();
    await page.getByText("Ann Lee does not belong to Shop, and no longer sees what is its own.").waitFor();
    await button("Leave it").click();
    await line("Ann Lee").waitFor();
    await button("End Ann Lee, Shop").click();
    await button("End Ann Lee, Shop, for sure").click();
    await page.getByText("Nobody belongs to it yet.").waitFor();
    await page.goto("/people?q=ann");
    await page.getByRole("link", { name: "Ann Lee" }).click();
    await page.getByRole("heading", { name: "Where they belonged before" }).waitFor();
    await line(/Shop from 5 Jan 2026 until/)
      .or(line(/Shopfrom 5 Jan 2026 until/))
      .waitFor();
  });

  test("somebody is renamed, archived with a word on what that means, and brought back", async () => {
    await button("Rename").click();
    await field("Name").fill("Ann Leigh");
    await field("Name").press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ann Leigh" }).waitFor();
    await button("Archive Ann Leigh").click();
    await page.getByText("Ann Leigh is signed out everywhere").waitFor();
    await button("Archive Ann Leigh, for sure").click();
    await page.getByText("Archived: cannot sign in").waitFor();

    await page.goto("/people");
    await page.getByRole("link", { name: "Owner" }).waitFor();
    expect(await page.getByRole("link", { name: "Ann Leigh" }).count()).toBe(0);
    await page.getByLabel("Also archived").check();
    await page.getByRole("link", { name: "Ann Leigh" }).click();
    await button("Bring back Ann Leigh").click();
    await button("Archive Ann Leigh").waitFor();
  });

  test("many are shown by the page, and more when one asks", async () => {
    for (let n = 10; n < 65; n++) await site.product.ask(addPerson, { name: `Guest ${n}` });
    await page.goto("/people?q=guest");
    await page.getByText("50 of 55").waitFor();
    await button("Show more").click();
    await page.getByRole("link", { name: "Guest 64" }).waitFor();
    expect(await page.getByRole("link", { name: /^Guest/ }).count()).toBe(55);
    expect(await button("Show more").count()).toBe(0);
  });
});

describe("a team's settings", () => {
  test("a new name and time zone are those of the team from then on, at the same address", async () => {
    await page.goto("/units/shop/settings");
    await field("Name").fill("Storefront");
    await choose("Time zone", "tok", "Asia/Tokyo");
    await button("Save").click();
    await page.getByRole("heading", { level: 1, name: "Storefront" }).waitFor();
    await page.getByText("Saved.").waitFor();
    expect(await site.product.ask(unit, { slug: "shop" })).toMatchObject({
      name: "Storefront",
      ownTimeZone: "Asia/Tokyo",
    });
    await choose("Time zone", "as comm", "As Commerce");
    await button("Save").click();
    await expect.poll(async () => (await site.product.ask(unit, { slug: "shop" })).ownTimeZone).toBeNull();
  });

  test("a team moves to where one chooses; a group cannot stand in itself", async () => {
    await choose("In", "org", "Organisation");
    await button("Move it").click();
    await page.getByText("Moved.").waitFor();
    const path = page.getByRole("navigation", { name: "Where you are" }).getByRole("link");
    await expect.poll(() => path.allTextContents()).toEqual(["Organisation", "Storefront"]);
    await page.goto("/units/commerce/settings");
    await page.getByRole("combobox", { name: "In", exact: true }).click();
    expect(await page.getByRole("option").allTextContents()).toEqual(["Organisation"]);
  });

  test("an archived team is on no list until one wants to see it, and comes back as it was", async () => {
    await page.goto("/units/shop/settings");
    await button("Archive Storefront").click();
    await page.getByText("Storefront is on no list any more.").waitFor();
    await button("Archive Storefront, for sure").click();
    await page.getByText("Archived: it is on no list").waitFor();
    await page.goto("/organisation");
    await page.getByRole("link", { name: "Commerce" }).waitFor();
    expect(await page.getByRole("link", { name: "Storefront" }).count()).toBe(0);
    await page.getByLabel("Also archived").check();
    await page.getByRole("link", { name: "Storefront" }).click();
    await page.getByText("Archived: it is on no list. What was stays on record").waitFor();
    await page.getByRole("link", { name: "People and settings" }).click();
    await button("Bring back Storefront").click();
    await button("Archive Storefront").waitFor();
    expect((await site.product.ask(unit, { slug: "shop" })).archived).toBe(false);
  });
});

describe("components", () => {
  test("what nobody has claimed is counted; a first claim holds from the beginning", async () => {
    await importRepository(site.product, { path: ledger.path });
    await page.goto("/components");
    await page.getByText("nobody has claimed it").waitFor();
    await page.getByLabel("Only what nobody has claimed (1)").check();
    await page.waitForURL(/unclaimed=true/);
    await button("Claim ledger").click();
    await page.getByText("Empty: from the beginning.").waitFor();
    await choose("Team or group", "store", "Storefront");
    await button("It is theirs").click();
    await page.getByText("Everything here is claimed.").waitFor();
    await page.getByLabel("Only what nobody has claimed (0)").uncheck();
    await line("ledger").getByText("from the beginning").waitFor();
  });

  test("a later claim holds from its day, and says who had it before", async () => {
    await button("Change ledger").click();
    await page.getByText("Empty: from today on.").waitFor();
    await choose("Team or group", "search", "Search");
    await page.getByLabel("From").fill("2026-05-03");
    await button("It is theirs").click();
    await page.getByText("Storefront until 3 May 2026, then Search").waitFor();
    await line("ledger").getByText("from 3 May 2026").waitFor();
    await page.goto("/units/search/settings");
    await line("ledger").getByText("from 3 May 2026").waitFor();
  });

  test("archived it counts for nobody, until it is brought back", async () => {
    await page.getByRole("link", { name: "ledger" }).click();
    await button("Archive ledger").click();
    await page.getByText("ledger counts for nobody any more").waitFor();
    await button("Archive ledger, for sure").click();
    await page.getByText("No component is called like that.").waitFor();
    await page.getByLabel("Also archived").check();
    await button("Bring back ledger").click();
    await button("Archive ledger").waitFor();
    expect((await site.product.ask(components, {})).total).toBe(1);
  });
});

describe("the search, by keyboard alone", () => {
  const found = () => page.getByRole("dialog", { name: "Search" });
  const typing = () => found().getByRole("combobox", { name: "Teams, people and components" });
  const marked = () => found().getByRole("option", { selected: true });

  test("the key / opens it, arrows walk what is found, Enter goes there", async () => {
    await page.goto("/measures");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("/");
    await typing().waitFor();
    expect(await typing().inputValue()).toBe("");
    await page.keyboard.type("le");
    await found()
      .getByRole("group", { name: "Components" })
      .getByRole("option", { name: "ledger" })
      .waitFor();
    await found().getByRole("group", { name: "People" }).getByRole("option", { name: "Ann Leigh" }).waitFor();
    expect(await marked().textContent()).toContain("Ann Leigh");
    await page.keyboard.press("ArrowDown");
    expect(await marked().textContent()).toContain("ledger");
    expect(await typing().getAttribute("aria-activedescendant")).toBe(await marked().getAttribute("id"));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ann Leigh" }).waitFor();
    expect(await found().count()).toBe(0);
  });

  test("Ctrl and K opens it from within a field too, where / is a letter; Escape gives the field back", async () => {
    await page.goto("/people");
    const field = page.getByRole("searchbox", { name: "Find somebody" });
    await field.focus();
    await page.keyboard.press("/");
    expect([await field.inputValue(), await found().count()]).toEqual(["/", 0]);
    await page.keyboard.press("Control+k");
    await typing().fill("storef");
    await found().getByRole("option", { name: "Storefront" }).waitFor();
    await page.keyboard.press("Escape");
    await found().waitFor({ state: "hidden" });
    expect(await field.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test("whoever types on quickly never goes to what the letters before had found", async () => {
    await page.goto("/measures");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    await typing().fill("le");
    await found().getByRole("option", { name: "Ann Leigh" }).waitFor();
    await page.route("**/api/search*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.keyboard.type("d");
    expect(await found().getByRole("option").allTextContents()).toEqual(["ledger"]);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/components\?q=ledger/);
    await page.unrouteAll({ behavior: "wait" });
  });

  test("the key / can be switched off, and stays so", async () => {
    await page.goto("/measures");
    await page.getByRole("button", { name: "Search" }).click();
    await found().getByLabel("The key / opens this").uncheck();
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.press("Control+k");
    await typing().waitFor();
    // Had / opened it before, the second key would have found it open with a letter in its field.
    expect(await typing().inputValue()).toBe("");
    await found().getByLabel("The key / opens this").check();
    await page.keyboard.press("Escape");
  });

  test("on a phone it is a button, and as wide as the screen", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole("button", { name: "Search" }).click();
    expect((await found().boundingBox())?.width).toBeGreaterThan(320);
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

test("one click adds a team right after a name that nothing has, and a name typed whole is chosen", async () => {
  await page.goto("/organisation");
  await button("Add a team or group").click();
  const where = page.getByRole("combobox", { name: "Where it stands" });
  await field("Name").fill("Returns");
  await where.fill("Commerze");
  await page.getByText("Nothing is called like that.").waitFor();
  const place = await button("Add it").boundingBox();
  await page.mouse.click((place?.x ?? 0) + 20, (place?.y ?? 0) + (place?.height ?? 0) / 2);
  await page.getByText("Added Returns.").waitFor();
  expect(await button("Add it").boundingBox()).toEqual(place);

  await field("Name").fill("Refunds");
  await where.fill("commerce");
  await where.press("Tab");
  expect(await where.inputValue()).toBe("Commerce");
  await button("Add it").click();
  await page.getByText("Added Refunds.").waitFor();
  const { path } = await site.product.ask(unit, { slug: "refunds" });
  expect(path.map(({ slug }) => slug)).toEqual(["organisation", "commerce"]);
});

test("a second team of one name is remarked, and the two are told apart where both are listed", async () => {
  await field("Name").fill("refunds");
  await choose("Where it stands", "organ", "Organisation");
  await button("Add it").click();
  await page.getByText("There is another of this name: Refunds in Organisation › Commerce.").waitFor();
  const { id } = await site.product.ask(addPerson, { name: "Dot" });
  await site.product.ask(addMember, { slug: "commerce", person: id, role: "lead" });
  for (const slug of ["refunds", "refunds-2"]) await site.product.ask(addMember, { slug, person: id });
  await page.goto("/people?q=dot");
  await line("Dot").getByText("belongs to").waitFor();
  expect(await line("Dot").textContent()).toMatch(/leads Commerce; belongs to .*refunds \(Organisation\).*/i);
  expect(await line("Dot").textContent()).toContain("Refunds (Organisation › Commerce)");
});

test("whatever somebody calls a team, themselves or a component is text, everywhere", async () => {
  const image = "<img src=x onerror=window.ran=1>";
  const script = '"><script>window.ran=1</script>';
  const { slug } = await site.product.ask(addUnit, { name: image, kind: "group" });
  const inside = await site.product.ask(addUnit, { name: script, kind: "team", parent: slug });
  const somebody = await site.product.ask(addPerson, { name: image });
  await site.product.ask(addMember, { slug: inside.slug, person: somebody.id });
  for (const component of [image, script]) await site.product.ask(own, { component, unit: inside.slug });
  await site.product.ask(own, { component: image, unit: slug, from: "2026-05-03" });

  heard.length = 0;
  const places: [string, string][] = [
    ["/organisation", script],
    ["/people?q=%3Cimg", image],
    [`/people/${somebody.id}`, image],
    [`/components?q=${encodeURIComponent("<")}`, image],
    [`/units/${inside.slug}`, script],
    [`/units/${inside.slug}/settings`, script],
    [`/units/${slug}/settings`, image],
  ];
  for (const [path, text] of places) {
    await page.goto(path);
    await page.getByRole("main").getByText(text).first().waitFor();
    const closed = page.getByRole("main").getByRole("button", { expanded: false });
    while ((await closed.count()) > 0) await closed.first().click();
    expect([path, await planted()]).toEqual([path, 0]);
  }
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Teams, people and components" }).fill("<");
  await page.getByRole("option", { name: image }).first().waitFor();
  expect(await page.getByRole("listbox").getByRole("option").count()).toBe(5);
  expect(await planted()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByRole("navigation", { name: "Teams and groups" }).getByRole("button").click();
  await page.getByRole("dialog").getByRole("link", { name: image }).waitFor();
  expect(await planted()).toBe(0);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(heard).toEqual([]);
});

/** How many elements came out of names. */
const planted = () =>
  page.evaluate(
    () =>
      document.querySelectorAll('img[src="x"]').length +
      [...document.scripts].filter((script) => script.text.includes("ran=1")).length,
  );

test("who neither runs the installation nor belongs to a team sees who is where, and changes nothing", async () => {
  const his = await guestOf(site, "Bo");
  const places: [string, string][] = [
    ["/organisation", "Storefront"],
    ["/people", "Ann Leigh"],
    ["/components", "ledger"],
    ["/units/search/settings", "What it owns"],
  ];
  for (const [path, text] of places) {
    await his.goto(path);
    await his.getByRole("main").getByText(text, { exact: true }).first().waitFor();
    const changes = his
      .getByRole("main")
      .getByRole("button", { name: /Add|End|Save|Move|Archive|Claim|Change/ });
    expect([path, await changes.count()]).toEqual([path, 0]);
  }
  for (const [who, links] of [
    [await site.owner(), 1],
    [his, 0],
  ] as const) {
    await who.goto("/units/search");
    await who.getByText("days in the time zone").waitFor();
    expect(await who.getByRole("link", { name: "Add a repository" }).count()).toBe(links);
  }
  await his.goto("/people?q=ann");
  await his.getByRole("link", { name: "Ann Leigh" }).click();
  await his.getByRole("heading", { level: 1, name: "Ann Leigh" }).waitFor();
  expect(await his.getByText("ann@example.org").count()).toBe(0);
  await his.goto("/people?q=bo");
  await his.getByRole("link", { name: "Bo", exact: true }).click();
  await his.getByRole("button", { name: "Rename" }).waitFor();
  await his.context().close();
});
