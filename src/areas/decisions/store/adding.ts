import { and, eq, sql } from "drizzle-orm";
import type { TurnPlace } from "../../../core/area.ts";
import { readStanding, zoneOf } from "../../../core/loops/store/loops.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { unitAt } from "../../../core/org/store/units.ts";
import { person } from "../../../core/people/tables.ts";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import type { NewExpectation } from "../coming-back/contract.ts";
import { comesBackOn } from "../stand.ts";
import { decision, expectation, version } from "../tables.ts";
import { canTell } from "../told.ts";
import type { Level, Sort, Status, Undone } from "../values.ts";
import { type DecisionAt, decisionAt } from "./decisions.ts";
import { agreedLevel } from "./delegations.ts";

export interface NewDecision {
  readonly unit: string | undefined;
  readonly sort: Sort;
  readonly title: string;
  readonly body: string;
  readonly status: Status;
  readonly expects: readonly NewExpectation[];
  readonly reviewBy: string | undefined;
  readonly kind: string | null;
  readonly undone: Undone | null;
  readonly from?: TurnPlace | undefined;
  readonly now: number;
}

/** Writes a decision down with what is expected of it. */
export async function addOne(tx: Tx, me: string, wanted: NewDecision): Promise<DecisionAt> {
  const { units, mine } = await readStanding(tx, me);
  const unit = wanted.unit === undefined ? null : unitAt(units, wanted.unit, "/unit");
  if (unit !== null && !mine.has(unit.id))
    fail("not_allowed", `Those who belong to ${unit.name} decide there.`);
  if (unit?.archived)
    failField("/unit", `${unit.name} is archived. Nothing is decided there any more.`, "conflict");
  if (wanted.from !== undefined) await mustBeOwn(tx, wanted.from);
  const at = new Date(wanted.now);
  const today = dayAt(wanted.now, zoneOf(units, unit)).toString();
  const { title, body, sort, status, kind, undone } = wanted;
  const decided = status !== "draft" && status !== "proposed";
  const reviewBy =
    wanted.reviewBy ??
    comesBackOn(
      today,
      wanted.expects.map(({ resolveBy }) => resolveBy),
    );
  for (const [n, one] of wanted.expects.entries()) mustBeTellable(one, { today, at: `/expects/${n}` });
  if (reviewBy <= today) failField("/reviewBy", "Name a day after today: then it comes back.");
  const level: Level | null = kind === null || unit === null ? null : await agreedLevel(tx, unit.id, kind);
  const [added] = await tx
    .insert(decision)
    .values({
      ...{
        unit: unit?.id ?? null,
        person: unit === null ? me : null,
        sort,
        title,
        body,
        status,
        kind,
        undone,
        level,
      },
      ...{ statusSince: at, createdAt: at, createdBy: me, reviewBy },
      proposedAt: status === "draft" ? null : at,
      ...(decided ? { decidedOn: today, deciders: await namesOf(tx, me) } : {}),
    })
    .returning({ id: decision.id });
  if (!added) throw new Error("The decision was not kept.");
  await tx
    .insert(version)
    .values({ decision: added.id, version: 1, title, status, body, writtenBy: me, writtenAt: at });
  if (wanted.expects.length > 0)
    await tx.insert(expectation).values(
      wanted.expects.map((one) => ({
        ...expectationValues(one),
        decision: added.id,
        addedBy: me,
        addedAt: at,
      })),
    );
  return decisionAt(tx, me, added.id);
}

/** A problem at its place where it could not be told on its day. */
export function mustBeTellable(
  { resolveBy, toldBy }: NewExpectation,
  { today, at }: { today: string; at: string },
): void {
  if (resolveBy <= today) failField(`${at}/resolveBy`, "Name a day after today, on which it can be told.");
  if (toldBy && !canTell(toldBy.every, { since: today, resolveBy }))
    failField(
      `${at}/resolveBy`,
      `No whole ${toldBy.every} begins today or later and is over by then. Name a later day, or take a shorter period.`,
    );
}

export const expectationValues = ({ statement, sure, resolveBy, toldBy }: NewExpectation) => ({
  ...{ statement, sure, resolveBy },
  ...(toldBy && { measure: toldBy.measure, every: toldBy.every, bound: toldBy.bound, value: toldBy.value }),
});

/** Who decides, by name, as a record of decisions has it. */
export async function namesOf(tx: Tx, me: string): Promise<string[]> {
  const rows = await tx.select({ name: person.name }).from(person).where(eq(person.id, me));
  return rows.flatMap(({ name }) => (name.trim() === "" ? [] : [name]));
}

/** What a decision comes from is a loop of one's own, or of a unit of one's own. */
async function mustBeOwn(tx: Tx, { loop }: TurnPlace): Promise<void> {
  const { rows } = await tx.execute<{ own: boolean }>(
    sql`select ${loop}::uuid in (select loops_own()) as own`,
  );
  if (!rows[0]?.own) failField("/from/loop", "There is no such loop of yours.");
}

/** Keeps what the measures said on the day of the decision, as far as nothing is kept yet. */
export async function freezeReadings(
  tx: Tx,
  id: string,
  readings: (typeof decision.$inferSelect)["readings"],
): Promise<void> {
  await tx
    .update(decision)
    .set({ readings })
    .where(and(eq(decision.id, id)));
}
