import type { DueDay, DueTurn } from "../loops/calendar-feed.ts";
import { calendarFeed } from "../loops/calendar-feed.ts";
import type { Due } from "../loops/marks.ts";

/** One question on one of its days. */
export interface Asked {
  readonly question: string;
  /** The slug and the name of the unit whose it is; `null` is one's own. */
  readonly unit: { readonly slug: string; readonly name: string } | null;
  readonly day: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Feed {
  readonly now: number;
  /** False: it says only that something is due, as calendars are often shown to others. */
  readonly titles: boolean;
  /** Where Septet is seen: links begin with it. */
  readonly address: string;
  /** Makes an id of what it is, which tells nothing. */
  readonly idOf: (what: string) => string;
  readonly asked: readonly Asked[];
  /** What else is due or comes back. */
  readonly due: readonly Due[];
}

/** A person's calendar: one event for each check-in, whatever its questions are, and a day for what else comes back. */
export function feedOf({ asked, due, ...about }: Feed): string {
  const checkIns = [...Map.groupBy(asked, ({ unit, day }) => `${unit?.slug ?? ""} ${day}`).values()];
  const timed = due.filter(({ at }) => at !== null);
  return calendarFeed({
    ...{ name: "Septet", now: about.now },
    turns: [...checkIns.map((some) => turnOf(some, about)), ...timed.map((one) => momentOf(one, about))],
    allDay: due.filter(({ at }) => at === null).map((one) => dayOf(one, about)),
  });
}

type About = Omit<Feed, "asked" | "due">;

function turnOf(some: readonly Asked[], about: About): DueTurn {
  const [first] = some as [Asked, ...Asked[]];
  const { unit, day } = first;
  const path = unit === null ? "/check-in" : `/units/${unit.slug}/check-in`;
  return {
    ...shown(about, {
      what: `check-in ${unit?.slug ?? ""} ${day}`,
      title: `Check-in: ${unit?.name ?? "your own questions"}`,
      description: some.map(({ question }) => question).join("\n"),
      path,
    }),
    at: Math.min(...some.map(({ at }) => at)),
  };
}

const dayOf = (one: Due, about: About): DueDay => ({ ...ofDue(one, about), day: one.day });

const momentOf = (one: Due, about: About): DueTurn => ({
  ...ofDue(one, about),
  at: Date.parse(one.at ?? one.day),
});

const ofDue = ({ kind, title, action, of, href }: Due, about: About) =>
  shown(about, {
    what: `${kind} ${href} ${title}`,
    title: of === null ? title : `${title} (${of})`,
    description: action,
    path: href,
  });

interface Event {
  /** The same each time, and of nothing else. */
  readonly what: string;
  readonly title: string;
  readonly description: string;
  readonly path: string;
}

function shown({ titles, address, idOf }: About, { what, title, description, path }: Event) {
  const uid = `${idOf(what)}@${new URL(address).hostname}`;
  return titles
    ? { uid, title, description, url: `${address}${path}` }
    : { uid, title: "Something is due", description: "", url: `${address}/me` };
}
