import { and, asc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { person } from "../../people/tables.ts";
import { PostTrouble } from "../program/post.ts";
import { channel, choice } from "../tables.ts";
import type { ChannelRow } from "./channels.ts";
import type { ChoiceRow } from "./choices.ts";
import { remindPerson } from "./letters.ts";
import { remindChannel } from "./posts.ts";
import type { Reminding } from "./reminding.ts";
import { forgetOld } from "./sent.ts";

/**
 * Sends what has come due by now. Each thing is sent once, whatever instances do this at the same time and wherever one was stopped; one
 * that fails keeps nobody else's back.
 */
export async function remind(reminding: Reminding): Promise<void> {
  await letters(reminding);
  await posts(reminding);
  await forgetOld(reminding.state, reminding.now);
}

async function letters(reminding: Reminding): Promise<void> {
  const { state, log } = reminding;
  for (const one of await peopleToLookAt(reminding)) {
    try {
      await lookAgain(state, one, await remindPerson(reminding, one));
    } catch (err) {
      log.error({ err, person: one.person }, "a letter could not be sent");
      if (isUnreachable(err)) return;
    }
  }
}

async function posts(reminding: Reminding): Promise<void> {
  const { state, log } = reminding;
  for (const row of await channelsToLookAt(reminding)) {
    try {
      const next = await remindChannel(reminding, row);
      await state.asJobs((tx) =>
        tx
          .update(channel)
          .set({ lookAt: new Date(next) })
          .where(and(eq(channel.unit, row.unit), eq(channel.setAt, row.setAt))),
      );
    } catch (err) {
      // Those who set the channel see why; the log is for what is wrong with us.
      if (!(err instanceof PostTrouble)) log.error({ err, unit: row.unit }, "a reminder could not be posted");
    }
  }
}

function channelsToLookAt({ state, now }: Reminding): Promise<ChannelRow[]> {
  return state.asJobs((tx) =>
    tx
      .select()
      .from(channel)
      .where(
        and(
          or(isNotNull(channel.checkInSince), isNotNull(channel.digest)),
          or(isNull(channel.lookAt), lte(channel.lookAt, new Date(now))),
        ),
      )
      .orderBy(asc(channel.unit)),
  );
}

/** Those who want letters, have not gone, and for whom there may be something to do. */
async function peopleToLookAt({ state, now, mail }: Reminding): Promise<ChoiceRow[]> {
  if (mail === undefined) return [];
  return state.asJobs(async (tx) => {
    const rows = await tx
      .select({ choice })
      .from(choice)
      .innerJoin(person, eq(person.id, choice.person))
      .where(
        and(
          isNull(person.archivedAt),
          or(isNotNull(choice.checkInSince), isNotNull(choice.digest)),
          or(isNull(choice.lookAt), lte(choice.lookAt, new Date(now))),
        ),
      )
      .orderBy(asc(choice.person));
    return rows.map((row) => row.choice);
  });
}

/** Unless the person chose anew in the meantime. */
async function lookAgain(state: StateDb, { person: whose, lookAt }: ChoiceRow, next: number): Promise<void> {
  await state.asJobs((tx) =>
    tx
      .update(choice)
      .set({ lookAt: new Date(next) })
      .where(
        and(eq(choice.person, whose), lookAt === null ? isNull(choice.lookAt) : eq(choice.lookAt, lookAt)),
      ),
  );
}

/** What nodemailer says where there is no talking to the server: the next letter would fare no better. */
const UNREACHABLE = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "EAUTH", "ETLS"]);

const isUnreachable = (error: unknown): boolean =>
  UNREACHABLE.has(String((error as { code?: unknown } | null)?.code));
