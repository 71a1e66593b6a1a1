import { z } from "zod";
import type { Clock } from "../../../platform/clock.ts";
import { Failure } from "../../../platform/errors.ts";
import type { Log } from "../../../platform/log.ts";
import type { EventStore } from "../../events/store.ts";
import type { Pseudonyms } from "../../people/pseudonyms.ts";
import type { Found } from "./contract.ts";
import type { ImportRow, ImportWork, RepositoryRow } from "./store.ts";
import { type OpenedRepository, openRepository, readRepository } from "./read.ts";

export interface ImportParts {
  readonly work: ImportWork;
  readonly events: EventStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly pseudonyms: Pseudonyms;
  /** Makes a component known to the organisation; gives the slug of the unit that owns it. */
  claim(claim: { component: string; unit: string; example: boolean }): Promise<string>;
}

/** Progress is written at most this often, in milliseconds: each time is a transaction. */
const TELL_EVERY = 300;

export const ImportJob = z.object({ importId: z.string() });

/** Reads the repository of one import and stores what it says. Safe to begin again at any point: the same facts come again. */
export async function runImport(parts: ImportParts, importId: string): Promise<void> {
  const wanted = await parts.work.begin(importId);
  if (!wanted) return;
  try {
    await read(parts, wanted);
  } catch (error) {
    const foreseen = error instanceof Failure && error.code !== "unexpected";
    if (!foreseen) parts.log.error({ err: error, importId }, "an import failed");
    const problem = error instanceof Failure ? error.message : "Something went wrong on our side; the log says what.";
    await parts.work.failed(importId, problem, new Date(parts.clock.now()));
  }
}

async function read(parts: ImportParts, wanted: ImportRow): Promise<void> {
  const { work, events, clock } = parts;
  const opened = await openRepository(wanted.path);
  const known = await knownAs(parts, opened);
  const unit = await parts.claim({ component: known.component, unit: wanted.unit, example: wanted.example });
  await work.named(wanted.id, known.component, unit);
  const rule = wanted.rule ?? known.rule;
  const tell = teller(parts, wanted.id);
  const reading = readRepository({
    opened,
    component: known.component,
    rule,
    now: clock.now(),
    before: known.before,
    pseudonyms: parts.pseudonyms,
    progress: tell.progress,
  });
  for await (const batch of reading.events) {
    await events.record(batch);
    await tell.flush();
  }
  const { before, found } = await reading.result;
  const row = { component: known.component, path: opened.path, rule, before } as RepositoryRow;
  await work.done(wanted.id, row, found as Found, new Date(clock.now()));
}
