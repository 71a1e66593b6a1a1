import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Failure, failField, failures, problemOf } from "./errors.ts";

test("docs/errors.md tells every failure, with its status, and no other", () => {
  const text = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");
  const told = [...text.matchAll(/^## (\w+)\n\n\*\*(\d{3})\*\* (.+)$/gm)].map(([, code, status, title]) => [
    code,
    Number(status),
    title,
  ]);
  expect(told).toEqual(Object.entries(failures).map(([code, { status, title }]) => [code, status, title]));
});

test("a failure at a field names it by pointer, and says what would be right", () => {
  const attempt = () => failField("/from", "Write a day like 2026-01-31.");
  expect(attempt).toThrow(Failure);
  try {
    attempt();
  } catch (error) {
    expect(problemOf(error)).toEqual({
      type: "/api/docs#bad_input",
      title: "Something in the request is not right.",
      status: 400,
      code: "bad_input",
      detail: "Write a day like 2026-01-31.",
      errors: [{ pointer: "/from", detail: "Write a day like 2026-01-31." }],
    });
  }
});

test("an error that nobody foresaw tells nothing of our insides", () => {
  const problem = problemOf(new Error("password authentication failed for user septet"));
  expect(JSON.stringify(problem)).not.toContain("septet");
  expect(problem.status).toBe(500);
});
