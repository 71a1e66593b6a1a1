import { drainPending, Session } from "chdb";
import { Failure } from "../errors.ts";
import { EventsError } from "./events-error.ts";

/**
 * One session of the engine, one statement at a time: the engine would queue them in any case, and only so can what a
 * statement that failed has left behind be thrown away before the next one reads it (see {@link Line.query}).
 */
export class Line {
  readonly #session: Session;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Rows that a statement had written before it failed come out at the head of the next statement's answer, so that one is spent. */
  query(sql: string, parameters?: Record<string, unknown>): Promise<Record<string, unknown>[]> {
    return this.#next(async () => {
      try {
        return rowsOf(await this.#ask(sql, parameters));
      } catch (error) {
        await this.#ask("select 1").catch(() => undefined);
        throw EventsError.of(error, sql);
      }
    });
  }

  insert(table: string, lines: Buffer): Promise<void> {
    return this.#next(async () => {
      try {
        await this.#session.insert({ table, values: lines, format: "JSONEachRow" });
      } catch (error) {
        throw EventsError.of(error, `insert into ${table}`);
      }
    });
  }

  /** Waits for what runs and what waits: the engine aborts the process when it is closed during a statement. */
  async close(): Promise<void> {
    await this.#tail;
    this.#session.close();
  }

  async #ask(sql: string, parameters?: Record<string, unknown>): Promise<string> {
    const result = await (parameters
      ? this.#session.queryBindAsync(sql, parameters, { format: "JSON" })
      : this.#session.queryAsync(sql, { format: "JSON" }));
    return result.text();
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const answer = this.#tail.then(work);
    this.#tail = answer.catch(() => undefined);
    return answer;
  }
}

export async function openSession(dataDir: string, connectionArgs: readonly string[]): Promise<Session> {
  await drainPending(); // an earlier session of this process may still be closing
  try {
    return new Session(dataDir, { connectionArgs });
  } catch (cause) {
    const detail = `The events store in ${dataDir} cannot be opened: ${(cause as Error).message}`;
    throw new Failure("conflict", { detail, cause });
  }
}

/** Parsed whole: two answers in one, or half an answer, are an error and never rows. */
const rowsOf = (text: string): Record<string, unknown>[] =>
  text === "" ? [] : (JSON.parse(text) as { data: Record<string, unknown>[] }).data;
