import type { StateDb } from "../../platform/state/state-db.ts";

/** A person whom something is held about: who they are in the state, and what they are called in the events. */
export interface Subject {
  readonly person: string;
  readonly emails: readonly string[];
}

/** What one module holds about people; each module that does says so with one of these, and how to forget it. */
export interface Holding {
  /** The name of its file in the archive, without an ending. */
  readonly name: string;
  /** What it is, in words for the person. */
  readonly says: string;
  /** Its rows, read in whatever role it takes, of this person alone. */
  read(state: StateDb, subject: Subject): Promise<Record<string, unknown>[]>;
  /** Forgets it; safe to do again. Without it there is nothing that would still lead to the person. */
  readonly erase?: (state: StateDb, subject: Subject) => Promise<void>;
}
