import { expect, test } from "vitest";
import { ProblemError } from "../../platform/http/ask.ts";
import { troubleAt } from "./trouble.tsx";

const problem = (errors: { pointer: string; detail: string }[]) =>
  new ProblemError({ type: "about:blank", title: "", status: 400, code: "bad_input", errors });

test("right at a field its name is not said again", () => {
  const error = problem([
    { pointer: "/name", detail: "name: write a name." },
    { pointer: "/email", detail: "This address belongs to another account." },
  ]);
  expect(troubleAt("/name", error)).toBe("Write a name.");
  expect(troubleAt("/email", error)).toBe("This address belongs to another account.");
  expect(troubleAt("/password", error)).toBeUndefined();
});

test("what is no answer of the server is said at no field", () => {
  expect(troubleAt("/name", new TypeError("fetch failed"))).toBeUndefined();
});
