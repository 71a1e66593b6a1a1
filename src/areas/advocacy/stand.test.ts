import { expect, test } from "vitest";
import { daysOpen, daysToAnswer, type Said, standOf, waitsFor } from "./stand.ts";

const said = (kind: Said["kind"], day: string, more: Partial<Said> = {}): Said => ({
  ...{ kind, day, byWhen: null, helped: null },
  ...more,
});
const asked = "2026-06-01";

test("an ask of which nobody said anything is open, and so is one with words alone", () => {
  expect(standOf([]).state).toBe("open");
  const stand = standOf([said("words", "2026-06-02")]);
  expect(stand).toMatchObject({ state: "open", answer: null, ended: null });
  expect([daysToAnswer(asked, stand), daysOpen(asked, stand, "2026-06-11")]).toEqual([null, 10]);
});

test("that it was seen or carried on is no answer; what came back is one, and the first counts", () => {
  const way = [
    said("acknowledged", "2026-06-02"),
    said("carried", "2026-06-03"),
    said("came-back", "2026-06-07"),
    said("yes", "2026-06-09", { byWhen: "2026-06-30" }),
  ];
  expect(daysToAnswer(asked, standOf(way.slice(0, 2)))).toBeNull();
  const stand = standOf(way);
  expect(stand).toMatchObject({ state: "yes", promised: "2026-06-30", cameBack: { day: "2026-06-07" } });
  expect(daysToAnswer(asked, stand)).toBe(6);
});

test("words that follow an answer do not change how it stands", () => {
  expect(standOf([said("no", "2026-06-02"), said("words", "2026-06-03")]).state).toBe("no");
});

test("a yes is for those who said it until its day, and then also for those who asked", () => {
  const stand = standOf([said("yes", "2026-06-02", { byWhen: "2026-06-20" })]);
  expect(waitsFor(stand, "2026-06-19")).toEqual(["asked"]);
  expect(waitsFor(stand, "2026-06-20")).toEqual(["asking", "asked"]);
  expect(waitsFor(standOf([said("yes", "2026-06-02")]), "2026-06-02")).toEqual(["asking"]);
});

test("what is open waits for those who are asked, what was answered for those who ask, what has ended for nobody", () => {
  const waits = (kind: Said["kind"]) => waitsFor(standOf([said(kind, "2026-06-02")]), "2026-06-10");
  expect(waitsFor(standOf([]), "2026-06-10")).toEqual(["asked"]);
  expect([waits("acknowledged"), waits("carried")]).toEqual([["asked"], ["asked"]]);
  expect([waits("no"), waits("came-back"), waits("done")]).toEqual([["asking"], ["asking"], ["asking"]]);
  expect([waits("helped"), waits("withdrawn")]).toEqual([[], []]);
});

test("it is open until the team says whether it helped, or takes it back; the last word on whether it helped counts", () => {
  const stand = standOf([
    said("done", "2026-06-05"),
    said("helped", "2026-06-10", { helped: "yes" }),
    said("helped", "2026-07-01", { helped: "partly" }),
  ]);
  expect(stand).toMatchObject({ state: "helped", helped: "partly", ended: "2026-06-10" });
  expect(daysOpen(asked, stand, "2026-12-01")).toBe(9);
});
