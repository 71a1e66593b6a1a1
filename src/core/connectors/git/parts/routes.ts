import { fail, failField } from "../../../../platform/errors.ts";
import { answer, type Route } from "../../../../platform/http/answer.ts";
import type { Actor } from "../../../people/actor.ts";
import { may } from "../policy.ts";
import { printOfParts } from "../print.ts";
import { atField, type GitContext, shown } from "../routes.ts";
import type { KnownRepository, PartRow } from "../store.ts";
import { type PartPreview, putPart, removePart, repositoryParts } from "./contract.ts";

export interface PartContext extends GitContext {
  readonly git: GitContext["git"] & {
    putPart(person: string, row: PartRow): Promise<void>;
    removePart(person: string, component: string): Promise<void>;
    preview(path: string, globs: readonly string[]): Promise<PartPreview>;
  };
  readonly organisation: {
    /** Makes a part of a component known: as a unit's (its slug), else as that of those who own the whole. */
    ownPart(wanted: { component: string; of: string; unit: string | undefined }): Promise<void>;
  };
}

const divider = ({ actor }: { actor: Actor }): boolean => may.divideRepositories(actor);

export const partRoutes: readonly Route<PartContext>[] = [
  answer(repositoryParts, {
    allow: ({ actor }: PartContext) => may.readRepositories(actor),
    handle: async (context: PartContext, { component }) => {
      const known = await knownBy(context, component);
      const { repository, parts } = known;
      return {
        repository: repository.component,
        rest: foundOf(known, repository.component),
        parts: parts.map((row) => shownPart(known, row)),
      };
    },
  }),
  answer(putPart, {
    allow: divider,
    handle: async (context: PartContext, { component, part, paths, deployments, unit }) => {
      const { git, actor, organisation } = context;
      const { repository } = await dividedBy(context, component);
      await mustBeFree(context, part, component);
      const { path } = repository;
      if (deployments !== null) await git.check(path, deployments).catch(atField("/deployments"));
      const preview = await git.preview(path, paths);
      await organisation.ownPart({ component: part, of: component, unit });
      const row = { component: part, repository: component, globs: paths, deployments };
      await git.putPart(actor.person, row);
      const queued = await readAgain(context, path);
      return { part: shownPart(await knownBy(context, component), row), preview, import: queued };
    },
  }),
  answer(removePart, {
    allow: divider,
    handle: async (context: PartContext, { component, part }) => {
      const { repository, parts } = await dividedBy(context, component);
      if (!parts.some((row) => row.component === part))
        fail("not_found", `“${part}” is no part of “${component}”.`);
      await context.git.removePart(context.actor.person, part);
      return { import: await readAgain(context, repository.path) };
    },
  }),
];

async function knownBy({ git, actor }: PartContext, component: string): Promise<KnownRepository> {
  const known = await git.repositoryOf(actor.person, component);
  return known ?? fail("not_found", `No repository is known for “${component}”.`);
}

/** The repository itself, which can have parts. */
async function dividedBy(context: PartContext, component: string): Promise<KnownRepository> {
  const known = await knownBy(context, component);
  const { repository } = known;
  if (repository.component !== component)
    failField(
      "/component",
      `“${component}” is a part of “${repository.component}” itself. Name the repository.`,
    );
  if (repository.example)
    fail("conflict", `“${component}” is only shown as an example. Read it as your own first.`);
  return known;
}

async function mustBeFree({ git, actor }: PartContext, part: string, repository: string): Promise<void> {
  const taken = await git.repositoryOf(actor.person, part);
  if (!taken) return;
  const { component } = taken.repository;
  if (component === part)
    failField("/part", `“${part}” is a repository already. Give the part a name of its own.`);
  if (component !== repository)
    failField("/part", `“${part}” is a part of “${component}” already. Give this one another name.`);
}

const readAgain = async ({ git, actor }: PartContext, path: string) =>
  shown(await git.begin(actor.person, { path, unit: null, rule: null, example: false }));

const shownPart = (known: KnownRepository, { component, globs, deployments }: PartRow) => ({
  ...{ component, paths: [...globs], deployments },
  found: foundOf(known, component),
});

/** What a reading of just these parts found. */
function foundOf({ repository: { before }, parts }: KnownRepository, component: string) {
  if (before?.parts === undefined || before.parts.print !== printOfParts(parts)) return null;
  const found = before.parts.components.find((one) => one.component === component);
  return found
    ? { changes: found.changes, deployments: found.deployments, failed: found.failed.length }
    : null;
}
