import { eq } from "drizzle-orm";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import type { DayOff } from "../../loops/cadence.ts";
import { readDaysOff } from "../../org/store/days-off.ts";
import { readMine, readUnits } from "../../org/store/reading.ts";
import { timeZoneOf } from "../../org/tree.ts";
import { calendar, choice } from "../tables.ts";
import type { Weekday } from "../weekday.ts";

export type ChoiceRow = typeof choice.$inferSelect;

const nothing = {
  checkInSince: null,
  digest: null,
  digestSince: null,
  digestTold: [],
  titles: true,
  lookAt: null,
} satisfies Omit<ChoiceRow, "person">;

/** What a person chose; without a choice, nothing is sent. */
export const choiceOf = (state: StateDb, person: string): Promise<ChoiceRow> =>
  state.as(person, async (tx) => {
    const [row] = await tx.select().from(choice).where(eq(choice.person, person));
    return row ?? { person, ...nothing };
  });

export interface Wanted {
  readonly checkIn: boolean;
  readonly digest: Weekday | null;
  readonly titles: boolean;
}

/** Keeps what a person wants from now on; what was before it was switched on is not told afterwards. */
export async function choose(state: StateDb, person: string, { now, ...wanted }: Wanted & { now: Date }) {
  const before = await choiceOf(state, person);
  const set = {
    checkInSince: wanted.checkIn ? (before.checkInSince ?? now) : null,
    digest: wanted.digest,
    digestSince: wanted.digest === null ? null : (before.digestSince ?? now),
    digestTold: wanted.digest === null || before.digest === null ? [] : before.digestTold,
    ...{ titles: wanted.titles, lookAt: null },
  };
  await state.as(person, (tx) =>
    tx
      .insert(choice)
      .values({ person, ...set })
      .onConflictDoUpdate({ target: choice.person, set }),
  );
}

/** Where a person's days are counted. */
export interface Place {
  readonly timeZone: string;
  readonly daysOff: readonly DayOff[];
}

/** In the first of the person's teams, else of their other units, else of the organisation. */
export async function placeOf(tx: Tx): Promise<Place> {
  const [units, mine] = [await readUnits(tx), await readMine(tx)];
  const own = units.filter(({ id, archived }) => mine.has(id) && !archived);
  const home =
    own.find(({ kind }) => kind === "team") ?? own[0] ?? units.find(({ kind }) => kind === "organisation");
  if (home === undefined) return { timeZone: "UTC", daysOff: [] };
  return { timeZone: timeZoneOf(units, home), daysOff: (await readDaysOff(tx, units))(home) };
}

/** The calendar address that a person has, without what is secret. */
export const calendarOf = (state: StateDb, person: string) =>
  state.as(person, async (tx) => {
    const [row] = await tx
      .select({ madeAt: calendar.madeAt, askedAt: calendar.askedAt })
      .from(calendar)
      .where(eq(calendar.person, person));
    return row ?? null;
  });
