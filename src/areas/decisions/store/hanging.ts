import { dayAt } from "../../../core/measures/periods.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { forumsWith } from "../forums/store/proposed.ts";
import type { Known } from "../learnt.ts";
import type { Hanging } from "../shown.ts";
import { readAdvice } from "./advice.ts";
import { readExpectations, readOutcomes, readQuality, readTouched } from "./coming-back.ts";
import type { DecisionAt, DecisionSeen } from "./decisions.ts";
import { readLinks } from "./links.ts";

/** All that hangs on a decision, as the person may see it. */
export async function readHanging(tx: Tx, { seen, standing }: DecisionAt): Promise<Hanging> {
  const ids = [seen.row.id];
  const [quality = null] = await readQuality(tx, ids);
  return {
    quality,
    forums: await forumsWith(tx, seen.row.id),
    expects: await readExpectations(tx, standing.me, ids),
    advice: await readAdvice(tx, standing, ids),
    links: await readLinks(tx, standing, ids),
    outcomes: await readOutcomes(tx, ids),
    touched: await readTouched(tx, standing, ids),
  };
}

/** The same for many in as many statements as for one, by their ids; how well they were decided stays with those whose they are. */
export async function hangingOfAll(
  tx: Tx,
  standing: DecisionAt["standing"],
  decisions: readonly DecisionSeen[],
): Promise<Map<string, Hanging>> {
  const ids = decisions.map(({ row }) => row.id);
  if (ids.length === 0) return new Map();
  const of = ({ row }: { row: { decision: string } }) => row.decision;
  const expects = Map.groupBy(await readExpectations(tx, standing.me, ids), of);
  const advice = Map.groupBy(await readAdvice(tx, standing, ids), of);
  const links = Map.groupBy(await readLinks(tx, standing, ids), (one) => one.of);
  const outcomes = Map.groupBy(await readOutcomes(tx, ids), of);
  const touched = Map.groupBy(await readTouched(tx, standing, ids), of);
  return new Map(
    ids.map((id) => [
      id,
      {
        // Neither is said in files: how well it was decided, and in which forums it is talked about.
        ...{ quality: null, forums: [] },
        ...{ expects: expects.get(id) ?? [], advice: advice.get(id) ?? [], links: links.get(id) ?? [] },
        ...{ outcomes: outcomes.get(id) ?? [], touched: touched.get(id) ?? [] },
      },
    ]),
  );
}

/** What is known of these decisions, to learn from. */
export async function readKnown(tx: Tx, me: string, decisions: readonly DecisionSeen[]): Promise<Known[]> {
  const ids = decisions.map(({ row }) => row.id);
  const expects = Map.groupBy(await readExpectations(tx, me, ids), ({ row }) => row.decision);
  const outcomes = Map.groupBy(await readOutcomes(tx, ids), ({ row }) => row.decision);
  const quality = new Map((await readQuality(tx, ids)).map(({ row }) => [row.decision, row.how]));
  return decisions.map(({ row, timeZone }) => {
    const day = (moment: Date) => dayAt(moment.getTime(), timeZone).toString();
    return {
      ...{ id: row.id, title: row.title, status: row.status, decidedOn: row.decidedOn, level: row.level },
      proposedOn: row.proposedAt && day(row.proposedAt),
      reviewBy: row.reviewBy,
      how: quality.get(row.id) ?? null,
      outcomes: (outcomes.get(row.id) ?? []).map(({ row: { saidAt, turnedOut, next, due } }) => ({
        ...{ on: day(saidAt), turnedOut, next, due },
      })),
      expects: (expects.get(row.id) ?? []).map(({ row: { sure, came }, mine }) => ({ sure, came, mine })),
    };
  });
}
