import type { RecordFile } from "../record/shape.ts";
import type { FileProblem } from "./found.ts";

/** So long a path is kept; those of file systems are mostly at most 4,096 bytes. */
const LONGEST_PATH = 1_000;

/** Files with paths that can be kept and given back on any machine, and what is wrong with the others. */
export function withSoundPaths(files: readonly RecordFile[]): {
  files: RecordFile[];
  problems: FileProblem[];
} {
  const groups = Map.groupBy(files, ({ path }) => path.normalize("NFC").toLowerCase());
  const judged = files.map((file) => ({ file, says: faultOf(file.path) ?? twice(file, groups) }));
  return {
    files: judged.flatMap(({ file, says }) => (says === null ? [file] : [])),
    problems: judged.flatMap(({ file, says }) =>
      says === null ? [] : [{ path: shownPath(file.path), says }],
    ),
  };
}

/** What is wrong with a path from the folder down; null where nothing is. */
export function faultOf(path: string): string | null {
  if (path === "") return "The file has no name.";
  if (path.length > LONGEST_PATH) return `The path is longer than ${LONGEST_PATH} signs.`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(path)) return "There is a control character in the path.";
  if (!path.isWellFormed() || path.includes("\ufffd")) return "The path is no UTF-8.";
  if (path.includes("\\")) return "There is a backslash in the path: write it with slashes.";
  if (/^(\/|[a-z]:)/i.test(path))
    return "The path leads to a place of its own: give it from the folder down.";
  const steps = path.split("/");
  if (steps.includes("..")) return "The path leads out of the folder.";
  if (steps.some((step) => step === "" || step === ".")) return "The path has an empty part.";
  if (steps.some((step) => step.toLowerCase() === ".git")) return "The path leads into Git's own folder.";
  return null;
}

function twice({ path }: RecordFile, groups: ReadonlyMap<string, readonly RecordFile[]>): string | null {
  const same = groups.get(path.normalize("NFC").toLowerCase()) ?? [];
  if (same.length < 2) return null;
  const others = new Set(same.map((one) => one.path));
  return others.size === 1
    ? "This path is there twice."
    : `These paths are one and the same on some machines: ${[...others].toSorted().join(", ")}.`;
}

const shownPath = (path: string): string =>
  path
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a path is told without what steers a terminal
    .replace(/[\u0000-\u001f\u007f]/g, "\ufffd")
    .slice(0, LONGEST_PATH) || "(no name)";
