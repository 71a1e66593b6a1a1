import type { Due } from "../../../core/loops/marks.ts";
import type { News } from "../../../core/reminders/news.ts";
import { sayDay } from "../stand.ts";

interface Place {
  readonly name: string;
  readonly unit: { readonly name: string; readonly slug: string };
}

export interface ForumWaits extends Place {
  readonly id: string;
  /** Today. */
  readonly day: string;
  /** When it meets, in ISO form, and on the clock where the unit is. */
  readonly at: string;
  readonly time: string;
}

/** A forum that meets today. */
export const dueOfForums = (forums: readonly ForumWaits[]): Due[] =>
  forums.map(({ id, name, unit, day, at, time }) => ({
    ...{ kind: "forum", title: name, action: `It meets today at ${time}`, day, at, href: `/forums/${id}` },
    ...{ of: unit.name, unit: unit.slug },
  }));

export interface MeetingWaits extends Place {
  readonly id: string;
  readonly began: string;
  readonly live: boolean;
  readonly today: string;
  /** Over days: by when. */
  readonly until: string | null;
  /** Of what waits for one's words, by title. */
  readonly items: readonly string[];
}

/** A meeting that is on: live, or with items on which one has not spoken yet. */
export const dueOfMeetings = (meetings: readonly MeetingWaits[]): Due[] =>
  meetings
    .filter(({ live, items }) => live || items.length > 0)
    .map(({ id, name, unit, began, live, today, until, items }) => ({
      ...{ kind: "forum", title: name, href: `/meetings/${id}`, of: unit.name, unit: unit.slug },
      ...{ day: began, at: null },
      action: live
        ? began === today
          ? "It meets now"
          : `Close the meeting of ${sayDay(began)}: its minutes wait for that`
        : `Say what you think by ${until === null ? "its end" : sayDay(until)}: ${items[0]}${items.length > 1 ? `, and ${items.length - 1} more` : ""}`,
    }));

export interface MeetingClosed extends Place {
  readonly id: string;
  readonly on: string;
  /** "2 of 3 decided". */
  readonly says: string;
  readonly decided: number;
}

/** The minutes of a meeting that is over. */
export const newsOfMeetings = (meetings: readonly MeetingClosed[]): News[] =>
  meetings.map(({ id, name, unit, on, says, decided }) => ({
    ...{ kind: "forum", title: name, unit: unit.slug, day: on, href: `/meetings/${id}`, well: decided > 0 },
    text: `The minutes are there: ${says}.`,
  }));
