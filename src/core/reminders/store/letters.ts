import { and, eq } from "drizzle-orm";
import type { Letter } from "../../../platform/mail.ts";
import type { LoopsContext } from "../../loops/context.ts";
import { accountOf } from "../../people/store/people.ts";
import type { Section } from "../digest-contract.ts";
import { checkInLetter } from "../letters/check-in.ts";
import { digestLetter } from "../letters/digest.ts";
import type { Foot } from "../letters/sheet.ts";
import { pictureOf } from "../program/picture.ts";
import { choice, type SentKind } from "../tables.ts";
import { digestTurns, todayOf } from "../today.ts";
import { askedOn, nextAsked, waitingToday } from "./asked.ts";
import { type ChoiceRow, placeOf } from "./choices.ts";
import { digestFor } from "./digests.ts";
import { once } from "./once.ts";
import { LOOK_AGAIN_MS, type Reminding } from "./reminding.ts";
import { unsubscribeToken } from "./unsubscribe.ts";

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
  return Math.min(now + LOOK_AGAIN_MS, await checkIns(reader), await digest(reader));
}

/** A letter on the day of a check-in that nobody has done by its time: one a day, on which all stands that is asked that day. */
async function checkIns(reader: Reader): Promise<number> {
  const { reminding, context, chosen } = reader;
  const { now, address } = reminding;
  if (chosen.checkInSince === null) return Number.POSITIVE_INFINITY;
  const loops = await context.loops.all();
  let again = nextAsked(loops, now);
  for (const day of waitingToday(loops, { since: chosen.checkInSince, now })) {
    const write = async (foot: Foot) => checkInLetter(todayOf(askedOn(loops, day, now), address), foot);
    again = Math.min(again, await letter(reader, { kind: "check-in", day, write }));
  }
  return again;
}

/** What came back or changed since the last one; where nothing did, no letter. */
async function digest(reader: Reader): Promise<number> {
  const { reminding, context, chosen } = reader;
  const { state, now, address } = reminding;
  const { person, digest: weekday, digestSince, digestTold: told } = chosen;
  if (weekday === null || digestSince === null) return Number.POSITIVE_INFINITY;
  const { latest, next } = digestTurns(weekday, await context.as(placeOf), now);
  const again = next?.at ?? Number.POSITIVE_INFINITY;
  if (latest === null || latest.at <= digestSince.getTime()) return again;
  let kept = told;
  const write = async (foot: Foot) => {
    const made = await digestFor(context, { since: digestSince.getTime(), until: now, told });
    kept = made.told;
    if (made.digest.sections.length === 0) return null;
    const pictures = await Promise.all(made.digest.sections.map(pictured));
    return digestLetter({ digest: made.digest, pictures, address, foot });
  };
  const done = () =>
    state.asJobs(async (tx) => {
      await tx
        .update(choice)
        .set({ digestSince: new Date(now), digestTold: kept })
        .where(and(eq(choice.person, person), eq(choice.digestSince, digestSince)));
    });
  return Math.min(again, await letter(reader, { kind: "digest", day: latest.day, write, done }));
}

const pictured = ({ picture }: Section, at: number) =>
  picture === null ? null : pictureOf(picture, `stave-${at + 1}`);

interface Writing {
  readonly kind: SentKind;
  readonly day: string;
  /** Null: there is nothing to say. */
  readonly write: (foot: Foot) => Promise<Omit<Letter, "to"> | null>;
  readonly done?: () => Promise<void>;
}

/** Written only when it is sent, so that it holds what its reader may see then. */
function letter({ reminding, chosen: { person }, to }: Reader, writing: Writing): Promise<number> {
  const { mail, address, key } = reminding;
  const { kind, day, write, done } = writing;
  const foot = {
    ...{ why: why[kind], settings: `${address}/reminders` },
    unsubscribe: `${address}/unsubscribe/${unsubscribeToken(key, person, kind)}`,
  };
  const send = async ({ id }: { id: string }) => {
    const written = await write(foot);
    if (written !== null) await mail?.send({ ...written, to, id });
    return written !== null;
  };
  return once(reminding, { to: { person }, kind, day }, { send, ...(done ? { done } : {}) });
}

const why: Record<SentKind, string> = {
  "check-in": "You get this letter on the day of a check-in.",
  digest: "You get this letter once a week, when something came back or changed.",
};
