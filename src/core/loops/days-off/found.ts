import type { DayOff } from "../cadence.ts";

/** What was read, by day, and what could not be, by place. */
export interface DaysOffRead {
  readonly days: readonly DayOff[];
  readonly problems: readonly { readonly place: string; readonly detail: string }[];
}

const MOST_DAYS_OFF = 5_000;

/** After this many, what is read is something else. */
const MOST_PROBLEMS = 50;

/** Longer than a year is a slip of the pen, and would silence every loop. */
const LONGEST = 366;

/** Why a length cannot be that of days off. */
export const troubleWithLength = (days: number): string | null =>
  days > LONGEST ? `It lasts ${days} days. At most ${LONGEST} are taken as one.` : null;

/** Collects days off, and what could not be read, until there is no more room. */
export class DaysOffFound {
  readonly #days = new Map<string, DayOff>();
  readonly #problems: { place: string; detail: string }[] = [];
  #said = 0;

  /** Also those that are said twice, or taken back: each costs time. */
  count(said: number): void {
    this.#said += said;
  }

  add(one: DayOff): void {
    this.#days.set(`${one.from} ${one.to} ${one.name}`, one);
  }

  tell(place: string, detail: string): void {
    this.#problems.push({ place, detail });
  }

  /** Whether reading ends at a place, as there is no room for more; then it is told that the rest is left out. */
  tooManyDaysAt(place: string): boolean {
    if (this.#said < MOST_DAYS_OFF) return false;
    this.tell(place, `There are more than ${MOST_DAYS_OFF} days off. The rest is left out.`);
    return true;
  }

  /** The same for what cannot be read. */
  tooManyProblemsAt(place: string): boolean {
    if (this.#problems.length < MOST_PROBLEMS) return false;
    this.tell(place, `${MOST_PROBLEMS} entries cannot be read. The rest is left out.`);
    return true;
  }

  get nothing(): boolean {
    return this.#days.size === 0 && this.#problems.length === 0;
  }

  get read(): DaysOffRead {
    const days = [...this.#days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day);
    return { days, problems: this.#problems };
  }
}
