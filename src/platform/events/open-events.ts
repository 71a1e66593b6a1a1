import { mkdir } from "node:fs/promises";
import { drainPending } from "chdb";
import { fail } from "../errors.ts";
import { readMigrations } from "../migrations.ts";
import { refuseInsideTransaction } from "../transaction.ts";
import type { EventsDb } from "./events-db.ts";
import { jsonLines } from "./json-lines.ts";
import { migrateEvents } from "./migrate-events.ts";
import { Line, openSession } from "./session.ts";

export interface EventsOptions {
  readonly migrations?: URL;
  /** The longest that a statement may run; `settings max_execution_time = …` in a statement goes beyond it. */
  readonly maxSeconds?: number;
  readonly maxMemoryBytes?: number;
}

export interface OpenEvents extends EventsDb {
  /** The migrations that ran at this opening. */
  readonly migrated: readonly string[];
}

export const eventsMigrations = new URL("../../../migrations/events/", import.meta.url);

const GIGABYTE = 1024 ** 3;

/** Opens the events store on chDB, the ClickHouse engine in this process, and brings its schema up to date. */
export async function openEvents(
  { dataDir }: { dataDir: string },
  options: EventsOptions = {},
): Promise<OpenEvents> {
  const files = await readMigrations(options.migrations ?? eventsMigrations);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const args = bounds(options);
  // Reading and writing each have their own line, so that a page does not wait for a batch of an import.
  const reading = new Line(await openSession(dataDir, args));
  const writing = new Line(await openSession(dataDir, args));
  const db = eventsOver(reading, writing);
  try {
    return { ...db, migrated: await migrateEvents(db, files) };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** What holds for every statement unless it says otherwise. */
const bounds = ({ maxSeconds = 30, maxMemoryBytes = 2 * GIGABYTE }: EventsOptions): string[] => [
  `--max_execution_time=${maxSeconds}`,
  `--max_memory_usage=${maxMemoryBytes}`,
  "--output_format_json_quote_64bit_integers=1", // JSON's numbers would lose digits
  "--date_time_input_format=best_effort",
  "--session_timezone=UTC",
];

function eventsOver(reading: Line, writing: Line): EventsDb {
  let closed: Promise<void> | undefined;
  const check = () => {
    refuseInsideTransaction("An events query");
    if (closed) fail("not_ready", "The events store is closing.");
  };
  const close = async () => {
    await Promise.all([reading.close(), writing.close()]);
    await drainPending();
  };
  return {
    async query(sql, parameters) {
      check();
      return reading.query(sql, parameters);
    },
    async insert(table, rows) {
      check();
      if (rows.length > 0) await writing.insert(table, jsonLines(rows));
    },
    close: () => (closed ??= close()),
  };
}
