import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { type GitImport, gitImport, importGit } from "../../src/core/connectors/git/contract.ts";
import { user } from "../../src/core/people/tables.ts";
import { type Given, openProduct, type Product } from "../../src/main.ts";
import { readConfig } from "../../src/platform/config.ts";
import { openTestEvents } from "../../src/platform/events/testing.ts";
import { quietLog } from "../../src/platform/log.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";

export interface TestProduct extends Product {
  /** A folder that is gone when the product is closed. */
  readonly folder: string;
  /** Asks over HTTP as nobody in particular: no session, no token. */
  as(headers: Record<string, string>): (path: string, init?: RequestInit) => Promise<Response>;
  /** From now on there are others, with accounts of their own, so that nobody sees everything. */
  letInOthers(): Promise<void>;
  /** All that both stores hold, every row of every table, as one text. */
  everything(): Promise<string>;
}

/** The whole product on fresh stores, ready within a second or two. */
export async function openTestProduct(
  given: Given & { readonly state?: TestState } = {},
  settings: Parameters<typeof readConfig>[1] = {},
): Promise<TestProduct> {
  const folder = await mkdtemp(join(tmpdir(), "septet-product-"));
  const config = readConfig({}, { data: join(folder, "data"), ...settings });
  const [state, events] = await Promise.all([
    given.state ?? openTestState(),
    given.events ?? openTestEvents(),
  ]);
  const product = await openProduct(config, { log: quietLog, events, ...given, state });
  return {
    ...product,
    folder,
    as:
      (headers) =>
      (path, init = {}) =>
        product.request(
          new Request(`http://localhost${path}`, { ...init, headers: { ...headers, ...init.headers } }),
        ),
    letInOthers: () =>
      state.asAuth(async (tx) => {
        const other = { id: "other", name: "Other", email: "other@example.org" };
        await tx.insert(user).values(other).onConflictDoNothing();
      }),
    everything: async () => {
      const facts = await events.query("select * from events_event");
      return [...(await everyRow(state)), ...facts.map((row) => JSON.stringify(row))].join("\n");
    },
    async close() {
      await product.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Every row of the state, the queue's among them, as JSON. */
async function everyRow(state: TestState): Promise<string[]> {
  return state.asOwner(async (tx) => {
    const tables = await tx.execute<{ name: string }>(sql`
      select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where relkind in ('r', 'p') and nspname in ('public', 'pgboss')`);
    const rows: string[] = [];
    for (const { name } of tables.rows) {
      const found = await tx.execute<{ row: unknown }>(sql.raw(`select to_jsonb(t) as row from ${name} t`));
      rows.push(...found.rows.map(({ row }) => `${name} ${JSON.stringify(row)}`));
    }
    return rows;
  });
}

type Wanted = { path: string; team?: string; deployments?: string; example?: boolean };

/** Imports a repository and waits for the end. */
export async function importRepository({ ask }: Pick<Product, "ask">, wanted: Wanted): Promise<GitImport> {
  let current = await ask(importGit, wanted);
  while (current.state === "waiting" || current.state === "running") {
    await new Promise((resolve) => setTimeout(resolve, 50));
    current = await ask(gitImport, { id: current.id });
  }
  return current;
}

/** The cookie of a new session, by a one-time link. */
export async function sessionCookie(product: TestProduct, link: string): Promise<string> {
  const entered = await product.as({})(new URL(link).pathname);
  return entered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
