import { expect, test } from "vitest";
import type { UnitRow } from "../../core/org/tree.ts";
import type { StepKind } from "./contract.ts";
import { marksOf } from "./marks.ts";
import type { AskSeen } from "./store/asks.ts";

const at = (day: string) => new Date(`${day}T22:30:00Z`);

/** Asked by Payments in Berlin, where it is the next day by then. */
function asked(...said: readonly (readonly [StepKind, string])[]): AskSeen {
  const from: UnitRow = {
    ...{ id: "p", slug: "payments", name: "Payments", parent: null, archived: false },
    ...{ kind: "team" as const, timeZone: "Europe/Berlin" },
  };
  const nothing = { words: "", byWhen: null, toUnit: null, helped: null, saidBy: null };
  const steps = said.map(([kind, day], place) => ({
    row: { ...nothing, ask: "1", n: place + 1, side: "asked" as const, kind, saidAt: at(day) },
    ...{ by: null, unit: null },
  }));
  const row = {
    ...{ id: "1", fromUnit: "p", toPerson: "lea", toUnit: null, title: "A copy", why: "" },
    ...{ mattersBy: null, askedBy: "ann", askedAt: at("2026-05-31") },
  };
  const to = { person: { id: "lea", name: "Lea" }, unit: null };
  return { row, from, to, by: null, timeZone: "Europe/Berlin", steps, sides: ["asking"], origin: null };
}
const all = { units: ["p"], from: "2026-01-01", to: "2026-12-31" };
const told = (seen: AskSeen, within = all) =>
  marksOf([seen], within).map(({ day, text }) => `${day} ${text}`);

test("an ask stands on the time line on the days on which it was asked and answered, where the team is", () => {
  expect(told(asked(["acknowledged", "2026-06-01"], ["yes", "2026-06-06"]))).toEqual([
    "2026-06-01 asked: A copy",
    "2026-06-07 answered in 6 days: A copy",
  ]);
});

test("what came back is told once: as the answer where it is the first, else by itself", () => {
  expect(told(asked(["carried", "2026-06-02"], ["came-back", "2026-06-06"]))).toEqual([
    "2026-06-01 asked: A copy",
    "2026-06-07 came back in 6 days: A copy",
  ]);
  expect(told(asked(["no", "2026-06-02"], ["carried", "2026-06-03"], ["came-back", "2026-06-09"]))).toEqual([
    "2026-06-01 asked: A copy",
    "2026-06-03 answered in 2 days: A copy",
    "2026-06-10 came back: A copy",
  ]);
});

test("those who are asked see who asked, and days outside the time line are left out", () => {
  const seen = asked(["yes", "2026-06-06"]);
  expect(told(seen, { ...all, units: ["shop"], to: "2026-06-06" })).toEqual([
    "2026-06-01 asked by Payments: A copy",
  ]);
  expect(marksOf([seen], all)[0]).toEqual({
    ...{ area: "advocacy", day: "2026-06-01", kind: "event", text: "asked: A copy", href: "/asks/1" },
  });
});
