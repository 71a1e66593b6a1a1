import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addDecision,
  addForum,
  beginMeeting,
  closeMeeting,
  closeRound,
  giveVoice,
  moveItem,
  putItem,
} from "../../src/areas/decisions/contract.ts";
import { addMember, addPerson, addUnit } from "../../src/core/org/contract.ts";
import { openProduct } from "../../src/main.ts";
import { readConfig } from "../../src/platform/config.ts";
import { lastJson, septet } from "./septet.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet forums "));
  const product = await openProduct(readConfig({}, { data: join(folder, "data") }));
  await product.ask(addUnit, { name: "Payments", kind: "team" });
  await product.ask(addUnit, { name: "Shop", kind: "team" });
  const { id: person } = await product.ask(addPerson, { name: "Ann", email: "ann@example.org" });
  await product.ask(addMember, { slug: "payments", person, from: "2024-01-01" });
  const ann = product.askAs("ann@example.org");
  const of = { unit: "payments" };
  const { id: decision } = await ann(addDecision, { ...of, title: "One queue", status: "proposed" });
  const { id } = await ann(addForum, { ...of, name: "Advice", rule: "FREQ=DAILY", at: "10:00" });
  await ann(putItem, { id, decision });
  const { id: meeting, items } = await ann(beginMeeting, { id });
  const item = items[0]?.id as string;
  await ann(moveItem, { id: item, phase: "consent", moves: 0 });
  await ann(giveVoice, { id: item, stance: "consent", version: 1 });
  await ann(closeRound, { id: item });
  await ann(closeMeeting, { id: meeting });
  await ann(putItem, { id, title: "How do we pair?", minutes: 20 });
  await product.close();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) =>
  septet(["forums", ...args, "--as", "ann@example.org", "--data", join(folder, "data")]);

test("what is on the next agenda, and the last minutes, in words and for programs", async () => {
  const { stdout, code } = await run("--unit", "payments");
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^Advice \(Payments\): next on \d{4}-\d\d-\d\d at 10:00\nHow do we pair\? {2}20 min {2}Ann\n\n# Advice, /,
  );
  expect(stdout).toMatch(/## Decided\n\n- \[One queue\]\(\/decisions\//);
  expect(stdout).toContain("- Ann consents");
  const { forums } = lastJson<{ forums: { name: string; items: { title: string }[]; minutes: string }[] }>(
    await run("--json"),
  );
  expect(forums.map(({ name, items }) => [name, items.map(({ title }) => title)])).toEqual([
    ["Advice", ["How do we pair?"]],
  ]);
  expect(forums[0]?.minutes).toContain("# Advice, ");
  expect((await run("--unit", "shop")).stdout).toBe("You take part in no forum here.\n");
  const wrong = await run("--unit", "nowhere");
  expect([wrong.code, wrong.stderr]).toEqual([
    expect.any(Number),
    expect.stringContaining("no team or group “nowhere”"),
  ]);
  expect(wrong.code).not.toBe(0);
}, 60_000);
