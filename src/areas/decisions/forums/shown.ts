import { nextTurn } from "../../../core/loops/cadence.ts";
import { sayCadence } from "../../../core/loops/cadence-words.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { audiencesOf, briefOf, type UnitRow } from "../../../core/org/tree.ts";
import type { AgendaItem, Forum, ForumBrief, Suggested } from "./contract.ts";
import type { MeetingBrief } from "./meetings/contract.ts";
import { cadenceOf } from "./rhythm.ts";
import type { AgendaSeen } from "./store/agenda.ts";
import type { ForumSeen, MeetingLine } from "./store/forums.ts";
import { sayAudience, sayMeeting } from "./words.ts";

export function shownLine({ row, outcomes }: MeetingLine, forum: ForumSeen): MeetingBrief {
  return {
    ...{ id: row.id, mode: row.mode, due: row.due, until: row.until, began: row.beganAt.toISOString() },
    ...{ forum: { id: forum.row.id, name: forum.row.name }, unit: briefOf(forum.unit) },
    timeZone: forum.timeZone,
    closed: row.closedAt?.toISOString() ?? null,
    says: sayMeeting(outcomes, { closed: row.closedAt !== null }),
  };
}

export function shownForumBrief(seen: ForumSeen, now: number): ForumBrief {
  const { row, unit, audience, timeZone, daysOff, meetings } = seen;
  const next = row.endedAt === null ? nextTurn(cadenceOf(seen), now, daysOff) : null;
  const on = meetings.find((one) => one.row.closedAt === null);
  const last = meetings.find((one) => one.row.closedAt !== null);
  return {
    ...{ id: row.id, name: row.name, purpose: row.purpose, unit: briefOf(unit), minutes: row.minutes },
    cadence: {
      ...{ rule: row.rule, starts: row.starts, at: row.at.slice(0, 5), timeZone },
      says: sayCadence(row.rule),
    },
    audience: audience && briefOf(audience),
    ...{ says: sayAudience(unit, audience), ended: row.endedAt !== null, agenda: seen.agenda },
    next: next && { day: next.day, at: new Date(next.at).toISOString() },
    meeting: on ? shownLine(on, seen) : null,
    last: last ? shownLine(last, seen) : null,
  };
}

interface Around {
  readonly units: readonly UnitRow[];
  readonly now: number;
  readonly items: readonly AgendaSeen[];
  readonly suggested: readonly Suggested[];
  /** Asks (ids) that the person who asks may open. */
  readonly readable: ReadonlySet<string>;
}

export function shownForum(seen: ForumSeen, { units, now, items, suggested, readable }: Around): Forum {
  const { own, takesPart, unit, row } = seen;
  return {
    ...shownForumBrief(seen, now),
    items: items.map((one) => shownAgendaItem(one, { seen, units, readable })),
    suggested: takesPart && row.endedAt === null ? [...suggested] : [],
    meetings: seen.meetings.map((one) => shownLine(one, seen)),
    audiences: own ? audiencesOf(units, unit).map(briefOf) : [],
    can: { change: own, takePart: takesPart && row.endedAt === null },
  };
}

interface Beside {
  readonly seen: ForumSeen;
  readonly units: readonly UnitRow[];
  readonly readable: ReadonlySet<string>;
}

function shownAgendaItem({ row, by }: AgendaSeen, { seen, units, readable }: Beside): AgendaItem {
  const unit = units.find(({ id }) => id === row.unit);
  return {
    ...{ id: row.id, kind: row.kind, title: row.title, minutes: row.minutes, putBy: by },
    unit: unit ? briefOf(unit) : null,
    put: dayAt(row.putAt.getTime(), seen.timeZone).toString(),
    carried: row.carriedFrom !== null,
    href: hrefOf(row, readable),
  };
}

/** Where an item's matter is read: an ask only by who stands on one of its sides. */
export function hrefOf(
  { decision, ask }: Pick<AgendaSeen["row"], "decision" | "ask">,
  readable: ReadonlySet<string>,
): string | null {
  if (decision !== null) return `/decisions/${decision}`;
  return ask !== null && readable.has(ask) ? `/asks/${ask}` : null;
}
