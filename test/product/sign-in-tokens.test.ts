import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setUpAccount } from "../../src/core/people/account/contract.ts";
import { me, signInLink, signOut } from "../../src/core/people/contract.ts";
import { acceptInvitation, invite } from "../../src/core/people/invitations/contract.ts";
import { token as table } from "../../src/core/people/tables.ts";
import { createToken, revokeToken, tokens } from "../../src/core/people/tokens/contract.ts";
import type { Problem } from "../../src/platform/errors.ts";
import { asker } from "../../src/platform/http/ask.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";
import { tokenOf, visitorTo } from "./visitor.ts";

const DAY_MS = 86_400_000;

let later = 0;
let state: TestState;
let product: TestProduct;
beforeAll(async () => {
  state = await openTestState();
  product = await openTestProduct({ state, clock: { now: () => Date.now() + later } });
});
afterAll(() => product.close());

type Scopes = ("read" | "admin" | "ingest")[];
const made = (scopes: Scopes, more = {}) => product.ask(createToken, { name: "Nightly", scopes, ...more });
const withToken = (token: string) => product.as({ authorization: `Bearer ${token}` });

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly needs: string | undefined;
}

/** Every operation with what it asks of a token, as the API's own document tells it: undefined where none will do. */
async function everyOperation(): Promise<Operation[]> {
  const document = (await (await product.as({})("/api/openapi.json")).json()) as {
    paths: Record<string, Record<string, { security: Record<string, string[]>[] }>>;
  };
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { security }]) => security.length > 0)
      .map(([method, { security }]) => ({
        method: method.toUpperCase(),
        path: path.replace(/\{\w+\}/g, "x"),
        needs: security.flatMap((each) => each.token ?? [])[0],
      })),
  );
}

const statusOf = async (token: string, { method, path }: Operation) => {
  const body =
    method === "GET" || method === "DELETE"
      ? {}
      : { body: "{", headers: { "content-type": "application/json" } };
  const answered = await withToken(token)(path, { method, ...body });
  const problem = answered.ok ? undefined : ((await answered.json()) as Problem);
  return { status: answered.status, detail: problem?.detail ?? "" };
};

describe("scopes", () => {
  test("a token does only what its scopes say, at every address, and hears which one is missing", async () => {
    const operations = await everyOperation();
    expect(operations.filter(({ needs }) => needs === undefined).length).toBeGreaterThan(15);
    for (const scope of ["read", "admin", "ingest"] as const) {
      const { token } = await made([scope]);
      for (const operation of operations) {
        const { status, detail } = await statusOf(token, operation);
        const at = `${scope}: ${operation.method} ${operation.path}`;
        if (operation.needs === scope) expect([at, /API token/.test(detail)]).toEqual([at, false]);
        else expect([at, status, detail]).toEqual([at, 403, wordsFor(operation.needs)]);
      }
    }
  });

  const wordsFor = (needs: string | undefined) =>
    needs === undefined
      ? expect.stringContaining("No API token may do this")
      : `This API token lacks the scope “${needs}”.`;

  test("what is about one's own account, and the way in of others, no token may do", async () => {
    const own = (await everyOperation()).filter(({ needs }) => needs === undefined);
    expect(own.map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining([
        "POST /api/tokens",
        "GET /api/tokens",
        "POST /api/sign-out",
        "POST /api/sign-in-link",
        "POST /api/invitations",
        "PUT /api/account/password",
        "DELETE /api/account/sessions",
        "POST /api/keys/rotate",
      ]),
    );
    const { token } = await made(["read", "admin", "ingest"]);
    for (const operation of own) expect((await statusOf(token, operation)).status).toBe(403);
  });

  test("a token acts as its person, and is no more than that person", async () => {
    const owner = visitorTo(product);
    await owner.send(new URL((await product.ask(signInLink, {})).url).pathname);
    await owner.ask(setUpAccount, { name: "Olive", email: "olive@example.org", password: "mauve tractor 7" });
    const { url } = await owner.ask(invite, { email: "ann@example.org", name: "Ann" });
    const ann = visitorTo(product);
    await ann.ask(acceptInvitation, { token: tokenOf(url), name: "Ann", password: "mauve tractor 7" });
    const { token, id } = await ann.ask(createToken, { name: "Mine", scopes: ["read", "admin"] });
    const asAnn = asker(withToken(token));
    expect((await asAnn(me, {})).person).toMatchObject({ name: "Ann", administrator: false });
    const imports = await withToken(token)("/api/imports");
    expect(imports.status).toBe(403);
    // Nobody else's business, not even that of those who run the installation.
    expect((await owner.ask(tokens, {})).tokens.map((each) => each.id)).not.toContain(id);
    expect((await owner.refused(revokeToken, { id })).status).toBe(404);
  });
});

describe("a token", () => {
  test("is shown once and kept as a hash, says when it was last used, and ends when it is revoked", async () => {
    const { id, token } = await made(["read"]);
    const kept = JSON.stringify(await state.asOwner((tx) => tx.select().from(table)));
    expect(kept).not.toContain(token.slice(-43));
    const mine = async () => (await product.ask(tokens, {})).tokens.find((each) => each.id === id);
    expect(await mine()).toMatchObject({ lastUsedAt: null, expired: false });
    expect(JSON.stringify(await mine())).not.toContain(token.slice(-43));
    expect((await withToken(token)("/api/me")).status).toBe(200);
    const first = (await mine())?.lastUsedAt;
    expect(first).not.toBeNull();
    later = 30_000;
    await withToken(token)("/api/me");
    expect((await mine())?.lastUsedAt).toBe(first);
    later = 90_000;
    await withToken(token)("/api/me");
    expect((await mine())?.lastUsedAt).not.toBe(first);
    later = 0;
    await product.ask(revokeToken, { id });
    expect((await withToken(token)("/api/me")).status).toBe(401);
  });

  test("is good to the end of its last day, and for no day that is over", async () => {
    const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
    const { token } = await made(["read"], { expires: tomorrow });
    later = Date.parse(tomorrow) + DAY_MS - 1_000 - Date.now();
    expect((await withToken(token)("/api/me")).status).toBe(200);
    later += 2_000;
    expect((await withToken(token)("/api/me")).status).toBe(401);
    later = 0;
    await expect(made(["read"], { expires: "2020-01-01" })).rejects.toMatchObject({
      problem: { errors: [{ pointer: "/expires" }] },
    });
  });

  test("with one changed character, another's id, in the address or in a cookie, opens nothing", async () => {
    const [one, other] = [await made(["read"]), await made(["read"])];
    const flipped = one.token.slice(0, -2) + (one.token.at(-2) === "A" ? "B" : "A") + one.token.at(-1);
    const crossed = one.token.replace(one.id, other.id);
    for (const wrong of [flipped, crossed, one.token.slice(0, -1), `${one.token}x`, one.id, "septet_", ""])
      expect([wrong, (await withToken(wrong)("/api/me")).status]).toEqual([wrong, 401]);
    const open = product.as({});
    expect((await open(`/api/me?token=${one.token}`)).status).toBe(401);
    expect((await open(`/api/me?access_token=${one.token}`)).status).toBe(401);
    expect((await product.as({ cookie: `token=${one.token}` })("/api/me")).status).toBe(401);
    expect((await product.as({ authorization: `Basic ${btoa(`x:${one.token}`)}` })("/api/me")).status).toBe(
      401,
    );
  });

  test("that is wrong does not fall back on the browser's session", async () => {
    const owner = visitorTo(product, { authorization: "Bearer wrong" });
    await owner.send(new URL((await product.ask(signInLink, {})).url).pathname);
    expect((await owner.refused(signOut, {})).status).toBe(401);
  });

  test("with names and scopes of any other kind is refused at the field", async () => {
    const pointer = async (wanted: object) => {
      const answered = await product
        .ask(createToken, wanted as never)
        .catch((error) => error.problem as Problem);
      return "errors" in answered ? answered.errors?.[0]?.pointer : undefined;
    };
    expect(await pointer({ name: "", scopes: ["read"] })).toBe("/name");
    expect(await pointer({ name: "x", scopes: [] })).toBe("/scopes");
    expect(await pointer({ name: "x", scopes: ["session"] })).toBe("/scopes/0");
  });
});
