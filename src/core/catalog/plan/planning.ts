import type { ChangeKind, ImportChange } from "../contract.ts";
import type { Directory } from "../directory.ts";
import type { Problems } from "../problems.ts";
import type { Source } from "../wanted.ts";

/** What every part of a plan is made with. */
export interface Planning {
  readonly directory: Directory;
  readonly sources: Sources;
  /** The person who imports. */
  readonly me: string;
  readonly problems: Problems;
  readonly changes: Changes;
  newId(): string;
}

/** What will change, told in words while it is being planned. */
export class Changes {
  readonly all: ImportChange[] = [];

  add(kind: ChangeKind, what: string): void {
    this.all.push({ kind, what });
  }
}

interface Marked {
  readonly id: string;
  readonly source: string | null;
}

/** `catalog` or `people`. */
const kindOf = (source: string): string => source.slice(0, source.indexOf(" "));

/** The files of this import, by the mark of what was read from them. */
export class Sources {
  readonly #files: ReadonlyMap<string, Source>;
  readonly #kept = new Map<Source, number>();
  readonly #left = new Set<string>();

  constructor(files: readonly Source[]) {
    this.#files = new Map(files.map((file) => [file.source, file]));
  }

  /** Whether what was read from there, and is not said any more, is gone. In a file that cannot be read whole, nobody knows. */
  tells(source: string | null): Source | undefined {
    const file = source === null ? undefined : this.#files.get(source);
    if (file && !file.whole) this.#kept.set(file, (this.#kept.get(file) ?? 0) + 1);
    return file?.whole ? file : undefined;
  }

  /** Notes which files things were read from until now, and are no longer: a file of the same kind has taken their place. */
  noteLeft(before: readonly Marked[], after: ReadonlyMap<string, Marked>): void {
    for (const { id, source } of before) {
      const now = after.get(id)?.source;
      if (source !== null && now != null && now !== source && kindOf(now) === kindOf(source))
        this.#left.add(source);
    }
  }

  /** Whether a file is in this import, or things that were read from it are now read from one that is. */
  replaces(source: string | null): boolean {
    return source !== null && (this.#files.has(source) || this.#left.has(source));
  }

  /** Says once for each file how much of it stays because of that. */
  sayKept(problems: Problems): void {
    for (const [{ file }, count] of this.#kept) {
      const what =
        count === 1
          ? "One thing that was read from this file before stays as it is"
          : `${count} things that were read from this file before stay as they are`;
      const reason = `${what}: not all of it can be read now.`;
      problems.add({ file, line: 1 }, reason);
    }
  }
}
