import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type GitImport, gitImport, importGit } from "../src/core/connectors/git/contract.ts";
import { openProduct, type Product } from "../src/main.ts";
import { readConfig } from "../src/platform/config.ts";
import type { EventsDb } from "../src/platform/events/events-db.ts";
import { openEvents } from "../src/platform/events/open-events.ts";
import { quietLog } from "../src/platform/log.ts";

export interface Statement {
  readonly sql: string;
  readonly parameters: Record<string, unknown> | undefined;
}

export interface BenchProduct extends Product {
  readonly events: EventsDb;
  /** The statements that the events store was asked while `work` ran. */
  statementsOf(work: () => Promise<unknown>): Promise<Statement[]>;
}

/** The product on real embedded stores on disk, with an ear on what the events store is asked. */
export async function openBenchProduct(): Promise<BenchProduct> {
  const folder = await mkdtemp(join(tmpdir(), "septet-bench-"));
  const events = await openEvents({ dataDir: join(folder, "events") });
  let heard: Statement[] | undefined;
  const listened: EventsDb = {
    ...events,
    query: (sql, parameters) => {
      heard?.push({ sql, parameters });
      return events.query(sql, parameters);
    },
  };
  const product = await openProduct(readConfig({}, { data: join(folder, "data") }), {
    log: quietLog,
    events: listened,
  });
  return {
    ...product,
    events,
    async statementsOf(work) {
      const statements: Statement[] = [];
      heard = statements;
      await work();
      heard = undefined;
      return statements;
    },
    async close() {
      await product.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Imports a repository for a team of its own and waits for its end; throws where it did not come to a good one. */
export async function importToEnd(product: Product, path: string, deployments?: string): Promise<GitImport> {
  const rule = deployments === undefined ? {} : { deployments };
  return importedToEnd(product, await product.ask(importGit, { path, team: basename(path), ...rule }));
}

/** Waits for the end of an import. */
export async function importedToEnd({ ask }: Product, started: GitImport): Promise<GitImport> {
  let current = started;
  while (current.state === "waiting" || current.state === "running") {
    await new Promise((resolve) => setTimeout(resolve, 10));
    current = await ask(gitImport, { id: current.id });
  }
  if (current.state === "failed") throw new Error(current.problem ?? "The import failed.");
  return current;
}
