import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folded } from "../../src/core/library/folded.ts";
import type { Tx } from "../../src/platform/state/state-db.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestPostgres } from "../../src/platform/state/testing-postgres.ts";
import { happens, layOut, PEOPLE, type Step, steps } from "./library-world.ts";

const listOf = async (tx: Tx, statement: ReturnType<typeof sql>): Promise<string[]> =>
  (await tx.execute<{ it: string }>(statement)).rows.map(({ it }) => it).sort();

/** What a person reads at the sources, each in its own words. */
const readable = (tx: Tx) =>
  listOf(
    tx,
    sql`select 'experiment ' || id || ' ' || title as it from loops_experiment
      union all select 'conclusion ' || c.id || ' ' || e.title from loops_conclusion c join loops_experiment e on e.id = c.experiment
        where c.words <> ''
      union all select 'decision ' || id || ' ' || title from decisions_decision
      union all select 'note ' || id || ' ' from notes_note
      union all select 'purpose ' || unit || ' ' || sentence from (
        select unit, sentence from impact_purpose union select unit, sentence from impact_opened()
      ) p`,
  );

/** The same as the library has it: a purpose that is opened has no id at its source. */
const named = sql`t.kind || ' ' || case t.kind when 'purpose' then t.unit else t.thing end || ' ' || t.title as it`;
const underPolicy = (tx: Tx) => listOf(tx, sql`select distinct ${named} from library_text t`);

/** Page by page, with what is counted. */
async function searched(tx: Tx, terms: object[]): Promise<{ found: string[]; counted: number }> {
  const things: string[] = [];
  let after: object | undefined;
  let counted = 0;
  for (;;) {
    const asked = JSON.stringify({ limit: 7, after });
    const { rows } = await tx.execute<{ hits: { thing: string }[]; counts: Record<string, number> }>(
      sql`select * from library_search(${JSON.stringify(terms)}::jsonb, ${asked}::jsonb)`,
    );
    const { hits = [], counts = {} } = rows[0] ?? {};
    counted = Object.values(counts).reduce((sum, n) => sum + n, 0);
    things.push(...hits.map(({ thing }) => thing));
    after = hits.at(-1);
    if (hits.length < 7) break;
  }
  expect([new Set(things).size, things.length]).toEqual([counted, counted]);
  const found = await listOf(
    tx,
    sql`select distinct ${named} from library_text t where t.thing = any (${sql.param(things)}::uuid[])`,
  );
  return { found, counted };
}

const similar = (tx: Tx) =>
  listOf(
    tx,
    sql`select thing::text as it from library_similar('needle', '', array['experiment', 'conclusion', 'note', 'purpose', 'decision'], null)`,
  );

/** Letters, signs and spaces of many kinds: what case, accents, compatibility and punctuation do to them is not the same. */
const ALPHABET = [
  ..."abcXYZ019ÀéÎñØøŁłđħßẞæŒœþıİΣςλόЖйЁ部署がぱ한국ไทยنس٣½²ªµ™①Ａ１ﬁ",
  ..." \t\n'’ʼ“”—–…-_/\\.,:;!?()[]{}<>|&*+=@#%^~`$€£«»·×÷！、。🚀",
  ...["\u00ad", "\u200b", "\ue000", "\u0301", "\u00a0", "\u2028"],
];

/** Everybody, one whom the installation does not know, and nobody. */
const everybody = [...PEOPLE, "stranger", ""];

describe.each([
  ["PGlite", openTestState, 25],
  ["PostgreSQL", openTestPostgres, 25],
] as const)("on %s", (_, open, numRuns) => {
  let state: TestState;
  beforeAll(async () => {
    state = await open();
    await layOut(state);
  });
  afterAll(() => state?.close());

  test("whatever happens, each finds what they may read at its source, and nothing else", async () => {
    const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...steps), fc.nat(60), fc.nat(60), fc.nat(60));
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (life) => {
        for (const one of life) await happens(state, one);
        for (const person of everybody)
          await state.as(person, async (tx) => {
            const wanted = await readable(tx);
            seen += wanted.length;
            expect(await underPolicy(tx)).toEqual(wanted);
            expect((await searched(tx, [])).found).toEqual(wanted);
            expect((await searched(tx, [{ said: "neddle" }])).found).toEqual(wanted);
            const near = await similar(tx);
            const own = await listOf(tx, sql`select t.thing::text as it from library_text t`);
            expect(own).toEqual(expect.arrayContaining(near));
          });
      }),
      { numRuns, endOnFailure: true },
    );
    expect(seen).toBeGreaterThan(500);
  }, 120_000);

  test("what is compared is the same here and in the database, whatever the locale", async () => {
    const texts = fc.sample(fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 40 }), {
      numRuns: 500,
      seed: 7,
    });
    const { rows } = await state.asOwner((tx) =>
      tx.execute<{ it: string }>(
        sql`select trim(regexp_replace(library_folded(t), ' +', ' ', 'g')) as it
          from unnest(${sql.param(texts)}::text[]) with ordinality as said (t, n) order by n`,
      ),
    );
    expect(texts.map((text) => `${text} → ${folded(text)}`)).toEqual(
      texts.map((text, n) => `${text} → ${rows[n]?.it}`),
    );
  });

  test("words that no text has any more are forgotten, and those that one has are known", async () => {
    const { rows } = await state.asOwner((tx) =>
      tx.execute(sql`
        with counted as (
          select word, ndoc from ts_stat('select words from library_text') where length(word) between 4 and 40
        )
        select coalesce(k.word, c.word) as word, k.texts, c.ndoc from counted c full join library_word k on k.word = c.word
        where coalesce(k.texts, 0) < 100 and k.texts is distinct from c.ndoc`),
    );
    expect(rows).toEqual([]);
  });

  test("of more than one counts, nobody counts, and each still finds all that is theirs, the newest first", async () => {
    await state.asOwner(async (tx) => {
      await tx.execute(sql`insert into people_person (id, name) values ('q0', 'Q'), ('q1', 'Q')`);
      await tx.execute(sql`insert into notes_note (author, unit, measure, day, text)
        select case when n % 10 = 0 then 'q1' else 'q0' end, (select id from org_unit where slug = 't0'), 'm', date '2026-01-01' + n % 40,
          'a haystack' from generate_series(1, 2400) n`);
    });
    const terms = JSON.stringify([{ said: "haystack" }]);
    const days: string[] = [];
    const things = new Set<string>();
    let after: { day: string; thing: string } | undefined;
    do {
      const { rows } = await state.as("q0", (tx) =>
        tx.execute<{ hits: { day: string; thing: string }[]; counts: object | null }>(
          sql`select * from library_search(${terms}::jsonb, ${JSON.stringify({ limit: 101, after })}::jsonb)`,
        ),
      );
      expect(rows[0]?.counts).toBeNull();
      for (const { day, thing } of rows[0]?.hits ?? []) {
        days.push(day);
        things.add(thing);
      }
      after = rows[0]?.hits.at(-1);
    } while (after);
    expect([things.size, days.length]).toEqual([2160, 2160]);
    expect(days).toEqual(days.toSorted().reverse());
    const own = await state.as("q0", (tx) =>
      listOf(tx, sql`select id::text as it from notes_note where author = 'q0'`),
    );
    expect([...things].sort()).toEqual(own);
  }, 120_000);

  test("lets nobody put a text, take one away, let somebody read, or look at its words, but triggers", async () => {
    const id = sql`'00000000-0000-4000-8000-000000000000'::uuid`;
    const attempts = [
      sql`select library_put('note', ${id}, null, null, null, 'x', 'x', '2026-01-01', '')`,
      sql`select library_drop('note', ${id})`,
      sql`select library_let_read('note', ${id}, 'p0')`,
      sql`select library_let_read_no_more('note', ${id}, 'p0')`,
      sql`select library_let_unit_read('note', ${id}, ${id})`,
      sql`select library_let_unit_read_no_more('note', ${id}, ${id})`,
      sql`select decisions_put_in_library(${id})`,
      sql`select library_count_words('{}', '{}')`,
      sql`select library_query('[]', true)`,
      sql`select library_put_purposes(${id})`,
      sql`select library_put_note(n) from notes_note n`,
      sql`insert into library_reader values ('note', ${id}, 'p0')`,
      sql`update library_text set person = 'p0'`,
      sql`delete from library_text`,
      sql`select word from library_word`,
    ];
    for (const work of [
      (attempt: ReturnType<typeof sql>) => state.as("p0", (tx) => tx.execute(attempt)),
      (attempt: ReturnType<typeof sql>) => state.asJobs((tx) => tx.execute(attempt)),
      (attempt: ReturnType<typeof sql>) => state.asAuth((tx) => tx.execute(attempt)),
    ])
      for (const attempt of attempts) await expect(work(attempt)).rejects.toThrow(/permission denied/);
    for (const work of [state.asJobs, state.asAuth])
      await expect(work((tx) => tx.execute(sql`select * from library_text`))).rejects.toThrow(
        /permission denied/,
      );
  });
});
