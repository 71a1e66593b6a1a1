import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addLoop } from "../../src/core/loops/contract.ts";
import { addMember, addPerson, addUnit } from "../../src/core/org/contract.ts";
import { user } from "../../src/core/people/tables.ts";
import { setReminders } from "../../src/core/reminders/contract.ts";
import { openTestEvents } from "../../src/platform/events/testing.ts";
import { openState } from "../../src/platform/state/open-state.ts";
import { withOwnerUrl } from "../../src/platform/state/testing.ts";
import { newDatabase } from "../../src/platform/state/testing-postgres.ts";
import { openMailBox } from "./mail-box.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";

/** Several instances of Septet over one PostgreSQL server. */
const PUBLIC = "https://septet.example.org";
let now = Date.parse("2026-10-12T06:00:00Z"); // A Monday.
let events: Awaited<ReturnType<typeof openTestEvents>>;
let database: Awaited<ReturnType<typeof newDatabase>>;
let post: Awaited<ReturnType<typeof openMailBox>>;
let refuses: (address: string) => boolean = () => false;
const open = new Set<TestProduct>();
let folder = "";

async function instance(): Promise<TestProduct> {
  const state = withOwnerUrl(await openState(database), database.administratorUrl);
  const settings = { publicUrl: PUBLIC, smtpUrl: post.url, databaseUrl: database.url };
  const clock = { now: () => now };
  // One process has one embedded events store; it is not what this is about.
  const given = { state, clock, events: { ...events, close: async () => undefined } };
  const product = await openTestProduct(given, { ...settings, keyFile: join(folder, "key") });
  open.add(product);
  return product;
}
async function stop(product: TestProduct): Promise<void> {
  open.delete(product);
  await product.close();
}

let first: TestProduct;
const names = ["Ann", "Bo", "Cem", "Dee"];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet-key-"));
  events = await openTestEvents();
  database = await newDatabase();
  post = await openMailBox({ refuses: (address) => refuses(address) });
  first = await instance();
  const { ask } = first;
  await ask(addUnit, { name: "Payments", kind: "team" });
  const state = withOwnerUrl(await openState(database), database.administratorUrl);
  for (const name of names) {
    const email = `${name.toLowerCase()}@example.org`;
    const { id } = await ask(addPerson, { name, email });
    await state.asAuth((tx) => tx.insert(user).values({ id, name, email, emailVerified: true }));
    await ask(addMember, { slug: "payments", person: id, from: "2024-01-01" });
    const asked = first.askAs(email);
    if (name === "Ann")
      await asked(addLoop, {
        unit: "payments",
        area: "delivery",
        question: "What broke?",
        rule: "FREQ=DAILY",
      });
    await asked(setReminders, { checkIn: true, digest: null, calendar: { titles: true } });
  }
  await state.close();
}, 90_000);
afterAll(async () => {
  for (const product of open) await product.close();
  await post?.close();
  await database?.leave();
  await events?.close();
  await rm(folder, { recursive: true, force: true });
});

const came = () =>
  post.post
    .splice(0)
    .map(({ to }) => to)
    .sort();
const everybody = names.map((name) => `${name.toLowerCase()}@example.org`);

test("two instances at once send each letter once", async () => {
  const second = await instance();
  for (const day of [12, 13, 14]) {
    now = Date.parse(`2026-10-${day}T09:00:00Z`);
    await Promise.all([first.settle(), second.settle(), first.settle()]);
    expect(came()).toEqual(everybody);
  }
  await stop(second);
});

test("a server that stops between two letters leaves the rest to the next one, and sends none twice", async () => {
  now = Date.parse("2026-10-15T09:00:00Z");
  let closed: Promise<void> | undefined;
  let reached = 0;
  refuses = () => {
    if (++reached <= 2) return false;
    closed ??= stop(first);
    return true;
  };
  await first.settle().catch(() => undefined);
  await closed;
  refuses = () => false;
  const before = came();
  expect(before).toHaveLength(2);
  first = await instance();
  now += 6 * 60_000;
  await first.settle();
  expect([...before, ...came()].sort()).toEqual(everybody);
  now += 60 * 60_000;
  await first.settle();
  expect(came()).toEqual([]);
});
