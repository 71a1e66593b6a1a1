import { count, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { StateDb, Tx } from "../../platform/state/state-db.ts";
import { unit } from "../org/tables.ts";
import { person } from "../people/tables.ts";
import type { Entry } from "./contract.ts";
import { entry } from "./tables.ts";
import { wordsOf } from "./words.ts";

/** What is told: who did what (`unit.renamed`), and whom and which unit it is about. */
export interface Told {
  readonly action: string;
  readonly aboutPerson?: string | undefined;
  /** The unit's id. */
  readonly aboutUnit?: string | undefined;
  /** Names no person. */
  readonly detail?: Record<string, unknown>;
}

/** Writes into the audit log, in the transaction of what was done: both hold, or neither. */
export async function recordAudit(tx: Tx, actor: string | null, ...told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  await tx.insert(entry).values(told.map((one) => ({ actor, ...one })));
}

export interface AskedEntries {
  /** The slug of a unit. */
  readonly unit?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A page of what one person has a right to know of, newest first: the database knows which. */
export async function readAudit(
  state: StateDb,
  me: string,
  { unit: slug, offset, limit }: AskedEntries,
): Promise<{ entries: Entry[]; total: number }> {
  return state.as(me, async (tx) => {
    const by = alias(person, "by");
    const wanted = slug === undefined ? undefined : eq(unit.slug, slug);
    const rows = await tx
      .select({ entry, by: by.name, about: person.name, unit: { id: unit.slug, name: unit.name } })
      .from(entry)
      .leftJoin(by, eq(by.id, entry.actor))
      .leftJoin(person, eq(person.id, entry.aboutPerson))
      .leftJoin(unit, eq(unit.id, entry.aboutUnit))
      .where(wanted)
      .orderBy(desc(entry.at), desc(entry.n))
      .offset(offset)
      .limit(limit);
    const counted = await tx
      .select({ total: count() })
      .from(entry)
      .leftJoin(unit, eq(unit.id, entry.aboutUnit))
      .where(wanted);
    return { entries: rows.map(shown), total: counted[0]?.total ?? 0 };
  });
}

interface Row {
  readonly entry: typeof entry.$inferSelect;
  readonly by: string | null;
  readonly about: string | null;
  readonly unit: { readonly id: string; readonly name: string } | null;
}

/** Who was erased has left no name behind. */
const NOBODY = "somebody who is gone";

function shown({ entry: { id, at, actor, action, aboutPerson, detail }, by, about, unit: of }: Row): Entry {
  return {
    ...{ id, at: at.toISOString(), action, words: wordsOf(action, detail) },
    actor: actor === null ? null : { id: actor, name: by ?? NOBODY },
    aboutPerson: aboutPerson === null ? null : { id: aboutPerson, name: about ?? NOBODY },
    aboutUnit: of,
  };
}
