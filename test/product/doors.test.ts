import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signInLink } from "../../src/core/people/contract.ts";
import type { Problem } from "../../src/platform/errors.ts";
import { openTestProduct, sessionCookie, type TestProduct } from "./open-test-product.ts";

let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product.close());

const newLink = async () => (await product.ask(signInLink, {})).url;
const json = { "content-type": "application/json" };

interface Operation {
  readonly method: string;
  readonly path: string;
}

/** What anyone may ask. One more is a decision, and is named here. */
const OPEN = [
  "GET /api/doorway",
  "POST /api/invitation",
  "POST /api/invitation/accept",
  "POST /api/password-reset",
  "POST /api/password-reset/password",
  "POST /api/sign-in",
  "POST /api/sign-in/provider",
  // Whoever holds a letter turns off what it is, and nothing else.
  "POST /api/unsubscribe",
];

async function everyOperation(): Promise<Operation[]> {
  const document = (await (await product.as({})("/api/openapi.json")).json()) as {
    paths: Record<string, object>;
  };
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, "x"),
    })),
  );
}

describe("the doors", () => {
  test("every address of the API is closed to nobody, and to a wrong token, but those that let people in", async () => {
    const all = await everyOperation();
    const named = ({ method, path }: Operation) => `${method} ${path}`;
    expect(
      all
        .map(named)
        .filter((each) => OPEN.includes(each))
        .sort(),
    ).toEqual(OPEN);
    const operations = all.filter((each) => !OPEN.includes(named(each)));
    expect(operations.length).toBeGreaterThan(10);
    for (const headers of [
      {},
      { authorization: "Bearer wrong" },
      { cookie: "septet.session_token=wrong.wrong" },
    ]) {
      for (const { method, path } of operations) {
        const answered = await product.as(headers)(path, {
          method,
          ...(method === "GET" || method === "DELETE" ? {} : { headers: json, body: "{}" }),
        });
        expect([method, path, answered.status]).toEqual([method, path, 401]);
        expect(answered.headers.get("content-type")).toBe("application/problem+json");
      }
    }
  });

  test("only what tells nothing is open", async () => {
    const open = product.as({});
    for (const path of ["/healthz", "/readyz", "/api/openapi.json"])
      expect([path, (await open(path)).status]).toEqual([path, 200]);
    for (const path of ["/api/auth/get-session", "/api/auth/sign-in/magic-link", "/api/nothing"]) {
      expect([path, (await open(path)).status]).toEqual([path, 404]);
    }
  });

  test("nobody gets anything out of what lets people in, without what it asks for", async () => {
    for (const [path, body] of [
      ["/api/invitation", { token: "guess" }],
      ["/api/invitation/accept", { token: "guess", name: "Eve", password: "mauve tractor 7" }],
      ["/api/password-reset/password", { token: "guess", password: "mauve tractor 7" }],
      ["/api/sign-in", { email: "owner@septet.invalid", password: "" }],
      ["/api/sign-in/provider", {}],
    ] as const) {
      const answered = await product.as(json)(path, { method: "POST", body: JSON.stringify(body) });
      expect([path, answered.status >= 401, answered.headers.getSetCookie()]).toEqual([path, true, []]);
    }
  });

  test("a link signs in once, with a cookie that scripts and other sites cannot use", async () => {
    const link = new URL(await newLink()).pathname;
    const first = await product.as({})(link);
    const [cookie] = first.headers.getSetCookie();
    expect(first.headers.get("location")).toBe("/");
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const second = await product.as({})(link);
    expect([second.headers.getSetCookie(), second.headers.get("location")]).toEqual([[], "/?link=spent"]);
  });

  test("a made-up link signs nobody in", async () => {
    const answered = await product.as({})("/enter/%22%3Cscript%3E");
    expect([answered.headers.getSetCookie(), answered.headers.get("location")]).toEqual([[], "/?link=spent"]);
  });

  test("signing out ends the session, not only the cookie", async () => {
    const cookie = await sessionCookie(product, await newLink());
    const me = () => product.as({ cookie })("/api/me");
    expect((await me()).status).toBe(200);
    const left = await product.as({ cookie, ...json })("/api/sign-out", { method: "POST", body: "{}" });
    expect([left.status, left.headers.getSetCookie()[0]]).toEqual([
      200,
      expect.stringContaining("Max-Age=0"),
    ]);
    expect((await me()).status).toBe(401);
  });

  test("another site cannot ask for a change in somebody's name", async () => {
    const cookie = await sessionCookie(product, await newLink());
    const answered = await product.as({ cookie, ...json, origin: "https://evil.example" })("/api/sign-out", {
      method: "POST",
      body: "{}",
    });
    expect(answered.status).toBe(403);
    for (const site of ["cross-site", "same-site"]) {
      const fetched = await product.as({ cookie, ...json, "sec-fetch-site": site })("/api/sign-out", {
        method: "POST",
        body: "{}",
      });
      expect([site, fetched.status]).toEqual([site, 403]);
    }
    const form = await product.as({ cookie, "content-type": "text/plain" })("/api/sign-out", {
      method: "POST",
      body: "{}",
    });
    expect(form.status).toBe(400);
  });

  test("a name that is not this machine's is not answered, so that no page can reach in by a name of its own", async () => {
    const answered = await product.request(new Request("http://evil.example/healthz"));
    expect(answered.status).toBe(403);
  });

  test("no page may be framed, sniffed or run scripts of others", async () => {
    const { headers } = await product.as({})("/");
    expect(headers.get("content-security-policy")).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("strict-transport-security")).toBeNull();
  });
});

describe("what is asked wrongly", () => {
  const asked = async (path: string, init: RequestInit = {}): Promise<Problem> => {
    const cookie = await sessionCookie(product, await newLink());
    return (await (await product.as({ cookie })(path, init)).json()) as Problem;
  };
  const first = async (path: string, init?: RequestInit) => (await asked(path, init)).errors?.[0];

  test("each field is named, with what would be right", async () => {
    const at = "/api/measures/change-lead-time";
    expect(await first(`${at}?unit=nowhere`)).toEqual({
      pointer: "/unit",
      detail: "There is no team or group “nowhere”. There is: organisation.",
    });
    expect(await first(`${at}?unit=organisation&from=yesterday`)).toEqual({
      pointer: "/from",
      detail: "from: write a day like 2026-01-31.",
    });
    expect(await first(`${at}?unit=organisation&every=year`)).toEqual({
      pointer: "/every",
      detail: "every: one of day, week, month.",
    });
    expect(await first(`${at}`)).toEqual({ pointer: "/unit", detail: "unit: is missing." });
    expect(await first(`${at}?unit=organisation&form=2026-01-01`)).toEqual({
      pointer: "/form",
      detail: "There is no field “form” here.",
    });
    expect(await first("/api/measures/speed?unit=organisation")).toMatchObject({
      pointer: "/id",
      detail: expect.stringContaining("change-lead-time, "),
    });
  });

  test("a body that is no JSON, or no object, is said to be so", async () => {
    const post = { method: "POST", headers: json };
    expect(await asked("/api/imports/git", { ...post, body: "{" })).toMatchObject({
      status: 400,
      detail: "The body is no JSON.",
    });
    expect(await asked("/api/imports/git", { ...post, body: "[]" })).toMatchObject({
      status: 400,
      detail: "The body is no JSON object.",
    });
    expect(
      await asked("/api/imports/git", { ...post, body: `{"path":"${"x".repeat(2_000_000)}"}` }),
    ).toMatchObject({ status: 413 });
  });

  test("a folder that is no repository is wrong at the field that named it", async () => {
    const of = (path: string) =>
      first("/api/imports/git", { method: "POST", headers: json, body: JSON.stringify({ path }) });
    expect(await of("relative/path")).toMatchObject({
      pointer: "/path",
      detail: expect.stringContaining("is not a whole path"),
    });
    expect(await of("/nowhere/at/all")).toMatchObject({ pointer: "/path" });
    expect(await of(product.folder)).toMatchObject({ pointer: "/path" });
    expect(await of("--upload-pack=touch /tmp/x")).toMatchObject({ pointer: "/path" });
  });
});
