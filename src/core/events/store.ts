import { readFileSync } from "node:fs";
import type { z } from "zod";
import type { Clock } from "../../platform/clock.ts";
import type { EventsDb } from "../../platform/events/events-db.ts";
import { isOwn, type Own } from "../sharing/own.ts";
import { isScope, type Reveals, type Scope } from "../sharing/scope.ts";
import type { Event } from "./event.ts";
import { type Query, storeTime } from "./query.ts";

/** The only door to the events store: facts go in, and rows within a scope come out. */
export interface EventStore {
  /** Appends facts; durable once it resolves. Facts that were already there change nothing. Give many in a call. */
  record(events: readonly Event[]): Promise<void>;
  /** Tidies up after many facts came at once, so that questions are quick straight away; some 2 s a million facts. */
  settle(): Promise<void>;
  /** The rows of a query for the components of a scope. */
  ask<Row>(query: Query<Row>, scope: Scope, parameters?: Record<string, unknown>): Promise<Row[]>;
  /** The rows of a query for `{pseudonyms:Array(String)}`, those of the person who asks. */
  askOwn<Row>(query: Query<Row>, own: Own): Promise<Row[]>;
}

/** Rows in one insert: each is one part on disk, and a part this large is still quick to write. */
const ROWS_AN_INSERT = 50_000;

const projections = [
  "events_change_fact",
  "events_deployment_fact",
  "events_component_fact",
  "events_reading",
];

export function eventStore(db: EventsDb, clock: Clock): EventStore {
  return {
    async record(events) {
      const received_at = storeTime(clock.now());
      for (let start = 0; start < events.length; start += ROWS_AN_INSERT) {
        const some = events.slice(start, start + ROWS_AN_INSERT);
        await db.insert(
          "events_event",
          some.map((event) => ({ ...rowOf(event), received_at })),
        );
      }
    },
    async settle() {
      for (const table of projections) await db.query(`optimize table ${table} final`);
    },
    async ask(query, scope, parameters = {}) {
      if (!isScope(scope)) throw new TypeError("A query of the events store needs a scope.");
      if (query.tells === "rows" && scope.reveals !== "rows")
        throw new TypeError("Rows stay with the team they are of: this scope is for figures alone.");
      const rows = await db.query(query.sql, { ...parameters, ...parametersOf(scope) });
      return rows.map((row) => query.row.parse(row));
    },
    async askOwn(query, own) {
      if (!isOwn(own)) throw new TypeError("A question about oneself needs one's own pseudonyms.");
      const rows = await db.query(query.sql, { pseudonyms: [...own.pseudonyms] });
      return rows.map((row) => query.row.parse(row));
    },
  };
}

/** The bounds of the store's own times, for what is open. */
const BEGINNING = Number.MIN_SAFE_INTEGER;
const END = Number.MAX_SAFE_INTEGER;

function parametersOf(scope: Scope): Record<string, unknown> {
  const { moved } = scope;
  return {
    components: [...scope.components],
    always: [...scope.always],
    moved: moved.map(({ component }) => component),
    movedFrom: moved.map(({ from }) => from ?? BEGINNING),
    movedUntil: moved.map(({ until }) => until ?? END),
  };
}

function rowOf({ content, at, ...event }: Event): object {
  return { ...event, at: storeTime(at), content: JSON.stringify(content) };
}

const texts = new Map<string, string>();

/** The text of a `.sql` file that stands beside the code, read once. */
export function sqlFile(file: URL): string {
  const text = texts.get(file.href) ?? readFileSync(file, "utf8").trim().replace(/;$/, "");
  texts.set(file.href, text);
  return text;
}

/** A query that is one whole `.sql` file. */
export function queryFile<Row>(file: URL, row: z.ZodType<Row>, tells: Reveals): Query<Row> {
  return { sql: sqlFile(file), row, tells };
}
