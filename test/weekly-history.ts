import { type GitRepository, gitRepository } from "./git-repository.ts";

export const HOUR = 3_600;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** The Monday on which a history begins, in seconds. */
export const FIRST_MONDAY = Date.parse("2025-01-06T00:00:00Z") / 1000;

/** Milliseconds at an hour of a day of a week of the history: `momentOf(4, { day: 1, hour: 9 })` is the Monday of the fifth week. */
export const momentOf = (week: number, { day = 1, hour = 9 } = {}): number =>
  (FIRST_MONDAY + week * WEEK + (day - 1) * DAY + hour * HOUR) * 1_000;

/**
 * A repository in which each week's changes wait as many hours as its number says, a little more or less, until a release on
 * Thursday carries them: six a week. Weeks of `null` have nothing.
 */
export function weeklyHistory(waits: readonly (number | null)[], name = "ledger"): GitRepository {
  const repository = gitRepository({ name });
  for (const [week, hours] of waits.entries()) addWeek(repository, week, hours);
  return repository;
}

export function addWeek(repository: GitRepository, week: number, hours: number | null): void {
  if (hours === null) return;
  const release = FIRST_MONDAY + week * WEEK + 3 * DAY + 12 * HOUR;
  const changes = Array.from({ length: 6 }, (_, change) => Math.round(hours * HOUR * (0.9 + 0.04 * change)));
  let last = "";
  for (const [change, wait] of changes.toReversed().entries())
    last = repository.commit(`Week ${week}, change ${change}`, { at: release - wait });
  repository.tag(`v${week}.0.0`, { of: last, at: release });
}

/** Waits of a stable team, in hours: about 40, by a fixed sequence. */
export function stableWaits(weeks: number, around = 40, seed = 7): number[] {
  let state = seed;
  return Array.from({ length: weeks }, () => {
    state = (state * 16_807) % 2_147_483_647;
    return around * Math.exp(0.5 * (state / 2_147_483_647 - 0.5));
  });
}
