import { recordsIn } from "../record/folder.ts";
import { isWeb } from "../record/relations.ts";
import type { Problem, RecordFile, RecordLink } from "../record/shape.ts";
import type { FileProblem, LeftOut } from "./found.ts";
import { withSoundPaths } from "./paths.ts";
import { type FileValues, valuesOf, whyUnread } from "./values.ts";

/** A record as it came in. */
export interface Incoming {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly values: FileValues;
  readonly links: readonly RecordLink[];
  readonly problems: readonly string[];
}

export interface FolderIn {
  readonly records: readonly Incoming[];
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly FileProblem[];
}

/** The records of a folder as they will be kept, in their order. One bad file takes no other with it. */
export function readFolder(given: readonly RecordFile[]): FolderIn {
  const { files, problems } = withSoundPaths(given);
  const judged = files.map((file) => ({ file, why: whyUnread(file.bytes) }));
  const found = recordsIn(judged.flatMap(({ file, why }) => (why === null ? [file] : [])));
  const bytes = new Map(files.map((file) => [file.path, file.bytes]));
  const records = found.records.map((record): Incoming => {
    const own = bytes.get(record.path) ?? new Uint8Array();
    return {
      ...{ path: record.path, bytes: own, values: valuesOf(record, own) },
      links: record.links.filter(({ to }) => !isWeb(to)),
      problems: record.problems.slice(0, MOST_TOLD).map(sayProblem),
    };
  });
  return {
    records,
    leftOut: [
      ...judged.flatMap(({ file, why }) => (why === null ? [] : [{ path: file.path, why }])),
      ...found.leftOut,
    ],
    problems: [...problems, ...found.problems],
  };
}

/** Of one file so many problems are kept: who mends fifty reads it again. */
const MOST_TOLD = 50;

/** "Line 3: “soon” is no day: write it as 2026-03-28." */
const sayProblem = ({ line, says }: Problem): string => (line === null ? says : `Line ${line}: ${says}`);
