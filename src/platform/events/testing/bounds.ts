/** Test support: only tests import this. */
import { expect, test } from "vitest";
import { type Given, one } from "./probe.ts";

const endless = "select sum(sleepEachRow(0.01)) as n from numbers(100000) settings max_block_size = 10";

/** What goes wrong is told, ends in time and stays by itself. */
export function bounds(given: Given): void {
  test("a statement that is refused says ClickHouse's code and its own first line", async () => {
    const refused = given().query("-- One thing that is not there.\nselect nothing\nfrom probe_fact");
    await expect(refused).rejects.toMatchObject({
      name: "EventsError",
      code: 47,
      message: expect.stringContaining("(in: select nothing)"),
    });
  });

  test("a statement that runs for too long ends, one that says so may take longer", async () => {
    await expect(given().query(endless)).rejects.toMatchObject({ code: 159 });
    expect(
      await one(
        given,
        "select count(sleepEachRow(0.5))::UInt8 as n from numbers(3) settings max_execution_time = 10, max_block_size = 1",
      ),
    ).toEqual({ n: 3 });
  });

  test("a statement that wants too much memory ends", async () => {
    const hungry =
      "select length(groupArray(toString(number))) as n from numbers(100000000) settings max_memory_usage = 50000000, max_execution_time = 20";
    await expect(given().query(hungry)).rejects.toMatchObject({ code: 241 });
  });

  test("what a failing statement had written before it failed never shows in the answer to the next", async () => {
    const failing = () => given().query("select number, throwIf(number = 500000) from numbers(1000000)");
    const asking = (n: number) => one(given, "select {n:UInt32} as n", { n });
    const answers = await Promise.allSettled([failing(), asking(1), asking(2), failing(), asking(3)]);
    expect(
      answers.map((answer) => (answer.status === "fulfilled" ? answer.value : answer.reason.code)),
    ).toEqual([395, { n: 1 }, { n: 2 }, 395, { n: 3 }]);
  });
}
