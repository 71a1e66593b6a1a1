import type { Jobs } from "../../../platform/jobs/job.ts";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { foldersIn, type KnownFolders } from "./folders.ts";
import { type ImportParts, importJob, lookAgainJob } from "./jobs.ts";
import { previewOf } from "./parts/preview.ts";
import { type PartContext, partRoutes } from "./parts/routes.ts";
import { findRepositories } from "./program/nearby.ts";
import { openRepository } from "./program/repository.ts";
import { importRoutes } from "./routes.ts";
import {
  addImport,
  findImport,
  importWork,
  latestImports,
  putPart,
  removePart,
  repositoryOf,
} from "./store.ts";
import { survey } from "./survey.ts";
import { deploymentWays } from "./ways.ts";

export { openRepository } from "./program/repository.ts";

/** What the connector's routes need to know of a request. */
export type GitContext = PartContext;

export const gitRoutes = [...importRoutes, ...partRoutes];

interface ConnectorParts extends Omit<ImportParts, "work"> {
  readonly state: StateDb;
  /** The folders in and below which repositories are looked for, to be offered. */
  readonly nearby: readonly string[];
}

/** Looking for repositories must not make anyone wait: what is found by then is offered. */
const SEARCH = { limit: 30, timeMs: 1_500 };

/** The connector to Git repositories on this machine: its background work, and what its routes need of it. */
export function gitConnector({ state, nearby, ...parts }: ConnectorParts) {
  const work = importWork(state);
  const reading = importJob({ ...parts, work });
  const looking = lookAgainJob({ ...parts, work });
  const preview = async (path: string, globs: readonly string[]) => {
    const opened = await openRepository(path);
    const { branch } = await survey(opened, { rule: "none", parts: [] });
    return previewOf(opened.git, { globs, tip: branch.tip, now: parts.clock.now() });
  };
  return {
    jobs: [reading, looking],
    /** Has known repositories looked at, and those read that have something new. */
    lookAgain: (jobs: Jobs) => jobs.enqueue(looking, {}, { singletonKey: looking.name }),
    /** The repository of a component, for what reads and writes files in it. */
    folders: async (component: string): Promise<KnownFolders | null> => {
      const row = (await work.repositories()).find((one) => one.component === component);
      return row === undefined ? null : foldersIn(() => openRepository(row.path));
    },
    names: async () => (await work.repositories()).map(({ component }) => component),
    asked: (jobs: Jobs): GitContext["git"] => ({
      begin: async (person, wanted) => {
        const row = await addImport(state, person, wanted);
        await jobs.enqueue(reading, { importId: row.id });
        return row;
      },
      find: (person, id) => findImport(state, person, id),
      latest: (person) => latestImports(state, person),
      repositoryOf: (person, component) => repositoryOf(state, person, component),
      check: async (path, rule) => void (await survey(await openRepository(path), { rule, parts: [] })),
      nearby: () => findRepositories(nearby, SEARCH),
      ...{ preview, putPart: (person, row) => putPart(state, person, row) },
      removePart: (person, component) => removePart(state, person, component),
      waysOf: async (path) => deploymentWays(await openRepository(path)),
    }),
  };
}
