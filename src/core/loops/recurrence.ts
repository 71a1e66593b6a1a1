import { isDay } from "./iso-day.ts";

/** A recurrence rule (RFC 5545, 3.3.10) as far as it tells days: what falls within a day has no place in it. */
export interface Recurrence {
  readonly freq: Frequency;
  readonly interval: number;
  readonly byDay: readonly RuleWeekday[];
  /** 1 to 31, or -1 to -31 from the end of the month. */
  readonly byMonthDay: readonly number[];
  /** 1 to 12. */
  readonly byMonth: readonly number[];
  /** Which of the days in one day, week, month or year, from the end where negative. */
  readonly bySetPos: readonly number[];
  /** On which day weeks begin: 0 is Monday. */
  readonly weekStart: number;
  /** The last day, in ISO form. */
  readonly until: string | null;
  readonly count: number | null;
}

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

export interface RuleWeekday {
  /** 0 is Monday. */
  readonly weekday: number;
  /** Which one of its month or year, from the end where negative; 0 is every one. */
  readonly nth: number;
}

/** Room for every day of the month, and for all the rest. */
const LONGEST_RULE = 200;

/** Ten years: what comes round more rarely is no cadence. */
const LONGEST_INTERVAL: Record<Frequency, number> = { DAILY: 3_650, WEEKLY: 520, MONTHLY: 120, YEARLY: 10 };

/** Where turns are counted, they are counted from the first on, whenever somebody asks. */
const MOST_COUNTED = 1_000;

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const aWeekday = WEEKDAYS.join("|");
const listOf = (one: string) => new RegExp(`^(?:${one})(?:,(?:${one}))*$`);

/** Every part that a rule may have, how its value is written, and the words for one that is not. */
const parts = new Map([
  ["FREQ", [/^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/, "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY."]],
  ["INTERVAL", [/^[1-9]\d{0,3}$/, "INTERVAL is a whole number from 1, like INTERVAL=2."]],
  [
    "BYDAY",
    [
      listOf(`(?:[+-]?(?:0?[1-9]|[1-4]\\d|5[0-3]))?(?:${aWeekday})`),
      "BYDAY is days like MO,TH or 1TU or -1FR.",
    ],
  ],
  [
    "BYMONTHDAY",
    [listOf("[+-]?(?:0?[1-9]|[12]\\d|3[01])"), "BYMONTHDAY is days from 1 to 31, or from -1 back to -31."],
  ],
  ["BYMONTH", [listOf("0?[1-9]|1[0-2]"), "BYMONTH is months from 1 to 12, like BYMONTH=3,9."]],
  [
    "BYSETPOS",
    [listOf("[+-]?(?:[1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-6])"), "BYSETPOS is places like 1, or -1."],
  ],
  ["WKST", [new RegExp(`^(?:${aWeekday})$`), "WKST is the day on which weeks begin, like WKST=MO."]],
  ["UNTIL", [/^\d{8}$/, "UNTIL is the last day, like UNTIL=20261231."]],
  ["COUNT", [/^(?:[1-9]\d{0,2}|1000)$/, `COUNT is a whole number from 1 to ${MOST_COUNTED}.`]],
] satisfies [string, [RegExp, string]][]);

/** What a rule says; or, where it says nothing that can be kept, what would be right. */
export function recurrenceOf(rule: string): Recurrence | { readonly problem: string } {
  if (rule.length > LONGEST_RULE) return { problem: `A rule has at most ${LONGEST_RULE} characters.` };
  if (!/^[\x20-\x7e]*$/.test(rule)) return { problem: "A rule is plain text, like FREQ=WEEKLY;BYDAY=MO." };
  const said = partsOf(rule.toUpperCase());
  if (typeof said === "string") return { problem: said };
  const recurrence = recurrenceFrom(said);
  const problem = contradictionIn(recurrence);
  return problem === undefined ? recurrence : { problem };
}

function partsOf(rule: string): Map<string, string> | string {
  const said = new Map<string, string>();
  for (const part of rule.split(";")) {
    const [name = "", value, ...more] = part.split("=");
    const known = parts.get(name);
    if (value === undefined || more.length > 0)
      return `“${part}” is no part of a rule. Write it like FREQ=WEEKLY;BYDAY=MO.`;
    if (!known) return `A cadence has no ${name}. It is made of ${[...parts.keys()].join(", ")}.`;
    if (said.has(name)) return `${name} is there twice. Say it once.`;
    if (!known[0].test(value)) return `${known[1]} Here it is “${value}”.`;
    said.set(name, value);
  }
  return said.has("FREQ") ? said : "FREQ is missing. It is DAILY, WEEKLY, MONTHLY or YEARLY.";
}

function recurrenceFrom(said: ReadonlyMap<string, string>): Recurrence {
  const list = (name: string) => said.get(name)?.split(",") ?? [];
  const numbers = (name: string) => list(name).map(Number);
  const until = said.get("UNTIL");
  return {
    freq: said.get("FREQ") as Frequency,
    interval: Number(said.get("INTERVAL") ?? 1),
    byDay: list("BYDAY").map((day) => ({
      weekday: WEEKDAYS.indexOf(day.slice(-2)),
      nth: Number(day.slice(0, -2)),
    })),
    byMonthDay: numbers("BYMONTHDAY"),
    byMonth: numbers("BYMONTH"),
    bySetPos: numbers("BYSETPOS"),
    weekStart: WEEKDAYS.indexOf(said.get("WKST") ?? "MO"),
    until: until === undefined ? null : `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}`,
    count: said.has("COUNT") ? Number(said.get("COUNT")) : null,
  };
}

/** Parts that are each well written, and cannot be together. */
function contradictionIn(rule: Recurrence): string | undefined {
  const { freq, byDay, byMonth, until } = rule;
  const numbered = byDay.filter(({ nth }) => nth !== 0);
  const inYear = freq === "YEARLY" && byMonth.length === 0;
  const contradictions: [boolean, string][] = [
    [
      rule.interval > LONGEST_INTERVAL[freq],
      `INTERVAL is at most ${LONGEST_INTERVAL[freq]} for ${freq}: ten years.`,
    ],
    [until !== null && rule.count !== null, "A rule ends by UNTIL or by COUNT. Leave one of them out."],
    [
      until !== null && !isDay(until),
      `UNTIL=${until?.replaceAll("-", "")} is no day. Write it like UNTIL=20261231.`,
    ],
    [
      numbered.length > 0 && (freq === "DAILY" || freq === "WEEKLY"),
      "Which one it is, like 1TU, can be said with MONTHLY or YEARLY alone.",
    ],
    [
      !inYear && numbered.some(({ nth }) => Math.abs(nth) > 5),
      "A month has no more than five of a weekday: write 1 to 5, or -1 to -5.",
    ],
    [
      freq === "WEEKLY" && rule.byMonthDay.length > 0,
      "A week has no days of the month. Use BYMONTHDAY with MONTHLY.",
    ],
    [
      freq === "DAILY" && rule.bySetPos.length > 0,
      "BYSETPOS chooses from the days of a week, month or year, and not from one day.",
    ],
    [
      rule.bySetPos.length > 0 && byDay.length + byMonth.length + rule.byMonthDay.length === 0,
      "BYSETPOS chooses from days. Say which, like BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1.",
    ],
  ];
  return contradictions.find(([there]) => there)?.[1];
}
