import type pg from "pg";
import { Failure } from "../errors.ts";
import { refuseInsideTransaction } from "../transaction.ts";
import type { Turn } from "./turns.ts";
import { columnTypes, valueTypes } from "./types.ts";

export type Role = "septet_app" | "septet_auth" | "septet_jobs";

type Statement = string | (pg.QueryConfig & { rowMode?: string });

/**
 * One connection as Drizzle and other libraries see it. Their `begin` takes the role, only ever `local`, as embedded all share
 * one session; their names for statements are dropped for the same reason; values come back as {@link valueTypes} says.
 */
export class RoleClient {
  readonly #turn: Turn;
  readonly #role: Role;
  #open = false;
  #broken = false;

  constructor(turn: Turn, role: Role) {
    this.#turn = turn;
    this.#role = role;
  }

  async query(statement: Statement, values?: unknown[]): Promise<pg.QueryResult> {
    const text = (typeof statement === "string" ? statement : statement.text).trim().replace(/;$/, "");
    if (/^(begin|start transaction)\b[^;]*$/i.test(text)) return this.#begin(text);
    if (/^(commit|end)\b[^;]*$/i.test(text)) return this.#commit(text);
    if (/^rollback(?!\s+to\b)[^;]*$/i.test(text)) return this.#rollback();
    return this.#open ? this.#run(statement, values) : this.alone(statement, values);
  }

  /** In a transaction of its own, whatever the statement says: pg-boss brings some that begin and commit by themselves. */
  async alone(statement: Statement, values?: unknown[]): Promise<pg.QueryResult> {
    await this.#begin("begin");
    try {
      const result = await this.#run(statement, values);
      await this.#commit("commit");
      return result;
    } catch (error) {
      await this.#rollback();
      throw error;
    }
  }

  async #begin(text: string): Promise<pg.QueryResult> {
    this.#open = true;
    try {
      return await this.#run(`${text}; set local role ${this.#role}`);
    } catch (error) {
      await this.#rollback();
      throw error;
    }
  }

  async #commit(text: string): Promise<pg.QueryResult> {
    this.#open = false;
    const result = await this.#run(text);
    // PostgreSQL answers the commit of a failed transaction with a quiet rollback.
    if (result.command === "ROLLBACK")
      throw new Error("Nothing was saved: a statement of this transaction had failed.");
    return result;
  }

  /** Never hides the error that led to it; a connection that cannot roll back is thrown away. */
  async #rollback(): Promise<pg.QueryResult> {
    this.#open = false;
    return this.#run("rollback").catch(() => {
      this.#broken = true;
      return { rows: [], fields: [], rowCount: 0, command: "ROLLBACK", oid: 0 };
    });
  }

  async #run(statement: Statement, values?: unknown[]): Promise<pg.QueryResult> {
    const { name: _, ...config } =
      typeof statement === "string" ? { text: statement } : (statement as pg.QueryConfig);
    const given = values ?? config.values;
    const types = "rowMode" in config && config.rowMode === "array" ? columnTypes : valueTypes;
    try {
      return await this.#turn.client.query({
        ...config,
        types,
        ...(given === undefined ? {} : { values: given }),
      });
    } catch (error) {
      throw readable(error);
    }
  }

  release(error?: Error | boolean): void {
    this.#turn.release(error ?? (this.#broken || this.#open));
  }
}

/** A `pg.Pool` for libraries that bring their own statements: each query is a transaction of its own in the role. */
export class RolePool {
  readonly #take: () => Promise<Turn>;
  readonly #role: Role;

  constructor(take: () => Promise<Turn>, role: Role) {
    this.#take = take;
    this.#role = role;
  }

  async connect(): Promise<RoleClient> {
    refuseInsideTransaction(`A query of ${this.#role}`);
    return new RoleClient(await this.#take(), this.#role);
  }

  async query(statement: Statement, values?: unknown[]): Promise<pg.QueryResult> {
    const client = await this.connect();
    try {
      return await client.alone(statement, values);
    } finally {
      client.release();
    }
  }
}

/** 22021 and 22P05: text and JSON that hold a NUL, which PostgreSQL cannot keep. */
function readable(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code !== "22021" && code !== "22P05") return error;
  return new Failure("bad_input", {
    detail: "Text may not contain the NUL character or broken UTF-8.",
    cause: error,
  });
}
