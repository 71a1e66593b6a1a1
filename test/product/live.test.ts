import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkIn, finishTurn, writeTurn } from "../../src/core/loops/check-in/contract.ts";
import { addLoop } from "../../src/core/loops/contract.ts";
import { LIVE_PATH } from "../../src/core/loops/live.ts";
import { addMember, addPerson, addUnit } from "../../src/core/org/contract.ts";
import { signInLink } from "../../src/core/people/contract.ts";
import { openProduct } from "../../src/main.ts";
import { readConfig } from "../../src/platform/config.ts";
import { openTestEvents } from "../../src/platform/events/testing.ts";
import { quietLog } from "../../src/platform/log.ts";
import { openTestProduct, sessionCookie, type TestProduct } from "./open-test-product.ts";

let product: TestProduct | undefined;
afterEach(async () => {
  await product?.close();
  product = undefined;
});

const asked = {
  unit: "payments",
  area: "craft",
  question: "What slowed us down?",
  rule: "FREQ=DAILY",
  at: "00:00",
};

/** What is said on a line, as it comes. */
async function* saidOn(response: Response): AsyncGenerator<string> {
  let text = "";
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk);
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) yield /^event: (.*)$/m.exec(event)?.[1] ?? "";
  }
}

test("who is at a check-in hears that somebody wrote, and nothing of what; others may not listen", async () => {
  product = await openTestProduct();
  const { ask } = product;
  await ask(addUnit, { name: "Payments", kind: "team" });
  const { id } = await ask(addPerson, { name: "Ann", email: "ann@example.org" });
  await ask(addMember, { slug: "payments", person: id });
  const { id: loop } = await ask(addLoop, asked);
  const { today } = await ask(checkIn, { unit: "payments" });
  const cookie = await sessionCookie(product, (await ask(signInLink, {})).url);
  const line = await product.as({ cookie })(`${LIVE_PATH}?unit=payments`);
  expect([line.status, line.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  const heard = saidOn(line);
  expect((await heard.next()).value).toBe("ready");
  await ask(writeTurn, { id: loop, due: today, version: 0, note: "A secret of ours" });
  expect((await heard.next()).value).toBe("changed");
  await heard.return(undefined);

  await product.letInOthers();
  const listen = async (headers: Record<string, string>, unit: string) =>
    (await (product as TestProduct).as(headers)(`${LIVE_PATH}?unit=${unit}`)).status;
  expect(await listen({}, "payments")).toBe(401);
  const other = await sessionCookie(product, (await ask(signInLink, {})).url);
  expect(await listen({ cookie: other }, "payments")).toBe(403);
  expect(await listen({ cookie: other }, "nowhere")).toBe(400);
});

test("a server that stops ends every line, and waits for none", async () => {
  product = await openTestProduct();
  await product.ask(addUnit, { name: "Payments", kind: "team" });
  const cookie = await sessionCookie(product, (await product.ask(signInLink, {})).url);
  const line = await product.as({ cookie })(`${LIVE_PATH}?unit=payments`);
  const heard = saidOn(line);
  await heard.next();
  const ended = heard.next();
  await product.close();
  product = undefined;
  expect((await ended).done).toBe(true);
});

test("a check-in goes on where it was when the server stopped in the middle of it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "septet-kept-"));
  const config = readConfig({}, { data: join(folder, "data") });
  // Only the state is kept on the disk: the events store can be open once in a process.
  const open = async () => openProduct(config, { log: quietLog, events: await openTestEvents() });
  const first = await open();
  await first.ask(addUnit, { name: "Payments", kind: "team" });
  const { id } = await first.ask(addLoop, asked);
  const { today } = await first.ask(checkIn, { unit: "payments" });
  await first.ask(writeTurn, { id, due: today, version: 0, note: "Half of it", sense: "unclear" });
  await first.close();
  const second = await open();
  const also = { unit: "payments", also: id };
  expect((await second.ask(checkIn, also)).items[0]?.turn).toMatchObject({
    ...{ note: "Half of it", sense: "unclear", version: 1, done: null },
  });
  await second.ask(writeTurn, { id, due: today, version: 1, note: "All of it" });
  expect((await second.ask(finishTurn, { id, due: today })).note).toBe("All of it");
  await second.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);
