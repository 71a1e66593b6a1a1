import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateRepository } from "../../bench/generated-repository.ts";
import { lastJson, prepared, type Running, septet, spawnSeptet } from "./septet.ts";

interface Address {
  readonly url: string;
  readonly signInUrl: string;
}

let folder: string;
let repository: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet cli "));
  repository = join(folder, "the ledger");
  await generateRepository(repository, { commits: 240, tags: 24 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const data = (name: string) => ["--data", join(folder, name)];

describe("without a running server", () => {
  test("a repository is imported, and its measures are there afterwards", { timeout: 90_000 }, async () => {
    const imported = await septet([
      "import",
      "git",
      repository,
      "--team",
      "Ledger Crew",
      "--json",
      ...data("own"),
    ]);
    expect(lastJson(imported)).toMatchObject({
      state: "done",
      component: "the ledger",
      unit: "ledger-crew",
      found: { deployments: 24 },
    });
    expect(imported.code).toBe(0);

    const asked = [
      "measure",
      "deployment-frequency",
      "--unit",
      "ledger-crew",
      "--from",
      "2024-01-01",
      "--to",
      "2024-12-31",
      "--every",
      "month",
    ];
    const measured = lastJson<Record<string, unknown>>(await septet([...asked, "--json", ...data("own")]));
    expect(Object.keys(measured)).toEqual(
      expect.arrayContaining([
        "measure",
        "unit",
        "every",
        "points",
        "summary",
        "chart",
        "rows",
        "definition",
      ]),
    );
    const points = measured.points as { start: string; value: number; n: number }[];
    expect([points.length, points[0]?.start, points.at(-1)?.start]).toEqual([12, "2024-01-01", "2024-12-01"]);
    const tags = points.reduce((sum, { value }) => sum + value, 0);
    expect(measured.summary).toEqual({ value: tags, n: tags });

    const again = lastJson<{ found: object }>(
      await septet(["import", "git", repository, "--json", ...data("own")]),
    );
    expect(again.found).toMatchObject({ changesNew: 0, readAgain: false, deployments: 24 });
  });

  test("a wrong word is told with what would be right, and the exit code says so", async () => {
    const wrong = await septet(["measure", "speed", "--unit", "organisation", "--json", ...data("own")]);
    expect([wrong.code, lastJson(wrong)]).toEqual([
      1,
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: "/id" })] }),
    ]);
    expect(wrong.stderr).toMatch(/There is no measure “speed”.*change-lead-time/s);
    const unknown = await septet(["mesure"]);
    expect([unknown.code, unknown.stdout]).toEqual([1, ""]);
    expect(unknown.stderr).toMatch(/measure/);
    // What is missing is said by itself, and not lost in all there is to know.
    const missing = await septet(["share", "changes-merged", "--unit", "crew"]);
    expect([missing.code, missing.stderr.trim().split("\n").length]).toEqual([1, 2]);
    expect(missing.stderr).toMatch(/'--with <slug>' not specified\nAdd --help/);
    const setting = await septet(["units", ...data("own")], {
      env: { SEPTET_LOG: "loud", SEPTET_PORT: "many" },
    });
    expect(setting.code).toBe(1);
    expect(setting.stderr).toMatch(/SEPTET_PORT.*\n?.*SEPTET_LOG|SEPTET_LOG.*\n?.*SEPTET_PORT/s);
  });

  test("a folder without a repository is a clear message", async () => {
    const failed = await septet(["import", "git", folder, ...data("own")]);
    expect([failed.code, failed.stdout]).toEqual([1, ""]);
    expect(failed.stderr).toMatch(/no Git repository/i);
  });
});

describe("a running server", () => {
  let running: Running;
  let address: Address;
  beforeAll(async () => {
    await prepared(join(folder, "served"));
    running = spawnSeptet(["start", "--no-import", "--json", ...data("served")]);
    address = await running.firstJson<Address>();
  });

  test("keeps its directory, its key and its address to whoever started it", async () => {
    for (const [name, mode] of [
      ["", 0o700],
      ["server.json", 0o600],
      ["key", 0o600],
      ["holder.json", 0o600],
    ] as const) {
      expect([name, (await stat(join(folder, "served", name))).mode & 0o777]).toEqual([name, mode]);
    }
  });

  test("is what the command line then asks, and nobody without its token gets in", async () => {
    expect((await fetch(`${address.url}/api/units`)).status).toBe(401);
    const imported = await septet([
      "import",
      "git",
      repository,
      "--team",
      "Crew",
      "--json",
      ...data("served"),
    ]);
    expect(lastJson(imported)).toMatchObject({ state: "done", unit: "crew" });
    const link = lastJson<Address>(await septet(["sign-in-link", "--json", ...data("served")]));
    expect(link.signInUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/enter\/[\w-]+$/);
    const doctor = await septet(["doctor", "--json", ...data("served")]);
    expect([doctor.code, lastJson(doctor)]).toEqual([0, expect.objectContaining({ ok: true })]);
  });

  test("holds its directory: a second one is told which process has it and where it answers", async () => {
    const second = await septet(["start", "--no-import", ...data("served")]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(String(running.child.pid));
    expect(second.stderr).toContain(address.url);
  });

  test("told to stop, it finishes what is in hand; the next command opens the stores itself", async () => {
    const { code } = await running.stop("SIGTERM");
    expect(code).toBe(0);
    await expect(readFile(join(folder, "served", "server.json"))).rejects.toThrow(/ENOENT/);
    const { units } = lastJson<{ units: { slug: string; components: string[] }[] }>(
      await septet(["units", "--json", ...data("served")]),
    );
    expect(units).toEqual([
      expect.objectContaining({ slug: "organisation", components: [] }),
      expect.objectContaining({ slug: "crew", components: ["the ledger"] }),
    ]);
  });
});

test("told to stop by two at once, it finishes all the same, and nothing has to be recovered", async () => {
  await prepared(join(folder, "twice"));
  const twice = spawnSeptet(["start", "--no-import", "--json", ...data("twice")]);
  await twice.firstJson();
  twice.child.kill("SIGTERM");
  while (!twice.stderr.includes("Finishing")) await new Promise((resolve) => setTimeout(resolve, 5));
  expect([(await twice.stop("SIGTERM")).code, twice.stderr.match(/Finishing/g)?.length]).toEqual([0, 1]);
  expect((await septet(["units", ...data("twice")])).stderr).toBe("");
}, 60_000);

/** The imports that a running server knows, asked for with the token that it left beside its data. */
async function importsOf(name: string): Promise<{ state: string; progress: { done: number } }[]> {
  const { url, token } = JSON.parse(await readFile(join(folder, name, "server.json"), "utf8")) as {
    url: string;
    token: string;
  };
  const answered = await fetch(`${url}/api/imports`, { headers: { authorization: `Bearer ${token}` } });
  return ((await answered.json()) as { imports: { state: string; progress: { done: number } }[] }).imports;
}

test("killed in the middle of an import, the next start says so and takes the import up again", {
  timeout: 180_000,
}, async () => {
  const large = join(folder, "large");
  await generateRepository(large, { commits: 30_000, tags: 300 });
  await prepared(join(folder, "killed"));
  const first = spawnSeptet(["start", "--repo", large, "--team", "Crew", "--json", ...data("killed")]);
  await first.firstJson();
  await expect
    .poll(async () => (await importsOf("killed"))[0]?.progress.done ?? 0, { timeout: 60_000, interval: 20 })
    .toBeGreaterThan(0);
  await first.stop("SIGKILL");

  const second = spawnSeptet(["start", "--no-import", "--json", ...data("killed")]);
  await second.firstJson();
  expect(second.stderr).toMatch(new RegExp(`process ${first.child.pid}.*ended abruptly.*import`));
  await expect
    .poll(async () => (await importsOf("killed"))[0]?.state, { timeout: 90_000, interval: 200 })
    .toBe("done");
  const asked = [
    "measure",
    "deployment-frequency",
    "--unit",
    "crew",
    "--from",
    "2018-01-01",
    "--to",
    "2026-06-30",
    "--every",
    "month",
  ];
  const whole = lastJson<{ summary: object }>(await septet([...asked, "--json", ...data("killed")]));
  expect(whole.summary).toEqual({ value: 300, n: 300 });
  expect((await second.stop()).code).toBe(0);
});
