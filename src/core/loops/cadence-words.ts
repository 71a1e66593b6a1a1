import { type Recurrence, type RuleWeekday, recurrenceOf } from "./recurrence.ts";

/** What is true of any rule: many have no words that are shorter than themselves. */
const OTHER = "on a rhythm of its own";

/** Longer lists are no plain words any more. */
const MOST_LISTED = 6;

/** A cadence in plain words that fit into a sentence: "every second Thursday". */
export function sayCadence(rule: string): string {
  const said = recurrenceOf(rule);
  if ("problem" in said) return OTHER;
  const often = said.freq === "DAILY" || said.freq === "WEEKLY" ? ofDays(said) : ofMonths(said);
  return often === null ? OTHER : `${often}${endOf(said)}`;
}

function ofDays({ freq, interval, byDay, ...rest }: Recurrence): string | null {
  if (rest.byMonth.length + rest.byMonthDay.length + rest.bySetPos.length > 0) return null;
  const period = every(interval, freq === "DAILY" ? "day" : "week");
  if (byDay.length === 0) return period;
  const { names, group } = weekdaysOf(byDay);
  if (interval === 1) return `every ${group ?? listed(names)}`;
  if (freq === "DAILY") return null;
  if (group !== null) return `every ${group} of ${period}`;
  return names.length === 1 && interval <= ORDINALS.length
    ? every(interval, names.join())
    : `${listed(names)} of ${period}`;
}

function ofMonths(rule: Recurrence): string | null {
  const { freq, interval, byMonth } = rule;
  const months = [...new Set(byMonth)].sort((a, b) => a - b).map((month) => MONTHS[month - 1] ?? "");
  const period = every(interval, freq === "MONTHLY" ? "month" : "year");
  if (rule.byDay.length + rule.byMonthDay.length + rule.bySetPos.length === 0) {
    if (months.length === 0) return period;
    return interval === 1 ? `every ${listed(months)}` : null;
  }
  const which = chosenDays(rule);
  if (which === null || months.length > MOST_LISTED) return null;
  return months.length === 0 ? inPeriod(which, rule) : inNamedMonths(which, months, rule);
}

function inPeriod(which: string, { freq, interval, byMonthDay }: Recurrence): string | null {
  if (freq === "YEARLY" && byMonthDay.length > 0) return interval === 1 ? `${which} of each month` : null;
  const period = freq === "MONTHLY" ? "month" : "year";
  return `${which} of ${interval === 1 ? `each ${period}` : every(interval, period)}`;
}

function inNamedMonths(
  which: string,
  months: readonly string[],
  { freq, interval, bySetPos, byMonthDay }: Recurrence,
): string | null {
  if (freq === "MONTHLY" && interval > 1) return null;
  // One set of places for all the months of a year together.
  if (freq === "YEARLY" && bySetPos.length > 0 && months.length > 1) return null;
  const date = months.length === 1 && byMonthDay.length === 1 && (byMonthDay[0] ?? 0) > 0;
  const day = date ? `${byMonthDay[0]} ${months[0]}` : `${which} of ${listed(months)}`;
  return `${day} ${interval === 1 ? "each year" : every(interval, "year")}`;
}

/** "the first Tuesday", "the 1st and the last day", "the last workday": of a month or a year. */
function chosenDays({ byDay, byMonthDay, bySetPos }: Recurrence): string | null {
  const { names, group } = weekdaysOf(byDay);
  if (byDay.length === 0) return bySetPos.length > 0 ? null : each(byMonthDay.map(dayOfMonth));
  if (byMonthDay.length > 0) return null;
  if (bySetPos.length > 0) {
    const kind = group ?? (names.length === 1 ? names.join() : null);
    return kind === null || byDay.some(({ nth }) => nth !== 0)
      ? null
      : each(bySetPos.map((place) => `the ${placeOf(place)} ${kind}`));
  }
  if (byDay.every(({ nth }) => nth === 0)) return `every ${group ?? listed(names)}`;
  if (byDay.some(({ nth }) => nth === 0)) return null;
  return each(byDay.map(({ nth, weekday }) => `the ${placeOf(nth)} ${WEEKDAYS[weekday]}`));
}

const dayOfMonth = (day: number) => (day > 0 ? `the ${numbered(day)}` : `the ${placeOf(day)} day`);

const each = (names: readonly string[]) =>
  new Set(names).size > MOST_LISTED ? null : listed([...new Set(names)]);

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const list = new Intl.ListFormat("en-GB");
const listed = (names: readonly string[]) => list.format(names);

/** Their names, Monday first, and the one word for them all where there is one. */
function weekdaysOf(byDay: readonly RuleWeekday[]): { names: string[]; group: "day" | "workday" | null } {
  const days = [...new Set(byDay.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  const group = days.length === 7 ? "day" : days.join() === "0,1,2,3,4" ? "workday" : null;
  return { names: days.map((day) => WEEKDAYS[day] ?? ""), group };
}

function every(interval: number, noun: string): string {
  if (interval === 1) return `every ${noun}`;
  return interval <= ORDINALS.length
    ? `every ${ORDINALS[interval - 1]} ${noun}`
    : `every ${interval} ${noun}s`;
}

function placeOf(place: number): string {
  if (place === -1) return "last";
  return place < 0 ? `${placeOf(-place)} to last` : (ORDINALS[place - 1] ?? numbered(place));
}

const plural = new Intl.PluralRules("en-GB", { type: "ordinal" });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const numbered = (place: number) => `${place}${ENDINGS[plural.select(place)] ?? "th"}`;

function endOf({ until, count }: Recurrence): string {
  if (count !== null) return count === 1 ? ", once" : `, ${count} times`;
  if (until === null) return "";
  const [year, month = 0, day] = until.split("-").map(Number);
  return `, until ${day} ${MONTHS[month - 1]} ${year}`;
}
