import { daysBetween, isDay } from "../iso-day.ts";
import { calendarDaysOff } from "./calendar.ts";
import { DaysOffFound, type DaysOffRead, troubleWithLength } from "./found.ts";
import { displayName } from "./values.ts";

/** The largest calendars of holidays that are on offer have some hundred thousand characters. */
const LONGEST_TEXT = 5_000_000;

/**
 * Days off from an iCalendar text, or from lines like `2026-12-24..2027-01-01 Company holidays`. What cannot be read is
 * told, and the rest goes in. Of a calendar it is what falls into the three years from `day` on; lines go in as they are.
 */
export function readDaysOff(text: string, day: string): DaysOffRead {
  const found = new DaysOffFound();
  if (text.length > LONGEST_TEXT) found.tell("file", `It has more than ${LONGEST_TEXT} characters.`);
  else if (/^\s*BEGIN:V/i.test(text)) calendarDaysOff(text, day, found);
  else linesOfDaysOff(text, found);
  return found.read;
}

const HOW_TO_WRITE = "Write one a line, like 2026-12-24..2027-01-01 Company holidays, or 2026-05-01 May Day.";

function linesOfDaysOff(text: string, found: DaysOffFound): void {
  for (const [at, line] of text.split(/\r\n|[\r\n]/).entries()) {
    const place = `line ${at + 1}`;
    if (line.trim() === "") continue;
    if (found.tooManyDaysAt(place) || found.tooManyProblemsAt(place)) return;
    found.count(1);
    readLine(line.trim(), place, found);
  }
  if (found.nothing) found.tell("file", `It is empty. ${HOW_TO_WRITE}`);
}

function readLine(line: string, place: string, found: DaysOffFound): void {
  const [, from, to = from, name = ""] = /^(\d\S*?)(?:\s*\.\.\s*(\S*))?(?:\s+(.*))?$/s.exec(line) ?? [];
  const trouble = troubleWithDays(from, to);
  if (trouble !== null) found.tell(place, trouble);
  else if (from && to) found.add({ from, to, name: displayName(name) });
}

function troubleWithDays(from: string | undefined, to: string | undefined): string | null {
  if (from === undefined || to === undefined) return `It does not begin with a day. ${HOW_TO_WRITE}`;
  const wrong = [from, to].find((day) => !isDay(day));
  if (wrong !== undefined) return `“${displayName(wrong)}” is no day. Write it like 2026-01-31.`;
  if (to < from) return `It ends on ${to}, before it begins on ${from}.`;
  return troubleWithLength(daysBetween(from, to) + 1);
}
