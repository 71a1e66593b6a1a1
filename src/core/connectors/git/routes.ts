import { isAbsolute } from "node:path";
import { Failure, fail, failField } from "../../../platform/errors.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import type { Actor } from "../../people/actor.ts";
import {
  deploymentWays,
  type GitImport,
  gitImport,
  gitImports,
  importGit,
  nearbyRepositories,
} from "./contract.ts";
import { may } from "./policy.ts";
import type { Nearby } from "./program/nearby.ts";
import type { ImportRow, KnownRepository, Wanted } from "./store.ts";
import type { Way } from "./ways.ts";

export interface GitContext {
  readonly actor: Actor;
  readonly git: {
    begin(person: string, wanted: Wanted): Promise<ImportRow>;
    find(person: string, id: string): Promise<ImportRow | undefined>;
    latest(person: string): Promise<ImportRow[]>;
    /** The repository that a component is, or is a part of. */
    repositoryOf(person: string, component: string): Promise<KnownRepository | undefined>;
    /** Throws where there is no repository that can be read, or none with deployments by this rule. */
    check(path: string, rule: string): Promise<void>;
    nearby(): Promise<Nearby>;
    waysOf(path: string): Promise<readonly Way[]>;
  };
  /** The slug of the team with this name, made when there is none. */
  teamCalled(name: string): Promise<string>;
}

const reader = ({ actor }: GitContext): boolean => may.readRepositories(actor);

export const importRoutes: readonly Route<GitContext>[] = [
  answer(importGit, {
    allow: ({ actor }: GitContext) => may.importRepositories(actor),
    handle: async (context: GitContext, { path, team, deployments, example }) => {
      const { git, actor, teamCalled } = context;
      if (!isAbsolute(path) && !path.startsWith("~")) {
        failField(
          "/path",
          `“${path}” is not a whole path. Write it from the root, like /home/you/project, or from your home, like ~/project.`,
        );
      }
      await git.check(path, deployments ?? "auto").catch(atField("/path"));
      const unit = team === undefined ? null : await teamCalled(team);
      return shown(await git.begin(actor.person, { path, unit, rule: deployments ?? null, example }));
    },
  }),
  answer(gitImports, {
    allow: reader,
    handle: async ({ git, actor }: GitContext) => ({ imports: (await git.latest(actor.person)).map(shown) }),
  }),
  answer(gitImport, {
    allow: reader,
    handle: async ({ git, actor }: GitContext, { id }) =>
      shown((await git.find(actor.person, id)) ?? fail("not_found")),
  }),
  answer(nearbyRepositories, { allow: reader, handle: ({ git }: GitContext) => git.nearby() }),
  answer(deploymentWays, {
    allow: reader,
    handle: async ({ git, actor }: GitContext, { component }) => {
      const { repository, parts } =
        (await git.repositoryOf(actor.person, component)) ??
        fail("not_found", `No repository is known for “${component}”.`);
      const { path, rule } = repository;
      const own = parts.find((part) => part.component === component)?.deployments ?? null;
      if (own !== null) return { current: own, path, ways: [] };
      return { current: rule, path, ways: [...(await git.waysOf(path))] };
    },
  }),
];

/** What is wrong with what a field names is wrong with the field. */
export const atField =
  (pointer: string) =>
  (error: unknown): never => {
    if (!(error instanceof Failure)) throw error;
    const { message: detail } = error;
    throw new Failure(error.code, { detail, errors: [{ pointer, detail }], cause: error });
  };

export function shown(row: ImportRow): GitImport {
  return {
    id: row.id,
    path: row.path,
    component: row.component,
    unit: row.unit,
    movedFrom: row.movedFrom,
    deployments: row.rule,
    example: row.example,
    state: row.state,
    progress: { done: row.done, total: row.total },
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    found: row.found,
    problem: row.problem,
  };
}
