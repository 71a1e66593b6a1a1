import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { envExample, readConfig, settings } from "./config.ts";
import { Failure } from "./errors.ts";

const wrong = (env: Record<string, string>, overrides = {}): Failure => {
  try {
    readConfig(env, overrides);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error("It was taken for right.");
};

test("without any setting, everything is in .septet and only this machine reaches it", () => {
  expect(readConfig({})).toMatchObject({ data: ".septet", host: "127.0.0.1", log: "warn", trustProxy: 0 });
});

test("the command line wins over the environment, and an empty variable is none", () => {
  const env = { SEPTET_PORT: "8000", SEPTET_DATA: "/srv/septet", SEPTET_LOG: "" };
  expect(readConfig(env, { port: 9000, host: undefined })).toMatchObject({
    port: 9000,
    data: "/srv/septet",
    log: "warn",
  });
});

test("all that is wrong is told at once, each under the name that was used, with what would be right", () => {
  const failure = wrong(
    { SEPTET_LOG: "loud", DATABASE_URL: "mysql://x", SEPTET_PUBLIC_URL: "septet.example" },
    { port: "90000" },
  );
  expect(failure.message.split("\n")).toEqual([
    "The configuration is not right.",
    "  --port: Write a number from 0 to 65535.",
    "  SEPTET_PUBLIC_URL: Write it like https://septet.example.org.",
    expect.stringMatching(/SEPTET_LOG: .*"warn"/),
    "  DATABASE_URL: Write it like postgres://user:password@host:5432/database.",
  ]);
  expect(failure.errors.map(({ pointer }) => pointer)).toEqual([
    "/port",
    "/publicUrl",
    "/log",
    "/databaseUrl",
  ]);
});

test("a password in a wrong address is not told", () => {
  expect(wrong({ DATABASE_URL: "mysql://u:hunter2@h/d" }).message).not.toContain("hunter2");
});

test(".env.example is what the settings say", async () => {
  expect(await readFile(new URL("../../.env.example", import.meta.url), "utf8")).toBe(envExample());
});

test("the example for .env names every setting, and read back it changes nothing", () => {
  const lines = envExample().split("\n");
  const set = lines
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => line.split("=", 2) as [string, string]);
  expect(readConfig(Object.fromEntries(set))).toEqual(readConfig({}));
  for (const { env } of settings())
    expect(lines.some((line) => line.replace("# ", "").startsWith(`${env}=`))).toBe(true);
});

test("a sign-in of the organisation is set up whole or not at all", () => {
  const failure = wrong({ SEPTET_OIDC_ISSUER: "https://login.example.org" });
  expect(failure.errors.map(({ pointer }) => pointer)).toEqual(["/oidcClientId", "/oidcClientSecret"]);
});

describe("what is written in .env of the folder that one stands in", () => {
  const before = process.cwd();
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "septet-env-"));
    process.chdir(folder);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    process.chdir(before);
    await rm(folder, { recursive: true, force: true });
  });
  const write = (text: string) => writeFile(join(folder, ".env"), text);

  test("counts, but what is set in the environment or on the command line counts before it", async () => {
    await write('# ours\nSEPTET_PORT=8001\nSEPTET_DATA="/srv/a b"\nSEPTET_LOG=debug\n');
    vi.stubEnv("SEPTET_LOG", "error");
    expect(readConfig(undefined, { port: 9000 })).toMatchObject({
      data: "/srv/a b",
      port: 9000,
      log: "error",
    });
    expect(process.env.SEPTET_DATA).toBeUndefined();
  });

  test("is another program's where it names no setting of ours, and its database is not taken", async () => {
    vi.stubEnv("DATABASE_URL", undefined);
    await write("DATABASE_URL=postgres://shop:secret@localhost/shop\n");
    expect(readConfig().databaseUrl).toBeUndefined();
    await write("DATABASE_URL=postgres://septet@localhost/septet\nSEPTET_PORT=8001\n");
    expect(readConfig().databaseUrl).toBe("postgres://septet@localhost/septet");
  });

  test("need not be there, and may be a folder, as Python has it", async () => {
    expect(readConfig().data).toBe(".septet");
    await mkdir(join(folder, ".env"));
    expect(readConfig().data).toBe(".septet");
  });
});
