import { expect, test } from "vitest";
import { missingOf } from "./missing.ts";

const at = (pointer: string) => ({ code: "not_found", errors: [{ pointer, detail: "" }] }) as const;

const payments = { slug: "payments" };

test("the field at fault says whether a team or a measure is missing", () => {
  expect([at("/slug"), at("/unit"), at("/id")].map((problem) => missingOf(problem, payments))).toEqual([
    "unit",
    "unit",
    "measure",
  ]);
  expect(missingOf({ ...at("/id"), code: "bad_input" }, payments)).toBe("measure");
});

test("an address of a decision or meeting that is cut off is no measure's", () => {
  expect(missingOf({ ...at("/id"), code: "bad_input" }, {})).toBe("page");
});

test("any other problem is not about a name", () => {
  expect(missingOf(at("/from"), payments)).toBeNull();
  expect(missingOf({ code: "not_found" }, payments)).toBeNull();
  expect(missingOf({ ...at("/slug"), code: "not_allowed" }, payments)).toBeNull();
});
