import { and, asc, eq, inArray, isNotNull, isNull, max, type SQL, sql } from "drizzle-orm";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import { dayAt } from "../../measures/periods.ts";
import { type DayOff, readDaysOff } from "../../org/store/days-off.ts";
import { readMine, readUnits } from "../../org/store/reading.ts";
import { unitAt } from "../../org/store/units.ts";
import { audiencesOf, timeZoneOf, type UnitRow } from "../../org/tree.ts";
import { loop, shown, turn } from "../tables.ts";

export type LoopRow = typeof loop.$inferSelect;

/** A loop with what belongs to it, as one person sees it. */
export interface LoopSeen {
  readonly row: LoopRow;
  readonly unit: UnitRow | null;
  readonly about: UnitRow | null;
  readonly audience: UnitRow | null;
  /** Whether it is theirs: their own, or of a unit that they belong to. */
  readonly own: boolean;
  /** IANA name; its own, else that of the unit that it is about, else that of the organisation. */
  readonly timeZone: string;
  readonly daysOff: readonly DayOff[];
  /** The day of the last turn that was done. */
  readonly last: string | null;
}

/** What is read once and belongs to every loop: the tree, and where the person stands in it. */
export interface Standing {
  readonly me: string;
  readonly units: readonly UnitRow[];
  readonly mine: ReadonlySet<string>;
}

export async function readStanding(tx: Tx, me: string): Promise<Standing> {
  return { me, units: await readUnits(tx), mine: await readMine(tx) };
}

export async function readLoops(
  tx: Tx,
  { me, units, mine }: Standing,
  wanted: SQL | undefined,
): Promise<LoopSeen[]> {
  const rows = await tx.select().from(loop).where(wanted).orderBy(asc(loop.createdAt), asc(loop.id));
  const last = await lastDone(tx, rows);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const at = (id: string | null) => (id === null ? null : (byId.get(id) ?? null));
  const daysOff = await readDaysOff(tx, units);
  return rows.map((row) => {
    const about = at(row.about);
    return {
      ...{ row, unit: at(row.unit), about, audience: at(row.audience) },
      own: row.person === me || (row.unit !== null && mine.has(row.unit)),
      timeZone: row.timeZone ?? zoneOf(units, about),
      daysOff: daysOff(about ?? organisationIn(units)),
      last: last.get(row.id) ?? null,
    };
  });
}

/** The time zone of a unit, and where there is none that of the organisation. */
export const zoneOf = (units: readonly UnitRow[], one: UnitRow | null): string =>
  timeZoneOf(units, one ?? organisationIn(units));

const organisationIn = (units: readonly UnitRow[]): UnitRow =>
  units.find(({ kind }) => kind === "organisation") ?? fail("unexpected", "There is no organisation.");

async function lastDone(tx: Tx, rows: readonly LoopRow[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const found = await tx
    .select({ loop: turn.loop, due: max(turn.due) })
    .from(turn)
    .where(
      and(
        inArray(
          turn.loop,
          rows.map(({ id }) => id),
        ),
        isNotNull(turn.doneAt),
      ),
    )
    .groupBy(turn.loop);
  return new Map(found.flatMap(({ loop: id, due }) => (due === null ? [] : [[id, due] as const])));
}

/** The loop with this id, or a problem. */
export async function loopAt(tx: Tx, me: string, id: string): Promise<LoopSeen> {
  const [one] = await readLoops(tx, await readStanding(tx, me), eq(loop.id, id));
  return one ?? fail("not_found", "There is no such loop.");
}

/** The same, of those whose it is. */
export async function ownLoopAt(tx: Tx, me: string, id: string): Promise<LoopSeen> {
  const one = await loopAt(tx, me, id);
  return one.own ? one : fail("not_allowed", "This loop belongs to others, who share it with you.");
}

/** Whose loops are meant: a unit's, by its slug, or those of the person who asks. */
export function ownedBy(me: string, unit: UnitRow | null): SQL | undefined {
  return unit === null ? eq(loop.person, me) : eq(loop.unit, unit.id);
}

export const asked = isNull(loop.endedAt);

export interface NewLoop extends Pick<LoopRow, "area" | "question" | "measures" | "rule" | "at" | "every"> {
  /** Slugs. */
  readonly unit?: string | undefined;
  readonly about?: string | undefined;
  /** Its first day; without it, today where the unit is. */
  readonly starts?: string | undefined;
  readonly now: number;
}

/** More than anybody looks at; each is looked at in turn whenever one asks what is due. */
const MOST_OPEN = 400;

async function mustHaveRoom(tx: Tx, owner: SQL | undefined): Promise<void> {
  const open = await tx.$count(loop, and(owner, asked));
  if (open >= MOST_OPEN) fail("conflict", `There are ${MOST_OPEN} questions here already. End one first.`);
}

export async function addLoop(
  tx: Tx,
  me: string,
  { unit: slug, about: of, starts, now, ...values }: NewLoop,
): Promise<LoopSeen> {
  const { units } = await readStanding(tx, me);
  const unit = slug === undefined ? null : unitAt(units, slug, "/unit");
  const about = unit ?? (of === undefined ? null : unitAt(units, of, "/about"));
  await mustHaveRoom(tx, ownedBy(me, unit));
  const [added] = await tx
    .insert(loop)
    .values({
      ...values,
      ...{ unit: unit?.id ?? null, person: unit ? null : me, about: about?.id ?? null, createdBy: me },
      starts: starts ?? dayAt(now, zoneOf(units, about)).toString(),
    })
    .returning({ id: loop.id });
  if (!added) throw new Error("The loop was not kept.");
  return loopAt(tx, me, added.id);
}

export interface LoopChange {
  readonly id: string;
  readonly set: {
    readonly [Field in "question" | "measures" | "rule" | "at" | "every" | "shareAfter"]?:
      | LoopRow[Field]
      | undefined;
  };
  /** The slug of a unit above, null for nobody else. */
  readonly audience: string | null | undefined;
  readonly ended: boolean | undefined;
  readonly now: Date;
}

/** Changes what is given; taking a loop back from others takes all that was shown to them. */
export async function changeLoop(tx: Tx, me: string, { id, set, audience: slug, ended, now }: LoopChange) {
  const one = await ownLoopAt(tx, me, id);
  const above = one.unit === null ? [] : audiencesOf(await readUnits(tx), one.unit);
  const audience = audienceIn(above, one, slug);
  const moved = (audience?.id ?? null) !== one.row.audience;
  if (set.shareAfter != null && audience === null)
    failField("/shareAfter", "Say with whom it is shared first.");
  // Shown by itself is only what is done from then on.
  const begins = set.shareAfter != null && one.row.shareAfter === null;
  const values = {
    ...set,
    ...(moved ? { audience: audience?.id ?? null } : {}),
    ...(moved || begins ? { sharedSince: audience ? now : null } : {}),
    ...(audience === null ? { shareAfter: null } : {}),
    ...(ended === undefined ? {} : { endedAt: ended ? now : null }),
  };
  if (moved) await tx.delete(shown).where(eq(shown.loop, id));
  await tx.update(loop).set(values).where(eq(loop.id, id));
  if (moved) await tellAudience(tx, me, { one, audience });
  return loopAt(tx, me, id);
}

/** As it shall be. Whoever a unit has left since is none of them any more. */
function audienceIn(
  above: readonly UnitRow[],
  one: LoopSeen,
  slug: string | null | undefined,
): UnitRow | null {
  if (slug === null) return null;
  if (slug === undefined) return above.find(({ id }) => id === one.row.audience) ?? null;
  const found = above.find((unit) => unit.slug === slug);
  if (found) return found;
  if (one.unit === null)
    return failField(
      "/audience",
      "What you ask yourself stays yours. Ask it as a question of a team or group to open it.",
    );
  const names = above.map((unit) => unit.slug).join(", ") || "none";
  return failField("/audience", `It can be shared with a unit above. There is: ${names}.`);
}

/** Told to those whose loop it is; a person's own is about that person. */
async function tellAudience(
  tx: Tx,
  me: string,
  { one, audience }: { one: LoopSeen; audience: UnitRow | null },
) {
  await recordAudit(tx, me, {
    action: audience === null ? "loop.taken-back" : "loop.shared",
    ...(one.unit ? { aboutUnit: one.unit.id } : { aboutPerson: me }),
    detail: { question: one.row.question, ...(audience === null ? {} : { with: audience.slug }) },
  });
}

/** Asked no more than the database lets be seen: whether a unit's loops are one's own. */
export const ownsUnit = ({ mine }: Standing, unit: UnitRow | null): boolean =>
  unit === null || mine.has(unit.id);

/** Those seen that wait for nobody, by how long ago they began; for a whole person. */
export const mineOrMyUnits = ({ me, mine }: Standing): SQL =>
  sql`(${loop.person} = ${me} or ${loop.unit} = any (${sql.param([...mine])}::uuid[])) and ${loop.endedAt} is null`;
