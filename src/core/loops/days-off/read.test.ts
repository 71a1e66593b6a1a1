import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDaysOff } from "./read.ts";

const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");

/** As `from..to name`, or `from name`. */
function days(text: string, day = "2026-01-01"): string[] {
  return readDaysOff(text, day).days.map(
    ({ from, to, name }) => `${from === to ? from : `${from}..${to}`} ${name}`,
  );
}

const problems = (text: string) =>
  readDaysOff(text, "2026-01-01").problems.map(({ place, detail }) => `${place}: ${detail}`);

describe("a calendar's", () => {
  test("holidays of one and of several days are days off, their last day included", () => {
    // As Google exports public holidays, and Outlook and Apple a company's.
    const text = calendar(
      "X-WR-CALNAME:Holidays in Germany",
      ...event(
        "DTSTART;VALUE=DATE:20260501",
        "DTEND;VALUE=DATE:20260502",
        "DTSTAMP:20251128T120000Z",
        "UID:20260501_x@google.com",
        "CLASS:PUBLIC",
        "DESCRIPTION:Public holiday",
        "STATUS:CONFIRMED",
        "SUMMARY:Labour Day",
        "TRANSP:TRANSPARENT",
      ),
      ...event(
        "UID:2",
        "SUMMARY;LANGUAGE=en-gb:Company holidays\\, all offices",
        "DTSTART;VALUE=DATE:20261224",
        "DTEND;VALUE=DATE:20270102",
      ),
      ...event("DTSTART;VALUE=DATE:20260601", "SUMMARY:Without an end"),
      ...event("DTSTART;VALUE=DATE:20260603", "DURATION:P2D", "SUMMARY:Of two days"),
      ...event("DTSTART;VALUE=DATE:20260608", "DTEND;VALUE=DATE:20260608", "SUMMARY:Ends as it begins"),
    );
    expect(days(text)).toEqual([
      "2026-05-01 Labour Day",
      "2026-06-01 Without an end",
      "2026-06-03..2026-06-04 Of two days",
      "2026-06-08 Ends as it begins",
      "2026-12-24..2027-01-01 Company holidays, all offices",
    ]);
    expect(problems(text)).toEqual([]);
  });

  test("days from midnight to midnight are whole days too, and dates that do not say that they are", () => {
    const text = calendar(
      ...event(
        "DTSTART;TZID=W. Europe Standard Time:20260501T000000",
        "DTEND;TZID=W. Europe Standard Time:20260503T000000",
        "SUMMARY:From Outlook",
      ),
      ...event("DTSTART:20260601", "DTEND:20260602", "SUMMARY:Plain"),
    );
    expect(days(text)).toEqual(["2026-05-01..2026-05-02 From Outlook", "2026-06-01 Plain"]);
  });

  test("yearly holidays come in each of three years from the day on", () => {
    const text = calendar(
      ...event("DTSTART;VALUE=DATE:19700101", "RRULE:FREQ=YEARLY", "SUMMARY:New Year"),
      ...event(
        "DTSTART;VALUE=DATE:20001123",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        "SUMMARY:Thanksgiving",
      ),
    );
    expect(days(text, "2026-06-01")).toEqual([
      "2026-11-26 Thanksgiving",
      "2027-01-01 New Year",
      "2027-11-25 Thanksgiving",
      "2028-01-01 New Year",
      "2028-11-23 Thanksgiving",
      "2029-01-01 New Year",
    ]);
  });

  test("holidays that are on now are kept, and those that are over or far away are not", () => {
    const text = calendar(
      ...event(
        "DTSTART;VALUE=DATE:20251224",
        "DTEND;VALUE=DATE:20260102",
        "RRULE:FREQ=YEARLY;UNTIL=20261231T225959Z",
        "SUMMARY:Shutdown",
      ),
      ...event("DTSTART;VALUE=DATE:20250501", "SUMMARY:Long ago"),
      ...event("DTSTART;VALUE=DATE:20310501", "SUMMARY:Far away"),
    );
    expect(days(text)).toEqual(["2025-12-24..2026-01-01 Shutdown", "2026-12-24..2027-01-01 Shutdown"]);
    expect(problems(text)).toEqual([]);
  });

  test("holidays that were moved, left out or called off once are", () => {
    const text = calendar(
      ...event(
        "UID:a",
        "DTSTART;VALUE=DATE:20260105",
        "RRULE:FREQ=WEEKLY;COUNT=5",
        "EXDATE;VALUE=DATE:20260112,20260202",
        "RDATE;VALUE=DATE:20260110",
        "SUMMARY:Monday",
      ),
      ...event(
        "UID:a",
        "RECURRENCE-ID;VALUE=DATE:20260119",
        "DTSTART;VALUE=DATE:20260120",
        "SUMMARY:Tuesday for once",
      ),
      ...event(
        "UID:a",
        "RECURRENCE-ID;VALUE=DATE:20260126",
        "DTSTART;VALUE=DATE:20260126",
        "STATUS:CANCELLED",
        "SUMMARY:Monday",
      ),
      ...event("UID:b", "DTSTART;VALUE=DATE:20260301", "STATUS:CANCELLED", "SUMMARY:Never"),
    );
    expect(days(text)).toEqual(["2026-01-05 Monday", "2026-01-10 Monday", "2026-01-20 Tuesday for once"]);
  });

  test("lines may be folded, also in the middle of a word, with any line ends", () => {
    const text = calendar(
      ...event("DTSTART;VALUE=DA", " TE:20260501", "SUMMARY:Tag der Arb", "\teit; Erster\\nMai"),
    );
    const expected = ["2026-05-01 Tag der Arbeit; Erster Mai"];
    expect([
      days(text),
      days(text.replaceAll("\r\n", "\n")),
      days(`\ufeff${text.toLowerCase().replace("tag", "Tag")}`),
    ]).toEqual([expected, expected, [expected[0]!.toLowerCase().replace("tag", "Tag")]]);
  });

  test("alarms and tasks are no holidays, nor is what they say", () => {
    const text = calendar(
      "BEGIN:VTODO",
      "DTSTART;VALUE=DATE:20260401",
      "END:VTODO",
      ...event(
        "DTSTART;VALUE=DATE:20260501",
        "BEGIN:VALARM",
        "SUMMARY:Alarm",
        "DURATION:PT15M",
        "END:VALARM",
        "SUMMARY:May Day",
      ),
    );
    expect(days(text)).toEqual(["2026-05-01 May Day"]);
  });
});

test("bad entries are told with their line and what is wrong, and the good ones go in", () => {
  const text = calendar(
    ...event("DTSTART;VALUE=DATE:20260230", "SUMMARY:No such day"),
    ...event("DTSTART:20260501T140000Z", "DTEND:20260501T150000Z", "SUMMARY:A meeting"),
    ...event("SUMMARY:Any time"),
    ...event("DTSTART;VALUE=DATE:20260502", "DTEND;VALUE=DATE:20260501", "SUMMARY:Backwards"),
    ...event("DTSTART;VALUE=DATE:20260501", "RRULE:FREQ=HOURLY", "SUMMARY:Hourly"),
    ...event("DTSTART;VALUE=DATE:20260501", "RRULE:FREQ=YEARLY;BYWEEKNO=20", "SUMMARY:By week"),
    ...event("DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20300101", "SUMMARY:A decade"),
    ...event("DTSTART;VALUE=DATE", "SUMMARY:No value"),
    ...event("DTSTART;VALUE=DATE:20260501", "DTSTART;VALUE=DATE:20260601", "SUMMARY:Two"),
    ...event("DTSTART;VALUE=DATE:20260501", "DURATION:PXX", "SUMMARY:No duration"),
    ...event("DTSTART;VALUE=DATE:20260501", "DURATION:PT12H", "SUMMARY:Half a day"),
    ...event("DTSTART:20260501T000000", "SUMMARY:A moment at midnight"),
    ...event("DTSTART;VALUE=DATE:20260501", "SUMMARY:May Day"),
    "BEGIN:VEVENT",
    "DTSTART;VALUE=DATE:20260701",
    "SUMMARY:Without an end",
  );
  expect(days(text)).toEqual(["2026-05-01 May Day"]);
  expect(problems(text)).toEqual([
    "line 5 (No such day): “DTSTART;VALUE=DATE:20260230” cannot be read.",
    "line 8 (A meeting): It is no whole day. Only whole days are days off.",
    "line 13 (Any time): It has no first day: DTSTART is missing.",
    "line 16 (Backwards): It ends on 2026-05-01, before it begins on 2026-05-02.",
    "line 23 (Hourly): It repeats by “FREQ=HOURLY”. FREQ is DAILY, WEEKLY, MONTHLY or YEARLY. Here it is “HOURLY”.",
    "line 28 (By week): It repeats by “FREQ=YEARLY;BYWEEKNO=20”. A cadence has no BYWEEKNO. It is made of FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, UNTIL, COUNT.",
    "line 31 (A decade): It lasts 3653 days. At most 366 are taken as one.",
    "line 37 (No value): “DTSTART;VALUE=DATE” cannot be read.",
    "line 40 (Two): It has DTSTART twice.",
    "line 47 (No duration): “DURATION:PXX” cannot be read.",
    "line 50 (Half a day): It is no whole day. Only whole days are days off.",
    "line 55 (A moment at midnight): It is no whole day. Only whole days are days off.",
    "line 63 (Without an end): The event that begins here never ends: END:VEVENT is missing.",
  ]);
});

test("good entries go in among any number of bad ones, until those are told", () => {
  const bad = Array.from({ length: 60 }, () => event("SUMMARY:Any time")).flat();
  const text = calendar(
    ...event("DTSTART:20260501", "SUMMARY:May Day"),
    ...bad,
    ...event("DTSTART:20261225"),
  );
  expect(days(text)).toEqual(["2026-05-01 May Day"]);
  expect(problems(text).slice(49)).toEqual([
    "line 155 (Any time): It has no first day: DTSTART is missing.",
    "line 158: 50 entries cannot be read. The rest is left out.",
  ]);
});

test("a calendar without a day off in these years says so", () => {
  expect(problems(calendar())).toEqual([
    "file: There is no day off from 2026-01-01 to 2029-01-01 in this calendar.",
  ]);
});

test("a name is one line of at most a hundred characters that steers nothing", () => {
  const [one] = days(
    calendar(
      ...event("DTSTART;VALUE=DATE:20260501", `SUMMARY: a\\n\\nb\u202e\u001b[31m ${"😀".repeat(200)}`),
    ),
  );
  expect(one).toBe(`2026-05-01 a b[31m ${"😀".repeat(92)}`);
  expect(days(calendar(...event("DTSTART;VALUE=DATE:20260501", "SUMMARY:")))).toEqual(["2026-05-01 Day off"]);
});

describe("lines", () => {
  test("of one day or several, with a name or without, go in as they are", () => {
    const text =
      "2026-12-24..2027-01-01 Company holidays\r\n\r\n  2019-05-01  May Day \n2026-07-03 .. 2026-07-04\n2026-08-01";
    expect(days(text)).toEqual([
      "2019-05-01 May Day",
      "2026-07-03..2026-07-04 Day off",
      "2026-08-01 Day off",
      "2026-12-24..2027-01-01 Company holidays",
    ]);
    expect(problems(text)).toEqual([]);
  });

  test("that cannot be read are told, and the others go in", () => {
    const text =
      "2026-02-30 Nothing\n2026-05-01 May Day\nChristmas\n2026-05-03..2026-05-02 Back\n2026-01-01..2062-01-01 Slip\n2026-05-01.. Open\n1.5.2026 Mai";
    expect(days(text)).toEqual(["2026-05-01 May Day"]);
    expect(problems(text)).toEqual([
      "line 1: “2026-02-30” is no day. Write it like 2026-01-31.",
      "line 3: It does not begin with a day. Write one a line, like 2026-12-24..2027-01-01 Company holidays, or 2026-05-01 May Day.",
      "line 4: It ends on 2026-05-02, before it begins on 2026-05-03.",
      "line 5: It lasts 13150 days. At most 366 are taken as one.",
      "line 6: “Open” is no day. Write it like 2026-01-31.",
      "line 7: “1.5.2026” is no day. Write it like 2026-01-31.",
    ]);
  });

  test("of nothing are told", () => {
    expect(problems(" \n")).toEqual([
      "file: It is empty. Write one a line, like 2026-12-24..2027-01-01 Company holidays, or 2026-05-01 May Day.",
    ]);
  });
});

describe("what is hostile is bounded:", () => {
  const many = (count: number, ...lines: string[]) =>
    calendar(`${event(...lines).join("\r\n")}\r\n`.repeat(count).trimEnd());
  const folded = `SUMMARY:x\r\n${" y\r\n".repeat(400_000)}`;
  test.each([
    ["50 MB", "BEGIN:VCALENDAR\n".padEnd(50_000_000, "x"), /^It has more than 5000000 characters/],
    ["100,000 events", many(100_000, "DTSTART:20260501"), /more than 5000 events/],
    [
      "as many that repeat daily without end",
      many(4_000, "DTSTART:20260501", "RRULE:FREQ=DAILY", "SUMMARY:x"),
      /more than 5000 days off/,
    ],
    [
      "many that repeat on a day that is rare",
      many(4_000, "DTSTART:19000501", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=1000"),
      /There is no day off/,
    ],
    [
      "many whose day never comes",
      many(4_000, "DTSTART:20260501", "RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"),
      /50 entries cannot be read/,
    ],
    [
      "a name that is folded for ever",
      calendar(...event("DTSTART:20260501", folded)),
      /more than 20000 characters/,
    ],
    [
      "exceptions without end",
      calendar(...event("DTSTART:20260501", `EXDATE:${"20260501,".repeat(400_000)}`)),
      /more than 20000 characters/,
    ],
    [
      "further dates without end",
      calendar(...event("DTSTART:20260501", `RDATE:${"20260501,".repeat(2_000)}20260501\r\n`.repeat(200))),
      /more than 2000 dates/,
    ],
    ["events in events", `BEGIN:VCALENDAR\n${"BEGIN:VEVENT\n".repeat(300_000)}`, /50 entries cannot be read/],
    ["alarms in alarms", `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${"BEGIN:VALARM\n".repeat(300_000)}`, /never ends/],
    ["a million lines that are none", "x\n".repeat(1_000_000), /50 entries cannot be read/],
    ["one line of spaces", `2026-05-01${" ".repeat(4_000_000)}x\u2028y`, /^$/],
    [
      "lines without end",
      Array.from({ length: 60_000 }, (_, at) => `2026-05-01 ${at}`).join("\n"),
      /more than 5000 days off/,
    ],
  ])("%s", (_, text, last) => {
    const begin = performance.now();
    const read = readDaysOff(text, "2026-01-01");
    expect(performance.now() - begin).toBeLessThan(8_000);
    expect(read.problems.at(-1)?.detail ?? "").toMatch(last);
    expect([read.days.length <= 6_500, read.problems.length <= 51]).toEqual([true, true]);
  });

  test("whatever comes in, it is read, and what comes out are days", () => {
    const pieces = [
      "BEGIN:VCALENDAR\n",
      "BEGIN:VEVENT\n",
      "END:VEVENT\n",
      "DTSTART;VALUE=DATE:20260501\n",
      "DTSTART:",
      "20260501T000000Z",
      "RRULE:",
      "FREQ=YEARLY",
      ";",
      "=",
      ":",
      ",",
      "\n",
      " ",
      '"',
      "DTEND:",
      "DURATION:P",
      "1D\n",
      "EXDATE:",
      "__proto__",
      "SUMMARY;",
      "VALUE=",
      "constructor",
      "BINARY",
      "PERIOD",
      "\\",
    ];
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.constantFrom(...pieces), { maxLength: 40 })
        .map((all) => `BEGIN:VCALENDAR\n${all.join("")}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { days: there, problems: told } = readDaysOff(text, "2026-01-01");
        for (const { from, to, name } of there)
          expect([from <= to, /^[^\p{Cc}]+$/u.test(name)]).toEqual([true, true]);
        for (const { place, detail } of told) expect(`${place} ${detail}`).toMatch(/^[^\p{Cc}]+$/u);
      }),
      { numRuns: 1_000 },
    );
  });
});
