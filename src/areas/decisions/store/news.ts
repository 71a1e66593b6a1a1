import { and, gt, inArray, isNotNull, lte } from "drizzle-orm";
import { dayAt } from "../../../core/measures/periods.ts";
import type { News, Since } from "../../../core/reminders/news.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { newsOfAdvice, newsOfOutcomes, newsOfTold } from "../news.ts";
import { advice, expectation, outcome } from "../tables.ts";
import { ownDecisions } from "./decisions.ts";

/** What came back of one's own decisions, and those of one's units, within a span of time. */
export async function readNews(tx: Tx, me: string, { since, until }: Since): Promise<News[]> {
  const own = new Map((await ownDecisions(tx, me)).map((seen) => [seen.row.id, seen]));
  if (own.size === 0) return [];
  const [from, to] = [new Date(since), new Date(until)];
  const ids = [...own.keys()];
  const about = (id: string, at: Date | null) => {
    const seen = own.get(id);
    if (!seen || at === null) return [];
    const { row, unit, timeZone } = seen;
    return [{ id, title: row.title, unit: unit?.slug ?? null, on: dayAt(at.getTime(), timeZone).toString() }];
  };
  const said = await tx
    .select()
    .from(advice)
    .where(and(inArray(advice.decision, ids), gt(advice.saidAt, from), lte(advice.saidAt, to)));
  const told = await tx
    .select()
    .from(expectation)
    .where(
      and(
        inArray(expectation.decision, ids),
        isNotNull(expectation.came),
        gt(expectation.resolvedAt, from),
        lte(expectation.resolvedAt, to),
      ),
    );
  const turned = await tx
    .select()
    .from(outcome)
    .where(and(inArray(outcome.decision, ids), gt(outcome.saidAt, from), lte(outcome.saidAt, to)));
  return [
    ...newsOfAdvice(
      said.flatMap(({ decision, saidAt, name, stance }) =>
        about(decision, saidAt).map((one) => ({ ...one, name, stance })),
      ),
    ),
    ...newsOfTold(
      told.flatMap(({ decision, resolvedAt, statement, came }) =>
        came === null ? [] : about(decision, resolvedAt).map((one) => ({ ...one, statement, came })),
      ),
    ),
    ...newsOfOutcomes(
      turned.flatMap(({ decision, saidAt, turnedOut }) =>
        about(decision, saidAt).map((one) => ({ ...one, turnedOut })),
      ),
    ),
  ];
}
