import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { eventStore } from "../src/core/events/store.ts";
import { factsIn } from "../src/core/events/testing.ts";
import { timeline } from "../src/core/timeline/contract.ts";
import { openProduct } from "../src/main.ts";
import { readConfig } from "../src/platform/config.ts";
import { openTestEvents } from "../src/platform/events/testing.ts";
import { quietLog } from "../src/platform/log.ts";
import { openTestState, type TestState } from "../src/platform/state/testing.ts";
import { type Line, seconds, times } from "./table.ts";
import { median, several, timed } from "./timing.ts";

const RUNS = 15;
const TEAMS = 500;
const WEEKS = 260;
const LOOPS = 30;
const NOW = Date.parse("2026-03-02T12:00:00Z");
const WEEK_MS = 7 * 86_400_000;

/** The time line of a team that asks itself 30 questions for five years, and of an organisation of 500 teams that share. */
export async function timelineLines(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), "septet-bench-timeline-"));
  const [state, events] = await Promise.all([openTestState(), openTestEvents()]);
  const clock = { now: () => NOW };
  const product = await openProduct(readConfig({}, { data: folder }), {
    log: quietLog,
    state,
    events,
    clock,
  });
  await tell(eventStore(events, clock));
  await fill(state);
  const ask = (slug: string, weeks: number) => product.ask(timeline, { slug, weeks: String(weeks) });
  const lines = [
    await lineOf(`time line of a team, ${LOOPS} loops, 5 years`, () => ask("team-1", WEEKS), {
      ...{ floor: () => ask("team-2", WEEKS), called: "without loops", target: 100 },
    }),
    await lineOf(`time line of ${TEAMS} teams, 26 weeks`, () => ask("organisation", 26), {
      ...{ floor: () => ask("team-2", 26), called: "of one team", target: 1_000 },
    }),
  ];
  await product.close();
  await rm(folder, { recursive: true, force: true });
  return lines;
}

interface Against {
  readonly floor: () => Promise<unknown>;
  readonly called: string;
  /** In milliseconds. */
  readonly target: number;
}

async function lineOf(
  what: string,
  ask: () => Promise<unknown>,
  { floor, called, target }: Against,
): Promise<Line> {
  const floors: number[] = [];
  await ask();
  const answers = await several(RUNS, async () => {
    floors.push(await timed(floor));
    return timed(ask);
  });
  const [answer, below] = [median(answers), median(floors)];
  return {
    ...{ what, figure: seconds(answer), floor: `${called} ${seconds(below)}`, ratio: times(answer / below) },
    ...{ target: `under ${seconds(target)}`, reached: answer < target },
  };
}

/** Five years of the first two teams, five changes a week; of the others half a year. */
async function tell(store: ReturnType<typeof eventStore>): Promise<void> {
  for (let team = 1; team <= TEAMS; team++) {
    const facts = factsIn(`component-${team}`);
    const weeks = team <= 2 ? WEEKS : 26;
    const week = (back: number) => {
      const released = NOW - back * WEEK_MS;
      const ids = Array.from({ length: 5 }, (_, change) => `${team}-${back}-${change}`);
      const merged = (at: number) => new Date(released - (at + 1) * 5 * 3_600_000).toISOString();
      return [
        ...ids.map((id, at) => facts.change(id, merged(at))),
        ...facts.deployed(`v${back}`, new Date(released).toISOString(), { delivers: ids }),
      ];
    };
    await store.record([...Array.from({ length: weeks }, (_, back) => week(back + 1)).flat(), facts.read()]);
  }
}

async function fill(state: TestState): Promise<void> {
  await state.asOwner(async (tx) => {
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(sql`analyze`);
  });
}

const owner = "(select id from people_person where administrator limit 1)";
const first = "(select id from org_unit where slug = 'team-1')";
const areas = "(array['impact', 'delivery', 'craft', 'decisions', 'sensemaking', 'advocacy'])[n % 6 + 1]";

const statements = [
  `insert into org_unit (slug, name, kind, parent) select 'team-' || n, 'Team ' || n, 'team',
     (select id from org_unit where kind = 'organisation') from generate_series(1, ${TEAMS}) n`,
  `insert into org_component (name) select 'component-' || n from generate_series(1, ${TEAMS}) n`,
  `insert into org_ownership (component, unit) select 'component-' || n, u.id
     from generate_series(1, ${TEAMS}) n join org_unit u on u.slug = 'team-' || n`,
  `insert into sharing_share (unit, kind, thing, audience)
     select u.id, 'measure', m, u.parent from org_unit u,
       unnest(array['change-lead-time', 'deployment-frequency', 'changes-merged']) m where u.kind = 'team'`,
  `insert into loops_loop (unit, about, area, question, measures, rule, starts, created_by)
     select ${first}, ${first}, ${areas}, 'Question ' || n, array['change-lead-time'], 'FREQ=WEEKLY;BYDAY=MO', '2021-03-01',
       ${owner} from generate_series(1, ${LOOPS}) n`,
  `insert into loops_turn (loop, due, sense, next, begun_at, done_at, done_by)
     select l.id, '2021-03-08'::date + 7 * n, 'usual', 'nothing', now(), now(), ${owner}
     from loops_loop l, generate_series(0, ${WEEKS - 2}) n`,
  `insert into loops_experiment (unit, about, area, kind, title, measure, begins, direction, look_again, created_by, created_at)
     select ${first}, ${first}, 'delivery', 'experiment', 'Try ' || n, 'change-lead-time', '2021-04-01'::date + 30 * n, 'lower',
       '2021-06-01'::date + 30 * n, ${owner}, now() from generate_series(0, 50) n`,
  `insert into loops_conclusion (experiment, ends, concluded_by, concluded_at)
     select id, 'keep', ${owner}, look_again from loops_experiment`,
  `insert into notes_note (author, unit, measure, day, text, visibility)
     select ${owner}, ${first}, 'change-lead-time', '2021-04-01'::date + 10 * n, 'Note ' || n, 'team' from generate_series(0, 170) n`,
];
