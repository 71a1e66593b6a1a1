import { z } from "zod";
import { contract } from "../../../../platform/http/contract.ts";
import { plainLine } from "../../../plain-text.ts";
import { DeploymentRule, GitImport } from "../contract.ts";
import { troubleOf } from "./glob.ts";

const NAME_WORDS = "A part's name has 1 to 400 characters, no control characters, and is neither . nor ..";
/** A component's name: it reaches terminals, pages and addresses, so it steers none of them. */
const PartName = z
  .string()
  .trim()
  .regex(plainLine(400), NAME_WORDS)
  .regex(/^(?!\.{1,2}$)/, NAME_WORDS);

/** Which paths, as in `.gitignore` and `CODEOWNERS`: `apps/web/`, `packages/ui/**`, `*.tf`. */
const Glob = z
  .string()
  .trim()
  .max(400, "A path has at most 400 characters.")
  .refine((glob) => troubleOf(glob) === null, { error: ({ input }) => troubleOf(String(input)) ?? "" });

/** What the last reading found; `null` where there has been none of these parts as they now are. */
const PartFound = z.object({ changes: z.int(), deployments: z.int(), failed: z.int() }).nullable();

const Part = z.object({
  component: z.string(),
  paths: z.array(z.string()),
  /** Its own rule for what is live of it; `null` where its repository's deployments count for it. */
  deployments: DeploymentRule.nullable(),
  found: PartFound,
});

export const repositoryParts = contract({
  method: "GET",
  path: "/api/repositories/:component/parts",
  summary:
    "The parts of a repository that are components of their own; also asked by the name of one of them",
  input: z.object({ component: z.string() }),
  output: z.object({
    repository: z.string(),
    /** What no part has. */
    rest: PartFound,
    parts: z.array(Part),
  }),
});

export const putPart = contract({
  method: "PUT",
  path: "/api/repositories/:component/parts/:part",
  summary: "Make paths of a repository a component of its own, or change which; the repository is read again",
  input: z.object({
    component: z.string(),
    part: PartName,
    paths: z.array(Glob).min(1, "Name at least one path.").max(100, "A part has at most 100 paths."),
    /** Without it, the repository's deployments count for the part. */
    deployments: DeploymentRule.nullable().default(null),
    /** The slug of the team, group or organisation that owns it; without it, its owner as it is, or else the repository's. */
    unit: z.string().optional(),
  }),
  output: z.object({
    part: Part,
    /** How many changes of the newest ones each path would have, so that a slip of the pen is seen. */
    preview: z.object({
      days: z.int(),
      /** The changes that were looked at: all of these days, up to the newest 20,000. */
      changes: z.int(),
      part: z.int(),
      paths: z.array(z.object({ path: z.string(), changes: z.int() })),
    }),
    import: GitImport,
  }),
});
export type PartPreview = z.infer<typeof putPart.output>["preview"];

export const removePart = contract({
  method: "DELETE",
  path: "/api/repositories/:component/parts/:part",
  summary:
    "Give a part's changes back to its repository, which is read again; the component stays with its owner",
  input: z.object({ component: z.string(), part: z.string() }),
  output: z.object({ import: GitImport }),
});
