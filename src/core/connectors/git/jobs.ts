import { z } from "zod";
import type { Clock } from "../../../platform/clock.ts";
import { Failure } from "../../../platform/errors.ts";
import { defineJob, type Job } from "../../../platform/jobs/job.ts";
import type { Log } from "../../../platform/log.ts";
import type { Event } from "../../events/event.ts";
import type { EventStore } from "../../events/store.ts";
import type { Pseudonyms } from "../../people/store/pseudonyms.ts";
import { type Before, isDue } from "./before.ts";
import { repositoryRead } from "./facts.ts";
import type { Part } from "./parts/part.ts";
import { freeName, knownRow, mustNotLose, originOf } from "./program/known-as.ts";
import { openRepository } from "./program/repository.ts";
import { readRepository } from "./read.ts";
import type { ImportRow, ImportWork, PartRow, RepositoryRow } from "./store.ts";
import { survey } from "./survey.ts";

export interface ImportParts {
  readonly work: ImportWork;
  readonly events: EventStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly pseudonyms: Pseudonyms;
  /** Makes a component known to the organisation; gives the slugs of the unit that owns it, and of the one that did. */
  claim(claim: {
    component: string;
    unit: string | null;
    example: boolean;
    /** The person who asked for the import. */
    askedBy: string | null;
  }): Promise<{ unit: string; movedFrom: string | null }>;
}

/** Progress is written at most this often, in milliseconds: each time is a transaction. */
const TELL_EVERY = 300;
const UNFORESEEN = "Something went wrong on our side; the log says what.";

export function importJob(parts: ImportParts): Job {
  return defineJob({
    name: "import-git",
    input: z.object({ importId: z.uuid() }),
    run: ({ importId }) => runImport(parts, importId),
  }) as unknown as Job;
}

/** Looks whether known repositories have something new, and reads those that do. */
export function lookAgainJob(parts: ImportParts): Job {
  const { work, log, clock } = parts;
  return defineJob({
    name: "look-again-git",
    input: z.object({}),
    retries: 0,
    run: async () => {
      const all = await work.parts();
      for (const { component, path, rule, example, before } of await work.repositories()) {
        try {
          const wish = { rule, parts: partsOf(component, all) };
          const { print } = await survey(await openRepository(path), wish);
          if (before && print === before.print && !isDue(before, clock.now())) {
            await seenAgain(parts, before);
            continue;
          }
          const { id } = await work.add({ path, unit: null, rule: null, example });
          await runImport(parts, id);
        } catch (err) {
          log.warn({ err, path }, "a repository could not be looked at");
        }
      }
    },
  }) as unknown as Job;
}

/** Reads the repository of one import and stores what it says. Safe to begin again at any point. */
export async function runImport(parts: ImportParts, importId: string): Promise<void> {
  const { work, clock, log } = parts;
  const wanted = await work.begin(importId);
  if (!wanted) return;
  try {
    await read(parts, wanted);
  } catch (err) {
    const foreseen = err instanceof Failure && err.code !== "unexpected";
    if (!foreseen) log.error({ err, importId }, "an import failed");
    await work.failed(importId, foreseen ? err.message : UNFORESEEN, new Date(clock.now()));
  }
}

async function read(parts: ImportParts, wanted: ImportRow): Promise<void> {
  const { work, clock } = parts;
  const { id, unit, example, askedBy } = wanted;
  const opened = await openRepository(wanted.path);
  const [rows, all] = [await work.repositories(), await work.parts()];
  const known = await knownRow(rows, opened);
  if (known) await mustNotLose(known, opened);
  const taken = [...rows, ...all].map((row) => row.component);
  const component = known?.component ?? freeName(taken, opened.component);
  const rule = wanted.rule ?? known?.rule ?? "auto";
  await work.named(id, { component, ...(await parts.claim({ component, unit, example, askedBy })) });
  const { before, unfinished } = known ?? { before: null, unfinished: null };
  const teller = tellerOf(parts, id);
  const reading = readRepository({
    ...{ opened, component, rule, before, unfinished, parts: partsOf(component, all) },
    now: clock.now(),
    pseudonyms: parts.pseudonyms,
    progress: teller.progress,
  });
  const row = { component, path: opened.path, origin: await originOf(opened), rule, example };
  await store(parts, reading.events, { row, tell: teller.tell });
  const result = await reading.result;
  await seenAgain(parts, result.before);
  const ended = { found: result.found, endedAt: new Date(clock.now()) };
  await work.done(id, { ...row, before: result.before, unfinished: null }, ended);
}

interface Storing {
  readonly row: Omit<RepositoryRow, "before" | "unfinished">;
  tell(): Promise<void>;
}

/** From this many facts on, questions are slow until they have been put in order. */
const MANY_FACTS = 5_000;

async function store(
  { work, events }: ImportParts,
  batches: AsyncIterable<Event[]>,
  { row, tell }: Storing,
): Promise<void> {
  let facts = 0;
  for await (const batch of batches) {
    if (facts === 0) await work.writing({ ...row, unfinished: batch[0]?.content.reading ?? null });
    facts += batch.length;
    await events.record(batch);
    await tell();
  }
  if (facts > MANY_FACTS) await events.settle();
}

/** The parts of one repository, defined as its reading wants them. */
const partsOf = (component: string, all: readonly PartRow[]): Part[] =>
  all.filter(({ repository }) => repository === component).map(({ repository: _, ...part }) => part);

/** The repository still says what it said: the same fact again, received now, so that a figure knows how fresh it is. */
async function seenAgain({ events, clock }: ImportParts, before: Before): Promise<void> {
  const parts = before.parts?.components.slice(1) ?? [];
  await events.record(repositoryRead({ ...before, parts }, clock.now()));
}

/** Keeps the latest progress, and writes it down now and then. */
function tellerOf({ work, clock }: ImportParts, importId: string) {
  let latest: { done: number; total: number | null } = { done: 0, total: null };
  let toldAt = 0;
  return {
    progress: (now: typeof latest) => {
      latest = now;
    },
    tell: async () => {
      if (clock.now() - toldAt < TELL_EVERY) return;
      toldAt = clock.now();
      await work.progress(importId, latest.done, latest.total);
    },
  };
}
