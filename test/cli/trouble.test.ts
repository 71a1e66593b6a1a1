import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lastJson, prepared, septet, spawnSeptet } from "./septet.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet-trouble-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const data = (name: string) => ["--data", join(folder, name)];

/** Makes an installation with one component in it. */
async function begin(name: string): Promise<void> {
  await prepared(join(folder, name));
  expect((await septet(["own", "ledger", "--unit", "organisation", ...data(name)])).code).toBe(0);
}

test("a store that cannot be opened ends the command, and leaves the other one closed", async () => {
  await begin("broken");
  await rm(join(folder, "broken", "events"), { recursive: true });
  await writeFile(join(folder, "broken", "events"), "");
  const failed = await septet(["units", "--json", ...data("broken")]);
  expect([failed.code, lastJson(failed)]).toEqual([1, expect.objectContaining({ code: expect.any(String) })]);
  await rm(join(folder, "broken", "events"));
  const again = await septet(["units", ...data("broken")]);
  expect([again.code, again.stderr]).toEqual([0, ""]);
});

test("a time zone that nobody knows is taken for UTC, and measures answer", async () => {
  for (const TZ of ["Foo/Bar", ""]) {
    const where = { env: { TZ } };
    const there = await prepared(join(folder, `zone-${TZ.length}`));
    expect((await septet(["own", "ledger", "--unit", "organisation", ...there], where)).code).toBe(0);
    const answered = await septet(["measure", "changes-merged", "--json", ...there], where);
    expect([answered.code, lastJson(answered)]).toEqual([0, expect.objectContaining({ timeZone: "UTC" })]);
  }
}, 120_000);

test("a port that is taken is one sentence, and the end", async () => {
  await prepared(join(folder, "port"));
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as { port: number };
  const failed = await septet(["start", "--no-import", "--port", String(port), ...data("port")]);
  taken.close();
  expect([failed.code, failed.stderr.trim().split("\n").length]).toEqual([1, 1]);
  expect(failed.stderr).toContain(`Port ${port} is taken`);
  expect((await septet(["units", ...data("port")])).code).toBe(0);
});

test("a client that never finishes its request does not hold up the closing", async () => {
  const running = spawnSeptet(["start", "--no-import", "--json", ...(await prepared(join(folder, "slow")))]);
  const { url } = await running.firstJson<{ url: string }>();
  const client = connect(Number(new URL(url).port), "127.0.0.1");
  client.on("error", () => undefined);
  client.write("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n");
  await once(client, "connect");
  expect((await running.stop("SIGTERM")).code).toBe(0);
  client.destroy();
});

test("a directory with other things in it, that others can read, is left as it is", async () => {
  const shared = join(folder, "shared");
  await mkdir(shared);
  await writeFile(join(shared, "notes.txt"), "ours");
  await chmod(shared, 0o755);
  const failed = await septet(["own", "ledger", "--unit", "organisation", ...data("shared")]);
  expect([failed.code, failed.stderr]).toEqual([1, expect.stringContaining("holds other things")]);
  expect((await stat(shared)).mode & 0o777).toBe(0o755);
});

test("a key that was cut short, or lost, is one message with the way out, for the doctor too", async () => {
  await begin("keyless");
  await writeFile(join(folder, "keyless", "key"), "");
  const failed = await septet(["units", ...data("keyless")]);
  expect([failed.code, failed.stderr]).toEqual([
    1,
    expect.stringMatching(/cut short.*Put the key file back.*keys reset --yes/s),
  ]);
  await rm(join(folder, "keyless", "key"));
  const started = await septet(["start", "--no-import", "--json", ...data("keyless")]);
  expect([started.code, started.stderr.match(/Put the key file back/g)?.length]).toEqual([1, 1]);
  const seen = await septet(["doctor", "--json", ...data("keyless")]);
  expect(lastJson<{ checks: object[] }>(seen).checks).toContainEqual(
    expect.objectContaining({ ok: false, found: expect.stringContaining("is not there") }),
  );
}, 120_000);

test("where the key is lost for good, one word begins anew, and only with --yes", async () => {
  const asked = await septet(["keys", "reset", ...data("keyless")]);
  expect([asked.code, asked.stderr]).toEqual([1, expect.stringContaining("add --yes")]);
  expect((await septet(["keys", "reset", "--yes", ...data("keyless")])).code).toBe(0);
  expect((await septet(["units", ...data("keyless")])).code).toBe(0);
});
