import { createServer } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setUpAccount } from "../../src/core/people/account/contract.ts";
import { invite } from "../../src/core/people/invitations/contract.ts";
import { CLIENT, openOrganisationSignIn } from "../product/organisation-sign-in.ts";
import { violations } from "./chromium.ts";
import { openSite, type Site } from "./site.ts";

const PEOPLE = {
  ann: { email: "ann@example.org", email_verified: true, name: "Ann Lee" },
  stranger: { email: "stranger@example.org", email_verified: true, name: "A stranger" },
};

let site: Site;
let organisation: Awaited<ReturnType<typeof openOrganisationSignIn>>;
beforeAll(async () => {
  const port = await freePort();
  organisation = await openOrganisationSignIn(`http://127.0.0.1:${port}/api/sign-in/callback`, PEOPLE);
  site = await openSite({
    port,
    oidcIssuer: organisation.issuer,
    oidcClientId: CLIENT.id,
    oidcClientSecret: CLIENT.secret,
    oidcName: "Example",
  });
  await site.product.ask(setUpAccount, {
    name: "Olive",
    email: "olive@example.org",
    password: "mauve tractor 7",
  });
  await site.product.ask(invite, { name: "Ann", email: PEOPLE.ann.email });
}, 120_000);
afterAll(async () => {
  await site?.close();
  await organisation?.close();
});

test("who is invited comes in by the organisation's sign-in, to the page that they asked for", async () => {
  const page = await site.stranger();
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign in with Example" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await signInThere(page, "ann");
  await page.getByRole("heading", { name: "Your account" }).waitFor();
  await page.getByText(PEOPLE.ann.email).waitFor();
  await page.getByText("None: you come in another way").waitFor();
});

test("who is not invited is told so at the door", async () => {
  const page = await site.stranger();
  await page.goto("/sign-in");
  await signInThere(page, "stranger");
  await page.getByText("You are not invited yet.").waitFor();
  await page.getByRole("button", { name: "Sign in with Example" }).waitFor();
});

/** Goes through the provider's own pages as somebody. */
async function signInThere(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Sign in with Example" }).click();
  await page.locator("input[name=login]").fill(name);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.getByRole("button", { name: "Continue" }).click();
}

/** The provider has to know the callback before Septet listens. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
