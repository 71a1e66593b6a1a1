import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addPerson, person } from "../../src/core/org/contract.ts";
import { linkIn, openMailBox } from "../product/mail-box.ts";
import { violations } from "./chromium.ts";
import { fill, openSite, type Site } from "./site.ts";

const OLIVE = { email: "olive@example.org", password: "mauve tractor 7" };
const ANN = { email: "ann@example.org", password: "seven green lamps" };
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

let site: Site;
let mailBox: Awaited<ReturnType<typeof openMailBox>>;
let olive: Page;
let ann: Page;
beforeAll(async () => {
  mailBox = await openMailBox();
  site = await openSite({ smtpUrl: mailBox.url });
  olive = await site.owner();
  await olive.waitForURL(/units/);
  ann = await site.stranger({ userAgent: FIREFOX });
}, 120_000);
afterAll(async () => {
  await site?.close();
  await mailBox?.close();
});

test("the owner, who came by a link, chooses a way to come back before inviting anybody", async () => {
  await olive.getByRole("button", { name: "Owner" }).click();
  await olive.getByRole("link", { name: "Invitations" }).click();
  await olive.getByText("Before you invite somebody").waitFor();
  await fill(olive, { Name: "Olive", "E-mail address": OLIVE.email, Password: OLIVE.email });
  await olive.getByRole("button", { name: "Save" }).click();
  await refused(olive, "Password", "This one is quickly guessed");
  expect(await violations(olive)).toEqual([]);
  await fill(olive, { Password: OLIVE.password });
  await olive.getByRole("button", { name: "Save" }).click();
  await olive.getByRole("heading", { name: "Invite somebody" }).waitFor();
  await olive.getByRole("button", { name: "Olive" }).waitFor();
});

test("somebody is invited, by mail and by the same link to copy", async () => {
  await fill(olive, { Name: "Ann Lee", "E-mail address": ANN.email });
  await olive.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await olive.getByLabel(`Link for ${ANN.email}`).inputValue();
  expect(linkIn(await mailBox.letter("You are invited"))).toBe(link);
  await olive.getByRole("listitem").filter({ hasText: ANN.email }).waitFor();
  expect(await violations(olive)).toEqual([]);
});

test("a link that was sent again makes the one before useless, one taken back is useless too", async () => {
  const before = linkIn(await mailBox.letter(ANN.email));
  await olive.getByRole("button", { name: "Send again for Ann Lee" }).click();
  await expect.poll(() => mailBox.letters.length).toBe(2);
  await ann.goto(before);
  await ann.getByRole("heading", { name: "You cannot come in by this link" }).waitFor();
  expect(await violations(ann)).toEqual([]);

  await fill(olive, { Name: "Bo", "E-mail address": "bo@example.org" });
  await olive.getByRole("button", { name: "Invite", exact: true }).click();
  const bo = linkIn(await mailBox.letter("To: bo@example.org"));
  await olive.getByRole("button", { name: "Take back the invitation of Bo" }).click();
  await olive.getByRole("button", { name: "Take back the invitation of Bo, for sure" }).click();
  await expect.poll(() => olive.getByText("bo@example.org", { exact: true }).count()).toBe(0);
  await ann.goto(bo);
  await ann.getByRole("heading", { name: "You cannot come in by this link" }).waitFor();
});

test("who is invited chooses a name and a password, and is in", async () => {
  await ann.goto(linkIn(mailBox.letters[1] ?? ""));
  await ann.getByRole("heading", { name: "You are invited" }).waitFor();
  expect(await ann.getByLabel("E-mail address").inputValue()).toBe(ANN.email);
  await fill(ann, { Name: "Ann", Password: "short" });
  await ann.getByRole("button", { name: "Come in" }).click();
  await refused(ann, "Password", "Take at least 12 characters");
  expect(await violations(ann)).toEqual([]);
  await fill(ann, { Password: ANN.password });
  await ann.getByRole("button", { name: "Come in" }).click();
  // Nobody has said yet which team is hers, and no other one is shown to her in its place.
  await ann.getByRole("heading", { name: "You belong to no team yet" }).waitFor();
  await ann.getByRole("main").getByRole("link", { name: "Teams and groups" }).waitFor();
  await ann.getByRole("main").getByRole("link", { name: "People" }).waitFor();
  await ann.getByRole("button", { name: "Ann" }).click();
  await ann.getByRole("link", { name: "Your account" }).waitFor();
  expect(await ann.getByRole("link", { name: "Invitations" }).count()).toBe(0);
  await ann.goto("/invitations");
  await ann.getByRole("alert").waitFor();
});

test("signed out, a page asks to sign in, says calmly what is wrong, and leads back to where one was", async () => {
  await ann.getByRole("button", { name: "Ann" }).click();
  await ann.getByRole("button", { name: "Sign out" }).click();
  await ann.getByRole("heading", { name: "Sign in" }).waitFor();
  await ann.goto("/held");
  await ann.getByRole("heading", { name: "Sign in" }).waitFor();
  await fill(ann, { "E-mail address": ANN.email, Password: "seven red lamps" });
  await ann.getByRole("button", { name: "Sign in" }).click();
  expect(await ann.getByRole("alert").textContent()).toBe("The e-mail address or the password is not right.");
  expect(await violations(ann)).toEqual([]);
  await fill(ann, { Password: ANN.password });
  await ann.keyboard.press("Enter");
  await ann.getByRole("heading", { name: "What is held about you" }).waitFor();
});

test.each(["//evil.example/", "https://evil.example/", "/\\evil.example/"])(
  "signing in leads to no other site: %s",
  async (next) => {
    const page = await site.stranger();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(page, ANN);
    await page.getByRole("heading", { name: "You belong to no team yet" }).waitFor();
    expect(page.url()).toBe(`${site.address}/`);
    await page.context().close();
  },
);

test("a forgotten password is chosen anew by a link in a letter, and every other browser is signed out", async () => {
  const page = await site.stranger();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await fill(page, { "E-mail address": ANN.email });
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText("If there is an account with the address").waitFor();
  await page.goto(linkIn(await mailBox.letter("choose a new password")));
  await fill(page, { "New password": ANN.email });
  await page.getByRole("button", { name: "Set it" }).click();
  await refused(page, "New password", "This one is quickly guessed");
  expect(await violations(page)).toEqual([]);
  ANN.password = "eight blue lamps";
  await fill(page, { "New password": ANN.password });
  await page.getByRole("button", { name: "Set it" }).click();
  await page.getByRole("button", { name: "Ann" }).waitFor();

  await ann.goto("/account");
  await ann.getByRole("heading", { name: "Sign in" }).waitFor();
  await signIn(ann, ANN);
  await ann.getByRole("heading", { name: "Your account" }).waitFor();
  await page.context().close();
});

test("the browsers in which one is signed in are listed, and each can be signed out from afar", async () => {
  const [other, third] = [await site.stranger(), await site.stranger()];
  for (const page of [other, third]) {
    await page.goto("/sign-in?next=/account");
    await signIn(page, ANN);
    await page.getByRole("heading", { name: "Your account" }).waitFor();
  }
  await ann.goto("/account");
  const browsers = ann.getByRole("listitem").filter({ hasText: "Since" });
  await browsers.filter({ hasText: "Firefox on Linux" }).getByText("this browser").waitFor();
  const before = await browsers.count();
  expect(await violations(ann)).toEqual([]);
  await ann.getByRole("button", { name: "Sign out Chrome on Linux" }).first().click();
  await expect.poll(() => browsers.count()).toBe(before - 1);
  await ann.getByRole("button", { name: "Sign out everywhere but here" }).click();
  await expect.poll(() => browsers.count()).toBe(1);
  for (const page of [other, third]) {
    await page.getByRole("link", { name: "What is held about you" }).first().click();
    await page.getByRole("button", { name: "Show it" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.context().close();
  }
});

test("name, address and password are one's own to change, the last two with the password", async () => {
  await ann.getByRole("button", { name: "Change your name" }).click();
  await fill(ann, { Name: "Ann Okafor" });
  await ann.getByRole("button", { name: "Save" }).click();
  await ann.getByRole("button", { name: "Ann Okafor" }).waitFor();

  await ann.getByRole("button", { name: "Change your e-mail address" }).click();
  await fill(ann, { "New e-mail address": OLIVE.email, "Current password": ANN.password });
  await ann.getByRole("button", { name: "Save" }).click();
  await refused(ann, "New e-mail address", "This address belongs to another account.");
  ANN.email = "okafor@example.org";
  await fill(ann, { "New e-mail address": ANN.email });
  await ann.getByRole("button", { name: "Save" }).click();
  await ann.getByText(ANN.email, { exact: true }).waitFor();

  await ann.getByRole("button", { name: "Change your password" }).click();
  await fill(ann, { "Current password": "something else", "New password": "nine grey lamps" });
  await ann.getByRole("button", { name: "Save" }).click();
  await refused(ann, "Current password", "This is not your current password.");
  expect(await violations(ann)).toEqual([]);
  await fill(ann, { "Current password": ANN.password });
  await ann.getByRole("button", { name: "Save" }).click();
  await ann.getByText("Changed just now").waitFor();
});

test("a token is shown once, works within its scope, and once revoked no more", async () => {
  await ann.getByRole("main").getByRole("link", { name: "API tokens" }).click();
  await ann.getByRole("button", { name: "Make a token" }).click();
  await ann.getByLabel("Read what you may read").uncheck();
  await fill(ann, { Name: "Nightly export" });
  await ann.getByRole("button", { name: "Make it" }).click();
  await ann.getByRole("alert").filter({ hasText: "Choose at least one" }).waitFor();
  expect(await violations(ann)).toEqual([]);
  await ann.getByLabel("Read what you may read").check();
  await ann.getByRole("button", { name: "Make it" }).click();
  await ann.getByText("Copy it now").waitFor();
  expect(await violations(ann)).toEqual([]);
  const authorization = `Bearer ${await ann.getByLabel("Nightly export", { exact: true }).inputValue()}`;
  const asked = (path: string, method = "GET") =>
    fetch(`${site.address}${path}`, { method, headers: { authorization } });

  expect(await (await asked("/api/me")).json()).toMatchObject({ person: { name: "Ann Okafor" } });
  expect((await asked("/api/tokens")).status).toBe(403);
  await ann.reload();
  await ann.getByText("last used just now").waitFor();
  expect(await ann.getByLabel("Nightly export", { exact: true }).count()).toBe(0);
  await ann.getByRole("button", { name: "Revoke Nightly export", exact: true }).click();
  await ann.getByRole("button", { name: "Revoke Nightly export, for sure" }).click();
  await ann.getByText("You have none.").waitFor();
  expect((await asked("/api/me")).status).toBe(401);
});

async function signIn(page: Page, { email, password }: typeof ANN): Promise<void> {
  await fill(page, { "E-mail address": email, Password: password });
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Waits until a field says what is wrong with it, to those who see it and to those who hear it. */
async function refused(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).and(page.locator("[aria-invalid=true]")).waitFor();
  await page.getByText(words).waitFor();
}

test("somebody who is listed already is invited as who they are, from the form and from their own page", async () => {
  const page = await site.owner();
  const { id: dee } = await site.product.ask(addPerson, { name: "Dee Low" });
  const { id: cy } = await site.product.ask(addPerson, { name: "Cy" });
  await page.goto("/invitations");
  const listed = page.getByRole("combobox", { name: "Somebody who is listed already" });
  await listed.fill("dee");
  await page.getByRole("option", { name: "Dee Low" }).waitFor();
  await listed.press("Enter");
  await page.getByRole("button", { name: "Somebody else than Dee Low" }).waitFor();
  expect(await page.getByLabel("Name", { exact: true }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await fill(page, { "E-mail address": "dee@example.org" });
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByLabel("Link for dee@example.org").waitFor();
  await page.getByLabel("Name", { exact: true }).waitFor();
  expect((await site.product.ask(person, { id: dee })).email).toBe("dee@example.org");

  await page.goto(`/people/${cy}`);
  await page.getByRole("button", { name: "Give an e-mail address" }).click();
  await fill(page, { "E-mail address": "dee@example.org" });
  await page.getByRole("button", { name: "Save" }).click();
  await refused(page, "E-mail address", "Dee Low has this e-mail address.");
  await fill(page, { "E-mail address": "cy@example.org" });
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "cy@example.org" }).waitFor();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  expect(await page.getByLabel("E-mail address").inputValue()).toBe("cy@example.org");
  expect(await violations(page)).toEqual([]);
  await page.locator("form").getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByLabel("Link for cy@example.org").waitFor();
  await page.context().close();
});
