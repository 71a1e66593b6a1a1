import { expect, test } from "vitest";
import { timeZoneOptions } from "./time-zones.ts";

const known = ["America/New_York", "Europe/Berlin"];
const acme = { slug: "organisation", name: "Acme", kind: "organisation" } as const;
const names = (...asked: Parameters<typeof timeZoneOptions>) =>
  timeZoneOptions(...asked).map(({ name }) => name);

test("a team may follow what it stands in, or have any time zone; UTC is always one", () => {
  expect(names({ kind: "team", path: [acme], ownTimeZone: null }, known)).toEqual([
    "As Acme",
    "UTC",
    "America/New York",
    "Europe/Berlin",
  ]);
});

test("the organisation follows nothing", () => {
  expect(names({ kind: "organisation", path: [], ownTimeZone: "UTC" }, known)[0]).toBe("UTC");
});

test("a time zone that the browser does not know stays what it is", () => {
  expect(names({ kind: "team", path: [acme], ownTimeZone: "Etc/GMT-3" }, known)).toContain("Etc/GMT-3");
});
