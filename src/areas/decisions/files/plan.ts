import type { Incoming } from "./reading.ts";

/** A decision that was read from a file before; prints are SHA-256 in hexadecimal. */
export interface KnownFile {
  readonly id: string;
  readonly path: string;
  readonly print: string;
  /** Of the file as it is there, while both sides differ. */
  readonly printThere: string | null;
  readonly gone: boolean;
}

export interface Printed extends Incoming {
  readonly print: string;
}

/** What is to be done with each file, told by paths and prints alone. */
export interface FilePlan {
  readonly added: readonly Printed[];
  readonly changed: readonly { readonly known: KnownFile; readonly file: Printed }[];
  /** The same bytes under a new path. */
  readonly moved: readonly { readonly known: KnownFile; readonly file: Printed }[];
  /** Unchanged, though it was gone before. */
  readonly back: readonly { readonly known: KnownFile; readonly file: Printed }[];
  readonly unchanged: readonly { readonly known: KnownFile; readonly file: Printed }[];
  readonly gone: readonly KnownFile[];
}

/**
 * A path says which decision a file is; the same bytes under a new path are the same one, where its old path is not there any
 * more. `present` are all paths that are there, also those of files that could not be read: these are not gone.
 */
export function planFor(
  known: readonly KnownFile[],
  files: readonly Printed[],
  present: ReadonlySet<string>,
): FilePlan {
  const byPath = new Map(known.map((one) => [one.path, one]));
  const pairs = files.map((file) => ({ file, known: byPath.get(file.path) }));
  const lost = known.filter(({ path }) => !present.has(path));
  const free = Map.groupBy(lost, ({ print }) => print);
  const fresh = pairs.flatMap(({ file, known: one }) =>
    one ? [] : [{ file, known: free.get(file.print)?.shift() }],
  );
  const moved = fresh.flatMap(({ file, known: one }) => (one ? [{ file, known: one }] : []));
  const isMoved = new Set(moved.map(({ known: { id } }) => id));
  const paired = pairs.flatMap(({ file, known: one }) => (one ? [{ file, known: one }] : []));
  const isSame = ({ file, known: one }: (typeof paired)[number]) =>
    file.print === (one.printThere ?? one.print);
  return {
    added: fresh.flatMap(({ file, known: one }) => (one ? [] : [file])),
    changed: paired.filter((pair) => !isSame(pair)),
    moved,
    back: paired.filter((pair) => isSame(pair) && pair.known.gone),
    unchanged: paired.filter((pair) => isSame(pair) && !pair.known.gone),
    gone: lost.filter(({ id, gone }) => !gone && !isMoved.has(id)),
  };
}
