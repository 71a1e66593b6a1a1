/** Test support: only tests import this. */
import { expect, test } from "vitest";
import { emptied, fact, type Given, one } from "./probe.ts";

export function inserts(given: Given): void {
  test("fifty thousand rows go in with one call and are there when it returns", async () => {
    await emptied(given);
    await given().insert(
      "probe_fact",
      Array.from({ length: 50_000 }, (_, id) => fact(id, `row ${id} ü`)),
    );
    expect(
      await one(given, "select count()::UInt32 as n, uniqExact(words)::UInt32 as different from probe_fact"),
    ).toEqual({ n: 50_000, different: 50_000 });
  });

  test("no rows are nothing to do", async () => {
    await emptied(given);
    await given().insert("probe_fact", []);
    expect(await one(given, "select count()::UInt32 as n from probe_fact")).toEqual({ n: 0 });
  });

  test("a row that does not fit is refused, and none of its batch is kept", async () => {
    await emptied(given);
    const refused = given().insert("probe_fact", [fact(1), { ...fact(2), id: "no number" }]);
    await expect(refused).rejects.toMatchObject({ name: "EventsError" });
    expect(await one(given, "select count()::UInt32 as n from probe_fact")).toEqual({ n: 0 });
  });

  test("many at once each get their own answer, while rows come in", async () => {
    await emptied(given);
    const inserts = Array.from({ length: 5 }, (_, batch) =>
      given().insert(
        "probe_fact",
        Array.from({ length: 2_000 }, (_, id) => fact(batch * 2_000 + id)),
      ),
    );
    const asked = Array.from({ length: 200 }, (_, n) =>
      one(given, "select {n:UInt32} + 0 * count() as n from probe_fact", { n }),
    );
    expect((await Promise.all(asked)).map((row) => Number(row?.n))).toEqual(
      Array.from({ length: 200 }, (_, n) => n),
    );
    await Promise.all(inserts);
    expect(await one(given, "select count()::UInt32 as n from probe_fact")).toEqual({ n: 10_000 });
  });
}
