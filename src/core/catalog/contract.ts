import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";

/** The most that one import may bring, in bytes of the request. */
export const LARGEST_IMPORT = 64 * 1024 * 1024;

/** So many changes and problems are listed; the counts always tell of all. */
export const MOST_LISTED = 1_000;

/** What may come of an import, in the order in which people are told. What goes comes first. */
export const ChangeKind = z.enum([
  "unit_archived",
  "person_archived",
  "component_archived",
  "membership_ended",
  "ownership_ended",
  "ownership_moved",
  "unit_added",
  "unit_restored",
  "unit_renamed",
  "unit_moved",
  "unit_changed",
  "person_added",
  "person_restored",
  "person_renamed",
  "person_changed",
  "component_added",
  "component_restored",
  "component_renamed",
  "component_changed",
  "membership_begun",
  "ownership_claimed",
  "read_elsewhere",
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

export const ImportChange = z.object({
  kind: ChangeKind,
  /** In words for people: "Payments moves from Commerce to Platform". */
  what: z.string(),
});
export type ImportChange = z.infer<typeof ImportChange>;

/** An entry, or a part of one, that did not go in, and why. */
export const ImportProblem = z.object({ file: z.string(), line: z.int(), reason: z.string() });
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportFile = z.object({
  /** What the file is known by from one import to the next: its whole path, say. Nothing is read from there. */
  name: z.string().trim().min(1).max(500),
  text: z.string(),
});
export type ImportFile = z.infer<typeof ImportFile>;

const wish = {
  /** Without it, this is a preview, and nothing changes. */
  apply: z.boolean().default(false),
  /** The preview's, so that what is applied is what was shown. */
  print: z.string().optional(),
};

const wanted = z.object({ files: z.array(ImportFile).min(1).max(10_000), ...wish });

export const ImportAnswer = z.object({
  /** The first thousand. */
  changes: z.array(ImportChange),
  /** How many there are of each kind, and in all. */
  counts: z.partialRecord(ChangeKind, z.int()),
  total: z.int(),
  /** The first thousand, in the order of the files. */
  problems: z.array(ImportProblem),
  problemTotal: z.int(),
  /** Entries that could be read. */
  read: z.int(),
  /** Stands for the state of things and what was given: the same for as long as neither changes. */
  print: z.string(),
  applied: z.boolean(),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const importCatalog = contract({
  method: "POST",
  path: "/api/imports/catalog",
  summary: "Groups, people and components from Backstage catalogue files: a preview, or applied",
  input: wanted,
  output: ImportAnswer,
  largest: LARGEST_IMPORT,
});

export const importPeople = contract({
  method: "POST",
  path: "/api/imports/people",
  summary: "People and their teams from CSV files: a preview, or applied",
  input: wanted,
  output: ImportAnswer,
  largest: LARGEST_IMPORT,
});

export const importGroups = contract({
  method: "POST",
  path: "/api/imports/groups",
  summary: "Who belongs to which team, by the groups of the organisation's sign-in: a preview, or applied",
  input: z.object(wish),
  output: ImportAnswer,
});

export const suggestOwners = contract({
  method: "POST",
  path: "/api/imports/codeowners",
  summary: "Which teams a CODEOWNERS file names for which paths; changes nothing",
  input: z.object({
    /** The repository, by its component's name. */
    component: z.string().min(1),
    file: ImportFile,
  }),
  output: z.object({
    suggestions: z.array(
      z.object({
        /** Globs from the repository's root, in the order of the file. */
        paths: z.array(z.string()),
        unit: z.object({ slug: z.string(), name: z.string() }),
        /** As the file writes it: `@acme/payments`. */
        owner: z.string(),
        /** Lines of the file that name this owner. */
        lines: z.int(),
      }),
    ),
    problems: z.array(ImportProblem),
  }),
});
