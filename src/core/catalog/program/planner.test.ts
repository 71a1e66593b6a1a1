import { expect, test } from "vitest";
import { emptyDirectory } from "../testing.ts";
import { planner } from "./planner.ts";

const entries = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `kind: Group\napiVersion: backstage.io/v1\nmetadata: {name: g${n}}\n`,
  );
const order = (count: number) => ({
  importing: { from: "catalog", files: [{ name: "a.yaml", text: entries(count).join("---\n") }] } as const,
  directory: emptyDirectory(),
  me: "owner",
});
const TOO_MUCH = {
  code: "too_large",
  message: "This is more than can be read at once. Give it in several imports.",
};

test("an import that takes more memory than there is for it is refused, and the next one is planned", async () => {
  const { plan } = planner({ memory: 24 });
  const [large, small] = await Promise.allSettled([plan(order(100_000)), plan(order(1))]);
  expect(large).toMatchObject({ reason: TOO_MUCH });
  expect(small).toMatchObject({ value: { read: 1 } });
});

test("an import that takes too long is refused", async () => {
  await expect(planner({ patience: 1 }).plan(order(1))).rejects.toMatchObject(TOO_MUCH);
});

test("the same state and files have the same print, other files or another person another", async () => {
  const { plan } = planner();
  const prints = await Promise.all(
    [order(1), order(1), order(2), { ...order(1), me: "other" }].map(async (one) => (await plan(one)).print),
  );
  expect(new Set(prints).size).toBe(3);
  expect(prints[0]).toBe(prints[1]);
});
