import type { lookup } from "node:dns";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PostTrouble, poster } from "../../src/core/reminders/program/post.ts";
import { openChat } from "./chat.ts";

let chat: Awaited<ReturnType<typeof openChat>>;
const answers: Record<string, number> = { "/moved": 302, "/gone": 404, "/silent": 0 };
beforeAll(async () => {
  chat = await openChat({ status: (path) => answers[path] ?? 200 });
});
afterAll(() => chat?.close());

const trouble = (posting: Promise<void>): Promise<string | null> =>
  posting.then(
    () => null,
    (error: unknown) => {
      if (error instanceof PostTrouble) return error.message;
      throw error;
    },
  );
const inside = poster({ allowed: ["127.0.0.1"], patience: 300 });

test("JSON is posted once to a host that is allowed, and what went wrong is said", async () => {
  expect(await trouble(inside.post(`${chat.url}/hook`, { text: "A word" }))).toBeNull();
  expect(chat.posted.at(-1)).toEqual({ path: "/hook", type: "application/json", body: { text: "A word" } });
  expect(await trouble(inside.post(`${chat.url}/gone`, {}))).toMatch(/404: there is no such webhook/);
  expect(await trouble(inside.post(`${chat.url}/silent`, {}))).toBe("It did not answer in time.");
});

test("a redirect is not followed", async () => {
  expect(await trouble(inside.post(`${chat.url}/moved`, {}))).toMatch(/which is not followed/);
  expect(chat.posted.map(({ path }) => path)).not.toContain("/elsewhere");
});

/** A name that stands for one address after the other. */
const standsFor = (...addresses: string[]): typeof lookup =>
  ((_host: string, _options: object, answer: (error: null, found: object[]) => void) => {
    const address = (addresses.length > 1 ? addresses.shift() : addresses[0]) ?? "";
    answer(null, [{ address, family: address.includes(":") ? 6 : 4 }]);
  }) as unknown as typeof lookup;

test("a name that stands for a private address is refused, when it is set and at each posting", async () => {
  const before = chat.posted.length;
  const name = `https://chat.example.org:${new URL(chat.url).port}/hook`;
  for (const address of ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1"]) {
    const outside = poster({ allowed: [], lookup: standsFor(address) });
    expect(await outside.problemWith(name)).toMatch(/private network/);
    expect(await trouble(outside.post(name, {}))).toMatch(/private network/);
  }
  const rebinding = poster({ allowed: [], lookup: standsFor("93.184.215.14", "127.0.0.1") });
  expect(await rebinding.problemWith(name)).toBeNull();
  expect(await trouble(rebinding.post(name, {}))).toMatch(/private network/);
  expect(chat.posted).toHaveLength(before);
});

test("localhost by its name, and by whatever else stands for it, is refused", async () => {
  const outside = poster({ allowed: [] });
  for (const host of ["localhost", "127.0.0.1", "[::1]", "2130706433"])
    expect(await outside.problemWith(`https://${host}:${new URL(chat.url).port}/hook`)).toMatch(
      /private network/,
    );
  expect(await outside.problemWith(chat.url)).toMatch(/https/);
});
