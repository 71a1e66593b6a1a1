import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool } from "pg";

/** Drizzle inside one transaction. */
export type Tx = Parameters<Parameters<NodePgDatabase["transaction"]>[0]>[0];

/**
 * The state store as the rest of the product sees it. Every access is one short transaction in a role that owns nothing.
 * Never wait inside one for an events query, the network or a person: embedded, there is one session for all. Asking either
 * store from inside one, other than through its `tx`, throws at once.
 */
export interface StateDb {
  /** Runs `work` as `septet_app`, with the person's id in `septet_person()` for the row-level policies. */
  as<T>(person: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` as `septet_jobs`, for scheduled and background work. */
  asJobs<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` as `septet_auth`, which sees sign-in and nothing else. */
  asAuth<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** For libraries that bring their own statements: each query is a transaction of its own in that role. */
  readonly authPool: Pool;
  readonly jobsPool: Pool;
  /** What happens in this installation (an id, at most 7999 bytes, told after the transaction that it is about), across processes on a server: `listen` gives a function that stops it. */
  notify(channel: string, payload: string): Promise<void>;
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
