import { z } from "zod";
import { storeTime } from "../../core/events/query.ts";
import { type EventStore, queryFile } from "../../core/events/store.ts";
import type { Scope } from "../../core/sharing/scope.ts";
import type { DeliveredChange } from "./slow-change.ts";

const SlowRow = z.object({
  component: z.string(),
  id: z.string(),
  title: z.string(),
  authoredAt: z.number().nullable(),
  committedAt: z.number(),
  mergedAt: z.number().nullable(),
  deployedAt: z.number(),
  deployment: z.string(),
});

const Named = z.object({ component: z.string(), id: z.string(), name: z.string() });

const slowest = queryFile(new URL("./slowest-changes.sql", import.meta.url), SlowRow, "rows");
const names = queryFile(new URL("./deployment-names.sql", import.meta.url), Named, "rows");

/** Of a commit's hash, where its deployment has no name. */
const SHORT_HASH = 12;

/** The five changes delivered from one moment until before another (milliseconds) that had waited longest. */
export async function slowestChanges(
  events: EventStore,
  scope: Scope,
  span: { from: number; until: number },
): Promise<DeliveredChange[]> {
  const rows = await events.ask(slowest, scope, {
    from: storeTime(span.from),
    until: storeTime(span.until),
  });
  if (rows.length === 0) return [];
  // Two statements are quicker than one that joins them.
  const found = await events.ask(names, scope, { ids: rows.map(({ deployment }) => deployment) });
  const nameOf = new Map(found.map(({ component, id, name }) => [JSON.stringify([component, id]), name]));
  return rows.map(({ deployment, ...row }) => ({
    ...row,
    deploymentName:
      nameOf.get(JSON.stringify([row.component, deployment])) || deployment.slice(0, SHORT_HASH),
  }));
}
