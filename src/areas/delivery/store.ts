import { z } from "zod";
import { storeTime } from "../../core/events/query.ts";
import { type EventStore, queryFile } from "../../core/events/store.ts";
import type { Scope } from "../../core/sharing/scope.ts";
import type { DeliveredChange } from "./slow-change.ts";

const DeliveredRow = z.object({
  component: z.string(),
  id: z.string(),
  title: z.string(),
  authoredAt: z.number().nullable(),
  committedAt: z.number(),
  mergedAt: z.number().nullable(),
  deployedAt: z.number(),
  deploymentName: z.string(),
});

const Place = z.object({ component: z.string(), id: z.string() });

const slowest = queryFile(new URL("./slowest-changes.sql", import.meta.url), Place);
const delivered = queryFile<DeliveredChange>(
  new URL("./delivered-changes.sql", import.meta.url),
  DeliveredRow,
);

/** The five changes delivered from one moment until before another (milliseconds) that had waited longest. */
export async function slowestChanges(
  events: EventStore,
  scope: Scope,
  span: { from: number; until: number },
): Promise<DeliveredChange[]> {
  // Which they are is found by times alone; only those five are then read in whole.
  const places = await events.ask(slowest, scope, {
    from: storeTime(span.from),
    until: storeTime(span.until),
  });
  const rows = await events.ask(delivered, scope, { ids: places.map(({ id }) => id) });
  return rows.filter((row) =>
    places.some(({ component, id }) => component === row.component && id === row.id),
  );
}
