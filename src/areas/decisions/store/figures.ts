import { eq, inArray, lt } from "drizzle-orm";
import type { AreaSettling } from "../../../core/area.ts";
import { recordAudit } from "../../../core/audit/store.ts";
import { readStanding } from "../../../core/loops/store/loops.ts";
import { somebodyIn } from "../../../core/loops/store/settle.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { unitAt } from "../../../core/org/store/units.ts";
import { audiencesOf, subtree, timeZoneOf, type UnitRow } from "../../../core/org/tree.ts";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { figuresOf } from "../figures/figures.ts";
import { learntOf } from "../learnt.ts";
import { shownFigures } from "../tables.ts";
import { decisionsOf } from "./decisions.ts";
import { readKnown } from "./hanging.ts";

export interface FiguresSeen {
  readonly teams: readonly { readonly unit: UnitRow; readonly row: typeof shownFigures.$inferSelect }[];
  readonly own: {
    readonly audience: UnitRow | null;
    readonly annotation: string;
    readonly audiences: readonly UnitRow[];
  } | null;
}

/** What units at and beneath one (its slug) show, of what the person may see; and to whom it is open, for its own. */
export async function figuresAt(tx: Tx, me: string, slug: string): Promise<FiguresSeen> {
  const { units, mine } = await readStanding(tx, me);
  const unit = unitAt(units, slug, "/slug");
  const below = subtree(units, unit);
  const rows = await tx
    .select()
    .from(shownFigures)
    .where(
      inArray(
        shownFigures.unit,
        below.map(({ id }) => id),
      ),
    );
  const here = rows.find((row) => row.unit === unit.id);
  return {
    teams: below.flatMap((one) => {
      const row = rows.find((each) => each.unit === one.id);
      return row ? [{ unit: one, row }] : [];
    }),
    own: mine.has(unit.id)
      ? {
          audience: units.find(({ id }) => id === here?.audience) ?? null,
          annotation: here?.annotation ?? "",
          audiences: audiencesOf(units, unit),
        }
      : null,
  };
}

/** The figures of a unit as they are today, for one who belongs to it. */
async function counted(tx: Tx, me: string, { slug, now }: { slug: string; now: number }) {
  const { decisions, standing, unit } = await decisionsOf(tx, me, { unit: slug, sort: "decisions" });
  const today = dayAt(now, unit === null ? "UTC" : timeZoneOf(standing.units, unit)).toString();
  const learnt = learntOf(await readKnown(tx, me, decisions), { whose: "team", today });
  return { figures: figuresOf(learnt), countedOn: today, triedOn: today };
}

interface Opening {
  readonly slug: string;
  /** A slug; null takes it back. */
  readonly audience: string | null;
  readonly annotation: string;
  readonly now: number;
}

/** Shows them to a unit above, or takes that back; each is told in the log. */
export async function openFiguresOf(
  tx: Tx,
  me: string,
  { slug, audience, annotation, now }: Opening,
): Promise<FiguresSeen> {
  const { units, mine } = await readStanding(tx, me);
  const unit = unitAt(units, slug, "/slug");
  if (!mine.has(unit.id)) fail("not_allowed", `Those who belong to ${unit.name} show it.`);
  const possible = audiencesOf(units, unit);
  const to = audience === null ? null : possible.find((one) => one.slug === audience);
  if (to === undefined)
    failField(
      "/audience",
      `It can be shown to one of these: ${possible.map((one) => one.slug).join(", ") || "none"}.`,
    );
  const [before] = await tx.select().from(shownFigures).where(eq(shownFigures.unit, unit.id));
  const about = { aboutUnit: unit.id };
  const was = units.find(({ id }) => id === before?.audience);
  if (was && was.id !== to?.id)
    await recordAudit(tx, me, { action: "decisions.taken-back", ...about, detail: { from: was.slug } });
  if (to === null) await tx.delete(shownFigures).where(eq(shownFigures.unit, unit.id));
  else {
    const set = {
      audience: to.id,
      annotation,
      openedAt: new Date(now),
      ...(await counted(tx, me, { slug, now })),
    };
    await tx
      .insert(shownFigures)
      .values({ unit: unit.id, ...set })
      .onConflictDoUpdate({ target: shownFigures.unit, set });
    if (was?.id !== to.id)
      await recordAudit(tx, me, { action: "decisions.shown", ...about, detail: { with: to.slug } });
  }
  return figuresAt(tx, me, slug);
}

/** As many units a minute. */
const AT_ONCE = 20;

/** What is shown is counted anew once a day, as somebody of the unit. */
export async function countFigures({ state, now, contextAs, log }: AreaSettling): Promise<void> {
  const day = dayAt(now, "UTC");
  const stale = await state.asJobs((tx) =>
    tx
      .select({ unit: shownFigures.unit })
      .from(shownFigures)
      .where(lt(shownFigures.triedOn, day.subtract({ days: 1 }).toString()))
      .limit(AT_ONCE),
  );
  for (const { unit } of stale) {
    // Marked before the attempt: what cannot be counted keeps nothing else back, and is not tried every minute.
    await state.asJobs((tx) =>
      tx.update(shownFigures).set({ triedOn: day.toString() }).where(eq(shownFigures.unit, unit)),
    );
    try {
      const who = await state.asJobs((tx) => somebodyIn(tx, unit, null));
      if (who === null) continue;
      const context = contextAs(who);
      const set = await context.as(async (tx) => {
        const { units } = await readStanding(tx, who);
        const slug = units.find(({ id }) => id === unit)?.slug;
        return slug === undefined ? null : counted(tx, who, { slug, now });
      });
      if (set)
        await state.asJobs((tx) => tx.update(shownFigures).set(set).where(eq(shownFigures.unit, unit)));
    } catch (err) {
      log.error({ err, unit }, "the figures of decisions could not be counted");
    }
  }
}
