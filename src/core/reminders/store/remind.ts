import { and, asc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { person } from "../../people/tables.ts";
import { choice } from "../tables.ts";
import type { ChoiceRow } from "./choices.ts";
import { remindPerson } from "./letters.ts";
import type { Reminding } from "./reminding.ts";
import { forgetOld } from "./sent.ts";

/**
 * Sends what has come due by now. Each thing is sent once, whatever instances do this at the same time and wherever one was stopped; one
 * that fails keeps nobody else's back.
 */
export async function remind(reminding: Reminding): Promise<void> {
  const { state, now, log } = reminding;
  for (const one of await peopleToLookAt(reminding)) {
    try {
      const next = await remindPerson(reminding, one);
      await lookAgain(state, one, next);
    } catch (err) {
      log.error({ err, person: one.person }, "a reminder could not be sent");
      if (isUnreachable(err)) return;
    }
  }
  await forgetOld(state, now);
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
