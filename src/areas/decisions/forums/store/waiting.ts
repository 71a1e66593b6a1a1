import { and, gt, inArray, isNull, lte } from "drizzle-orm";
import { latestTurn, nextTurn } from "../../../../core/loops/cadence.ts";
import type { Due } from "../../../../core/loops/marks.ts";
import { readStanding } from "../../../../core/loops/store/loops.ts";
import { dayAt } from "../../../../core/measures/periods.ts";
import type { News, Since } from "../../../../core/reminders/news.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { dueOfForums, dueOfMeetings, type ForumWaits, newsOfMeetings } from "../due.ts";
import { waitsFor } from "../meetings/shown.ts";
import { cadenceOf } from "../rhythm.ts";
import { forum, meeting } from "../tables.ts";
import { sayMeeting } from "../words.ts";
import { type ForumSeen, readForums } from "./forums.ts";
import { dueToday } from "./leading.ts";
import { meetingAt } from "./meetings.ts";

/** Forums that meet today or now, and meetings over days that wait for what the person has to say. */
export async function readForumsDue(tx: Tx, me: string, now: number): Promise<Due[]> {
  const forums = await readForums(tx, await readStanding(tx, me), isNull(forum.endedAt));
  const meetings = [];
  for (const seen of forums)
    for (const { row } of seen.meetings.filter((one) => one.row.closedAt === null))
      meetings.push(await meetingAt(tx, me, row.id));
  const today = forums.filter(({ meetings: all }) => all.every(({ row }) => row.closedAt !== null));
  return [
    ...dueOfForums(today.flatMap((seen) => forumToday(seen, now))),
    ...dueOfMeetings(
      meetings.map((seen) => ({
        ...{ id: seen.row.id, name: seen.forum.row.name, unit: seen.forum.unit, until: seen.row.until },
        ...{ began: dayAt(seen.row.beganAt.getTime(), seen.forum.timeZone).toString() },
        today: dayAt(now, seen.forum.timeZone).toString(),
        live: seen.row.mode === "live",
        items: seen.items.filter((one) => waitsFor(seen, one)).map(({ title }) => title),
      })),
    ),
  ];
}

function forumToday(seen: ForumSeen, now: number): ForumWaits[] {
  const { row, unit, daysOff } = seen;
  const day = dueToday(seen, now);
  const cadence = cadenceOf(seen);
  const turns = [latestTurn(cadence, now, daysOff), nextTurn(cadence, now, daysOff)];
  const turn = turns.find((one) => one?.day === day);
  if (day === null || !turn) return [];
  const at = new Date(turn.at).toISOString();
  return [{ id: row.id, name: row.name, unit, day, at, time: row.at.slice(0, 5) }];
}

/** Minutes that came within a span of time. */
export async function readForumNews(tx: Tx, me: string, { since, until }: Since): Promise<News[]> {
  const closed = await tx
    .select({ id: meeting.id, forum: meeting.forum })
    .from(meeting)
    .where(and(gt(meeting.closedAt, new Date(since)), lte(meeting.closedAt, new Date(until))));
  if (closed.length === 0) return [];
  const ids = new Set(closed.map(({ id }) => id));
  const wanted = inArray(
    forum.id,
    closed.map((one) => one.forum),
  );
  const forums = await readForums(tx, await readStanding(tx, me), wanted);
  return newsOfMeetings(
    forums.flatMap((seen) =>
      seen.meetings.flatMap(({ row, outcomes }) =>
        row.closedAt === null || !ids.has(row.id)
          ? []
          : [
              {
                ...{ id: row.id, name: seen.row.name, unit: seen.unit },
                on: dayAt(row.closedAt.getTime(), seen.timeZone).toString(),
                says: sayMeeting(outcomes, { closed: true }),
                decided: outcomes.filter((one) => one === "accepted").length,
              },
            ],
      ),
    ),
  );
}
