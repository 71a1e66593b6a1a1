import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { newHashes } from "./hashes.ts";

const hashOf = (number: number, kind = "sha1"): string => createHash(kind).update(`${number}`).digest("hex");

test.each(["sha1", "sha256"])(
  "every hash of %s is found by its number and its number by it, however many there are",
  (kind) => {
    const hashes = newHashes();
    const all = Array.from({ length: 20_000 }, (_, number) => hashOf(number, kind));
    expect(all.map((hash) => hashes.add(hash))).toEqual(all.map((_, number) => number));
    expect(all.every((hash, number) => hashes.find(hash) === number && hashes.at(number) === hash)).toBe(
      true,
    );
    expect([hashes.size, hashes.find(hashOf(-1, kind))]).toEqual([20_000, undefined]);
  },
);

test("a shortened hash is found where only one begins so", () => {
  const hashes = newHashes();
  for (const start of ["abcd1", "abcd2", "ef"]) hashes.add(start.padEnd(40, "0"));
  expect(["abcd1", "abcd", "ef", "ef1", "zz", ""].map((start) => hashes.findShortened(start))).toEqual([
    0,
    undefined,
    2,
    undefined,
    undefined,
    undefined,
  ]);
});

test("without any hash nothing is found", () => {
  expect([newHashes().find(hashOf(1)), newHashes().findShortened("abcd")]).toEqual([undefined, undefined]);
});

test("of many shortened hashes each is found by itself, or not at all where it fits several or none", () => {
  const hashes = newHashes();
  const all = Array.from({ length: 3_000 }, (_, n) => createHash("sha1").update(`${n}`).digest("hex"));
  for (const hash of all) hashes.add(hash);
  for (const [number, hash] of all.entries()) {
    for (const length of [4, 5, 7, 8, 39]) {
      const start = hash.slice(0, length);
      const fitting = all.filter((one) => one.startsWith(start));
      if (number % 50 === 0)
        expect([start, hashes.findShortened(start)]).toEqual([
          start,
          fitting.length === 1 ? number : undefined,
        ]);
    }
  }
  expect(hashes.findShortened("0000000")).toBe(undefined);
  const later = hashes.add("0000000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
  expect(hashes.findShortened("0000000")).toBe(later);
});
