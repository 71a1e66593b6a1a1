import { expect, test } from "vitest";
import { localPath } from "./next-path.ts";

test("a place of our own is kept, with what it asks for", () => {
  expect(localPath("/units/payments?range=1y#top")).toBe("/units/payments?range=1y#top");
  expect(localPath("/a/../b")).toBe("/b");
});

test.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "evil.example",
  "@evil.example",
  "",
  null,
  undefined,
])("%j leads nowhere but to the first page", (next) => {
  expect(localPath(next)).toBe("/");
});

test("what is encoded stays a path of ours", () => {
  expect(new URL(localPath("/%2f%2fevil.example"), "http://here").host).toBe("here");
  expect(new URL(localPath("/%5cevil.example"), "http://here").host).toBe("here");
});
