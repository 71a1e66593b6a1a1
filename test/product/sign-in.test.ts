import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson } from "../../src/core/org/contract.ts";
import {
  changeEmail,
  changePassword,
  endOtherSessions,
  endSession,
  sessions,
  setUpAccount,
} from "../../src/core/people/account/contract.ts";
import { me, signInLink, signOut } from "../../src/core/people/contract.ts";
import {
  acceptInvitation,
  invitations,
  invite,
  inviteAgain,
  lookAtInvitation,
  withdrawInvitation,
} from "../../src/core/people/invitations/contract.ts";
import { doorway, resetPassword, signInByPassword } from "../../src/core/people/sign-in/contract.ts";
import { person } from "../../src/core/people/tables.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";
import { type Browser, tokenOf, visitorTo } from "./visitor.ts";

const DAY_MS = 86_400_000;
const password = "mauve tractor 7";
const FIREFOX = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };

let later = 0;
let state: TestState;
let product: TestProduct;
let owner: Browser;
beforeAll(async () => {
  state = await openTestState();
  product = await openTestProduct({ state, clock: { now: () => Date.now() + later } });
  owner = visitorTo(product);
  await owner.send(new URL((await product.ask(signInLink, {})).url).pathname);
});
afterAll(() => product.close());

const invited = async (email: string, name = "Ann") =>
  tokenOf((await owner.ask(invite, { email, name })).url);

async function member(email: string, name = "Ann"): Promise<Browser> {
  const browser = visitorTo(product, FIREFOX);
  await browser.ask(acceptInvitation, { token: await invited(email, name), name, password });
  return browser;
}

async function signedIn(email: string, secret = password): Promise<Browser> {
  const browser = visitorTo(product);
  await browser.ask(signInByPassword, { email, password: secret });
  return browser;
}

describe("the owner", () => {
  test("is asked for no account until somebody else is invited, and then for a way to come back", async () => {
    expect(await owner.ask(doorway, {})).toEqual({ passwords: false, provider: null, mail: false });
    expect((await owner.ask(me, {})).person).toMatchObject({
      email: null,
      hasPassword: false,
      unsettled: true,
    });
    const refused = await owner.refused(invite, { email: "ann@example.org", name: "Ann" });
    expect([refused.status, refused.detail]).toEqual([409, expect.stringContaining("Choose your own name")]);
    const given = { name: "Olive", email: "Olive@Example.org", password };
    await owner.ask(setUpAccount, given);
    expect((await owner.ask(me, {})).person).toMatchObject({
      name: "Olive",
      email: "olive@example.org",
      administrator: true,
      hasPassword: true,
      unsettled: false,
    });
    expect((await owner.refused(setUpAccount, given)).status).toBe(409);
    expect(await visitorTo(product).ask(doorway, {})).toMatchObject({ passwords: true });
  });

  test("comes back with the password, and still by a link", async () => {
    const again = await signedIn("olive@example.org");
    const byLink = visitorTo(product);
    await byLink.send(new URL((await product.ask(signInLink, {})).url).pathname);
    for (const browser of [again, byLink]) expect((await browser.ask(me, {})).person.name).toBe("Olive");
  });
});

describe("invitations", () => {
  test("who is invited chooses a name and a password, and is in", async () => {
    const token = await invited("bob@example.org", "Bob");
    const bob = visitorTo(product);
    expect(await bob.ask(lookAtInvitation, { token })).toEqual({ email: "bob@example.org", name: "Bob" });
    await bob.ask(acceptInvitation, { token, name: "Bobby", password });
    expect((await bob.ask(me, {})).person).toMatchObject({
      name: "Bobby",
      email: "bob@example.org",
      administrator: false,
    });
    expect((await signedIn(" BOB@example.org ")).jar.size).toBe(1);
    expect(
      (await owner.refused(invite, { email: "bob@example.org", name: "Bob" })).errors?.[0],
    ).toMatchObject({
      pointer: "/email",
      detail: expect.stringContaining("has an account already"),
    });
  });

  test("a link is good once, for seven days, and until it is taken back or made anew", async () => {
    const stranger = visitorTo(product);
    const tries = (token: string) => stranger.refused(acceptInvitation, { token, name: "Eve", password });
    const used = await invited("carol@example.org", "Carol");
    await visitorTo(product).ask(acceptInvitation, { token: used, name: "Carol", password });
    expect((await tries(used)).status).toBe(404);

    const first = await owner.ask(invite, { email: "dan@example.org", name: "Dan" });
    const second = await owner.ask(inviteAgain, { id: first.invitation.id });
    expect((await tries(tokenOf(first.url))).status).toBe(404);
    later = 7 * DAY_MS;
    expect((await tries(tokenOf(second.url))).status).toBe(404);
    expect((await owner.ask(invitations, {})).invitations).toEqual([
      expect.objectContaining({ email: "dan@example.org", invitedBy: "Olive", expired: true }),
    ]);
    later = 0;
    await owner.ask(withdrawInvitation, { id: first.invitation.id });
    expect((await tries(tokenOf(second.url))).status).toBe(404);
    expect((await owner.ask(invitations, {})).invitations).toEqual([]);
    expect(stranger.jar.size).toBe(0);
  });

  test("of two who use one link at the same moment, one comes in", async () => {
    const token = await invited("erin@example.org", "Erin");
    const both = await Promise.allSettled(
      [1, 2].map(() => visitorTo(product).ask(acceptInvitation, { token, name: "Erin", password })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("only who runs the installation invites and sees invitations; only who holds the data directory makes links for others", async () => {
    const fay = await member("fay@example.org", "Fay");
    const { invitation } = await owner.ask(invite, { email: "gus@example.org", name: "Gus" });
    expect((await fay.refused(invite, { email: "x@example.org", name: "X" })).status).toBe(403);
    expect((await fay.refused(invitations, {})).status).toBe(403);
    expect((await fay.refused(inviteAgain, { id: invitation.id })).status).toBe(403);
    expect((await fay.refused(withdrawInvitation, { id: invitation.id })).status).toBe(403);
    expect((await fay.refused(signInLink, { for: "olive@example.org" })).status).toBe(403);
    expect((await owner.refused(signInLink, { for: "fay@example.org" })).status).toBe(403);
    const { url } = await product.ask(signInLink, { for: "fay@example.org" });
    const entered = visitorTo(product);
    await entered.send(new URL(url).pathname);
    expect((await entered.ask(me, {})).person.name).toBe("Fay");
    await owner.ask(withdrawInvitation, { id: invitation.id });
  });

  test("without mail, a forgotten password is chosen anew by a link that is passed on by hand", async () => {
    const zoe = await member("zoe@example.org", "Zoe");
    const { url } = await product.ask(signInLink, { for: "zoe@example.org", newPassword: true });
    expect(new URL(url).pathname).toBe("/reset");
    const again = visitorTo(product);
    await again.ask(resetPassword, { token: tokenOf(url), password: "another tractor 8" });
    expect((await again.ask(me, {})).person.name).toBe("Zoe");
    expect((await zoe.refused(me, {})).status).toBe(401);
    await signedIn("zoe@example.org", "another tractor 8");
  });

  test("a wrong address and a weak password are told at their fields, and a refused password leaves the link good", async () => {
    for (const email of ["ann", "owner@septet.invalid", `${"a".repeat(250)}@x.org`])
      expect((await owner.refused(invite, { email, name: "Ann" })).errors?.[0]?.pointer).toBe("/email");
    const token = await invited("hal@example.org", "Hal");
    const hal = visitorTo(product);
    for (const weak of ["short", "hal@example.org", "Password1234!"]) {
      const refused = await hal.refused(acceptInvitation, { token, name: "Hal", password: weak });
      expect(refused.errors?.[0]?.pointer).toBe("/password");
    }
    for (const name of ["Hal\u202e", "Hal\u0007", " "])
      expect((await hal.refused(acceptInvitation, { token, name, password })).errors?.[0]?.pointer).toBe(
        "/name",
      );
    await hal.ask(acceptInvitation, { token, name: "Hal", password });
  });
});

describe("sessions", () => {
  test("each sign-in is a new session, whatever cookie the browser came with, and the one before ends", async () => {
    await member("ida@example.org", "Ida");
    const planted = await signedIn("olive@example.org");
    const [name, value] = [...planted.jar][0] as [string, string];
    const victim = visitorTo(product);
    victim.jar.set(name, value);
    await victim.ask(signInByPassword, { email: "ida@example.org", password });
    expect(victim.jar.get(name)).not.toBe(value);
    expect((await victim.ask(me, {})).person.name).toBe("Ida");
    expect((await planted.refused(me, {})).status).toBe(401);
  });

  test("one sees where one is signed in, ends one, and ends all others", async () => {
    const here = await member("jon@example.org", "Jon");
    const [away, third] = [await signedIn("jon@example.org"), await signedIn("jon@example.org")];
    const mine = (await here.ask(sessions, {})).sessions;
    expect(mine.map(({ device, current }) => [device, current]).sort()).toEqual([
      ["Another device", false],
      ["Another device", false],
      ["Firefox on Linux", true],
    ]);
    const other = (await away.ask(sessions, {})).sessions.find(({ current }) => current);
    await here.ask(endSession, { id: other?.id ?? "" });
    expect((await away.refused(me, {})).status).toBe(401);
    expect((await owner.refused(endSession, { id: mine[0]?.id ?? "" })).status).toBe(404);
    expect(await here.ask(endOtherSessions, {})).toEqual({ ended: 1 });
    expect((await third.refused(me, {})).status).toBe(401);
    expect((await here.ask(me, {})).person.name).toBe("Jon");
    await here.ask(signOut, {});
    expect(here.jar.size).toBe(0);
  });

  test("a new password ends every other session, needs the one until now, and leaves no old way in", async () => {
    const here = await member("kim@example.org", "Kim");
    const away = await signedIn("kim@example.org");
    const before = [...here.jar.values()][0];
    const wrong = await here.refused(changePassword, {
      current: "not it at all",
      password: "another tractor 8",
    });
    expect([wrong.status, wrong.errors?.[0]?.pointer]).toEqual([403, "/current"]);
    expect((await here.refused(changePassword, { password: "another tractor 8" })).status).toBe(403);
    await here.ask(changePassword, { current: password, password: "another tractor 8" });
    expect((await here.ask(me, {})).person.name).toBe("Kim");
    expect([...here.jar.values()][0]).not.toBe(before);
    expect((await away.refused(me, {})).status).toBe(401);
    expect(
      (await visitorTo(product).refused(signInByPassword, { email: "kim@example.org", password })).status,
    ).toBe(401);
    await signedIn("kim@example.org", "another tractor 8");
  });

  test("an address is changed with the password, to one that nobody else has", async () => {
    const liz = await member("liz@example.org", "Liz");
    const to = (email: string, current = password) => liz.refused(changeEmail, { email, current });
    expect((await to("liz2@example.org", "not it at all")).errors?.[0]?.pointer).toBe("/current");
    expect((await to("olive@example.org")).errors?.[0]?.pointer).toBe("/email");
    // Whose it is says a list of people, or an invitation, also before they have an account.
    await product.ask(addPerson, { name: "Mo", email: "mo@example.org" });
    expect((await to("mo@example.org")).errors?.[0]?.pointer).toBe("/email");
    await liz.ask(changeEmail, { email: "liz2@example.org", current: password });
    await signedIn("liz2@example.org");
  });

  test("a person who is gone is signed in nowhere", async () => {
    const moe = await member("moe@example.org", "Moe");
    const { id } = (await moe.ask(me, {})).person;
    await state.asOwner((tx) => tx.delete(person).where(eq(person.id, id)));
    expect((await moe.refused(me, {})).status).toBe(401);
  });
});
