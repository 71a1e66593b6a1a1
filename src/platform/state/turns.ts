import type pg from "pg";
import { fail } from "../errors.ts";

/** One connection, until it is released. A broken one is thrown away. */
export interface Turn {
  readonly client: pg.PoolClient;
  release(broken?: Error | boolean): void;
}

/** Lends a pool's connections and knows which are out, so that closing can wait for them. */
export class Turns {
  readonly #pool: pg.Pool;
  readonly #out = new Set<Promise<void>>();
  #closing = false;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  readonly take = async (): Promise<Turn> => {
    if (this.#closing) fail("not_ready", "The state store is closing.");
    const { promise, resolve } = Promise.withResolvers<void>();
    const done = () => {
      this.#out.delete(promise);
      resolve();
    };
    this.#out.add(promise);
    try {
      const client = await this.#pool.connect();
      const release = (broken?: Error | boolean) => {
        client.release(broken);
        done();
      };
      return { client, release };
    } catch (error) {
      done();
      throw error;
    }
  };

  /** Lends nothing more, and waits until all are back, those who were already waiting for one included. */
  async drain(): Promise<void> {
    this.#closing = true;
    while (this.#out.size > 0) await Promise.all(this.#out);
  }
}
