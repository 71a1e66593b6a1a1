import { and, eq } from "drizzle-orm";
import type { LoopsContext } from "../../loops/context.ts";
import type { LoopSeen } from "../../loops/store/loops.ts";
import { somebodyIn } from "../../loops/store/settle.ts";
import { readDaysOff } from "../../org/store/days-off.ts";
import { readUnits } from "../../org/store/reading.ts";
import { timeZoneOf, type UnitRow } from "../../org/tree.ts";
import { payloadFor } from "../channel/payload.ts";
import { checkInLines, digestLines, ofTheTeam } from "../channel/words.ts";
import { PostTrouble } from "../program/post.ts";
import { channel } from "../tables.ts";
import { digestTurns, todayOf } from "../today.ts";
import { askedOn, nextAsked, waitingToday } from "./asked.ts";
import { addressOf, type ChannelRow, UNREADABLE } from "./channels.ts";
import type { Place } from "./choices.ts";
import { digestFor } from "./digests.ts";
import { once } from "./once.ts";
import { LOOK_AGAIN_MS, type Reminding } from "./reminding.ts";
import { MOST_TRIES, type Thing } from "./sent.ts";

/** One channel, with all that its words are made of: as somebody of the team, of what is the team's as a whole. */
interface Board {
  readonly reminding: Reminding;
  readonly context: LoopsContext;
  readonly row: ChannelRow;
  readonly unit: UnitRow;
  readonly place: Place;
}

/** Posts what is due to a unit's channel; gives when to look at it again. */
export async function remindChannel(reminding: Reminding, row: ChannelRow): Promise<number> {
  const { state, now, contextAs } = reminding;
  const who = await state.asJobs((tx) => somebodyIn(tx, row.unit, row.setBy));
  if (who === null) return now + LOOK_AGAIN_MS;
  const context = contextAs(who);
  const where = await context.as(async (tx) => {
    const units = await readUnits(tx);
    const unit = units.find(({ id, archived }) => id === row.unit && !archived);
    if (unit === undefined) return null;
    return {
      unit,
      place: { timeZone: timeZoneOf(units, unit), daysOff: (await readDaysOff(tx, units))(unit) },
    };
  });
  if (where === null) return now + LOOK_AGAIN_MS;
  const board = { reminding, context, row, ...where };
  return Math.min(now + LOOK_AGAIN_MS, await checkIns(board), await digest(board));
}

async function checkIns({ reminding, context, row, unit }: Board): Promise<number> {
  const { now, address } = reminding;
  if (row.checkInSince === null) return Number.POSITIVE_INFINITY;
  const { loops } = await context.loops.list({ unit: unit.slug, ended: false });
  const own = loops.filter((seen: LoopSeen) => seen.own);
  let again = nextAsked(own, now);
  for (const day of waitingToday(own, { since: row.checkInSince, now })) {
    const [today] = todayOf(askedOn(own, day, now), address);
    const write = async () => (today ? checkInLines(today) : null);
    again = Math.min(again, await put(reminding, row, { kind: "check-in", day, write }));
  }
  return again;
}

async function digest({ reminding, context, row, unit, place }: Board): Promise<number> {
  const { state, now, address } = reminding;
  const { digest: weekday, digestSince, digestTold: told, readings } = row;
  if (weekday === null || digestSince === null) return Number.POSITIVE_INFINITY;
  const { latest, next } = digestTurns(weekday, place, now);
  const again = next?.at ?? Number.POSITIVE_INFINITY;
  if (latest === null || latest.at <= digestSince.getTime()) return again;
  let kept = told;
  const write = async () => {
    const made = await digestFor(context, { since: digestSince.getTime(), until: now, told });
    kept = made.told;
    const section = made.digest.sections.find((one) => one.unit?.slug === unit.slug);
    const lines = section?.lines.filter(ofTheTeam) ?? [];
    if (lines.length === 0) return null;
    return digestLines({ unit: unit.name, lines, readings, href: `${address}/units/${unit.slug}` });
  };
  const done = () =>
    state.asJobs(async (tx) => {
      await tx
        .update(channel)
        .set({ digestSince: new Date(now), digestTold: kept })
        .where(and(eq(channel.unit, row.unit), eq(channel.digestSince, digestSince)));
    });
  return Math.min(again, await put(reminding, row, { kind: "digest", day: latest.day, write, done }));
}

interface Putting extends Pick<Thing, "kind" | "day"> {
  /** Null: there is nothing to say. */
  readonly write: () => Promise<string[] | null>;
  readonly done?: () => Promise<void>;
}

/** Posts once; why it could not be done is kept for those who set the channel. */
function put(reminding: Reminding, row: ChannelRow, { kind, day, write, done }: Putting): Promise<number> {
  const send = async ({ tries }: { tries: number }) => {
    const lines = await write();
    if (lines === null) return false;
    const trouble = await postTo(reminding, row, lines);
    const says = trouble === null ? null : `${trouble} ${tries < MOST_TRIES ? GOES_ON : GIVEN_UP}`;
    await keepTrouble(reminding, row, says);
    if (trouble !== null) throw new PostTrouble(trouble);
    return true;
  };
  return once(reminding, { to: { unit: row.unit }, kind, day }, { send, ...(done ? { done } : {}) });
}

const GOES_ON = "It is tried again.";
const GIVEN_UP = "It was tried for some hours, and is given up until the next time.";

/** Why a text could not be posted, or null. */
export async function postTo(
  { poster, key }: Pick<Reminding, "poster" | "key">,
  row: ChannelRow,
  lines: readonly string[],
): Promise<string | null> {
  const address = addressOf(row, key);
  if (address === null) return UNREADABLE;
  try {
    await poster.post(address, payloadFor(row.host, lines));
    return null;
  } catch (error) {
    if (error instanceof PostTrouble) return error.message;
    throw error;
  }
}

export async function keepTrouble(
  { state, now }: Pick<Reminding, "state" | "now">,
  { unit }: ChannelRow,
  trouble: string | null,
): Promise<void> {
  const troubleAt = trouble === null ? null : new Date(now);
  await state.asJobs((tx) => tx.update(channel).set({ trouble, troubleAt }).where(eq(channel.unit, unit)));
}
