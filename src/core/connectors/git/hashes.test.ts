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
