import { expect, test } from "vitest";
import { missingOf } from "./missing.ts";

const at = (pointer: string) => ({ code: "not_found", errors: [{ pointer, detail: "" }] }) as const;

test("the field at fault says whether a team or a measure is missing", () => {
  expect([at("/slug"), at("/unit"), at("/id")].map(missingOf)).toEqual(["unit", "unit", "measure"]);
  expect(missingOf({ ...at("/id"), code: "bad_input" })).toBe("measure");
});

test("any other problem is not about a name", () => {
  expect(missingOf(at("/from"))).toBeNull();
  expect(missingOf({ code: "not_found" })).toBeNull();
  expect(missingOf({ ...at("/slug"), code: "not_allowed" })).toBeNull();
});
