import { dayAt } from "../../core/measures/periods.ts";

/** Half a year in whole weeks, so that a purpose comes back on the weekday on which somebody had time for it. */
const HALF_YEAR_DAYS = 182;

/** The day, in a time zone, on which a purpose comes back after it was written or found right at a moment (milliseconds). */
export const comesBackOn = (looked: number, timeZone: string): string =>
  dayAt(looked, timeZone).add({ days: HALF_YEAR_DAYS }).toString();

interface Looked {
  readonly writtenAt: Date;
  /** When it was last found to be still right. */
  readonly reviewedAt: Date | null;
}

/** The moment at which somebody last thought about it, in milliseconds. */
export const lastLooked = ({ writtenAt, reviewedAt }: Looked): number =>
  Math.max(writtenAt.getTime(), reviewedAt?.getTime() ?? 0);
