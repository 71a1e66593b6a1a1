import { expect, test } from "vitest";
import { sayMeeting, sayResolved, sayRound } from "./words.ts";

test("a meeting is told by what it decided, and by what it only talked about", () => {
  const closed = (...outcomes: Parameters<typeof sayMeeting>[0]) => sayMeeting(outcomes, { closed: true });
  expect([
    closed(),
    closed("accepted", "words", null),
    closed("words", "not-consented"),
    closed(null),
    closed(null, null),
    sayMeeting(["accepted", null], { closed: false }),
    sayMeeting([], { closed: false }),
  ]).toEqual([
    "nothing was talked about",
    "1 of 3 decided",
    "2 of 2 talked about, nothing decided",
    "it went to the next agenda",
    "all 2 went to the next agenda",
    "on now: 1 of 2 done",
    "nothing on its agenda yet",
  ]);
});

test("a round counts who speaks of the text as it is, and says apart who spoke of an earlier one", () => {
  const consent = { stance: "consent", earlier: false } as const;
  const round = { voices: [], open: 0, stays: 0, reached: null, closed: false };
  expect([
    sayRound(round),
    sayRound({ ...round, voices: [consent, consent, { ...consent, earlier: true }], open: 1 }),
    sayRound({
      ...round,
      voices: [consent, { stance: "aside", earlier: false }],
      reached: true,
      closed: true,
    }),
    sayRound({ ...round, voices: [consent], stays: 2, reached: false, closed: true }),
    sayRound({ ...round, closed: true }),
  ]).toEqual([
    "nobody has spoken yet",
    "2 consent, 1 objection is open, 1 spoke of an earlier text",
    "consent: 1 consents, 1 stands aside",
    "no consent: 1 consents, 2 objections stay",
    "left before its end: nobody has spoken yet",
  ]);
});

test("an objection says how it was resolved, and when it is looked at again", () => {
  expect([
    sayResolved({ resolved: null, words: "", lookOn: null }),
    sayResolved({ resolved: "amended", words: "Only on two days.", lookOn: null }),
    sayResolved({ resolved: "withdrawn", words: "", lookOn: null }),
    sayResolved({ resolved: "look-again", words: "", lookOn: "2026-05-03" }),
  ]).toEqual([
    "Open.",
    "The proposal was amended: Only on two days.",
    "Withdrawn.",
    expect.stringMatching(/^Looked at again on .*2026\.$/),
  ]);
});
