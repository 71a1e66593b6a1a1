import { dayAt } from "../../core/measures/periods.ts";
import { seenBy } from "../../core/org/seen-by.ts";
import { audiencesOf, briefOf } from "../../core/org/tree.ts";
import type { OwnPurpose, Purpose } from "./contract.ts";
import { comesBackOn, lastLooked } from "./half-year.ts";
import { abilities } from "./policy.ts";
import type { PurposeSeen } from "./store/purposes.ts";

/** A purpose as it goes out; `now` in milliseconds. */
export function shownPurpose(seen: PurposeSeen, now: number): Purpose {
  const { one, holds, standing, timeZone } = seen;
  return {
    unit: briefOf(one),
    holds: holds && { sentence: holds.sentence, since: dayIn(timeZone, holds.since) },
    own: ownOf(seen, now),
    can: abilities(standing),
  };
}

function ownOf(seen: PurposeSeen, now: number): Purpose["own"] {
  const { one, units, own } = seen;
  if (own === null) return null;
  const audience = units.find(({ id }) => id === own.audience) ?? null;
  return {
    written: writtenOf(seen, now),
    earlier: earlierOf(seen),
    audience: audience && briefOf(audience),
    audiences: audiencesOf(units, one).map(briefOf),
    seenBy: seenBy(one, audience),
  };
}

function writtenOf({ own, timeZone }: PurposeSeen, now: number): OwnPurpose["written"] {
  const last = own?.written[0];
  if (last === undefined) return null;
  const reviewed = own?.reviewed ?? null;
  const looked = { writtenAt: last.row.writtenAt, reviewedAt: reviewed?.row.reviewedAt ?? null };
  const comesBack = comesBackOn(lastLooked(looked), timeZone);
  return {
    id: last.row.id,
    by: somebody(last.row.writtenBy, last.by),
    reviewed: reviewed && {
      on: dayIn(timeZone, reviewed.row.reviewedAt),
      by: somebody(reviewed.row.reviewedBy, reviewed.by),
    },
    comesBack,
    due: comesBack <= dayAt(now, timeZone).toString(),
  };
}

/** Each held until the next one was written. */
function earlierOf({ own, timeZone }: PurposeSeen): OwnPurpose["earlier"] {
  const written = own?.written ?? [];
  return written.slice(1).map(({ row, by }, at) => ({
    ...{ id: row.id, sentence: row.sentence, by: somebody(row.writtenBy, by) },
    from: dayIn(timeZone, row.writtenAt),
    until: dayIn(timeZone, written[at]?.row.writtenAt ?? row.writtenAt),
  }));
}

const dayIn = (timeZone: string, moment: Date): string => dayAt(moment.getTime(), timeZone).toString();

const somebody = (id: string | null, name: string | null) =>
  id === null || name === null ? null : { id, name };
