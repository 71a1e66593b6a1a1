import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cadence, cadenceProblem, type DayOff, latestTurn, nextTurn, turnsBetween } from "./cadence.ts";

const mondays: Cadence = { rule: "FREQ=WEEKLY;BYDAY=MO", starts: "2026-01-05", timeZone: "Europe/Berlin" };
const at = (moment: string) => Date.parse(moment);
const iso = (moment: number | undefined) => new Date(moment ?? 0).toISOString();
const off = (from: string, to = from): DayOff => ({ from, to, name: "Holiday" });

/** The days of all turns that come from the beginning of one day until that of another, in UTC. */
function days(cadence: Partial<Cadence>, [from, until]: readonly [string, string], daysOff: DayOff[] = []) {
  const between = { from: at(`${from}T00:00Z`), until: at(`${until}T00:00Z`) };
  return turnsBetween({ ...mondays, ...cadence }, between, daysOff).map(({ day }) => day);
}

describe("a turn", () => {
  test("has come at its moment, and not before", () => {
    const nine = at("2026-01-12T08:00:00Z");
    expect(latestTurn(mondays, nine, [])).toEqual({ day: "2026-01-12", at: nine });
    expect(latestTurn(mondays, nine - 1, [])?.day).toBe("2026-01-05");
    expect(nextTurn(mondays, nine, [])?.day).toBe("2026-01-19");
    expect(nextTurn(mondays, nine - 1, [])).toEqual({ day: "2026-01-12", at: nine });
  });

  test("is at nine o'clock where nothing else is said", () => {
    expect(latestTurn({ ...mondays, time: "16:30" }, at("2026-01-12T20:00Z"), [])?.at).toBe(
      at("2026-01-12T15:30Z"),
    );
    expect(latestTurn(mondays, at("2026-01-12T20:00Z"), [])?.at).toBe(at("2026-01-12T08:00Z"));
  });

  test("does not come before the first day, nor after the last", () => {
    expect(latestTurn(mondays, at("2026-01-05T07:59Z"), [])).toBeNull();
    expect(nextTurn(mondays, at("1990-01-01T00:00Z"), [])?.day).toBe("2026-01-05");
    const twice = { ...mondays, rule: "FREQ=WEEKLY;COUNT=2" };
    expect(nextTurn(twice, at("2026-01-12T08:00Z"), [])).toBeNull();
    expect(latestTurn(twice, at("2030-01-01T00:00Z"), [])?.day).toBe("2026-01-12");
  });

  test("counts from the beginning of the time asked about until before its end", () => {
    const between = { from: at("2026-01-05T08:00Z"), until: at("2026-01-19T08:00Z") };
    expect(turnsBetween(mondays, between, []).map(({ day }) => day)).toEqual(["2026-01-05", "2026-01-12"]);
  });
});

describe("where the clocks change", () => {
  const sundays = { rule: "FREQ=WEEKLY;BYDAY=SU", starts: "2026-01-04" };
  test.each([
    ["Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:30:00.000Z", "an hour later"],
    ["Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30:00.000Z", "the first of two"],
    ["America/New_York", "02:30", "2026-03-08", "2026-03-08T07:30:00.000Z", "an hour later"],
    ["America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30:00.000Z", "the first of two"],
    ["Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45:00.000Z", "half an hour later"],
    ["Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45:00.000Z", "the first of two"],
    ["Asia/Kolkata", "09:00", "2026-03-29", "2026-03-29T03:30:00.000Z", "at no other time"],
  ])("in %s at %s on %s it is %s, %s", (...[timeZone, time, day, moment]) => {
    const cadence = { ...sundays, time, timeZone };
    expect(iso(nextTurn(cadence, at(`${day}T00:00Z`) - 86_400_000, [])?.at)).toBe(moment);
    expect(latestTurn(cadence, at(moment), [])).toEqual({ day, at: at(moment) });
    expect(latestTurn(cadence, at(moment) - 1, [])?.day).not.toBe(day);
  });

  test("nine o'clock stays nine o'clock", () => {
    const moments = turnsBetween(mondays, { from: at("2026-03-20"), until: at("2026-04-01") }, []).map(
      (turn) => iso(turn.at),
    );
    expect(moments).toEqual(["2026-03-23T08:00:00.000Z", "2026-03-30T07:00:00.000Z"]);
  });

  test("a turn in the skipped end of a day keeps its day, and comes with the beginning of the next", () => {
    // In Greenland the clocks went from 23:00 on Saturday, 28 March 2026, to 00:00 on Sunday.
    const nuuk = { rule: "FREQ=DAILY", starts: "2026-03-01", time: "23:30", timeZone: "America/Nuuk" };
    const turn = { day: "2026-03-28", at: at("2026-03-29T01:30Z") };
    expect(nextTurn(nuuk, turn.at - 60_000, [])).toEqual(turn);
    expect(latestTurn(nuuk, turn.at, [])).toEqual(turn);
    expect(
      turnsBetween(nuuk, { from: at("2026-03-28T02:00Z"), until: at("2026-03-30T01:00Z") }, []).map(
        ({ day }) => day,
      ),
    ).toEqual(["2026-03-28", "2026-03-29"]);
  });

  test("a day that is left out at the date line has no turn", () => {
    // Samoa went from Thursday, 29 December 2011, to Saturday.
    const samoa = { rule: "FREQ=DAILY", starts: "2011-12-01", timeZone: "Pacific/Apia" };
    expect(days(samoa, ["2011-12-28", "2012-01-01"])).toEqual([
      "2011-12-28",
      "2011-12-29",
      "2011-12-31",
      "2012-01-01",
    ]);
    expect(latestTurn(samoa, at("2011-12-30T18:00Z"), [])?.day).toBe("2011-12-29");
  });
});

describe("in the calendar", () => {
  test("29 February comes in leap years alone, also around 2100", () => {
    const leap = { rule: "FREQ=YEARLY", starts: "2024-02-29" };
    expect(days(leap, ["2024-01-01", "2033-01-01"])).toEqual(["2024-02-29", "2028-02-29", "2032-02-29"]);
    expect(days(leap, ["2095-01-01", "2105-01-01"])).toEqual(["2096-02-29", "2104-02-29"]);
  });

  test("the 31st comes in long months alone, and the last day in each", () => {
    expect(days({ rule: "FREQ=MONTHLY;BYMONTHDAY=31" }, ["2026-01-01", "2026-08-01"])).toEqual([
      "2026-01-31",
      "2026-03-31",
      "2026-05-31",
      "2026-07-31",
    ]);
    expect(days({ rule: "FREQ=MONTHLY;BYMONTHDAY=-1" }, ["2028-01-10", "2028-05-01"])).toEqual([
      "2028-01-31",
      "2028-02-29",
      "2028-03-31",
      "2028-04-30",
    ]);
  });

  test("every second week goes on over week 53", () => {
    // 2026 has an ISO week 53, so that odd weeks follow each other: 51, 53, 2.
    const fortnight = { rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", starts: "2026-12-17" };
    expect(days(fortnight, ["2026-12-14", "2027-01-30"])).toEqual([
      "2026-12-17",
      "2026-12-31",
      "2027-01-14",
      "2027-01-28",
    ]);
  });
});

describe("in the world", () => {
  test("the day is the unit's, wherever somebody looks", () => {
    const auckland = { ...mondays, timeZone: "Pacific/Auckland" };
    // There it is Monday morning; it is Sunday noon in Los Angeles.
    const now = at("2026-11-29T20:00Z");
    expect(latestTurn(auckland, now, [])?.day).toBe("2026-11-30");
    expect(latestTurn({ ...mondays, timeZone: "America/Los_Angeles" }, now, [])?.day).toBe("2026-11-23");
    expect(latestTurn(mondays, now, [])?.day).toBe("2026-11-23");
  });

  test.each([
    ["Pacific/Auckland", "America/Los_Angeles"],
    ["America/Los_Angeles", "Pacific/Auckland"],
    ["Europe/Berlin", "Asia/Kolkata"],
    ["Pacific/Kiritimati", "Pacific/Pago_Pago"],
  ])("a unit that moves from %s to %s at any hour has every turn once", (from, to) => {
    const [begin, end] = [at("2026-11-01"), at("2026-11-11")];
    for (let moved = begin; moved < end; moved += 10_800_000) {
      const done: string[] = [];
      for (let now = begin; now < end; now += 7_200_000) {
        const cadence = { ...mondays, rule: "FREQ=WEEKLY;BYDAY=MO,TH", timeZone: now < moved ? from : to };
        const due = latestTurn(cadence, now, [])?.day ?? "";
        if (due > (done.at(-1) ?? "2026-10-31")) done.push(due);
      }
      expect(done).toEqual(["2026-11-02", "2026-11-05", "2026-11-09"]);
    }
  });
});

describe("days off", () => {
  test("a turn on a day off falls away, and the rhythm stays", () => {
    const fortnight = { rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO" };
    expect(days(fortnight, ["2026-04-01", "2026-05-15"], [off("2026-04-13")])).toEqual([
      "2026-04-27",
      "2026-05-11",
    ]);
    expect(latestTurn({ ...mondays, ...fortnight }, at("2026-04-20T12:00Z"), [off("2026-04-13")])?.day).toBe(
      "2026-03-30",
    );
    expect(nextTurn({ ...mondays, ...fortnight }, at("2026-04-10T12:00Z"), [off("2026-04-13")])?.day).toBe(
      "2026-04-27",
    );
  });

  test("the day before and the day after are none", () => {
    expect(
      days({}, ["2026-04-01", "2026-04-15"], [off("2026-04-05"), off("2026-04-07"), off("2026-04-14")]),
    ).toEqual(["2026-04-06", "2026-04-13"]);
  });

  test("they may reach over the end of a year, its first and last day included", () => {
    const daily = { rule: "FREQ=DAILY" };
    expect(days(daily, ["2026-12-23", "2027-01-04"], [off("2026-12-24", "2027-01-01")])).toEqual([
      "2026-12-23",
      "2027-01-02",
      "2027-01-03",
    ]);
  });

  test("in a month of nothing but holidays there is no turn, and before and after it there is", () => {
    const august = [off("2026-08-01", "2026-08-15"), off("2026-08-10", "2026-08-31")];
    expect(days({}, ["2026-08-01", "2026-09-01"], august)).toEqual([]);
    expect(latestTurn(mondays, at("2026-09-01T00:00Z"), august)?.day).toBe("2026-07-27");
    expect(nextTurn(mondays, at("2026-08-01T00:00Z"), august)?.day).toBe("2026-09-07");
  });

  test("where all days are off there is no turn at all, and that is soon known", () => {
    const all = [off("0001-01-01", "9999-12-31")];
    const begin = performance.now();
    expect([latestTurn(mondays, at("2026-09-01"), all), nextTurn(mondays, at("2026-09-01"), all)]).toEqual([
      null,
      null,
    ]);
    expect(performance.now() - begin).toBeLessThan(100);
  });

  test("one that ends before it begins is none", () => {
    expect(days({}, ["2026-04-01", "2026-04-08"], [off("2026-04-08", "2026-04-01")])).toEqual(["2026-04-06"]);
  });
});

test("after twenty years the latest and the next turn are found within two milliseconds", () => {
  const old = { ...mondays, starts: "2006-01-02" };
  const ask = (round: number) => {
    const now = at("2026-11-28T12:00Z") + round * 3_600_000;
    return [latestTurn(old, now, []), nextTurn(old, now, [])];
  };
  ask(0);
  const begin = performance.now();
  for (let round = 0; round < 200; round++) ask(round);
  expect((performance.now() - begin) / 400).toBeLessThan(2);
});

describe("a rule is refused", () => {
  test.each([
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31",
    "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
    "FREQ=YEARLY;BYDAY=MO;BYMONTH=3;BYSETPOS=6",
  ])("whose day never comes: %s", (rule) => {
    expect(cadenceProblem(rule)).toBe("There is no such day in any year. Choose a day that comes round.");
  });

  test("that is none", () => {
    expect(cadenceProblem("FREQ=MINUTELY")).toBe(
      "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY. Here it is “MINUTELY”.",
    );
  });
});

test.each([
  "FREQ=WEEKLY;BYDAY=MO",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
  "FREQ=MONTHLY;BYDAY=1TU",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
  "FREQ=DAILY;COUNT=1000",
])("%s is a good rule", (rule) => {
  expect(cadenceProblem(rule)).toBeNull();
});

const pieces = [
  "FREQ=",
  "YEARLY",
  "MONTHLY",
  "WEEKLY",
  "DAILY",
  ";",
  "BYDAY=",
  "1MO",
  "-53SU",
  ",",
  "BYMONTHDAY=",
  "-31",
  "29",
];
const more = [
  "BYMONTH=2",
  "BYSETPOS=",
  "366",
  "-366",
  "INTERVAL=",
  "9999",
  "10",
  "COUNT=1000",
  "UNTIL=",
  "99991231",
  "WKST=SU",
  "\0",
];
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 20 }).map((all) => all.join("")),
  fc
    .tuple(
      fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
      fc.subarray([
        "INTERVAL=10",
        "BYDAY=MO",
        "BYDAY=-5FR",
        "BYMONTHDAY=31,-31",
        "BYMONTH=2",
        "BYSETPOS=-366",
        "COUNT=1000",
      ]),
    )
    .map(([freq, parts]) => [`FREQ=${freq}`, ...parts].join(";")),
);

test("whatever is written as a rule, the answer comes within a quarter of a second, and so do the turns of a good rule", () => {
  fc.assert(
    fc.property(anything, (rule) => {
      const begin = performance.now();
      const problem = cadenceProblem(rule);
      const cadence = { ...mondays, rule, starts: "1970-01-01" };
      if (problem === null)
        for (const turn of [latestTurn, nextTurn]) turn(cadence, at("2026-11-28T12:00Z"), []);
      else expect(problem).toMatch(/^[^\p{Cc}]+\.$/u);
      expect(performance.now() - begin).toBeLessThan(250);
    }),
    { numRuns: 2_000 },
  );
});
