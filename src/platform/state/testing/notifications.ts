/** Test support: only tests import this. */
import { expect, test } from "vitest";
import type { Given } from "./probe.ts";

export function notifications(given: Given): void {
  test("who listens hears what is told after that, on that channel, until they stop", async () => {
    const heard: string[] = [];
    const stop = await given().listen("probe one", (payload) => heard.push(payload));
    await given().notify("probe one", "a");
    await given().notify("probe two", "b");
    await expect.poll(() => heard).toEqual(["a"]);
    await stop();
    await given().notify("probe one", "c");
    const again: string[] = [];
    const stopAgain = await given().listen("probe one", (payload) => again.push(payload));
    await given().notify("probe one", "d");
    await expect.poll(() => again).toContain("d");
    await stopAgain();
    expect(heard).toEqual(["a"]);
  });

  test("a message too long for PostgreSQL is refused everywhere", async () => {
    await expect(given().notify("probe", "x".repeat(8000))).rejects.toThrow(/at most/);
  });
}
