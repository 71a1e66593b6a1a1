import { sql } from "drizzle-orm";
import { type Organisation, organisationOf } from "../src/core/org/store/organisation.ts";
import { readable } from "../src/core/sharing/store/readable.ts";
import type { StateDb } from "../src/platform/state/state-db.ts";
import { openTestState, type TestState } from "../src/platform/state/testing.ts";
import { openTestPostgres } from "../src/platform/state/testing-postgres.ts";
import { type Line, seconds, times } from "./table.ts";
import { median, several, timed } from "./timing.ts";

const RUNS = 25;
const SIZE = { groups: 99, teams: 900, people: 10_000, components: 20_000 };
/** Leads a group of ten teams, and belongs to one of them. */
const ME = "person-1";

/** The pages of an organisation of 1,000 units, 10,000 people and 20,000 components, against the same statements without walls. */
export async function organisationLines(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [store, open] of [
    ["PGlite", openTestState],
    ["PostgreSQL", openTestPostgres],
  ] as const) {
    const state = await open();
    await fill(state);
    for (const [page, ask] of Object.entries(pages))
      lines.push(await lineOf(`${page}, ${store}`, state, ask));
    await state.close();
  }
  return lines;
}

type Asking = (organisation: Organisation, state: StateDb) => Promise<unknown>;

const pages: Readonly<Record<string, Asking>> = {
  "the whole tree": (organisation) => organisation.tree({ owned: true, counts: true }),
  "a group": (organisation) => organisation.unit("group-1"),
  "a group's figures": (organisation) => organisation.figures("group-1", ["batch-size"]),
  "what one may count of the organisation": (_, state) =>
    state.as(ME, async (tx) => {
      const all = await tx.execute<{ id: string }>(sql`select id from org_unit`);
      return readable(
        tx,
        ["batch-size"],
        all.rows.map(({ id }) => id),
      );
    }),
  "people, searched": (organisation) =>
    organisation.people({ search: "7", archived: false, offset: 0, limit: 100 }),
  "components, searched": (organisation) =>
    organisation.components({ search: "7", unowned: false, archived: false, offset: 0, limit: 100 }),
  "search as you type": (organisation) => organisation.search("on-1"),
};

async function lineOf(what: string, state: TestState, ask: Asking): Promise<Line> {
  const open = withoutWalls(state);
  const [walled, bare] = [organisationOf(state, ME), organisationOf(open, ME)];
  const floors: number[] = [];
  const answers = await several(RUNS, async () => {
    floors.push(await timed(() => ask(bare, open)));
    return timed(() => ask(walled, state));
  });
  const [answer, floor] = [median(answers), median(floors)];
  return {
    what,
    figure: seconds(answer),
    floor: `without walls ${seconds(floor)}`,
    ratio: times(answer / floor),
    target: "at most 1.5 ×",
    reached: answer / floor <= 1.5,
  };
}

/** The same person asks, past every policy: the owner of the tables is not held by them. */
const withoutWalls = (state: TestState): StateDb => ({
  ...state,
  as: (person, work) =>
    state.asOwner(async (tx) => {
      await tx.execute(sql`select set_config('septet.person', ${person}, true)`);
      return work(tx);
    }),
});

/** Every team shares a measure with its group; a third of the components moved once. */
async function fill(state: TestState): Promise<void> {
  await state.asOwner(async (tx) => {
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(sql`analyze`);
  });
}

const { groups, teams, people, components } = SIZE;
const statements = [
  `insert into org_unit (slug, name, kind, time_zone) values ('organisation', 'Everything', 'organisation', 'UTC')`,
  `insert into org_unit (slug, name, kind, parent) select 'group-' || n, 'Group ' || n, 'group',
     (select id from org_unit where kind = 'organisation') from generate_series(1, ${groups}) n`,
  `insert into org_unit (slug, name, kind, parent) select 'team-' || n, 'Team ' || n, 'team', g.id
     from generate_series(1, ${teams}) n join org_unit g on g.slug = 'group-' || (n % ${groups} + 1)`,
  `insert into people_person (id, name) select 'person-' || n, 'Person ' || n from generate_series(1, ${people}) n`,
  `insert into people_contact (person, email) select id, id || '@example.org' from people_person`,
  `insert into people_user (id, name, email) values ('a', 'A', 'a@example.org'), ('b', 'B', 'b@example.org')`,
  `insert into org_membership (person, unit, role, "from") select 'person-' || n, u.id, 'member', '2020-01-01'
     from generate_series(1, ${people}) n join org_unit u on u.slug = 'team-' || (n % ${teams} + 1)`,
  `insert into org_membership (person, unit, role) select '${ME}', id, 'lead' from org_unit where slug = 'group-1'`,
  `insert into org_component (name) select 'component-' || n from generate_series(1, ${components}) n`,
  `insert into org_ownership (component, unit, "from", until)
     select 'component-' || n, u.id, null, case when n % 3 = 0 then date '2025-01-01' end
     from generate_series(1, ${components}) n join org_unit u on u.slug = 'team-' || (n % ${teams} + 1)`,
  `insert into org_ownership (component, unit, "from") select 'component-' || n, u.id, '2025-01-01'
     from generate_series(3, ${components}, 3) n join org_unit u on u.slug = 'team-' || ((n + 7) % ${teams} + 1)`,
  `insert into sharing_share (unit, kind, thing, audience) select id, 'measure', 'batch-size', parent
     from org_unit where kind = 'team'`,
];
