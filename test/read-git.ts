import { openRepository } from "../src/core/connectors/git/program/repository.ts";
import { type Before, type ReadRequest, readRepository } from "../src/core/connectors/git/read.ts";
import type { ChangeDelivered, ChangeMerged, Event, ServiceDeployed } from "../src/core/events/event.ts";
import { at } from "./git-repository.ts";

/** Later than all that the tests make. */
export const LATER = at("2026-01-01 00:00") * 1000;

/** Reads a repository to its end. Pseudonyms are the identities in brackets, so that a test can tell them. */
export async function readAll(path: string, options: Partial<ReadRequest> = {}) {
  const opened = await openRepository(path);
  const pseudonyms = async (identities: readonly string[]) => identities.map((one) => `<${one}>`);
  const reading = readRepository({ opened, rule: "auto", now: LATER, before: null, pseudonyms, ...options });
  const events: Event[] = [];
  for await (const batch of reading.events) events.push(...batch);
  const result = await reading.result;
  return {
    ...result,
    before: JSON.parse(JSON.stringify(result.before)) as Before,
    events,
    ...rowsOf(events),
  };
}

export function rowsOf(events: readonly Event[]) {
  const changes = events.filter(
    (event): event is ChangeMerged => event.type === "dev.cdevents.change.merged.0.2.0",
  );
  const deliveries = events.filter(
    (event): event is ChangeDelivered => event.type === "dev.cdeventsx.septet-change.delivered.0.1.0",
  );
  const deployments = events.filter(
    (event): event is ServiceDeployed => event.type === "dev.cdevents.service.deployed.0.2.0",
  );
  return {
    changes,
    deliveries,
    deployments,
    change: (hash: string) => changes.find((event) => event.subject === hash)?.content,
    deliveredBy: (hash: string) =>
      deliveries.find((event) => event.subject === hash)?.content.deployment ?? null,
    deployment: (name: string) => deployments.find((event) => event.content.names.includes(name))?.content,
  };
}

/** The events of one reading, the last of an id standing for it, without the number of the reading. */
export function told(events: readonly Event[]): unknown[] {
  const byId = new Map(events.map((event) => [`${event.type} ${event.source} ${event.id}`, event]));
  return [...byId.values()]
    .filter((event) => event.type !== "dev.cdeventsx.septet-repository.read.0.1.0")
    .map(({ id, content, ...event }) => ({
      ...event,
      id: id.replace(/^\d+\//, ""),
      content: { ...content, reading: 0 },
    }))
    .sort((a, b) => (`${a.type}${a.source}${a.id}` < `${b.type}${b.source}${b.id}` ? -1 : 1));
}
