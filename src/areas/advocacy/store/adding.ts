import { sql } from "drizzle-orm";
import type { TurnPlace } from "../../../core/area.ts";
import { readStanding } from "../../../core/loops/store/loops.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { unitAt } from "../../../core/org/store/units.ts";
import { timeZoneOf, type UnitRow } from "../../../core/org/tree.ts";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { ask, origin } from "../tables.ts";
import { leadAsked, unitAsked } from "../whom.ts";
import { type AskSeen, askAt, readLeads } from "./asks.ts";

export interface NewAsk {
  /** The unit that asks. */
  readonly slug: string;
  /** An id or an e-mail address; or the slug of a unit: one of both. */
  readonly person?: string | undefined;
  readonly unit?: string | undefined;
  readonly title: string;
  readonly why: string;
  readonly mattersBy?: string | undefined;
  readonly from?: TurnPlace | undefined;
  readonly now: number;
}

export async function addAsk(tx: Tx, me: string, wanted: NewAsk): Promise<AskSeen> {
  const { units, mine } = await readStanding(tx, me);
  const from = unitAt(units, wanted.slug, "/slug");
  if (!mine.has(from.id)) fail("not_allowed", `Those who belong to ${from.name} ask for it.`);
  const { title, why, mattersBy = null, now } = wanted;
  if (mattersBy !== null && mattersBy < dayAt(now, timeZoneOf(units, from)).toString())
    failField("/mattersBy", "Name a day from today on.");
  const to = await askedIn(tx, { units, from }, wanted);
  if (wanted.from !== undefined) await mustBeOwn(tx, wanted.from);
  const values = { ...to, fromUnit: from.id, title, why, mattersBy, askedBy: me, askedAt: new Date(now) };
  const [added] = await tx.insert(ask).values(values).returning({ id: ask.id });
  if (!added) throw new Error("The ask was not kept.");
  if (wanted.from !== undefined) await tx.insert(origin).values({ ask: added.id, ...wanted.from });
  return askAt(tx, me, added.id);
}

/** Who is asked, of those who can be. */
async function askedIn(
  tx: Tx,
  { units, from }: { units: readonly UnitRow[]; from: UnitRow },
  { person, unit }: NewAsk,
): Promise<{ toPerson: string } | { toUnit: string }> {
  if (person !== undefined && unit !== undefined)
    failField("/unit", "Ask either a person or a team or group: one of them has to answer.");
  if (unit !== undefined) return { toUnit: unitAsked(units, unitAt(units, unit, "/unit"), from).id };
  const id = person?.includes("@") ? await leadWithAddress(tx, from, person) : (person ?? null);
  return { toPerson: leadAsked(await readLeads(tx, units, from), id, from).id };
}

async function leadWithAddress(tx: Tx, from: UnitRow, email: string): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string | null }>(
    sql`select advocacy_lead_at(${from.id}::uuid, ${email.trim()}) as id`,
  );
  return rows[0]?.id ?? null;
}

/** What an ask comes from is a loop of one's own, or of a unit of one's own. */
async function mustBeOwn(tx: Tx, { loop }: TurnPlace): Promise<void> {
  const { rows } = await tx.execute<{ own: boolean }>(
    sql`select ${loop}::uuid in (select loops_own()) as own`,
  );
  if (!rows[0]?.own) failField("/from/loop", "There is no such loop of yours.");
}
