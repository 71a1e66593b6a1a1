import { expect, test } from "vitest";
import type { Ask } from "../contract.ts";
import { cardsOf } from "./card-words.ts";

const ask = (more: Partial<Ask>): Ask => ({
  ...{ id: "1", title: "A copy", why: "", mattersBy: null, askedBy: null, asked: "2026-06-01", says: "" },
  from: { slug: "payments", name: "Payments", kind: "team" },
  to: { person: { id: "lea", name: "Lea" }, unit: null },
  ...{ state: "open", open: 22, answer: null, promised: null, cameBack: null, helped: null, can: [] },
  ...{ waitsFor: ["asked"], sides: ["asking"] },
  ...more,
});
const said = (...asks: readonly Partial<Ask>[]) =>
  cardsOf(asks.map(ask)).map(({ kicker, action }) => `${kicker} — ${action}`);
const answer = { kind: "yes", day: "2026-06-07", days: 6, by: { id: "lea", name: "Lea" } } as const;

test("the team reads what was answered, and before that how it stands", () => {
  expect(said({ state: "no", waitsFor: ["asking"], answer })).toEqual([
    "Ask answered · by Lea, in 6 days — Read what came back",
  ]);
  expect(
    said({ state: "came-back", waitsFor: ["asking"], answer: { ...answer, days: 0, by: null } }),
  ).toEqual(["Ask came back · by somebody who is gone, the same day — Read what came back"]);
  expect(said({})).toEqual(["Asked Lea · for 3 weeks — See how it stands"]);
  expect(said({ state: "yes", promised: "2026-11-04", answer })).toEqual([
    "Asked Lea · promised by 4 Nov 2026 — See how it stands",
  ]);
});

test("who is asked answers, brings back what was carried, and does what was said yes to", () => {
  const sides: Ask["sides"] = ["asked"];
  expect(said({ sides })).toEqual(["Payments asks you · for 3 weeks — Answer it"]);
  expect(said({ sides, mattersBy: "2026-07-01" })).toEqual([
    "Payments asks you · for 3 weeks, matters by 1 Jul 2026 — Answer it",
  ]);
  const shop = { person: null, unit: { slug: "shop", name: "Shop", kind: "team" } } as const;
  expect(said({ sides, state: "carried", to: shop })).toEqual([
    "Payments asks Shop · for 3 weeks — Say what came back",
  ]);
  expect(said({ sides, state: "yes", promised: "2026-11-04", answer })).toEqual([
    "Said yes to Payments · by 4 Nov 2026 — Say that it is done",
  ]);
});

test("what waits for the reader comes first, and what waits for nobody or only for the others is not there", () => {
  expect(said({ waitsFor: [] }, { sides: ["asked"], waitsFor: ["asking"], state: "done" })).toEqual([]);
  expect(said({}, { state: "done", waitsFor: ["asking"], answer })).toEqual([
    "Ask answered · by Lea, in 6 days — Read what came back",
    "Asked Lea · for 3 weeks — See how it stands",
  ]);
});
