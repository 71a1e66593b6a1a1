import { sql } from "drizzle-orm";
import type { TestState } from "../src/platform/state/testing.ts";

export const TEXTS = 100_000;
const TEAMS = 500;
const WORDS = 17_576;

/** Belongs to one team of {@link TEAMS}; belongs to every one of them. */
export const ONE_TEAM = "one";
export const ALL_TEAMS = "all";

/**
 * 100,000 texts of some 70 words each, of 500 teams: out of 17,576 words as unevenly as people use them: word 0 stands in most texts,
 * word 17,000 in a few; a few texts speak of "deployment frequency".
 */
export async function fillLibrary(state: TestState): Promise<void> {
  await state.asOwner(async (tx) => {
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(sql`analyze`);
  });
}

/** A word of nine letters for a number below {@link WORDS}; two of them are never a slip of the pen apart. */
export const wordFor = (n: number): string =>
  [Math.floor(n / 676), Math.floor(n / 26) % 26, n % 26].map(syllable).join("");
const syllable = (i: number): string =>
  [i, i * 3 + 1, i * 7 + 5].map((at) => String.fromCharCode(97 + (at % 26))).join("");

const syllables = Array.from({ length: 26 }, (_, i) => syllable(i)).join("");
const part = (number: string) => `substr('${syllables}', 1 + 3 * (${number}), 3)`;
/** So many words for a row `n`, small numbers by far the most often; each call chooses anew, as it hangs on the row. */
const words = (count: number) =>
  `(select string_agg(${part("w / 676")} || ${part("w / 26 % 26")} || ${part("w % 26")}, ' ')
     from (select floor(${WORDS} * power(random(), 4))::int as w from generate_series(1, ${count} + n % 2) g) chosen)`;

/** Halves of texts, with their vectors; each text is two of them. */
const POOL = 4_000;
const pool = (count: number) =>
  `select n, said, library_words(library_folded(said)) as vector
   from (select n, ${words(count)} as said from generate_series(0, ${POOL - 1}) n offset 0) pool`;

const statements = [
  `insert into org_unit (slug, name, kind, time_zone) values ('organisation', 'Everything', 'organisation', 'UTC')`,
  `insert into org_unit (slug, name, kind, parent) select 'team-' || n, 'Team ' || n, 'team',
     (select id from org_unit where kind = 'organisation') from generate_series(1, ${TEAMS}) n`,
  `insert into people_person (id, name) values ('${ONE_TEAM}', 'One'), ('${ALL_TEAMS}', 'All')`,
  `insert into org_membership (person, unit, role) select '${ONE_TEAM}', id, 'member' from org_unit where slug = 'team-1'`,
  `insert into org_membership (person, unit, role) select '${ALL_TEAMS}', id, 'member' from org_unit where kind = 'team'`,
  `select setseed(0.5)`,
  // An index is made faster than it grows.
  `drop index library_text_words, library_text_title`,
  // In one go, as the triggers would put them one by one.
  `insert into library_text (kind, thing, unit, about, title, body, day, state, place, title_words, words)
     with titles as materialized (${pool(4)}), bodies as materialized (${pool(32)})
     select (array['decision', 'experiment', 'conclusion', 'note', 'purpose'])[i / ${TEAMS} % 5 + 1], gen_random_uuid(), u.id, u.id,
       t.said || d.said, b.said || ' ' || c.said, date '2020-01-01' + i % 2000, '', '', t.vector || d.vector, t.vector || d.vector || b.vector || c.vector
     from generate_series(1, ${TEXTS}) i join org_unit u on u.slug = 'team-' || (i % ${TEAMS} + 1)
       join titles t on t.n = i % ${POOL} join bodies b on b.n = i * 7919::bigint % ${POOL} join bodies c on c.n = i / 23 % ${POOL},
       lateral (select case when i % 997 = 0 then ' deployment frequency' else '' end as said) e,
       lateral (select e.said, library_words(e.said) as vector) d`,
  `create index library_text_words on library_text using gin (words) with (fastupdate = off)`,
  `create index library_text_title on library_text using gin (title_words) with (fastupdate = off)`,
  `insert into library_word (word, texts, near)
     select word, least(ndoc, 100), library_near(word) from ts_stat('select words from library_text')
     where length(word) between 4 and 40`,
];
