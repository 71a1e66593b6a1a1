import { expect, test } from "vitest";
import { sameAgain } from "./same-again.ts";

/** Answers when told to, in the order in which it was asked. */
function slow() {
  const asked: string[] = [];
  const ends: (() => void)[] = [];
  const ask = sameAgain((wanted: { title: string }) => {
    asked.push(wanted.title);
    return new Promise<string>((resolve) => ends.push(() => resolve(wanted.title)));
  });
  return { asked, ends, ask: (title: string) => ask({ title }) };
}

test("two clicks on one button write one decision, and both get its answer", async () => {
  const { asked, ends, ask } = slow();
  const answers = [ask("One queue"), ask("One queue")];
  ends[0]?.();
  expect(await Promise.all(answers)).toEqual(["One queue", "One queue"]);
  expect(asked).toEqual(["One queue"]);
});

test("the same is asked again once it was answered, or once it failed", async () => {
  const { asked, ends, ask } = slow();
  const first = ask("One queue");
  ends[0]?.();
  await first;
  void ask("One queue");
  expect(asked).toEqual(["One queue", "One queue"]);

  let times = 0;
  const failing = sameAgain(async () => {
    times += 1;
    throw new Error("no");
  });
  await expect(failing({})).rejects.toThrow("no");
  await expect(failing({})).rejects.toThrow("no");
  expect(times).toBe(2);
});

test("there and back again is asked three times, so that the last wish is the one that is kept", () => {
  const { asked, ask } = slow();
  for (const wish of ["yes", "no", "yes"]) void ask(wish);
  expect(asked).toEqual(["yes", "no", "yes"]);
});
