import { Temporal } from "temporal-polyfill";

/** A day that was found in a text, and where. */
export interface FoundDay {
  readonly day: string;
  readonly from: number;
  readonly to: number;
  /** Day and month could be the other way round, and nothing says which. */
  readonly doubtful: boolean;
}

export type Order = "day-first" | "month-first" | null;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";

/** How days are written, each with the places of year, month and day. Years are four digits long. */
const FORMS: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, [1, 3, 4]],
  [/(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/, [1, 2, 3]],
  [/(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/, [4, 3, 1]],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})(?!\\d)`, "i"),
    [3, 2, 1],
  ],
  [new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, "i"), [3, 1, 2]],
];

/** The first day that a text names, in any of the usual ways. */
export function dayIn(text: string, order: Order): FoundDay | null {
  const found = FORMS.flatMap(([form, places]) => {
    const match = form.exec(text);
    return match ? [{ match, places }] : [];
  }).sort((one, other) => one.match.index - other.match.index)[0];
  if (!found) return null;
  const { match, places } = found;
  const [year, month, date] = places.map((place) => numberOf(match[place] ?? "")) as [number, number, number];
  const turned = places[0] === 4 && match[2] === "/";
  const swap = turned && month !== date && (date <= 12 ? month > 12 || order === "month-first" : false);
  const day = swap ? dayOf(year, date, month) : dayOf(year, month, date);
  const doubtful = turned && month <= 12 && date <= 12 && month !== date && order === null;
  return day === null ? null : { day, from: match.index, to: match.index + match[0].length, doubtful };
}

/** Which of day and month comes first in a text, where one of its days leaves no doubt and none says otherwise. */
export function orderIn(text: string): Order {
  let days = false;
  let months = false;
  for (const [, first, second] of text.matchAll(/(?<!\d)(\d{1,2})\/(\d{1,2})\/\d{4}(?!\d)/g)) {
    days ||= Number(first) > 12 && Number(second) <= 12;
    months ||= Number(second) > 12 && Number(first) <= 12;
  }
  return days === months ? null : days ? "day-first" : "month-first";
}

/** Whether this is a day as ISO 8601 writes it. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

const numberOf = (part: string) =>
  /^\d/.test(part) ? Number(part) : MONTHS.indexOf(part.slice(0, 3).toLowerCase()) + 1;

function dayOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return null; // no such day
  }
}
