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

const slowest = queryFile<DeliveredChange>(new URL("./slowest-changes.sql", import.meta.url), DeliveredRow);

/** The five changes delivered from one moment until before another (milliseconds) that had waited longest. */
export function slowestChanges(
  events: EventStore,
  scope: Scope,
  span: { from: number; until: number },
): Promise<DeliveredChange[]> {
  return events.ask(slowest, scope, { from: storeTime(span.from), until: storeTime(span.until) });
}
