import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { fail, failField } from "../../platform/errors.ts";
import type { StateDb, Tx } from "../../platform/state/state-db.ts";
import { recordAudit } from "../audit/store.ts";
import { readUnits } from "../org/store/reading.ts";
import { unitAt } from "../org/store/units.ts";
import { unit } from "../org/tables.ts";
import { type Brief, briefOf, pathTo, type UnitRow } from "../org/tree.ts";
import { person } from "../people/tables.ts";
import { isWider, type Visibility } from "../sharing/visibility.ts";
import { note } from "./tables.ts";

/** A note with the names that belong to it. */
export interface NoteSeen {
  readonly row: typeof note.$inferSelect;
  readonly author: string | null;
  readonly partner: string | null;
  readonly unit: string;
  readonly audience: string | null;
}

export interface Seen {
  readonly visibility: Visibility;
  /** A person's id for `pair`, a unit's slug for `group`. */
  readonly with?: string | undefined;
}

export interface NewNote extends Seen {
  readonly slug: string;
  readonly measure: string;
  readonly day: string;
  readonly text: string;
}

export interface AskedNotes {
  readonly slug: string;
  readonly measure?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The notes that one person sees and writes: the database knows which those are. */
export function notesOf(state: StateDb, me: string) {
  return {
    of: ({ slug, measure, from, to }: AskedNotes) =>
      state.as(me, async (tx) => {
        const units = await readUnits(tx);
        const one = unitAt(units, slug, "/slug");
        const { rows } = await tx.execute<{ own: boolean }>(
          sql`select ${one.id}::uuid in (select org_around()) as own`,
        );
        const wanted = and(
          eq(note.unit, one.id),
          measure === undefined ? undefined : eq(note.measure, measure),
          from === undefined ? undefined : gte(note.day, from),
          to === undefined ? undefined : lte(note.day, to),
        );
        const audiences: Brief[] = pathTo(units, one).reverse().map(briefOf);
        return { notes: await read(tx, wanted), own: rows[0]?.own ?? false, audiences };
      }),
    add: ({ slug, measure, day, text, ...seen }: NewNote): Promise<NoteSeen> =>
      state.as(me, async (tx) => {
        const units = await readUnits(tx);
        const one = unitAt(units, slug, "/slug");
        const visible = await visibleTo(tx, me, { units, one, seen });
        const values = { author: me, unit: one.id, measure, day, text, ...visible };
        const [added] = await tx.insert(note).values(values).returning();
        if (!added) throw new Error("The note was not kept.");
        await tellWidening(tx, me, { row: added, before: "private" });
        return found(tx, added.id);
      }),
    share: ({ id, ...seen }: { id: string } & Seen): Promise<NoteSeen> =>
      state.as(me, async (tx) => {
        const { row } = await found(tx, id);
        const units = await readUnits(tx);
        const one = units.find((each) => each.id === row.unit) ?? fail("not_found");
        const visible = await visibleTo(tx, me, { units, one, seen });
        const [changed] = await tx.update(note).set(visible).where(eq(note.id, id)).returning();
        if (!changed) fail("not_allowed", "A note is shared by who wrote it.");
        await tellWidening(tx, me, { row: changed, before: row.visibility });
        return found(tx, id);
      }),
    remove: (id: string): Promise<void> =>
      state.as(me, async (tx) => {
        await found(tx, id);
        const removed = await tx.delete(note).where(eq(note.id, id)).returning({ id: note.id });
        if (removed.length === 0) fail("not_allowed", "A note is removed by who wrote it.");
      }),
  };
}

export type NotesStore = ReturnType<typeof notesOf>;

async function found(tx: Tx, id: string): Promise<NoteSeen> {
  const [one] = await read(tx, eq(note.id, id));
  return one ?? fail("not_found", "There is no such note.");
}

async function read(tx: Tx, wanted: ReturnType<typeof and>): Promise<NoteSeen[]> {
  const [partner, audience] = [alias(person, "partner"), alias(unit, "audience")];
  return tx
    .select({
      row: note,
      author: person.name,
      partner: partner.name,
      unit: unit.name,
      audience: audience.name,
    })
    .from(note)
    .innerJoin(unit, eq(unit.id, note.unit))
    .leftJoin(person, eq(person.id, note.author))
    .leftJoin(partner, eq(partner.id, note.partner))
    .leftJoin(audience, eq(audience.id, note.audience))
    .where(wanted)
    .orderBy(asc(note.day), asc(note.createdAt));
}

interface Wanted {
  readonly units: readonly UnitRow[];
  readonly one: UnitRow;
  readonly seen: Seen;
}

/** The columns that say who sees it; what is asked for must be there. */
async function visibleTo(tx: Tx, me: string, { units, one, seen: { visibility, with: whom } }: Wanted) {
  const nobody = { visibility, partner: null, audience: null };
  if (visibility === "pair") return { ...nobody, partner: await partnerAt(tx, me, whom) };
  if (visibility !== "group" && visibility !== "organisation") return nobody;
  const above = pathTo(units, one).reverse();
  const audience =
    visibility === "organisation"
      ? above.find(({ kind }) => kind === "organisation")
      : above.find(({ slug, kind }) => slug === whom && kind === "group");
  if (audience) return { ...nobody, audience: audience.id };
  const slugs = above.filter(({ kind }) => kind === "group").map(({ slug }) => slug);
  return failField("/with", `Name a group above ${one.name}. There is: ${slugs.join(", ") || "none"}.`);
}

async function partnerAt(tx: Tx, me: string, whom: string | undefined): Promise<string> {
  const [partner] = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, whom ?? ""), sql`${person.archivedAt} is null`));
  if (!partner || partner.id === me) failField("/with", "Name the person (an id) who shall see it with you.");
  return partner.id;
}

/** Every widening is told to those it is about; that a note was written for oneself is told to nobody. */
async function tellWidening(
  tx: Tx,
  me: string,
  { row, before }: { row: typeof note.$inferSelect; before: Visibility },
): Promise<void> {
  if (!isWider(before, row.visibility)) return;
  const pair = row.visibility === "pair";
  await recordAudit(tx, me, {
    action: "note.shared",
    ...(pair ? { aboutPerson: row.partner ?? undefined } : { aboutUnit: row.unit }),
    detail: { measure: row.measure, visibility: row.visibility },
  });
}
