/**
 * The events store as the rest of the platform sees it: ClickHouse SQL, one statement at a time.
 * Only `core/events` opens this door; everyone else asks through it, with a scope.
 */
export interface EventsDb {
  /**
   * Runs one statement and gives its rows. `parameters` fill native `{name:Type}` places, arrays and null included.
   * Cast 64-bit integers in the statement: they come as text, and moments come in UTC. Bounded in time and memory; statements
   * wait for each other, so none should be long. Throws an `EventsError` with ClickHouse's code.
   */
  query(sql: string, parameters?: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  /** Inserts rows; durable once it resolves. Many rows a call: each call is one part on disk. */
  insert(table: string, rows: readonly object[]): Promise<void>;
  /** Waits for what runs, then closes. */
  close(): Promise<void>;
}
