import type { ImportProblem } from "./contract.ts";

/** Where something was said. */
export interface Place {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Where an entry, or one of its fields, was said: `at("spec", "owner")`. Found only when asked for, as few are ever told. */
export type At = (...field: string[]) => Place;

/** What did not go in, collected while the rest does. */
export class Problems {
  readonly #found: ImportProblem[] = [];

  add({ file, line }: Place, reason: string): void {
    this.#found.push({ file, line, reason });
  }

  /** In the order of the files and their lines. */
  get all(): readonly ImportProblem[] {
    return this.#found.sort(
      (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.reason, b.reason),
    );
  }
}

/** By code units: the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** "a, b, c and 9 more". */
export function fewOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
