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
import type { ImportRow, RepositoryRow, Wanted } from "./store.ts";
import type { Way } from "./ways.ts";

export interface GitContext {
  readonly actor: Actor;
  readonly git: {
    begin(person: string, wanted: Wanted): Promise<ImportRow>;
    find(person: string, id: string): Promise<ImportRow | undefined>;
    latest(person: string): Promise<ImportRow[]>;
    repositoryOf(person: string, component: string): Promise<RepositoryRow | undefined>;
    /** Throws where there is no repository that can be read, or none with deployments by this rule. */
    check(path: string, rule: string): Promise<void>;
    nearby(): Promise<Nearby>;
    waysOf(path: string): Promise<readonly Way[]>;
  };
  /** The slug of the team with this name, made when there is none. */
  teamCalled(name: string): Promise<string>;
}

const reader = ({ actor }: GitContext): boolean => may.readRepositories(actor);

export const gitRoutes: readonly Route<GitContext>[] = [
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
      await git.check(path, deployments ?? "auto").catch(atPath);
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
      const known =
        (await git.repositoryOf(actor.person, component)) ??
        fail("not_found", `No repository is known for “${component}”.`);
      return { current: known.rule, path: known.path, ways: [...(await git.waysOf(known.path))] };
    },
  }),
];

/** What is wrong with a folder is wrong with the field that named it. */
function atPath(error: unknown): never {
  if (!(error instanceof Failure)) throw error;
  throw new Failure(error.code, {
    detail: error.message,
    errors: [{ pointer: "/path", detail: error.message }],
    cause: error,
  });
}

function shown(row: ImportRow): GitImport {
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
