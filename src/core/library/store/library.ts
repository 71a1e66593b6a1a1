import { inArray, sql } from "drizzle-orm";
import { failField } from "../../../platform/errors.ts";
import type { AnswerOf, InputOf } from "../../../platform/http/contract.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { readUnits } from "../../org/store/reading.ts";
import { unitAt } from "../../org/store/units.ts";
import type { UnitRow } from "../../org/tree.ts";
import type { library, similar } from "../contract.ts";
import { cursorAfter, type Ended, endedAt } from "../cursor.ts";
import type { SearchableKind } from "../searchable.ts";
import { shownFound, shownWritten, type TextSeen } from "../shown.ts";
import { libraryText } from "../tables.ts";
import { termsOf } from "../terms.ts";
import { saysOf } from "../words.ts";

type Asked = InputOf<typeof library>;
/** As many near ones as are shown while one writes. */
const NEAR = 5;

/** What one person finds: the database asks who they are, and the words are read under their own policies besides. */
export function libraryOf(state: StateDb, me: string, kinds: readonly SearchableKind[]) {
  return {
    find: (asked: Asked): Promise<AnswerOf<typeof library>> =>
      state.as(me, async (tx) => {
        const terms = termsOf(asked.q);
        const units = await readUnits(tx);
        const { hits, counts } = await search(tx, terms, wantedIn(asked, units, kinds));
        const page = hits.slice(0, asked.limit);
        const texts = await textsOf(tx, page, units);
        const last = hits.length > asked.limit ? page.at(-1) : undefined;
        return {
          results: texts.map(({ hit: { tier }, ...seen }) => shownFound(seen, { kinds, terms, tier })),
          kinds: kinds.map(({ kind, one, many }) => ({ kind, one, many, n: counts && (counts[kind] ?? 0) })),
          total: counts && totalOf(counts, asked.kind),
          next: last ? cursorAfter(last) : null,
        };
      }),
    near: ({ title, body, kind, not }: InputOf<typeof similar>): Promise<AnswerOf<typeof similar>> =>
      state.as(me, async (tx) => {
        const told = kinds.filter((one) => kind === undefined || one.kind === kind);
        const among = sql.param(told.map((one) => one.kind));
        const { rows } = await tx.execute<{ kind: string; thing: string }>(
          sql`select kind, thing from library_similar(${title}, ${body}, ${among}::text[], ${not ?? null}::uuid)`,
        );
        const seen = await textsOf(tx, rows, await readUnits(tx));
        return { near: seen.slice(0, NEAR).map((one) => shownWritten(one, kinds)), says: saysOf(seen, told) };
      }),
  };
}

export type LibraryStore = ReturnType<typeof libraryOf>;

function wantedIn(asked: Asked, units: readonly UnitRow[], kinds: readonly SearchableKind[]) {
  const { kind, state, since, until, limit } = asked;
  return {
    ...{ kind, state, since, until },
    // A kind that no module of today has is not counted, and not shown.
    kinds: kinds.map((one) => one.kind),
    within: asked.unit === undefined ? undefined : unitAt(units, asked.unit, "/unit").id,
    after:
      asked.after === undefined
        ? undefined
        : (endedAt(asked.after) ?? failField("/after", "Take `next` of the page before.")),
    // One more tells whether there is a next page.
    limit: limit + 1,
  };
}

type Counts = Record<string, number>;

async function search(tx: Tx, terms: ReturnType<typeof termsOf>, asked: object) {
  const { rows } = await tx.execute<{ hits: Ended[]; counts: Counts | null }>(
    sql`select hits, counts from library_search(${JSON.stringify(terms)}::jsonb, ${JSON.stringify(asked)}::jsonb)`,
  );
  return rows[0] ?? { hits: [], counts: {} };
}

const totalOf = (counts: Counts, kind: string | undefined): number =>
  kind === undefined ? Object.values(counts).reduce((sum, n) => sum + n, 0) : (counts[kind] ?? 0);

/** The texts of what was found, in its order. */
async function textsOf<Hit extends { kind: string; thing: string }>(
  tx: Tx,
  hits: readonly Hit[],
  units: readonly UnitRow[],
): Promise<(TextSeen & { hit: Hit })[]> {
  if (hits.length === 0) return [];
  const { kind, thing, title, body, day, state, place, about } = libraryText;
  const rows = await tx
    .select({ kind, thing, title, body, day, state, place, about })
    .from(libraryText)
    .where(inArray(thing, [...new Set(hits.map((hit) => hit.thing))]));
  return hits.flatMap((hit) => {
    const row = rows.find((one) => one.kind === hit.kind && one.thing === hit.thing);
    return row ? [{ ...row, unit: units.find(({ id }) => id === row.about) ?? null, hit }] : [];
  });
}
