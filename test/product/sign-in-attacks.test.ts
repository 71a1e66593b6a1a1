import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setUpAccount } from "../../src/core/people/account/contract.ts";
import { me, signInLink } from "../../src/core/people/contract.ts";
import { lookAtInvitation } from "../../src/core/people/invitations/contract.ts";
import { askForReset, resetPassword, signInByPassword } from "../../src/core/people/sign-in/contract.ts";
import type { Problem } from "../../src/platform/errors.ts";
import { linkIn, openMailBox } from "./mail-box.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";
import { tokenOf, visitorTo } from "./visitor.ts";

const HOUR_MS = 3_600_000;
const email = "olive@example.org";
const password = "mauve tractor 7";

let later = 0;
let mail: Awaited<ReturnType<typeof openMailBox>>;
let product: TestProduct;
/** Limits are kept in memory, so each part of the file begins with a product of its own. */
async function open(settings: object = {}): Promise<void> {
  product = await openTestProduct(
    { clock: { now: () => Date.now() + later } },
    { smtpUrl: mail.url, publicUrl: "https://septet.example.org", ...settings },
  );
  const owner = visitorTo(product);
  await owner.send(new URL((await product.ask(signInLink, {})).url).pathname);
  await owner.ask(setUpAccount, { name: "Olive", email, password });
}
beforeAll(async () => {
  mail = await openMailBox();
});
afterAll(() => mail.close());

const tryTo = (from: Record<string, string>, secret: string, as = email) =>
  visitorTo(product, from)
    .ask(signInByPassword, { email: as, password: secret })
    .then(
      () => 200,
      (error: { problem: Problem }) => error.problem.status,
    );
const times = <T>(n: number, work: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, at) => work(at)));

describe("guessing passwords", () => {
  beforeAll(() => open({ trustProxy: 1 }));
  afterAll(() => product.close());

  test("is slowed down where it is done, with when to come back, and shuts nobody out elsewhere", async () => {
    const attacker = { "x-forwarded-for": "203.0.113.1" };
    const tries = await times(12, () => tryTo(attacker, "a wrong guess 1"));
    expect(tries.filter((status) => status === 401)).toHaveLength(8);
    expect(tries.filter((status) => status === 429)).toHaveLength(4);
    // Even the right one is not told apart any more.
    const refused = await product.as({ ...attacker, "content-type": "application/json" })("/api/sign-in", {
      method: "POST",
      body: JSON.stringify({ email, password }),
    });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(200);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(300);
    expect(await tryTo({ "x-forwarded-for": "203.0.113.2" }, password)).toBe(200);
  });

  test("an address in front of the proxy's own word is not believed", async () => {
    const tries = await times(10, (at) =>
      tryTo({ "x-forwarded-for": `198.51.100.${at}, 203.0.113.3` }, "a wrong guess 2"),
    );
    expect(tries).toContain(429);
  });

  test("many accounts from one address are as few tries as one account", async () => {
    const tries = await times(70, (at) =>
      tryTo({ "x-forwarded-for": "203.0.113.4" }, "a wrong guess 3", `user${at}@example.org`),
    );
    expect(tries.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
  });

  test("who signs in rightly many times is not counted", async () => {
    for (let at = 0; at < 10; at++)
      expect(await tryTo({ "x-forwarded-for": "203.0.113.5" }, password)).toBe(200);
  });
});

describe("without a proxy of ours", () => {
  beforeAll(() => open());
  afterAll(() => product.close());

  test("X-Forwarded-For is anyone's claim", async () => {
    const tries = await times(10, (at) =>
      tryTo({ "x-forwarded-for": `198.51.100.${at}` }, "a wrong guess 1"),
    );
    expect(tries).toContain(429);
  });

  test("links are not tried through, either", async () => {
    const guesses = await times(30, (at) =>
      visitorTo(product).refused(lookAtInvitation, { token: `guess ${at}` }),
    );
    expect(guesses.some(({ status }) => status === 429)).toBe(true);
    expect((await product.as({})("/enter/guess")).status).toBe(429);
  });
});

describe("whether an address is known", () => {
  beforeAll(() => open());
  afterAll(() => product.close());

  test("is not told by the words of a refused sign-in, nor by its cookies", async () => {
    const refused = async (as: string) => {
      const answered = await product.as({ "content-type": "application/json" })("/api/sign-in", {
        method: "POST",
        body: JSON.stringify({ email: as, password: "a wrong guess 1" }),
      });
      return [answered.status, await answered.text(), answered.headers.getSetCookie()];
    };
    const known = await refused(email);
    for (const other of ["nobody@example.org", "owner@septet.invalid", "not an address"])
      expect(await refused(other)).toEqual(known);
  });

  test("is not told when a new password is asked for", async () => {
    const asked = (as: string) => visitorTo(product).ask(askForReset, { email: as });
    expect(await asked("nobody@example.org")).toEqual(await asked(email));
    await mail.letter("new password");
    expect(mail.letters.filter((letter) => letter.includes("nobody@"))).toEqual([]);
  });
});

describe("a forgotten password", () => {
  beforeEach(async () => {
    mail.letters.length = 0;
    await open();
  });
  afterEach(() => product.close());

  const mailed = async (headers: Record<string, string> = {}) => {
    await visitorTo(product, headers).ask(askForReset, { email: " Olive@Example.org " });
    return linkIn(await mail.letter("choose a new password"));
  };

  test("is replaced by a link in a letter, once, within an hour; every session ends", async () => {
    const away = visitorTo(product);
    await away.ask(signInByPassword, { email, password });
    const token = tokenOf(await mailed());
    const browser = visitorTo(product);
    const weak = await browser.refused(resetPassword, { token, password: "short" });
    expect(weak.errors?.[0]?.pointer).toBe("/password");
    await browser.ask(resetPassword, { token, password: "another tractor 8" });
    expect((await browser.ask(me, {})).person.name).toBe("Olive");
    expect((await away.refused(me, {})).status).toBe(401);
    expect(await tryTo({}, password)).toBe(401);
    expect(await tryTo({}, "another tractor 8")).toBe(200);
    expect((await browser.refused(resetPassword, { token, password: "a third tractor 9" })).status).toBe(404);
  });

  test("a link that is too old, or for another purpose, is good for nothing", async () => {
    const token = tokenOf(await mailed());
    expect((await product.as({})(`/enter/${token}`)).headers.get("location")).toBe("/?link=spent");
    const enter = new URL((await product.ask(signInLink, {})).url).pathname.split("/").at(-1) ?? "";
    const browser = visitorTo(product);
    const given = { password: "another tractor 8" };
    expect((await browser.refused(resetPassword, { token: enter, ...given })).status).toBe(404);
    later = HOUR_MS;
    expect((await browser.refused(resetPassword, { token, ...given })).status).toBe(404);
    later = 0;
  });

  test("the link leads to our own address, whatever host the request names", async () => {
    const request = new Request("http://evil.example/api/password-reset", {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-host": "evil.example" },
      body: JSON.stringify({ email }),
    });
    expect((await product.request(request)).status).toBe(200);
    const letter = await mail.letter("choose a new password");
    expect(linkIn(letter)).toMatch(/^https:\/\/septet\.example\.org\/reset#[\w-]{43}$/);
    expect(letter).not.toContain("evil");
  });

  test("nobody's letter box is filled: three letters in a quarter of an hour", async () => {
    const asked = await times(5, () =>
      visitorTo(product).send("/api/password-reset", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email }),
      }),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
  });
});

describe("behind TLS", () => {
  beforeAll(() => open());
  afterAll(() => product.close());

  test("cookies go over TLS alone and to no script, and the browser is told to stay there", async () => {
    const answered = await product.as({ "content-type": "application/json" })("/api/sign-in", {
      method: "POST",
      body: JSON.stringify({ email, password }),
    });
    const cookies = answered.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^__Secure-septet-[0-9a-f]{8}\.session_token=/);
    for (const words of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookies[0]).toContain(words);
    expect(answered.headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect(answered.headers.get("cache-control")).toBe("no-store");
  });

  test("our pages may ask under the public address, and no other page may", async () => {
    const from = (origin: string) =>
      visitorTo(product, { origin })
        .ask(signInByPassword, { email, password })
        .then(
          () => 200,
          (error: { problem: Problem }) => error.problem.status,
        );
    expect(await from("https://septet.example.org")).toBe(200);
    for (const origin of ["https://evil.example", "https://septet.example.org.evil.example", "null"])
      expect([origin, await from(origin)]).toEqual([origin, 403]);
  });
});
