import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { calendarFeed, type DueDay, type DueTurn } from "./calendar-feed.ts";

const at = (moment: string) => Date.parse(moment);
const turn: DueTurn = {
  uid: "loop-1-2026-01-05@septet.example",
  title: "Where do changes wait?",
  description: "Ledger team",
  url: "https://septet.example/units/ledger/loops/1",
  at: at("2026-01-05T08:00:00Z"),
};
const experiment: DueDay = {
  uid: "experiment-7@septet.example",
  title: "Look again: smaller changes",
  description: "",
  url: "https://septet.example/experiments/7",
  day: "2026-12-31",
};

const feed = (turns: Partial<DueTurn>[], allDay: Partial<DueDay>[] = [], name = "Septet") =>
  calendarFeed({
    name,
    now: at("2026-01-02T10:11:12.999Z"),
    turns: turns.map((one) => ({ ...turn, ...one })),
    allDay: allDay.map((one) => ({ ...experiment, ...one })),
  });

/** Every event as a calendar reads it. */
function events(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents().map((component) => {
    const event = new ICAL.Event(component);
    return {
      kind: component.name,
      uid: event.uid,
      title: event.summary,
      description: event.description,
      url: component.getFirstPropertyValue("url"),
      from: event.startDate.toString(),
      to: event.endDate.toString(),
      stamp: String(component.getFirstPropertyValue("dtstamp")),
      properties: component.getAllProperties().map((property) => property.name),
    };
  });
}

const properties = [
  "uid",
  "dtstamp",
  "dtstart",
  "dtend",
  "summary",
  "description",
  "url",
  "transp",
  "x-microsoft-cdo-busystatus",
];

test("a calendar reads a check-in of five minutes, and a day on which to look again", () => {
  expect(events(feed([{}, { at: at("2026-03-30T07:00:00Z"), minutes: 30 }], [{}]))).toEqual([
    {
      kind: "vevent",
      uid: "loop-1-2026-01-05@septet.example",
      title: "Where do changes wait?",
      description: "Ledger team\n\nhttps://septet.example/units/ledger/loops/1",
      url: "https://septet.example/units/ledger/loops/1",
      from: "2026-01-05T08:00:00Z",
      to: "2026-01-05T08:05:00Z",
      stamp: "2026-01-02T10:11:12Z",
      properties,
    },
    expect.objectContaining({ from: "2026-03-30T07:00:00Z", to: "2026-03-30T07:30:00Z" }),
    expect.objectContaining({
      uid: "experiment-7@septet.example",
      description: "https://septet.example/experiments/7",
      from: "2026-12-31",
      to: "2027-01-01",
      properties,
    }),
  ]);
});

test("the text is as the standard writes it, to the letter", () => {
  expect(feed([], [{ url: "https://septet.example/7", description: "Two, or three; who knows?" }])).toBe(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Septet//Septet//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "NAME:Septet",
      "X-WR-CALNAME:Septet",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
      "BEGIN:VEVENT",
      "UID:experiment-7@septet.example",
      "DTSTAMP:20260102T101112Z",
      "DTSTART;VALUE=DATE:20261231",
      "DTEND;VALUE=DATE:20270101",
      "SUMMARY:Look again: smaller changes",
      "DESCRIPTION:Two\\, or three\\; who knows?\\n\\nhttps://septet.example/7",
      "URL:https://septet.example/7",
      "TRANSP:TRANSPARENT",
      "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );
});

test("nothing due is a calendar too, so that it can be subscribed to before there is anything", () => {
  expect(events(feed([]))).toEqual([]);
});

test("the same things make the same text, so that a calendar finds what it already has", () => {
  expect(feed([{}], [{}])).toBe(feed([{}], [{}]));
});

test("a line has at most 75 octets, and is folded between letters, never within one", () => {
  // SUMMARY: is 8 octets. The first line has room for 67 more, those after it for 74 beside the space.
  const summary = (title: string) =>
    /SUMMARY:.*?(?=\r\nDESCRIPTION)/s.exec(feed([{ title }]))?.[0].split("\r\n");
  expect(summary("a".repeat(67))).toEqual([`SUMMARY:${"a".repeat(67)}`]);
  expect(summary("a".repeat(68))).toEqual([`SUMMARY:${"a".repeat(67)}`, " a"]);
  expect(summary("a".repeat(67 + 74 + 1))).toEqual([`SUMMARY:${"a".repeat(67)}`, ` ${"a".repeat(74)}`, " a"]);
  // Of four octets each: 16 in 67, and 18 in 74.
  expect(summary("😀".repeat(40))).toEqual([
    `SUMMARY:${"😀".repeat(16)}`,
    ` ${"😀".repeat(18)}`,
    ` ${"😀".repeat(6)}`,
  ]);
  expect(summary(`${"ä".repeat(33)}€`)).toEqual([`SUMMARY:${"ä".repeat(33)}`, " €"]);
  // An escape may be folded in two, as calendars unfold before they read.
  expect(summary(`${"a".repeat(66)},b`)).toEqual([`SUMMARY:${"a".repeat(66)}\\`, " ,b"]);
});

test.each([
  ["commas, semicolons and backslashes", 'a, b; c\\d: "e"', 'SUMMARY:a\\, b\\; c\\\\d: "e"'],
  ["an escape that is written out", "a\\nb", "SUMMARY:a\\\\nb"],
  [
    "a line end and a property",
    "Hello\r\nATTENDEE:mailto:a@example.org",
    "SUMMARY:Hello ATTENDEE:mailto:a@example.org",
  ],
  ["a line end alone of each kind", "a\rb\nc\u2028d\u0085e", "SUMMARY:a b c de"],
  ["the end of its event", "x\nEND:VEVENT\nBEGIN:VEVENT", "SUMMARY:x END:VEVENT BEGIN:VEVENT"],
  ["signs that steer", "a\0b\u001b[31m\u202ec", "SUMMARY:ab[31mc"],
  ["half a letter", "a\ud83d", "SUMMARY:a\ufffd"],
])("a title with %s is a title and nothing else", (_, title, line) => {
  const text = feed([{ title }]);
  expect(text.split("\r\n").filter((one) => one.startsWith("SUMMARY"))).toEqual([line]);
  expect(events(text)).toEqual([expect.objectContaining({ properties })]);
});

test("nothing that anybody writes becomes a property or an event, and what is read back is what was written", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          "\r\n",
          "\n",
          "\r",
          " ",
          "\\",
          ",",
          ";",
          ":",
          '"',
          "BEGIN:VEVENT",
          "END:VCALENDAR",
          "X:y",
          "😀",
          "ä",
        ),
        { maxLength: 40 },
      )
      .map((all) => all.join("")),
  );
  fc.assert(
    fc.property(
      fc.record({ uid: anyText, title: anyText, description: anyText, url: anyText }),
      anyText,
      (due, name) => {
        const text = feed([due], [due], name);
        const lines = text.split("\r\n");
        expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
        for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const read = events(text);
        expect(read.map((one) => one.properties)).toEqual([properties, properties]);
        const spaced = (written: string) =>
          written.replace(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd]/gu, "");
        expect(spaced(read[0]?.title ?? "")).toBe(spaced(due.title));
        expect(spaced(read[1]?.uid ?? "")).toBe(spaced(due.uid));
        expect(spaced(read[0]?.description ?? "")).toBe(
          spaced(due.description + due.url.replaceAll(" ", "%20")),
        );
      },
    ),
    { numRuns: 500 },
  );
});
