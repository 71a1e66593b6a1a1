import { z } from "zod";
import { storeTime } from "../../events/query.ts";
import { type EventStore, queryFile, sqlFile } from "../../events/store.ts";
import type { Scope } from "../../sharing/scope.ts";
import type { EvidenceRow } from "../contract.ts";
import type { Measure } from "../measure.ts";
import type { Period } from "../periods.ts";
import { figuresStatement, pageStatement, totalStatement } from "../statement.ts";

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
  firstChangeAt: z.number().nullable(),
  firstDeploymentAt: z.number().nullable(),
  receivedAt: z.number(),
});

/** What is known of a component; moments in milliseconds, `null` where there is none. */
export type ComponentFacts = z.infer<typeof ComponentFacts>;

const components = queryFile(new URL("../../events/components.sql", import.meta.url), ComponentFacts);

/** The components of a scope that have facts. */
export function factsOf(events: EventStore, scope: Scope): Promise<ComponentFacts[]> {
  return events.ask(components, scope);
}

/** The periods of a range, one after the other, in one time zone. */
export interface Span {
  readonly periods: readonly Period[];
  readonly timeZone: string;
}

/** One row a period with rows, and one a reason over the whole span. */
export function figuresOf(
  events: EventStore,
  measure: Measure,
  { scope, span }: { scope: Scope; span: Span },
): Promise<FigureRow[]> {
  const sql = figuresStatement(sqlFile(measure.rows), measure);
  const starts = span.periods.map(({ from }) => from);
  return events.ask({ sql, row: FigureRow }, scope, { ...bounds(span), starts, timeZone: span.timeZone });
}

export interface Page {
  readonly span: Span;
  readonly left: "in" | "out" | "both";
  /** Rows without a believable date belong to no period, but to the whole. */
  readonly undated: boolean;
  readonly offset: number;
  readonly limit: number;
}

const RowOfPage = z.object({
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
  { scope, page }: { scope: Scope; page: Page },
): Promise<{ rows: EvidenceRow[]; total: number }> {
  const file = sqlFile(measure.rows);
  const { span, ...rest } = page;
  const parameters = { ...bounds(span), ...rest };
  const [rows, totals] = await Promise.all([
    events.ask({ sql: pageStatement(file), row: RowOfPage }, scope, parameters),
    events.ask({ sql: totalStatement(file), row: Total }, scope, parameters),
  ]);
  return { rows: rows.map(evidenceRow), total: totals[0]?.total ?? 0 };
}

function evidenceRow({ moment, why, reason, ...row }: z.infer<typeof RowOfPage>): EvidenceRow {
  const at = moment > 0 ? new Date(moment).toISOString() : null;
  return { ...row, at, because: why, reason: reason === "" ? null : reason };
}

function bounds({ periods }: Span): { from: string; until: string } {
  return { from: storeTime(periods[0]?.from ?? 0), until: storeTime(periods.at(-1)?.until ?? 0) };
}
