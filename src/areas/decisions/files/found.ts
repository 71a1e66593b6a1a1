import type { LinkKind } from "../values.ts";

/** Where records are kept as files. */
export type SourceKind = "folder" | "archive" | "git";

/** A file that is no record, and why. */
export interface LeftOut {
  readonly path: string;
  readonly why: string;
}

/** What is wrong with a file, or with the whole where there is no path. */
export interface FileProblem {
  readonly path: string | null;
  readonly says: string;
}

/** What one decision's file says of another one; both by their ids. */
export interface FileLink {
  readonly from: string;
  readonly kind: LinkKind;
  readonly to: string;
}
