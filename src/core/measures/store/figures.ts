import { z } from "zod";
import { storeTime } from "../../events/query.ts";
import { type EventStore, queryFile, sqlFile } from "../../events/store.ts";
import type { Scope } from "../../sharing/scope.ts";
import type { EvidenceRow } from "../contract.ts";
import type { Measure } from "../measure.ts";
import type { Period, Range } from "../periods.ts";
import { figuresStatement, pageStatement, rowsStatement, type Told, totalStatement } from "../statement.ts";

const FigureRow = z.object({
  whole: z.coerce.number(),
  period: z.coerce.number(),
  reason: z.string(),
  n: z.number(),
  values: z.array(z.number().nullable()),
  days: z.coerce.number(),
  by_host_share: z.number(),
});
export type FigureRow = z.infer<typeof FigureRow>;

const ComponentFacts = z.object({
  component: z.string(),
  /** The repository that it is a part of, or else itself. */
  repository: z.string(),
  firstChangeAt: z.number().nullable(),
  firstDeploymentAt: z.number().nullable(),
  receivedAt: z.number(),
});

/** What is known of a component; moments in milliseconds, `null` where there is none. */
export type ComponentFacts = z.infer<typeof ComponentFacts>;

const components = queryFile(
  new URL("../../events/components.sql", import.meta.url),
  ComponentFacts,
  "figures",
);

/** The components of a scope that have facts. */
export function factsOf(events: EventStore, scope: Scope): Promise<ComponentFacts[]> {
  return events.ask(components, scope);
}

/** What a measure counts: rows of these components, in the periods of a range, one after the other. */
export interface Reach {
  readonly scope: Scope;
  /** The components of which a deployment is known. */
  readonly live: readonly string[];
  /** Whether several of the components belong to one repository, so that they may have commits and deployments in common. */
  readonly shared: boolean;
  readonly range: Range;
  readonly periods: readonly Period[];
}

/** One row a period with rows, and one a reason over the whole span. */
export function figuresOf(events: EventStore, measure: Measure, reach: Reach): Promise<FigureRow[]> {
  const sql = figuresStatement(toldOf(measure, reach));
  const starts = reach.periods.map(({ from }) => from);
  const { timeZone } = reach.range;
  return events.ask({ sql, row: FigureRow, tells: "figures" }, reach.scope, {
    ...bounds(reach),
    starts,
    timeZone,
  });
}

export interface Page {
  readonly left: "in" | "out" | "both";
  /** Rows without a believable date belong to no period, but to the whole. */
  readonly undated: boolean;
  readonly offset: number;
  readonly limit: number;
}

const Place = z.object({ component: z.string(), id: z.string() });

const WholeRow = z.object({
  moment: z.number(),
  value: z.number().nullable(),
  reason: z.string(),
  component: z.string(),
  kind: z.enum(["change", "deployment"]),
  id: z.string(),
  title: z.string(),
  why: z.string(),
});

const Total = z.object({ total: z.number() });

/** A page of a measure's rows, newest first, and how many there are in all. */
export async function rowsOf(
  events: EventStore,
  measure: Measure,
  { reach, page }: { reach: Reach; page: Page },
): Promise<{ rows: EvidenceRow[]; total: number }> {
  const told = toldOf(measure, reach);
  const { scope } = reach;
  const parameters = { ...bounds(reach), ...page };
  const [found, totals] = await Promise.all([
    events.ask({ sql: pageStatement(told), row: Place, tells: "rows" }, scope, parameters),
    events.ask({ sql: totalStatement(told), row: Total, tells: "rows" }, scope, parameters),
  ]);
  const ids = [...new Set(found.map(({ id }) => id))];
  const rows = await events.ask({ sql: rowsStatement(told), row: WholeRow, tells: "rows" }, scope, {
    ...bounds(reach),
    ids,
  });
  // Two components may have a commit in common, of which only one is on the page.
  const wanted = new Set(found.map(placeOf));
  return {
    rows: rows.filter((row) => wanted.has(placeOf(row))).map(evidenceRow),
    total: totals[0]?.total ?? 0,
  };
}

const placeOf = ({ component, id }: z.infer<typeof Place>) => JSON.stringify([component, id]);

function evidenceRow({ moment, why, reason, ...row }: z.infer<typeof WholeRow>): EvidenceRow {
  const at = moment > 0 ? new Date(moment).toISOString() : null;
  return { ...row, at, because: why, reason: reason === "" ? null : reason };
}

const toldOf = (measure: Measure, { shared }: Reach): Told => ({
  ...measure,
  file: sqlFile(measure.rows),
  shared,
});

/** Before and after all that the store knows. */
const EVER = { from: storeTime(0), until: storeTime(Date.UTC(2299, 0)) };

function bounds({ periods, live, shared }: Reach): Record<string, unknown> {
  const span = { from: storeTime(periods[0]?.from ?? 0), until: storeTime(periods.at(-1)?.until ?? 0) };
  return shared ? { ...EVER, begin: span.from, end: span.until, live } : { ...span, live };
}
