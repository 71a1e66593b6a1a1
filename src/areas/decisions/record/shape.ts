/** A file as it lies in its folder; the path is relative to that folder, with slashes. */
export interface RecordFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const STATUSES = ["draft", "proposed", "accepted", "rejected", "deprecated", "superseded"] as const;
export type Status = (typeof STATUSES)[number];

export type LinkKind = "supersedes" | "superseded-by" | "amends" | "amended-by" | "relates";

export interface RecordLink {
  readonly kind: LinkKind;
  /** A path relative to the folder, an address on the web, or, until it is resolved, a label such as ADR-0005. */
  readonly to: string;
  readonly label?: string;
}

/** What is thought to come of a decision, and how sure we are. */
export interface Expectation {
  readonly statement: string;
  /** From 0 (surely not) to 1 (surely). */
  readonly probability: number;
  /** An ISO day. */
  readonly resolveBy: string;
  /** What it is read from. */
  readonly measure?: string;
}

export interface Advice {
  readonly from: string;
  readonly capacity: "affected" | "expert";
  readonly said: string;
  readonly taken: "yes" | "partly" | "no";
  readonly why: string;
}

export type SectionKind =
  | "context"
  | "drivers"
  | "options"
  | "decision"
  | "consequences"
  | "confirmation"
  | "pros-and-cons"
  | "more"
  | "status"
  | "later-outcome"
  | "other";

/**
 * A heading and what is below it, in lines of the file counted from 1, the heading's own line first. It ends before the next
 * heading of its level or above it, and before one below it whose kind is known: consequences are no part of the
 * decision's text, but a heading of the author's own is, and is also a section itself.
 */
export interface Section {
  readonly heading: string;
  readonly level: number;
  readonly kind: SectionKind;
  readonly from: number;
  readonly to: number;
}

export interface Option {
  readonly title: string;
  readonly reasonsFor: readonly string[];
  readonly reasonsAgainst: readonly string[];
  readonly neutral: readonly string[];
  readonly chosen: boolean;
}

export type Dialect =
  | "nygard"
  | "madr-2"
  | "madr-3"
  | "madr-4"
  | "log4brains"
  | "structured-madr"
  | "free-hand";

export interface Problem {
  /** Counted from 1; null where it is about the whole file. */
  readonly line: number | null;
  readonly says: string;
}

/** What a record says, in whatever dialect. What is not given or cannot be read is null or empty. */
export interface RecordRead {
  /** Its identity. */
  readonly path: string;
  /** A label only: folders have numbers twice. */
  readonly number: number | null;
  readonly title: string;
  readonly status: Status | null;
  readonly rawStatus: string | null;
  /** An ISO day. */
  readonly date: string | null;
  readonly deciders: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  readonly tags: readonly string[];
  readonly links: readonly RecordLink[];
  /** An ISO day. */
  readonly reviewBy: string | null;
  readonly expects: readonly Expectation[];
  readonly advice: readonly Advice[];
  /** What came of it, as appended later. */
  readonly outcome: string | null;
  readonly sections: readonly Section[];
  readonly options: readonly Option[];
  readonly dialect: Dialect;
  readonly problems: readonly Problem[];
}
