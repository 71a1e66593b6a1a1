import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./cruise.ts";

/** A file of the project: its path from the root, with forward slashes, and what is in it. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

export function ours(...patterns: string[]): SourceFile[] {
  return globSync(patterns, { cwd: root })
    .sort()
    .map((path) => ({ path, source: readFileSync(join(root, path), "utf8") }));
}
