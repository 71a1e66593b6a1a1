/** Test support: only tests import this. */
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { Failure } from "../../errors.ts";
import { type Given, note } from "./probe.ts";

export function values(given: Given): void {
  const first = async (query: ReturnType<typeof sql>) =>
    given().as("ada", async (tx) => (await tx.execute(query)).rows[0]);

  test("counts and decimals are numbers, and dates are plain days", async () => {
    const row = await first(
      sql`select count(*) as n, date '2026-01-02' as day, 1.50::numeric as part from probe_note`,
    );
    expect(row).toEqual({ n: 1, day: "2026-01-02", part: 1.5 });
  });

  test("a whole number too large for a number keeps its digits, as text", async () => {
    expect(await first(sql`select 9007199254740993::int8 as big`)).toEqual({ big: "9007199254740993" });
  });

  test("moments are dates in time, JSON is what it says, and null is null", async () => {
    const row = await first(
      sql`select timestamptz '2026-01-02 03:04:05.678+01' as at, '{"a":[1,null,"x"]}'::jsonb as json, null::int8 as nothing`,
    );
    expect(row).toEqual({
      at: new Date("2026-01-02T02:04:05.678Z"),
      json: { a: [1, null, "x"] },
      nothing: null,
    });
  });

  test("arrays hold the same as what they are of", async () => {
    const row = await first(
      sql`select array[1, null]::int8[] as n, array[date '2026-01-02'] as days, array['a', 'b,"c'] as words`,
    );
    expect(row).toEqual({ n: [1, null], days: ["2026-01-02"], words: ["a", 'b,"c'] });
  });

  test("a table's columns come back as Drizzle declares them", async () => {
    expect(await given().as("ada", (tx) => tx.select().from(note))).toEqual([
      { id: 1, owner: "ada", words: "hers", day: "2026-01-02" },
    ]);
  });

  test("hostile text stays text", async () => {
    const hostile = `'; drop table probe_note; -- \\ " ü 🜁 \n`;
    expect(await first(sql`select ${hostile}::text as words`)).toEqual({ words: hostile });
  });

  test("a text of five million characters passes", async () => {
    expect(await first(sql`select length(${"ü".repeat(5_000_000)}::text) as n`)).toEqual({
      n: 5_000_000,
    });
  });

  test("text with a NUL is refused in words that say so, and what was begun goes on working", async () => {
    const refused = first(sql`select ${"a\0b"}::text as words`);
    await expect(refused).rejects.toThrow(Failure);
    await expect(refused).rejects.toThrow(/NUL/);
    await expect(first(sql`select ${JSON.stringify({ a: "\0" })}::jsonb as json`)).rejects.toThrow(/NUL/);
    expect(await first(sql`select 1 as one`)).toEqual({ one: 1 });
  });
}
