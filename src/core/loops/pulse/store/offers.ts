import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { fail, failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { recordAudit } from "../../../audit/store.ts";
import { unitAt } from "../../../org/store/units.ts";
import { pathTo, type UnitRow } from "../../../org/tree.ts";
import { addLoop, readStanding, type Standing, zoneOf } from "../../store/loops.ts";
import { figure, gathering, offer, offerQuestion, pulse, pulseQuestion } from "../../tables.ts";
import { type PulseSeen, pulseAt } from "./pulses.ts";

export interface OfferSeen {
  readonly row: typeof offer.$inferSelect;
  readonly unit: UnitRow;
  readonly timeZone: string;
  readonly questions: readonly (typeof offerQuestion.$inferSelect)[];
  /** Newest first. */
  readonly gatherings: readonly {
    readonly row: typeof gathering.$inferSelect;
    readonly figures: readonly (typeof figure.$inferSelect)[];
  }[];
  /** How the unit that it is asked for took it up. */
  readonly adopted: typeof pulse.$inferSelect | null;
  readonly own: boolean;
}

/** What a unit offers, and what it is offered by those above it. */
export async function offersOfUnit(tx: Tx, me: string, slug: string) {
  const standing = await readStanding(tx, me);
  const unit = unitAt(standing.units, slug, "/slug");
  const ids = [unit, ...pathTo(standing.units, unit)].map(({ id }) => id);
  const rows = await tx
    .select()
    .from(offer)
    .where(inArray(offer.unit, ids))
    .orderBy(desc(offer.offeredAt), asc(offer.id));
  return { unit, own: standing.mine.has(unit.id), offers: await readOffers(tx, { standing, unit, rows }) };
}

interface Reading {
  readonly standing: Standing;
  /** The unit that they are asked for. */
  readonly unit: UnitRow;
  readonly rows: readonly OfferSeen["row"][];
}

async function readOffers(tx: Tx, { standing: { units, mine }, unit, rows }: Reading): Promise<OfferSeen[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const questions = await tx
    .select()
    .from(offerQuestion)
    .where(inArray(offerQuestion.offer, ids))
    .orderBy(asc(offerQuestion.place));
  const gatherings = await tx
    .select()
    .from(gathering)
    .where(inArray(gathering.offer, ids))
    .orderBy(desc(gathering.openedAt), asc(gathering.id));
  const of = gatherings.map(({ id }) => id);
  const figures = of.length === 0 ? [] : await tx.select().from(figure).where(inArray(figure.gathering, of));
  const adopted = await tx
    .select()
    .from(pulse)
    .where(and(eq(pulse.unit, unit.id), inArray(pulse.offer, ids)));
  return rows.flatMap((row) => {
    const by = units.find(({ id }) => id === row.unit);
    if (by === undefined) return [];
    return {
      ...{ row, unit: by, timeZone: zoneOf(units, by), own: mine.has(by.id) },
      questions: questions.filter((one) => one.offer === row.id),
      gatherings: gatherings
        .filter((one) => one.offer === row.id)
        .map((one) => ({ row: one, figures: figures.filter((two) => two.gathering === one.id) })),
      adopted: adopted.find((one) => one.offer === row.id) ?? null,
    };
  });
}

/** The offer with this id as its group sees it, or a problem. */
export async function offerAt(tx: Tx, me: string, id: string): Promise<OfferSeen> {
  const standing = await readStanding(tx, me);
  const rows = await tx.select().from(offer).where(eq(offer.id, id));
  const unit = standing.units.find((one) => one.id === rows[0]?.unit);
  const [seen] = unit === undefined ? [] : await readOffers(tx, { standing, unit, rows });
  return seen ?? fail("not_found", "There is no such offer.");
}

export interface NewOffer {
  readonly slug: string;
  readonly question: string;
  readonly questions: readonly {
    readonly kind: "scale" | "choice";
    readonly text: string;
    readonly options: readonly string[];
  }[];
  readonly now: number;
}

export async function addOffer(
  tx: Tx,
  me: string,
  { slug, question, questions, now }: NewOffer,
): Promise<OfferSeen> {
  const { units } = await readStanding(tx, me);
  const unit = unitAt(units, slug, "/slug");
  if (unit.kind === "team")
    failField("/slug", "A group offers questions to the teams below it. A team asks its own.");
  const values = { unit: unit.id, question, offeredBy: me, offeredAt: new Date(now) };
  const [added] = await tx.insert(offer).values(values).returning({ id: offer.id });
  if (!added) throw new Error("The offer was not kept.");
  await tx
    .insert(offerQuestion)
    .values(questions.map((one, place) => ({ ...one, options: [...one.options], offer: added.id, place })));
  await recordAudit(tx, me, { action: "pulse.offered", aboutUnit: unit.id, detail: { question } });
  return offerAt(tx, me, added.id);
}

interface Adopting {
  readonly slug: string;
  readonly offer: string;
  readonly area: string;
  readonly rule: string;
  readonly now: number;
}

/** A pulse of one's own, in the very words of the group. */
export async function adoptOffer(
  tx: Tx,
  me: string,
  { slug, offer: id, area, rule, now }: Adopting,
): Promise<PulseSeen> {
  const { offers } = await offersOfUnit(tx, me, slug);
  const seen = offers.find(({ row }) => row.id === id) ?? fail("not_found", "There is no such offer.");
  if (seen.adopted !== null) failField("/offer", "It is taken up already.", "conflict");
  const { question } = seen.row;
  const asked = { measures: [], at: "09:00", every: "week" as const };
  const { row } = await addLoop(tx, me, { ...asked, unit: slug, area, question, rule, now });
  const begun = { loop: row.id, unit: row.unit as string, begunBy: me, begunAt: new Date(now), offer: id };
  const [added] = await tx.insert(pulse).values(begun).returning({ id: pulse.id });
  if (!added) throw new Error("The pulse was not kept.");
  await tx.insert(pulseQuestion).values(
    seen.questions.map(({ id: offered, kind, text, options, place }) => ({
      ...{ pulse: added.id, offered, kind, text, options, place, writtenAt: new Date(now) },
    })),
  );
  await recordAudit(tx, me, { action: "pulse.begun", aboutUnit: begun.unit, detail: { question } });
  return pulseAt(tx, me, added.id);
}

/** Told to the team: what was published before stays, and what closes from now on is counted no more. */
export async function openToGroup(
  tx: Tx,
  me: string,
  { id, open, now }: { id: string; open: boolean; now: number },
) {
  const seen = await pulseAt(tx, me, id);
  const group = await groupOf(tx, seen);
  if ((seen.row.openedAt !== null) === open) return;
  await tx
    .update(pulse)
    .set({ openedAt: open ? new Date(now) : null })
    .where(eq(pulse.id, id));
  await recordAudit(tx, me, {
    ...{ action: open ? "pulse.shared" : "pulse.taken-back", aboutUnit: seen.unit.id },
    detail: { question: seen.loop.row.question, with: group.slug },
  });
}

async function groupOf(tx: Tx, { row, unit }: PulseSeen): Promise<UnitRow> {
  if (row.offer === null)
    return failField(
      "/id",
      "It is not what a group offers, so there is nothing to count it with.",
      "conflict",
    );
  const { units } = await readStanding(tx, "");
  const [found] = await tx.select().from(offer).where(eq(offer.id, row.offer));
  return (
    pathTo(units, unit).find(({ id }) => id === found?.unit) ??
    failField("/id", "That group is not above any more.", "conflict")
  );
}

export async function addGathering(
  tx: Tx,
  me: string,
  { id, until, now }: { id: string; until: string; now: number },
) {
  const seen = await offerAt(tx, me, id);
  if (!seen.own) fail("not_allowed", `Those who belong to ${seen.unit.name} gather it.`);
  const [added] = await tx
    .insert(gathering)
    .values({ offer: id, until, openedBy: me, openedAt: new Date(now) })
    .onConflictDoNothing()
    .returning({ id: gathering.id });
  if (!added) failField("/id", "It is gathered already.", "conflict");
  await recordAudit(tx, me, {
    ...{ action: "pulse.gathered", aboutUnit: seen.unit.id },
    detail: { question: seen.row.question },
  });
  const after = await offerAt(tx, me, id);
  const one = after.gatherings.find(({ row }) => row.id === added.id);
  if (one === undefined) throw new Error("The gathering is gone.");
  return { offer: after, gathering: one };
}

/** Those that are open, for the jobs. */
export const openGatherings = async (tx: Tx) =>
  tx
    .select({ row: gathering, unit: offer.unit })
    .from(gathering)
    .innerJoin(offer, eq(offer.id, gathering.offer))
    .where(isNull(gathering.closedAt));
