import { sql } from "drizzle-orm";
import type { TestState } from "../../src/platform/state/testing.ts";

/** What happens in a world: by its name, with numbers that choose among what there is. */
export type Step = readonly [(typeof steps)[number], number, number, number];
export const steps = [
  ...([
    "experiment",
    "own experiment",
    "conclusion",
    "retitled",
    "dropped",
    "note",
    "shared",
    "removed",
  ] as const),
  ...([
    "decision",
    "own decision",
    "decision opened",
    "rejected",
    "advice asked",
    "asked no more",
    "touched",
  ] as const),
  ...(["purpose", "opened", "taken back", "moved", "left", "joined", "archived", "alone", "erased"] as const),
] as const;

const VISIBILITIES = ["private", "pair", "team", "group", "organisation"];
export const PEOPLE = ["p0", "p1", "p2", "p3", "p4", "p5"];

/** Two groups with two teams each, and people who belong somewhere. */
export const layOut = (state: TestState) =>
  state.asOwner(async (tx) => {
    await tx.execute(
      sql`insert into org_unit (slug, name, kind, time_zone) values ('o', 'O', 'organisation', 'UTC')`,
    );
    await tx.execute(sql`insert into org_unit (slug, name, kind, parent)
      select 'g' || n, 'G', 'group', (select id from org_unit where slug = 'o') from generate_series(0, 1) n`);
    await tx.execute(sql`insert into org_unit (slug, name, kind, parent)
      select 't' || n, 'T', 'team', (select id from org_unit where slug = 'g' || n % 2) from generate_series(0, 3) n`);
    await tx.execute(
      sql`insert into people_user (id, name, email) values ('x', 'X', 'x@x'), ('y', 'Y', 'y@x')`,
    );
    await tx.execute(
      sql`insert into people_person (id, name) select p, p from unnest(${sql.param(PEOPLE)}::text[]) p`,
    );
    await tx.execute(sql`insert into org_membership (person, unit, role)
      select 'p' || n, u.id, 'member' from generate_series(0, 3) n join org_unit u on u.slug = 't' || n`);
    await tx.execute(
      sql`insert into org_membership (person, unit, role) select 'p4', id, 'lead' from org_unit where slug = 'g0'`,
    );
  });

/** Does one of {@link steps}, past every policy: the triggers see to the rest. */
export const happens = (state: TestState, [what, a, b, c]: Step) =>
  state.asOwner(async (tx) => {
    const unit = sql`(select id from org_unit order by slug offset ${a % 7} limit 1)`;
    const person = sql`(select id from people_person order by id offset ${b} % (select count(*) from people_person) limit 1)`;
    const above = sql`(select g.id from org_above(${unit}) g (id) where g.id <> ${unit} order by g.id offset ${c % 2} limit 1)`;
    const some = (table: string) =>
      sql`(select id from ${sql.identifier(table)} order by id offset ${c} % greatest((select count(*) from ${sql.identifier(table)}), 1) limit 1)`;
    const seen = VISIBILITIES[c % VISIBILITIES.length] as string;
    const wide = sql`case when ${seen} in ('group', 'organisation') then coalesce(${above}, ${unit}) end`;
    const with_ = sql`case when ${seen} = 'pair' then (select id from people_person order by id desc limit 1) end`;
    const tried = sql`insert into loops_experiment (unit, person, about, area, kind, title, begins, look_again, created_at)`;
    const decided = sql`insert into decisions_decision (unit, person, title, status, status_since, created_at)`;
    const statements: Record<Step[0], () => ReturnType<typeof sql>> = {
      experiment: () =>
        sql`${tried} select u.id, null, u.id, 'a', 'experiment', 'needle ' || ${c}, '2026-01-01', '2026-03-01', now() from ${unit} u`,
      "own experiment": () =>
        sql`${tried} values (null, ${person}, ${unit}, 'a', 'look-back', 'needle', '2026-01-01', '2026-03-01', now())`,
      conclusion: () => sql`insert into loops_conclusion (experiment, ends, words, concluded_at)
        select e.id, 'keep', ${c % 3 === 0 ? "" : "the needle"}, now() from ${some("loops_experiment")} e (id) where e.id is not null`,
      retitled: () =>
        sql`update loops_experiment set title = 'needle anew ' || ${a} where id = ${some("loops_experiment")}`,
      dropped: () =>
        sql`delete from loops_experiment where ${a} % 3 = 0 and id = ${some("loops_experiment")}`,
      note: () => sql`insert into notes_note (author, unit, measure, day, text, visibility, partner, audience)
        values (${person}, ${unit}, 'm', '2026-01-01', 'A needle', ${seen}, ${with_}, ${wide})`,
      shared: () => sql`update notes_note n set visibility = ${seen}, partner = ${with_},
        audience = case when ${seen} in ('group', 'organisation') then (select id from org_unit where slug = 'o') end
        where id = ${some("notes_note")}`,
      removed: () => sql`delete from notes_note where ${a} % 3 = 0 and id = ${some("notes_note")}`,
      decision: () =>
        sql`${decided} select u.id, null, 'needle ' || ${c}, 'accepted', now(), now() from ${unit} u`,
      "own decision": () => sql`${decided} values (null, ${person}, 'needle', 'proposed', now(), now())`,
      "decision opened":
        () => sql`update decisions_decision set audience = case when ${c} % 3 > 0 then coalesce(${above}, ${unit}) end
        where person is null and id = ${some("decisions_decision")}`,
      rejected: () =>
        sql`delete from decisions_decision where ${a} % 3 = 0 and id = ${some("decisions_decision")}`,
      "advice asked":
        () => sql`insert into decisions_advice (decision, person, unit, name, capacity, asked_at)
        select d.id, case when ${a} % 2 = 0 then ${person} end, case when ${a} % 2 = 1 then ${unit} end, 'N', 'expert', now()
        from ${some("decisions_decision")} d (id) where d.id is not null`,
      "asked no more": () => sql`delete from decisions_advice where id = ${some("decisions_advice")}`,
      touched: () => sql`insert into decisions_touched (decision, unit, added_at)
        select d.id, ${unit}, now() from ${some("decisions_decision")} d (id) where d.id is not null on conflict do nothing`,
      purpose: () =>
        sql`insert into impact_purpose (unit, sentence, written_at) values (${unit}, 'A needle ' || ${b}, now())`,
      opened:
        () => sql`insert into impact_audience (unit, audience, opened_at) select ${unit}, coalesce(${above}, ${unit}), now()
        on conflict (unit) do update set audience = excluded.audience`,
      "taken back": () => sql`delete from impact_audience where unit = ${unit}`,
      moved:
        () => sql`update org_unit set parent = (select id from org_unit where slug = ${c % 3 === 0 ? "o" : `g${c % 2}`})
        where slug = ${`t${a % 4}`}`,
      left: () =>
        sql`delete from org_membership where person = ${person} and unit = ${unit} and ${c} % 2 = 0`,
      joined: () =>
        sql`insert into org_membership (person, unit, role) values (${person}, ${unit}, 'member') on conflict do nothing`,
      archived: () =>
        sql`update people_person set archived_at = case when archived_at is null then now() end where id = ${person}`,
      alone: () => sql`update people_person set administrator = not administrator where id = ${person}`,
      // A person goes at the end of a long life alone, so that somebody is left.
      erased: () =>
        sql`delete from people_person where id = ${person} and ${a} % 9 = 0 and (select count(*) from people_person) > 3`,
    };
    await tx.execute(statements[what]());
  });
