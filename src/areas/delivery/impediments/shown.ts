import { daysBetween, sayFor } from "../../../core/ages.ts";
import type { Mark } from "../../../core/loops/marks.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import type { Impediment } from "./contract.ts";
import type { ImpedimentSeen } from "./store/impediments.ts";

const dayOf = (moment: Date, { timeZone }: ImpedimentSeen): string =>
  dayAt(moment.getTime(), timeZone).toString();

/** As it is told to those in whose way it is. */
export function shownImpediment(seen: ImpedimentSeen, now: number): Impediment {
  const { row, by } = seen;
  const day = dayOf(row.saidAt, seen);
  const gone = row.goneAt && { day: dayOf(row.goneAt, seen), words: row.goneWords };
  return {
    ...{ id: row.id, text: row.text, day, by, gone },
    age: sayFor(daysBetween(day, gone?.day ?? dayAt(now, seen.timeZone).toString())),
    begun: seen.begun.map(({ kind, thing, at }) => ({
      ...{ kind, id: thing, day: dayOf(at, seen), href: `/${kind}s/${thing}` },
    })),
  };
}

/** What was in the way between two days, as bars: from the day on which it was said to the one on which it was gone. */
export const impedimentMarks = (
  seen: readonly ImpedimentSeen[],
  { from, to }: { from: string; to: string },
): Mark[] =>
  seen
    .map((one): Mark & { until: string | null } => ({
      ...{
        area: "delivery",
        kind: "event",
        text: `in our way: ${one.row.text}`,
        day: dayOf(one.row.saidAt, one),
      },
      until: one.row.goneAt && dayOf(one.row.goneAt, one),
      href: `/units/${one.unit.slug}#in-our-way`,
    }))
    .filter(({ day, until }) => day <= to && (until === null || until >= from));
