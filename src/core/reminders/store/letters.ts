import { and, eq } from "drizzle-orm";
import type { Letter } from "../../../platform/mail.ts";
import type { LoopsContext } from "../../loops/context.ts";
import { cadenceOf, dueOf, nextOf } from "../../loops/shown.ts";
import { todayOf as dayThere } from "../../loops/store/check-in.ts";
import type { LoopSeen } from "../../loops/store/loops.ts";
import { accountOf } from "../../people/store/people.ts";
import { checkInLetter } from "../letters/check-in.ts";
import { digestLetter } from "../letters/digest.ts";
import type { Foot } from "../letters/sheet.ts";
import { choice, type SentKind } from "../tables.ts";
import { type AskedToday, digestTurns, todayOf } from "../today.ts";
import { type ChoiceRow, placeOf } from "./choices.ts";
import { digestFor } from "./digests.ts";
import type { Reminding } from "./reminding.ts";
import { claim, dropClaim, markSent, tryAgainAt } from "./sent.ts";
import { unsubscribeToken } from "./unsubscribe.ts";

/** The longest that a change of a rhythm waits to be seen. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** One person, with all that their letters are made of. */
interface Reader {
  readonly reminding: Reminding;
  readonly context: LoopsContext;
  readonly chosen: ChoiceRow;
  readonly to: string;
}

/** Sends a person what is due to them; gives when to look at them again. */
export async function remindPerson(reminding: Reminding, chosen: ChoiceRow): Promise<number> {
  const { state, now, contextAs } = reminding;
  const { email: to } = await accountOf(state, chosen.person);
  if (to === null) return now + LOOK_AGAIN_MS;
  const reader = { reminding, context: contextAs(chosen.person), chosen, to };
  const next = [now + LOOK_AGAIN_MS, await checkIns(reader), await digest(reader)];
  return Math.min(...next.filter((at) => at > now));
}

/** A letter on the day of a check-in that nobody has done by its time: one a day, on which all stands that is asked that day. */
async function checkIns(reader: Reader): Promise<number> {
  const { reminding, context, chosen } = reader;
  const { now, address } = reminding;
  if (chosen.checkInSince === null) return Number.POSITIVE_INFINITY;
  const since = chosen.checkInSince.getTime();
  const loops = await context.loops.all();
  const waiting = loops.flatMap((seen) => {
    const turn = dueOf(seen, now);
    return turn !== null && turn.at > since && turn.day === dayThere(seen, now) ? [turn.day] : [];
  });
  const again: number[] = [];
  for (const day of new Set(waiting)) {
    const asked = loops.flatMap((seen) => askedOn(seen, day, now));
    const tried = await once(reader, { kind: "check-in", day }, async (foot) => ({
      letter: checkInLetter(todayOf(asked, address), foot),
    }));
    again.push(tried);
  }
  return Math.min(...again, ...loops.map((seen) => nextOf(seen, now)?.at ?? Number.POSITIVE_INFINITY));
}

/** What a loop asks on a day: its turn that waits, or that is still to come. */
function askedOn(seen: LoopSeen, day: string, now: number): AskedToday[] {
  const { row, unit } = seen;
  const turn = [dueOf(seen, now), nextOf(seen, now)].find((one) => one?.day === day);
  return turn ? [{ question: row.question, unit, at: turn.at, timeZone: cadenceOf(seen).timeZone }] : [];
}

/** What came back or changed since the last one; where nothing did, no letter. */
async function digest(reader: Reader): Promise<number> {
  const { reminding, context, chosen } = reader;
  const { state, now, address } = reminding;
  const { person, digest: weekday, digestSince, digestTold: told } = chosen;
  if (weekday === null || digestSince === null) return Number.POSITIVE_INFINITY;
  const { latest, next } = digestTurns(weekday, await context.as(placeOf), now);
  let again = next?.at ?? Number.POSITIVE_INFINITY;
  if (latest !== null && latest.at > digestSince.getTime()) {
    const goOn = async (kept: readonly string[]) =>
      void (await state.asJobs((tx) =>
        tx
          .update(choice)
          .set({ digestSince: new Date(now), digestTold: [...kept] })
          .where(and(eq(choice.person, person), eq(choice.digestSince, digestSince))),
      ));
    const tried = await once(reader, { kind: "digest", day: latest.day }, async (foot) => {
      const made = await digestFor(context, { since: digestSince.getTime(), until: now, told });
      const done = () => goOn(made.told);
      if (made.digest.sections.length === 0) return { letter: null, done };
      return { letter: digestLetter({ digest: made.digest, pictures: [], address, foot }), done };
    });
    again = Math.min(again, tried);
  }
  return again;
}

interface Written {
  /** Null: there is nothing to say. */
  readonly letter: Omit<Letter, "to"> | null;
  readonly done?: () => Promise<void>;
}

/**
 * Writes and sends a letter, unless somebody else does or has; written only then, so that it holds what its reader may see now. Gives
 * when to try again, if ever.
 */
async function once(
  { reminding, chosen: { person }, to }: Reader,
  { kind, day }: { readonly kind: SentKind; readonly day: string },
  write: (foot: Foot) => Promise<Written>,
): Promise<number> {
  const { state, now, mail, address, key } = reminding;
  const thing = { to: { person }, kind, day };
  const claimed = await claim(state, thing, now);
  if (claimed === null) return tryAgainAt(state, thing);
  const foot = {
    ...{ why: why[kind], settings: `${address}/reminders` },
    unsubscribe: `${address}/unsubscribe/${unsubscribeToken(key, person, kind)}`,
  };
  const { letter, done } = await write(foot);
  if (letter === null) await dropClaim(state, claimed);
  else {
    await mail?.send({ ...letter, to, id: claimed.id });
    await markSent(state, claimed, now);
  }
  await done?.();
  return Number.POSITIVE_INFINITY;
}

const why: Record<SentKind, string> = {
  "check-in": "You get this letter on the day of a check-in.",
  digest: "You get this letter once a week, when something came back or changed.",
};
