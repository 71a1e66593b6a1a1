import { expect, test } from "vitest";
import { impedimentMarks, shownImpediment } from "./shown.ts";
import type { ImpedimentSeen } from "./store/impediments.ts";

const seen = (said: string, gone: string | null): ImpedimentSeen => ({
  row: {
    ...{
      id: "1",
      unit: "p",
      text: "No copy of the ledger",
      saidBy: "ann",
      goneWords: gone ? "We got one" : "",
    },
    ...{
      saidAt: new Date(`${said}T22:30:00Z`),
      goneAt: gone === null ? null : new Date(`${gone}T22:30:00Z`),
    },
  },
  unit: {
    ...{ id: "p", slug: "payments", name: "Payments", parent: null, archived: false, kind: "team" },
    timeZone: "Europe/Berlin",
  },
  timeZone: "Europe/Berlin",
  by: { id: "ann", name: "Ann" },
  begun: [{ impediment: "1", kind: "ask", thing: "2", at: new Date("2026-06-02T10:00:00Z") }],
});
const now = Date.parse("2026-06-23T10:00:00Z");

test("it has an age in the team's own days: until today, or until it was gone", () => {
  expect(shownImpediment(seen("2026-05-31", null), now)).toMatchObject({
    ...{ day: "2026-06-01", age: "for 3 weeks", gone: null },
    begun: [{ kind: "ask", id: "2", href: "/asks/2" }],
  });
  expect(shownImpediment(seen("2026-05-31", "2026-06-05"), now)).toMatchObject({
    ...{ age: "for 5 days", gone: { day: "2026-06-06", words: "We got one" } },
  });
  expect(shownImpediment(seen("2026-06-22", null), now).age).toBe("since today");
});

test("on the time line it is a bar from day to day, which goes on while it is there", () => {
  const bars = (from: string, to: string) =>
    impedimentMarks([seen("2026-05-31", "2026-06-05"), seen("2026-06-09", null)], { from, to }).map(
      ({ day, until }) => [day, until],
    );
  expect(bars("2026-01-01", "2026-12-31")).toEqual([
    ["2026-06-01", "2026-06-06"],
    ["2026-06-10", null],
  ]);
  expect(bars("2026-06-07", "2026-06-09")).toEqual([]);
  expect(bars("2026-06-06", "2026-06-10")).toHaveLength(2);
  expect(impedimentMarks([seen("2026-05-31", null)], { from: "2026-06-01", to: "2026-06-01" })[0]).toEqual({
    ...{ area: "delivery", kind: "event", day: "2026-06-01", until: null },
    ...{ text: "in our way: No copy of the ledger", href: "/units/payments#in-our-way" },
  });
});
