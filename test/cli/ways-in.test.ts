import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lastJson, prepared, septet, spawnSeptet } from "./septet.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet ways "));
  await prepared(join(folder, "data"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const data = () => ["--data", join(folder, "data")];
interface Made {
  readonly id: string;
  readonly token: string;
}

test("a token made without a server opens the server that is started later, until it is revoked", async () => {
  const made = lastJson<Made>(
    await septet([
      "token",
      "create",
      "--name",
      "Nightly",
      "--scope",
      "read",
      "--scope",
      "ingest",
      "--json",
      ...data(),
    ]),
  );
  expect(made).toMatchObject({ name: "Nightly", scopes: ["read", "ingest"], expiresAt: null });
  expect(made.token).toMatch(/^septet_[0-9a-f]{16}_[\w-]{43}$/);

  const server = spawnSeptet(["start", "--no-import", "--json", "--port", "0", ...data()]);
  const { url } = await server.firstJson<{ url: string }>();
  const me = () => fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${made.token}` } });
  expect((await me()).status).toBe(200);

  // While it runs: a new key for the secrets, and the token is as good as before.
  const rotated = lastJson<{ key: string }>(await septet(["keys", "rotate", "--json", ...data()]));
  expect(rotated.key).toMatch(/^[0-9a-f]{12}$/);
  expect((await me()).status).toBe(200);

  const listed = await septet(["token", "list", ...data()]);
  expect(listed.stdout).toMatch(new RegExp(`${made.id} +Nightly +read, ingest`));
  expect(listed.stdout).not.toContain(made.token);
  expect((await septet(["token", "revoke", made.id, ...data()])).code).toBe(0);
  expect((await me()).status).toBe(401);

  const link = await septet(["sign-in-link", "--for", "nobody@example.org", ...data()]);
  expect([link.code, link.stderr]).toEqual([1, expect.stringContaining("no account with the address")]);
  const ended = await server.stop();
  expect(ended.stderr).not.toContain(made.token);
}, 120_000);

test("a scope that there is none of is refused with those there are", async () => {
  const wrong = await septet(["token", "create", "--name", "x", "--scope", "all", ...data()]);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining("one of ingest, read, admin")]);
});
