import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { plainLine } from "../../plain-text.ts";

/** `auto`, `tags:GLOB`, `branch:NAME` or `none`. */
export const DeploymentRule = z
  .string()
  .regex(
    /^(auto|none|tags:.+|branch:.+)$/,
    "Write auto, none, tags:GLOB (tags:v*) or branch:NAME (branch:main).",
  );

const TeamName = z
  .string()
  .trim()
  .regex(plainLine(120), "A team's name has 1 to 120 characters, and no control characters.");

export const ImportState = z.enum(["waiting", "running", "done", "failed"]);

export const GitImport = z.object({
  id: z.string(),
  path: z.string(),
  component: z.string().nullable(),
  /** The slug of the team, group or organisation that owns it; `null` until that is known. */
  unit: z.string().nullable(),
  /** The slug of the team that owned it until this import, where the import named another. */
  movedFrom: z.string().nullable(),
  /** As asked for; `null` for "as last time". */
  deployments: DeploymentRule.nullable(),
  example: z.boolean(),
  state: ImportState,
  /** Commits read so far and in all; `null` until counted. */
  progress: z.object({ done: z.int(), total: z.int().nullable() }),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** What was found; `null` until it is done. */
  found: z
    .object({
      /** What was new in this import, and what the component has in all. */
      changesNew: z.int(),
      changes: z.int(),
      deployments: z.int(),
      failed: z.int(),
      since: z.iso.date().nullable(),
      until: z.iso.date().nullable(),
      /** How deployments were recognised: "313 release tags", or `null` when nothing says what is live. */
      deploymentsBy: z.string().nullable(),
      /** True where the history had been rewritten and was read again from the beginning. */
      readAgain: z.boolean(),
      /** Most changes were squashed or rebased by the host, so that a lead time begins at the merge. */
      mergeToRelease: z.boolean(),
      shallow: z.boolean(),
      /** Where parts of it are components of their own: what the repository itself has without them, then each part. */
      parts: z
        .array(
          z.object({
            component: z.string(),
            changes: z.int(),
            deployments: z.int(),
            failed: z.int(),
            deploymentsBy: z.string().nullable(),
          }),
        )
        .default([]),
      /** What was left out or cannot be known, in words, with counts and the first few hashes. */
      remarks: z.array(z.object({ what: z.string(), n: z.int(), examples: z.array(z.string()) })),
    })
    .nullable(),
  /** Why it failed and what would help. */
  problem: z.string().nullable(),
});
export type GitImport = z.infer<typeof GitImport>;
export type Found = NonNullable<GitImport["found"]>;

export const importGit = contract({
  method: "POST",
  path: "/api/imports/git",
  summary: "Read a Git repository on this machine; answers at once, and the import goes on",
  input: z.object({
    /** A folder on the machine that Septet runs on. */
    path: z.string().min(1),
    /** The team it belongs to, made when there is none of that name; without it, the organisation. */
    team: TeamName.optional(),
    /** Without it: as last time, and `auto` the first time. */
    deployments: DeploymentRule.optional(),
    /** Shown as an example until a real repository comes. */
    example: z.boolean().default(false),
  }),
  output: GitImport,
});

export const gitImport = contract({
  method: "GET",
  path: "/api/imports/:id",
  summary: "How an import is getting on",
  input: z.object({ id: z.uuid() }),
  output: GitImport,
});

export const gitImports = contract({
  method: "GET",
  path: "/api/imports",
  summary: "The latest import of each repository",
  input: z.object({}),
  output: z.object({ imports: z.array(GitImport) }),
});

export const nearbyRepositories = contract({
  method: "GET",
  path: "/api/repositories/nearby",
  summary: "Git repositories found near where Septet was started, newest work first",
  input: z.object({}),
  output: z.object({
    repositories: z.array(
      z.object({ path: z.string(), name: z.string(), lastCommitAt: z.iso.datetime().nullable() }),
    ),
    /** The folders that were searched, or `null` entries left out where searching took too long. */
    searched: z.array(z.string()),
  }),
});

export const deploymentWays = contract({
  method: "GET",
  path: "/api/repositories/deployment-ways",
  summary:
    "The ways in which one component's repository could tell what is live, with what each would find; none where a part has a rule of its own",
  input: z.object({ component: z.string() }),
  output: z.object({
    current: DeploymentRule,
    /** The repository's folder, for an import with another rule. */
    path: z.string(),
    ways: z.array(z.object({ rule: DeploymentRule, says: z.string(), deployments: z.int() })),
  }),
});
