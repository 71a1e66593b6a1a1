import { type GitRepository, gitRepository } from "../git-repository.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const WEEKS = 30;

/**
 * Thirty weeks up to now, with six changes and two releases a week; for three weeks in the middle nothing was released,
 * and one release was reverted. Without tags nothing says what is live.
 */
export function history(name: string, { tags }: { tags: boolean }): GitRepository {
  const repository = gitRepository({ name });
  const begin = Math.floor(Date.now() / 1000) - WEEKS * 7 * DAY;
  let releases = 0;
  let reverted = "";
  for (let change = 0; change < WEEKS * 6; change++) {
    const at = begin + change * 28 * HOUR + ((change * 7919) % 11) * HOUR;
    const quiet = change > 90 && change < 108;
    const title =
      change === 60
        ? `Revert "Change 56"\n\nThis reverts commit ${reverted}.`
        : `Change ${change}: round to the cent`;
    const hash = repository.commit(title, { at, authored: at - (change % 5) * 5 * HOUR });
    if (change === 56) reverted = hash;
    if (tags && change % 3 === 2 && !quiet)
      repository.tag(`v1.${releases++}.0`, { of: hash, at: at + 2 * HOUR });
  }
  return repository;
}
