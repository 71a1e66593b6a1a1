const DAY = 86_400;

/** What a commit or tag says about its time: seconds since the epoch, or `NaN` where it cannot be read. */
export const secondsOf = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN);

/**
 * A time that people can have meant, in milliseconds, or `null`: before 2 January 1970 a clock was not set, and more than
 * a day ahead it is wrong. A clock a few hours wrong stays as it is.
 */
export function believable(seconds: number, now: number): number | null {
  return seconds >= DAY && seconds * 1000 <= now + DAY * 1000 ? seconds * 1000 : null;
}

/** When a time that lies too far ahead will become believable; `null` where it never will. */
export const believableFrom = (seconds: number): number | null =>
  seconds >= DAY && seconds < 8.64e12 ? (seconds - DAY) * 1000 : null;
