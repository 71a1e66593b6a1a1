import { expect, test } from "vitest";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { oneAsk, StepKind } from "./contract.ts";
import { newsOf } from "./news.ts";

type Whole = AnswerOf<typeof oneAsk>;
const step = (kind: StepKind, day: string, says: string) =>
  ({
    kind,
    side: "asked",
    at: `${day}T10:00:00.000Z`,
    says,
    by: { id: "lea", name: "Lea" },
  }) as Whole["steps"][number];
const whole = (sides: readonly string[], ...steps: Whole["steps"]) =>
  ({
    ask: { id: "a", sides, title: "A staging copy of the ledger", from: { slug: "payments" } },
    steps,
  }) as unknown as Whole;
const week = { since: Date.parse("2026-03-02T00:00:00Z"), until: Date.parse("2026-03-09T00:00:00Z") };

const acknowledged = step("acknowledged", "2026-03-03", "has seen it");
const yes = step("yes", "2026-03-04", "said yes, by 4 Apr 2026");

test("those who asked are told the last that came of it in that time, in the words of the ask's page", () => {
  expect(newsOf([whole(["asking"], acknowledged, yes)], week)).toEqual([
    {
      ...{ kind: "ask", unit: "payments", day: "2026-03-04", well: true, href: "/asks/a" },
      ...{ title: "A staging copy of the ledger", text: "Lea said yes, by 4 Apr 2026." },
    },
  ]);
});

test("a no is told too, and is nothing that went well", () => {
  const no = step("no", "2026-03-05", "said no: not this year");
  expect(newsOf([whole(["asking"], yes, no)], week)).toMatchObject([
    { text: "Lea said no: not this year.", well: false },
  ]);
});

test("that it was seen is no answer, what was before is no news, and those who answered need not be told", () => {
  expect(newsOf([whole(["asking"], acknowledged)], week)).toEqual([]);
  expect(newsOf([whole(["asking"], yes)], { since: week.until, until: week.until + 1 })).toEqual([]);
  expect(newsOf([whole(["asked"], yes)], week)).toEqual([]);
});
