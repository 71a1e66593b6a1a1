import { expect, test } from "vitest";
import type { Meeting, MeetingItem } from "./contract.ts";
import { minutesIn } from "./minutes.ts";

const item: MeetingItem = {
  ...{
    id: "i",
    kind: "line",
    title: "Pairing",
    unit: null,
    putBy: null,
    href: null,
    minutes: 15,
    phase: "done",
  },
  ...{ says: "", since: "2026-03-04T10:00:00Z", moves: 1, boxUntil: null, outcome: "words", words: "Later" },
  ...{
    carried: false,
    questions: [],
    opinions: [],
    opinionsSaid: 0,
    proposals: [],
    rounds: [],
    waitsForMe: false,
  },
};
const meeting: Meeting = {
  ...{ id: "m", forum: { id: "f", name: "Advice" }, unit: { slug: "p", name: "Payments", kind: "team" } },
  ...{ mode: "live", timeZone: "Europe/Berlin", began: "2026-03-04T23:30:00Z", due: null, until: null },
  ...{ closed: "2026-03-05T00:15:00Z", says: "", now: "2026-03-05T00:15:00Z", beganBy: null, closedBy: null },
  ...{ present: [{ id: "a", name: "Ann", left: false }], items: [item], at: null, remarks: [], seenBy: "" },
  can: { lead: false, close: false, here: false },
};

test("the day and the times are those of the clock where the forum is", () => {
  expect(minutesIn(meeting).split("\n\n").slice(0, 3)).toEqual([
    expect.stringMatching(/^# Advice, .*5 March 2026$|^# Advice, 5 Mar 2026$/),
    "Payments. From 00:30 to 01:15 (Europe/Berlin).",
    "There: Ann.",
  ]);
});

test("words are words: nothing that somebody writes becomes a heading, a link or HTML", () => {
  const by = { id: "b", name: "Bo" };
  const words = "# Fired\n\n[here](javascript:alert(1)) <img src=x> | *now*";
  const hostile = { ...item, title: "A\n# B", opinions: [{ id: "o", by, at: meeting.began, words }] };
  const markdown = minutesIn({ ...meeting, items: [hostile] });
  expect(markdown).toContain("## A \\# B");
  expect(markdown).toContain("- Bo: \\# Fired \\[here\\](javascript:alert(1)) \\<img src=x\\> \\| \\*now\\*");
});

test("who is gone is named as such, and what is open says how far it came", () => {
  const open = { ...item, phase: "opinions" as const, outcome: null, words: "" };
  const asked = { id: "q", by: null, at: meeting.began, words: "Why?", answers: [] };
  const markdown = minutesIn({ ...meeting, items: [{ ...open, questions: [asked] }] });
  expect(markdown).toContain("- Somebody who is gone: Why?");
  expect(markdown).toMatch(/## Open still\n\n- Pairing: everybody's view/);
  expect(markdown).not.toContain("## Decided");
});
