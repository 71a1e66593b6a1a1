import type { Advice, Expectation, RecordLink, Status } from "../shape.ts";
import type { SectionChange } from "./section-text.ts";

/** What to change; null or an empty list takes away. What is not named stays. */
export interface RecordChanges {
  readonly title?: string;
  readonly status?: Status | null;
  /** An ISO day. */
  readonly date?: string | null;
  readonly deciders?: readonly string[];
  readonly consulted?: readonly string[];
  readonly informed?: readonly string[];
  /** An ISO day. */
  readonly reviewBy?: string | null;
  readonly expects?: readonly Expectation[];
  readonly advice?: readonly Advice[];
  readonly section?: SectionChange;
  /** To be added; `to` is a path relative to the folder, an address on the web, or a label such as ADR-0005. */
  readonly link?: RecordLink;
  /** To be appended to what came of it. */
  readonly outcome?: { readonly day: string; readonly text: string };
}

export const PEOPLE = ["deciders", "consulted", "informed"] as const;
