/** Test support: only tests import this. */
import { expect, test } from "vitest";
import { emptied, fact, type Given, one } from "./probe.ts";

export function values(given: Given): void {
  test("hostile text stays text, as a parameter and as a row", async () => {
    const hostile = `'; drop table probe_fact; -- \\ \\' " {id:String} ü 🜁 \t\n\r \0 end`;
    expect(await one(given, "select {words:String} as words", { words: hostile })).toEqual({
      words: hostile,
    });
    await emptied(given);
    await given().insert("probe_fact", [fact(1, hostile)]);
    expect(await one(given, "select words from probe_fact")).toEqual({ words: hostile });
  });

  test("arrays and null pass as parameters, hostile text in them included", async () => {
    const row = await one(
      given,
      "select {words:Array(String)} as words, {none:Array(String)} as none, {nothing:Nullable(String)} as nothing, {ids:Array(UInt32)} as ids",
      { words: ["a'b", "c\\", "d,e", "", "]"], none: [], nothing: null, ids: [1, 2] },
    );
    expect(row).toEqual({ words: ["a'b", "c\\", "d,e", "", "]"], none: [], nothing: null, ids: [1, 2] });
  });

  test("a large whole number keeps its digits, and a small one is a number", async () => {
    expect(
      await one(given, "select 18446744073709551615::UInt64 as large, 7::UInt32 as small, 0.5 as part"),
    ).toEqual({
      large: "18446744073709551615",
      small: 7,
      part: 0.5,
    });
  });

  test("what is no number is null, and never 0", async () => {
    expect(
      await one(given, "select 0 / 0 as none, null as nothing, avgOrNull(number) as mean from numbers(0)"),
    ).toEqual({
      none: null,
      nothing: null,
      mean: null,
    });
  });

  test("milliseconds since the epoch go in as a moment, and moments come out in UTC", async () => {
    await emptied(given);
    await given().insert("probe_fact", [{ ...fact(1), at: Date.UTC(2026, 0, 2, 3, 4, 5, 678) }]);
    expect(
      await one(
        given,
        "select at, toUnixTimestamp64Milli(at)::Float64 as ms, toString(toDateTime(0)) as zero from probe_fact",
      ),
    ).toEqual({
      at: "2026-01-02 03:04:05.678",
      ms: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
      zero: "1970-01-01 00:00:00",
    });
  });
}
