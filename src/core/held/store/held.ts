import { and, eq, isNull, ne } from "drizzle-orm";
import { fail } from "../../../platform/errors.ts";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import { contact, person, user } from "../../people/tables.ts";
import type { HeldFile } from "../contract.ts";
import type { Holding, Subject } from "../holding.ts";

/** All that the modules hold about a person; for that person, and for erasing. */
export function heldBy(state: StateDb, holdings: readonly Holding[]) {
  return {
    async files(me: string): Promise<HeldFile[]> {
      const subject = await subjectOf(state, me, me);
      const files: HeldFile[] = [];
      for (const { name, says, read } of holdings)
        files.push({ name, says, rows: await read(state, subject) });
      await state.as(me, (tx) => recordAudit(tx, me, { action: "person.exported", aboutPerson: me }));
      return files;
    },
    /** One after the other, the account first: whatever happens in between, doing it again does the rest. */
    async erase(actor: string, whom: string): Promise<void> {
      const subject = await subjectOf(state, actor, whom);
      await mustNotBeLast(state, whom);
      for (const { erase } of holdings) await erase?.(state, subject);
      await state.asJobs((tx) => recordAudit(tx, actor, { action: "person.erased", aboutPerson: whom }));
    },
  };
}

async function subjectOf(state: StateDb, actor: string, whom: string): Promise<Subject> {
  const accounts = await state.asAuth((tx) =>
    // What somebody calls their own address without proof is nobody's.
    tx
      .select({ email: user.email })
      .from(user)
      .where(and(eq(user.id, whom), eq(user.emailVerified, true))),
  );
  return state.as(actor, async (tx) => {
    const [found] = await tx
      .select({ id: person.id, email: contact.email })
      .from(person)
      .leftJoin(contact, eq(contact.person, person.id))
      .where(eq(person.id, whom));
    if (!found) fail("not_found", "There is nobody with this id.");
    const emails = [found.email ?? [], accounts.map(({ email }) => email)].flat(2);
    return { person: found.id, emails: [...new Set(emails.map((email) => email.toLowerCase()))] };
  });
}

/** Without anyone who runs it, an installation could not be seen to any more. */
async function mustNotBeLast(state: StateDb, whom: string): Promise<void> {
  const others = await state.asJobs((tx) =>
    tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.administrator, true), isNull(person.archivedAt), ne(person.id, whom)))
      .limit(1),
  );
  if (others.length === 0)
    fail("conflict", "Nobody else runs this installation. Make somebody else an administrator first.");
}
