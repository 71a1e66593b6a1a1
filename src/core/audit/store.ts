import { count, desc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { StateDb, Tx } from "../../platform/state/state-db.ts";
import { unit } from "../org/tables.ts";
import { person } from "../people/tables.ts";
import type { Entry } from "./contract.ts";
import { entry } from "./tables.ts";
import { type Names, wordsOf } from "./words.ts";

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

interface Asked extends AskedEntries {
  /** Every measure there is. */
  readonly measures: readonly { readonly id: string; readonly title: string }[];
}

/** A page of what one person has a right to know of, newest first: the database knows which. */
export async function readAudit(
  state: StateDb,
  me: string,
  { unit: slug, offset, limit, measures }: Asked,
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
    const called = {
      ...{ unitCalled: await unitNames(tx, rows) },
      measureCalled: (id: string) => measures.find((one) => one.id === id)?.title ?? id,
    };
    return { entries: rows.map((row) => shown(row, called)), total: counted[0]?.total ?? 0 };
  });
}

/** What the units are called that entries name by their slugs. */
async function unitNames(tx: Tx, rows: readonly Row[]): Promise<Names["unitCalled"]> {
  const slugs = rows.flatMap(({ entry: { detail } }) => [detail.to, detail.with, detail.from].filter(isText));
  const named = slugs.length === 0 ? [] : await tx.select().from(unit).where(inArray(unit.slug, slugs));
  const names = new Map(named.map(({ slug, name }) => [slug, name]));
  return (slug) => names.get(slug) ?? slug;
}

const isText = (value: unknown): value is string => typeof value === "string";

interface Row {
  readonly entry: typeof entry.$inferSelect;
  readonly by: string | null;
  readonly about: string | null;
  readonly unit: { readonly id: string; readonly name: string } | null;
}

/** Who was erased has left no name behind. */
const NOBODY = "somebody who is gone";

function shown(
  { entry: { id, at, actor, action, aboutPerson, detail }, by, about, unit: of }: Row,
  called: Pick<Names, "unitCalled" | "measureCalled">,
): Entry {
  const names = { ...called, person: about ?? NOBODY, unit: of?.name ?? "a team that is gone" };
  return {
    ...{ id, at: at.toISOString(), action, words: wordsOf(action, detail, names) },
    actor: actor === null ? null : { id: actor, name: by ?? NOBODY },
    aboutPerson: aboutPerson === null ? null : { id: aboutPerson, name: about ?? NOBODY },
    aboutUnit: of,
  };
}
