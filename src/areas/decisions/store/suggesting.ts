import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { component, ownership } from "../../../core/org/tables.ts";
import { person } from "../../../core/people/tables.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { suggestedFor } from "../suggest.ts";
import { advice, decision } from "../tables.ts";
import { readAdvice } from "./advice.ts";
import { ownDecisionAt } from "./decisions.ts";

/** So many of the latest decisions are looked at for some that are alike. */
const EARLIER = 500;

/** So much of a text says what it is about. */
const ENOUGH_TEXT = 4_000;

/** Who may be asked for advice on a decision, without those who are asked already. */
export async function suggestionsFor(tx: Tx, me: string, id: string) {
  const { seen, standing } = await ownDecisionAt(tx, me, id);
  const { row } = seen;
  if (row.unit === null) return [];
  const earlier = await tx
    .select({
      id: decision.id,
      title: decision.title,
      unit: decision.unit,
      text: sql<string>`left(${decision.body}, ${ENOUGH_TEXT})`,
    })
    .from(decision)
    .where(ne(decision.id, id))
    .orderBy(desc(decision.createdAt))
    .limit(EARLIER);
  const advised = Map.groupBy(
    await adviceOn(
      tx,
      earlier.map((one) => one.id),
    ),
    (one) => one.decision,
  );
  const found = suggestedFor({
    text: `${row.title}\n${row.body.slice(0, ENOUGH_TEXT)}`,
    of: row.unit,
    units: standing.units,
    components: await ownedNow(tx),
    earlier: earlier.map((one) => ({ ...one, advised: advised.get(one.id) ?? [] })),
  });
  const asked = await readAdvice(tx, standing, [id]);
  const open = found.filter(
    (one) =>
      one.person !== me &&
      !asked.some(
        ({ row: { unit, person: who } }) =>
          (one.unit !== null && unit === one.unit) || (one.person !== null && who === one.person),
      ),
  );
  const names = await namesOfPeople(
    tx,
    open.flatMap((one) => one.person ?? []),
  );
  return open.flatMap((one) => {
    const unit = standing.units.find((each) => each.id === one.unit) ?? null;
    const who = one.person === null ? null : (names.get(one.person) ?? null);
    return unit === null && who === null
      ? []
      : [
          {
            ...one,
            unit,
            person: one.person !== null && who !== null ? { id: one.person, name: who } : null,
          },
        ];
  });
}

async function adviceOn(tx: Tx, decisions: readonly string[]) {
  if (decisions.length === 0) return [];
  return tx
    .select({ decision: advice.decision, person: advice.person, unit: advice.unit })
    .from(advice)
    .where(and(inArray(advice.decision, [...decisions]), sql`${advice.said} is not null`));
}

const ownedNow = (tx: Tx): Promise<{ name: string; unit: string; partOf: string | null }[]> =>
  tx
    .select({ name: component.name, unit: ownership.unit, partOf: component.partOf })
    .from(component)
    .innerJoin(
      ownership,
      and(
        eq(ownership.component, component.name),
        sql`daterange(${ownership.from}, ${ownership.until}) @> org_today()`,
      ),
    );

async function namesOfPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(inArray(person.id, [...ids]), sql`${person.archivedAt} is null`));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
