import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMember, addPerson, addUnit } from "../../src/core/org/contract.ts";
import { openProduct } from "../../src/main.ts";
import { readConfig } from "../../src/platform/config.ts";
import { lastJson, prepared, type Running, septet, spawnSeptet } from "./septet.ts";

let folder: string;
let server: Running;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet asks "));
  await prepared(join(folder, "data"));
  const product = await openProduct(readConfig({}, { data: join(folder, "data") }));
  await product.ask(addUnit, { name: "Commerce", kind: "group" });
  await product.ask(addUnit, { name: "Payments", kind: "team", parent: "commerce" });
  for (const [name, slug, role] of [
    ["Ann", "payments", "member"],
    ["Lea", "commerce", "lead"],
  ] as const) {
    const { id } = await product.ask(addPerson, { name, email: `${name.toLowerCase()}@example.org` });
    await product.ask(addMember, { slug, person: id, role, from: "2024-01-01" });
  }
  await product.close();
  server = spawnSeptet(["start", "--no-import", "--json", "--port", "0", "--data", join(folder, "data")]);
  await server.firstJson();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const run = (who: string, ...args: string[]) =>
  septet([...args, "--as", `${who}@example.org`, "--data", join(folder, "data")]);

test("a team asks a leader by the address, who answers, and the team says whether it helped", async () => {
  const asked = await run(
    ...(["ann", "ask", "--unit", "payments", "--to", "lea@example.org"] as const),
    ...["--title", "A staging copy", "--why", "We wait 41 days.", "--by", "2099-07-01", "--json"],
  );
  const { ask } = lastJson<{ ask: { id: string } }>(asked);
  expect(asked.code).toBe(0);
  const seen = await run("lea", "asks");
  expect(seen.stdout).toMatch(/^You are asked for:\nA staging copy {2}Payments → Lea {2}waits for an answer/);
  await run("lea", "ask", ask.id, "--carried", "the payments forum");
  await run("lea", "ask", ask.id, "--came-back", "We get one.");
  const helped = await run("ann", "ask", ask.id, "--helped", "partly", "--words", "It is slow.");
  expect(helped.stdout.split("\n").map((line) => line.replace(/^\d{4}-\d\d-\d\d/, "DAY"))).toEqual([
    ...[
      "A staging copy",
      "Payments asks Lea · it matters by 2099-07-01 · it helped in part, answered the same day",
    ],
    ...["DAY  Ann asked", "            We wait 41 days."],
    ...["DAY  Lea carried it on", "            the payments forum"],
    ...["DAY  Lea told what came back", "            We get one."],
    ...["DAY  Ann said that it helped in part", "            It is slow.", ask.id, ""],
  ]);
  const list = await run("ann", "asks", "--unit", "payments");
  expect(list.stdout).toMatch(/payments asked for:\nA staging copy .*\n\npayments is asked for nothing\./);
});

test("what does not fit is told with what would be right", async () => {
  const wrong = async (...args: string[]) => (await run("ann", "ask", ...args)).stderr;
  expect(await wrong("--unit", "payments", "--to", "nowhere", "--title", "X")).toMatch(
    /There is no team or group “nowhere”\. There is: commerce, organisation, payments\./,
  );
  expect(await wrong("--unit", "payments", "--to", "ann@example.org", "--title", "X")).toMatch(
    /Ask somebody who leads a group above Payments: Lea \(Commerce\)/,
  );
  expect(await wrong("--unit", "payments", "--title", "X")).toMatch(/Say whom it asks, with --to\./);
  expect(await wrong("--yes")).toMatch(/Say of which ask/);
  const id = "00000000-0000-4000-8000-000000000000";
  expect(await wrong(id, "--yes", "--no", "Never")).toMatch(/Say one thing at a time/);
  expect(await wrong(id, "--helped", "somewhat")).toMatch(/Write yes, partly or no\./);
  expect(await wrong(id, "--yes")).toMatch(/There is no such ask\./);
});

test("what is in a team's way is said, listed and ended by its members", async () => {
  const inOurWay = (who: string, ...args: string[]) => run(who, "in-our-way", "--unit", "payments", ...args);
  const added = lastJson<{ there: { id: string; text: string }[] }>(
    await inOurWay("ann", "--add", "No copy of the ledger", "--json"),
  );
  expect(added.there.map(({ text }) => text)).toEqual(["No copy of the ledger"]);
  expect((await inOurWay("ann")).stdout).toMatch(/^No copy of the ledger {2}since today/);
  expect((await inOurWay("lea")).stdout).toBe("What is in the way of payments only its members see.\n");
  const gone = await inOurWay("ann", "--gone", added.there[0]?.id as string, "--words", "We got one");
  expect(gone.stdout).toBe("Nothing is in the way of payments.\n");
});
