import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeEmail, setUpAccount } from "../../src/core/people/account/contract.ts";
import { me, signInLink } from "../../src/core/people/contract.ts";
import { acceptInvitation, invitations, invite } from "../../src/core/people/invitations/contract.ts";
import { doorway, signInByProvider } from "../../src/core/people/sign-in/contract.ts";
import { account, claimedGroup } from "../../src/core/people/tables.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";
import { CLIENT, type Directory, openOrganisationSignIn } from "./organisation-sign-in.ts";
import { type Browser, tokenOf, visitorTo } from "./visitor.ts";

const address = "http://septet.test";
const password = "mauve tractor 7";
const verified = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  email_verified: true,
});

const people: Directory = {
  ann: { ...verified("Ann"), groups: ["payments", "ledger"] },
  bob: verified("Bob"),
  carol: { ...verified("Carol"), email_verified: false },
  dan: verified("Dan"),
  eve: verified("Eve"),
  mallory: { ...verified("Olive"), email_verified: false },
  nameless: {},
};

let state: TestState;
let product: TestProduct;
let organisation: Awaited<ReturnType<typeof openOrganisationSignIn>>;
let owner: Browser;

async function open(more: object = {}): Promise<void> {
  state = await openTestState();
  const { issuer } = organisation;
  const settings = {
    publicUrl: address,
    ...{ oidcIssuer: issuer, oidcClientId: CLIENT.id, oidcClientSecret: CLIENT.secret, oidcName: "Example" },
    ...more,
  };
  product = await openTestProduct({ state }, settings);
  owner = visitorTo(product);
  await owner.send(new URL((await product.ask(signInLink, {})).url).pathname);
  await owner.ask(setUpAccount, { name: "Olive", email: "olive@example.org", password });
}
beforeAll(async () => {
  organisation = await openOrganisationSignIn(`${address}/api/sign-in/callback`, people);
});
afterAll(() => organisation.close());

const begin = async (browser: Browser, next?: string) =>
  (await browser.ask(signInByProvider, next === undefined ? {} : { next })).url;

/** Gives where the browser ends up. */
async function comeIn(browser: Browser, as: string, next?: string): Promise<string | null> {
  const back = await organisation.signIn(await begin(browser, next), as);
  return (await browser.send(back.pathname + back.search)).headers.get("location");
}
const nameOf = async (browser: Browser) => (await browser.ask(me, {})).person.name;
const rows = <T>(table: typeof account | typeof claimedGroup) =>
  state.asOwner((tx) => tx.select().from(table)) as Promise<T[]>;

describe("by the organisation's own sign-in", () => {
  beforeAll(() => open());
  afterAll(() => product.close());

  test("who is invited comes in without a password, and is known from then on whatever their address is", async () => {
    expect(await owner.ask(doorway, {})).toMatchObject({ provider: "Example" });
    await owner.ask(invite, { email: "ann@example.org", name: "Ann" });
    const ann = visitorTo(product);
    expect(await comeIn(ann, "ann", "/units/organisation?range=1y")).toBe("/units/organisation?range=1y");
    expect((await ann.ask(me, {})).person).toMatchObject({
      name: "Ann",
      email: "ann@example.org",
      hasPassword: false,
      administrator: false,
    });
    expect((await owner.ask(invitations, {})).invitations).toEqual([]);
    people.ann = { ...people.ann, email: "ann.new@example.org", email_verified: false, groups: ["payments"] };
    const again = visitorTo(product);
    expect(await comeIn(again, "ann")).toBe("/");
    expect(await nameOf(again)).toBe("Ann");
  });

  test("what it claims about groups is remembered as of the last time, and none of its own tokens is kept", async () => {
    const groups = await rows<{ name: string }>(claimedGroup);
    expect(groups.map(({ name }) => name)).toEqual(["payments"]);
    for (const kept of await rows<typeof account.$inferSelect>(account))
      expect([kept.accessToken, kept.refreshToken, kept.idToken]).toEqual([null, null, null]);
  });

  test("who has an account already comes in as who they are", async () => {
    const { url } = await owner.ask(invite, { email: "bob@example.org", name: "Bob" });
    await visitorTo(product).ask(acceptInvitation, { token: tokenOf(url), name: "Bobby", password });
    const bob = visitorTo(product);
    expect(await comeIn(bob, "bob")).toBe("/");
    expect(await nameOf(bob)).toBe("Bobby");
  });

  test("an address that it has not verified opens neither an account nor an invitation", async () => {
    await owner.ask(invite, { email: "carol@example.org", name: "Carol" });
    const strangers = {
      carol: "unverified",
      mallory: "unverified",
      nameless: "unverified",
      dan: "not-invited",
    };
    for (const [who, trouble] of Object.entries(strangers)) {
      const browser = visitorTo(product);
      expect([who, await comeIn(browser, who)]).toEqual([who, `/sign-in?trouble=${trouble}`]);
      expect((await browser.refused(me, {})).status).toBe(401);
    }
  });

  test("an address that somebody gave their own account without proof opens it to nobody else", async () => {
    const { url } = await owner.ask(invite, { email: "fay@example.org", name: "Fay" });
    const fay = visitorTo(product);
    await fay.ask(acceptInvitation, { token: tokenOf(url), name: "Fay", password });
    await fay.ask(changeEmail, { email: "eve@example.org", current: password });
    expect(await comeIn(visitorTo(product), "eve")).toBe("/sign-in?trouble=has-password");
  });

  test("one comes back to a page of ours and to no other", async () => {
    for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example"])
      expect(await comeIn(visitorTo(product), "bob", next)).toBe("/");
  });
});

describe("attacks on coming back", () => {
  beforeAll(async () => {
    await open({ oidcOpen: "true" });
  });
  afterAll(() => product.close());

  const failed = "/sign-in?trouble=failed";
  const arrive = async (browser: Browser, back: URL) =>
    (await browser.send(back.pathname + back.search)).headers.get("location");

  test("where everybody may come in, a stranger does; once with each code, and only where they began", async () => {
    const dan = visitorTo(product);
    const start = await begin(dan);
    const kept = new Map(dan.jar);
    const back = await organisation.signIn(start, "dan");
    // Somebody else's browser, as in an attack that signs a victim in as the attacker.
    expect(await arrive(visitorTo(product), back)).toBe(failed);
    expect(await arrive(dan, back)).toBe("/");
    expect(await nameOf(dan)).toBe("Dan");
    const replay = visitorTo(product);
    for (const [name, value] of kept) replay.jar.set(name, value);
    expect(await arrive(replay, back)).toBe(failed);
    expect((await replay.refused(me, {})).status).toBe(401);
  });

  test("an address that is not verified is not taken for anybody's, even then", async () => {
    const mallory = visitorTo(product);
    expect(await comeIn(mallory, "mallory")).toBe("/");
    expect((await mallory.ask(me, {})).person).toMatchObject({ email: null, administrator: false });
  });

  test("another state, a missing one, and another issuer's answer are refused", async () => {
    const changes: ((query: URLSearchParams) => void)[] = [
      (query) => query.set("state", "another"),
      (query) => query.delete("state"),
      (query) => query.set("iss", "https://evil.example"),
      (query) => query.delete("iss"),
      (query) => query.set("code", "guessed"),
      (query) => query.delete("code"),
      (query) => query.append("code", "second"),
    ];
    for (const change of changes) {
      const browser = visitorTo(product);
      const back = await organisation.signIn(await begin(browser), "dan");
      change(back.searchParams);
      expect([back.search, await arrive(browser, back)]).toEqual([back.search, failed]);
      expect((await browser.refused(me, {})).status).toBe(401);
    }
  });

  test("an answer that was made for another question (its nonce, its PKCE challenge) is refused", async () => {
    const other = new URL(await begin(visitorTo(product)));
    for (const name of ["nonce", "code_challenge"]) {
      const browser = visitorTo(product);
      const start = new URL(await begin(browser));
      expect(start.searchParams.get(name)).not.toBe(other.searchParams.get(name));
      start.searchParams.set(name, other.searchParams.get(name) ?? "");
      const back = await organisation.signIn(start.href, "dan");
      expect([name, await arrive(browser, back)]).toEqual([name, failed]);
    }
  });

  test("what the browser keeps meanwhile is sealed: changed, it is none", async () => {
    const browser = visitorTo(product);
    const back = await organisation.signIn(await begin(browser), "dan");
    const [name, value] = [...browser.jar].find(([key]) => key.includes("errand")) as [string, string];
    browser.jar.set(name, `${value.slice(0, -3)}AAA`);
    expect(await arrive(browser, back)).toBe(failed);
  });

  test("a provider that calls itself by another name than the one that is set is not asked", async () => {
    await product.close();
    await open({ oidcIssuer: organisation.issuer.replace("127.0.0.1", "localhost") });
    const refused = await visitorTo(product).refused(signInByProvider, {});
    expect([refused.status, refused.detail]).toEqual([
      503,
      expect.stringContaining("does not answer as it should"),
    ]);
  });
});
