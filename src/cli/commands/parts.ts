import type { GitImport } from "../../core/connectors/git/contract.ts";
import { putPart, removePart, repositoryParts } from "../../core/connectors/git/parts/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import { Failure } from "../../platform/errors.ts";
import { type Ask, ProblemError } from "../../platform/http/ask.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { Connection } from "../connect.ts";
import { followImport, foundLines } from "../import-progress.ts";
import { type Output, table } from "../output.ts";

export interface PartOptions {
  readonly name: string;
  /** The repository; where the part is known already it need not be said. */
  readonly of?: string | undefined;
  readonly paths?: readonly string[] | undefined;
  readonly deployments?: string | undefined;
  readonly unit?: string | undefined;
  readonly remove?: boolean | undefined;
}

/** Lists the parts of a repository, with what the last reading found of each. */
export async function partsCommand({ ask }: Connection, component: string, out: Output): Promise<void> {
  const known = await ask(repositoryParts, { component });
  out.result(known, () =>
    known.parts.length === 0
      ? harmless(`${known.repository} has no parts: all of it is one component.`)
      : table([
          [known.repository, "what no part has", ...foundCells(known.rest)],
          ...known.parts.map((part) => [
            part.component,
            [...part.paths, ...(part.deployments === null ? [] : [`(${part.deployments})`])].join(" "),
            ...foundCells(part.found),
          ]),
        ]),
  );
}

type Found = AnswerOf<typeof repositoryParts>["rest"];

const foundCells = (found: Found): string[] =>
  found ? [`${found.changes} changes`, `${found.deployments} deployments`] : ["not read yet", ""];

/** Makes paths of a repository a component of its own, or takes that back, and waits until it is read. */
export async function partCommand(connection: Connection, options: PartOptions, out: Output): Promise<void> {
  const { ask } = connection;
  const of = options.of ?? (await repositoryOf(ask, options.name));
  if (options.remove) {
    const removed = await ask(removePart, { component: of, part: options.name });
    const ended = await read(ask, removed.import, out);
    out.result({ import: ended }, () => foundLines(ended).join("\n"));
    return;
  }
  await put(ask, { ...options, of }, out);
}

async function put(
  ask: Ask,
  { name, of, paths = [], deployments, unit }: PartOptions & { readonly of: string },
  out: Output,
): Promise<void> {
  const { preview, import: started } = await ask(putPart, {
    ...{ component: of, part: name, paths: [...paths] },
    ...(deployments === undefined ? {} : { deployments }),
    ...(unit === undefined ? {} : { unit }),
  });
  out.say(previewLines(name, preview).map(harmless).join("\n"));
  const ended = await read(ask, started, out);
  const { parts } = await ask(repositoryParts, { component: of });
  const part = parts.find(({ component }) => component === name);
  out.result({ part, preview, import: ended }, () => foundLines(ended).join("\n"));
}

function previewLines(name: string, preview: AnswerOf<typeof putPart>["preview"]): string[] {
  const { days, changes, part, paths } = preview;
  return [
    `${name}: ${part} of the ${changes} changes of the last ${days} days`,
    ...paths.map((one) => `  ${one.path}: ${one.changes === 0 ? "none; is it written right?" : one.changes}`),
  ];
}

async function read(ask: Ask, started: GitImport, out: Output): Promise<GitImport> {
  const ended = await followImport(ask, started, out);
  if (ended.state === "failed")
    throw new Failure("not_readable", { detail: ended.problem ?? `${ended.path} could not be read.` });
  return ended;
}

async function repositoryOf(ask: Ask, part: string): Promise<string> {
  try {
    return (await ask(repositoryParts, { component: part })).repository;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status !== 404) throw error;
    throw new Failure("bad_input", {
      detail: `No part is called “${part}” yet. Say of which repository it is one, with --of.`,
    });
  }
}
