import { z } from "zod";
import { line } from "../../../core/loops/contract.ts";
import { contract } from "../../../platform/http/contract.ts";
import { LARGEST_REQUEST, MOST_FILES } from "./limits.ts";

export { isWanted, MOST_BYTES, MOST_FILES, tooLarge, tooMany } from "./limits.ts";
export { faultOf } from "./paths.ts";

const base64 = z.base64("Write the bytes in base64.");

const LeftOut = z.object({ path: z.string(), why: z.string() });
const FileProblem = z.object({ path: z.string().nullable(), says: z.string() });

export const FileChangeKind = z.enum(["added", "changed", "merged", "clashed", "moved", "back", "gone"]);
export type FileChangeKind = z.infer<typeof FileChangeKind>;

const Answer = z.object({
  /** Nothing has changed yet. */
  preview: z.boolean(),
  /** In a sentence: "12 records are new, 3 have changed there." */
  says: z.string(),
  counts: z.object({
    ...{ added: z.int(), changed: z.int(), merged: z.int(), clashed: z.int(), moved: z.int() },
    ...{ back: z.int(), gone: z.int(), unchanged: z.int(), leftOut: z.int() },
  }),
  changes: z.array(
    z.object({ kind: FileChangeKind, path: z.string(), title: z.string(), says: z.string().nullable() }),
  ),
  leftOut: z.array(LeftOut),
  /** What could not be read in files, each with its place; the rest of such a file is there. */
  problems: z.array(FileProblem),
});
export type ImportAnswer = z.infer<typeof Answer>;

export const importRecords = contract({
  method: "POST",
  path: "/api/units/:slug/decisions/import",
  summary:
    "Bring in records of decisions: files of a folder, an archive, or a folder of a Git repository that the team owns; again, what is new there",
  largest: LARGEST_REQUEST,
  input: z.object({
    slug: z.string(),
    /** What the folder or archive is known by from one import to the next. */
    name: line(300).optional(),
    /** The files, with their paths from the folder down. */
    files: z
      .array(z.object({ path: z.string().max(4_096), base64 }))
      .max(MOST_FILES)
      .optional(),
    /** A zip or tar archive. */
    archive: base64.optional(),
    git: z
      .object({
        /** As Septet knows it; see GET /api/components. */
        repository: line(500),
        /** Where the records are; without it, the usual places are looked at. */
        folder: z.string().trim().max(1_000).optional(),
      })
      .optional(),
    /** Say what would change, and change nothing. */
    preview: z.boolean().default(false),
  }),
  output: Answer,
});

export const RecordSource = z.object({
  id: z.uuid(),
  kind: z.enum(["folder", "archive", "git"]),
  name: z.string(),
  repository: z.string().nullable(),
  folder: z.string().nullable(),
  /** The files remain the source: what is written here is offered for them. */
  twoWay: z.boolean(),
  readAt: z.iso.datetime().nullable(),
  readBy: z.string().nullable(),
  records: z.int(),
  leftOut: z.array(LeftOut),
  problems: z.array(FileProblem),
  /** Why a repository could not be read, when it was looked at last. */
  trouble: z.string().nullable(),
});
export type RecordSource = z.infer<typeof RecordSource>;

export const recordSources = contract({
  method: "GET",
  path: "/api/units/:slug/decisions/sources",
  summary:
    "Where a team's records of decisions are kept as files, and which of its repositories could be read",
  input: z.object({ slug: z.string() }),
  output: z.object({ sources: z.array(RecordSource), repositories: z.array(z.string()) }),
});

export const changeSource = contract({
  method: "PATCH",
  path: "/api/units/:slug/decisions/sources/:id",
  summary: "Say whether the files remain the source: whether what is written here is offered for them",
  input: z.object({ slug: z.string(), id: z.uuid(), twoWay: z.boolean() }),
  output: z.object({ twoWay: z.boolean() }),
});

export const decisionFile = contract({
  method: "GET",
  path: "/api/decisions/:id/file",
  summary: "A decision as a file, as it would be now, and how that differs from the file as it was read",
  input: z.object({ id: z.uuid() }),
  output: z.object({
    /** Of one that was written here: the name that it would get. */
    path: z.string(),
    base64: z.string(),
    /** Where it was read from; `null` of one that was written here. */
    source: z.string().nullable(),
    twoWay: z.boolean(),
    /** What differs, as a patch; empty where nothing does. */
    patch: z.string(),
    /** The other file's text, while both sides made different things of the same lines. */
    there: z.string().nullable(),
    /** What cannot be written into the file, in words. */
    problems: z.array(z.string()),
    can: z.object({ choose: z.boolean() }),
  }),
});

export const chooseSide = contract({
  method: "PUT",
  path: "/api/decisions/:id/file",
  summary: "Say which holds, where here and in its file different things were made of a decision",
  input: z.object({ id: z.uuid(), holds: z.enum(["here", "there"]) }),
  output: z.object({ holds: z.enum(["here", "there"]) }),
});

const Changed = z.object({ path: z.string(), kind: z.enum(["new", "changed"]) });

export const recordsPatch = contract({
  method: "GET",
  path: "/api/units/:slug/decisions/patch",
  summary: "What was written here since the files were read, as a patch for them that git apply takes",
  input: z.object({
    slug: z.string(),
    /** Where the files are kept (an id); without it the only place that there is. */
    source: z.uuid().optional(),
  }),
  output: z.object({
    /** In base64, as files may hold any bytes. */
    patch: z.string(),
    files: z.array(Changed),
    problems: z.array(FileProblem),
  }),
});

export const recordsBranch = contract({
  method: "POST",
  path: "/api/units/:slug/decisions/branch",
  summary:
    "Write what was written here since as a commit on a new branch of the repository; nothing there is overwritten, and no working tree is touched",
  input: z.object({
    slug: z.string(),
    source: z.uuid().optional(),
    branch: line(200),
  }),
  output: z.object({
    branch: z.string(),
    commit: z.string(),
    files: z.array(Changed),
    problems: z.array(FileProblem),
  }),
});

export const exportRecords = contract({
  method: "GET",
  path: "/api/units/:slug/decisions/export",
  summary:
    "The decisions of a team that one may read, as MADR files or as pages to read anywhere; a zip archive",
  input: z.object({ slug: z.string(), as: z.enum(["madr", "site"]).default("madr") }),
  output: z.object({ name: z.string(), archive: z.string(), records: z.int() }),
});
