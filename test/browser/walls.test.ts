import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { own } from "../../src/core/org/contract.ts";
import { shareMeasure } from "../../src/core/sharing/contract.ts";
import { importRepository } from "../product/open-test-product.ts";
import { history } from "./histories.ts";
import { fill, openSite, type Site } from "./site.ts";

/** A group with two teams, somebody in each, what Payments owns; and one that cannot be taken. */
const CATALOGUE = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: commerce, title: Commerce }
spec: { type: group, children: [payments, shop] }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: payments, title: Payments }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: shop, title: Shop }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ann }
spec: { profile: { displayName: Ann, email: ann@example.org }, memberOf: [payments] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: lea }
spec: { profile: { displayName: Lea, email: lea@example.org }, memberOf: [commerce] }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ledger }
spec: { type: service, lifecycle: production, owner: payments }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: web }
spec: { type: website, lifecycle: production, owner: shop }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: "not a name!" }
spec: { type: service, lifecycle: production, owner: payments }
`;
const PASSWORD = "seven green lamps";
const MERGED = "/units/payments/measures/changes-merged";
const FREQUENCY = "/units/payments/measures/deployment-frequency";

const ledger = history("ledger", { tags: true });
let site: Site;
let owner: Page;
const links: Record<string, string> = {};
const people: Record<string, Page> = {};
beforeAll(async () => {
  site = await openSite();
  owner = await site.owner();
  await owner.waitForURL(/units/);
}, 120_000);
afterAll(async () => {
  await site?.close();
  ledger.remove();
});

const units = (page: Page) => page.getByRole("main").getByRole("link", { name: /Commerce|Payments|Shop/ });

test("the owner looks at what a catalogue would change, and nothing has changed until it is applied", async () => {
  await owner.goto("/import");
  await owner.getByRole("button", { name: "Paste it instead" }).click();
  await owner.getByLabel("What it says").fill(CATALOGUE);
  await owner.getByRole("button", { name: "Show what would change" }).click();
  await owner
    .getByText(/pasted\.yaml.*not a name|not a name/)
    .first()
    .waitFor();
  const looking = await site.owner();
  await looking.goto("/organisation");
  await looking.getByRole("heading", { name: "Teams and groups" }).waitFor();
  expect(await units(looking).count()).toBe(0);

  await owner.getByRole("button", { name: /^Apply these \d+ changes$/ }).click();
  await owner.getByRole("heading", { name: /^Done: / }).waitFor();
  await owner.getByRole("link", { name: "Look at the organisation" }).click();
  await units(owner).first().waitFor();
  expect(await units(owner).allTextContents()).toEqual(["Commerce", "Payments", "Shop"]);
  await looking.context().close();
});

test("the owner invites two of them, after choosing a way to come back", async () => {
  await importRepository(site.product, { path: ledger.path });
  await owner.goto("/invitations");
  await fill(owner, { Name: "Olive", "E-mail address": "olive@example.org", Password: "mauve tractor 7" });
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByRole("heading", { name: "Invite somebody" }).waitFor();
  for (const name of ["Ann", "Lea"]) {
    const email = `${name.toLowerCase()}@example.org`;
    await fill(owner, { Name: name, "E-mail address": email });
    await owner.getByRole("button", { name: "Invite", exact: true }).click();
    links[name] = await owner.getByLabel(`Link for ${email}`).inputValue();
  }
});

test("who is invited comes in as who the catalogue knows, and sees what is their team's", async () => {
  for (const name of ["Ann", "Lea"]) {
    const page = await site.stranger();
    await page.goto(links[name] ?? "");
    await fill(page, { Password: PASSWORD });
    await page.getByRole("button", { name: "Come in" }).click();
    await page.waitForURL(/units/);
    people[name] = page;
  }
  const ann = people.Ann as Page;
  await ann.goto(MERGED);
  await ann.getByText("Only your team sees this.").waitFor();
  await ann.getByRole("heading", { name: "What it is made of" }).waitFor();
});

test("nobody else sees it: neither who leads or belongs above, nor who runs the installation", async () => {
  for (const page of [people.Lea as Page, owner]) {
    await page.goto(MERGED);
    await page.getByRole("heading", { name: "This is not shared with you" }).waitFor();
    await page.goto("/units/payments");
    await page.getByRole("heading", { name: "Payments" }).waitFor();
    expect(await page.getByText("The five changes that waited longest").count()).toBe(0);
  }
});

test("one measure is shared with the group: they see its figures and no rows, and nothing else", async () => {
  const [ann, lea] = [people.Ann as Page, people.Lea as Page];
  await ann.getByRole("button", { name: "Share", exact: true }).click();
  const everyone = ann.getByRole("button", { name: /Everyone in\s+Organisation/ });
  const cut = (label: Element) => label.scrollHeight > label.clientHeight;
  expect(await everyone.locator(".mantine-Button-label").evaluate(cut)).toBe(false);
  await ann.getByRole("button", { name: /Everyone in\s+Commerce/ }).click();
  await ann.getByText(/Everyone in Commerce sees these figures since/).waitFor();

  await lea.goto(MERGED);
  await lea.getByRole("img", { name: /Changes merged by week/ }).waitFor();
  await lea.getByText("stay with the teams that they are of").waitFor();
  await lea.goto(FREQUENCY);
  await lea.getByRole("heading", { name: "This is not shared with you" }).waitFor();
  await lea.goto("/units/commerce/measures/changes-merged");
  await lea.getByText("Made of 1 of 2 teams here").waitFor();
  await owner.goto(MERGED);
  await owner.getByRole("heading", { name: "This is not shared with you" }).waitFor();
});

test("taken back, it is gone", async () => {
  const [ann, lea] = [people.Ann as Page, people.Lea as Page];
  await ann.getByRole("button", { name: "Take it back" }).click();
  await ann.getByText("Only your team sees this.").waitFor();
  await lea.goto(MERGED);
  await lea.getByRole("heading", { name: "This is not shared with you" }).waitFor();
  await ann.goto("/log");
  await ann.getByText(/took “Changes merged” back/).waitFor();
});

test("a team whose component went to another keeps its page with the past, also for those with whom it is shared", async () => {
  const [ann, lea] = [people.Ann as Page, people.Lea as Page];
  const { ask, askAs } = site.product;
  await askAs("ann@example.org")(shareMeasure, {
    slug: "payments",
    measure: "changes-merged",
    with: "commerce",
  });
  await ask(own, { component: "ledger", unit: "shop" });
  for (const page of [ann, lea]) {
    await page.goto("/units/payments");
    await page.getByText(/^ledger went to Shop on \d+\s\w+\s\d{4}$/).waitFor();
    await page.getByRole("heading", { name: "Delivery in the last 26 weeks" }).waitFor();
    await page.getByRole("link", { name: "Changes merged" }).first().waitFor();
    expect(await page.getByRole("link", { name: "Which repository?" }).count()).toBe(0);
  }
  await ann.getByRole("heading", { name: "The five changes that waited longest" }).waitFor();
});
