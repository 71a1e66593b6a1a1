/**
 * A measure: a series computed from events, defined once. Pages, API, command line and docs all read this value.
 * What an id means never changes; a new meaning gets a new id.
 */
export interface Measure {
  readonly id: string;
  readonly title: string;
  /** Short, as a team would ask it; stands on the time line where another measure than the area's first is drawn. */
  readonly question: string;
  /** What `value` counts in. Durations are in seconds, ratios run from 0 to 1. */
  readonly unit: MeasureUnit;
  /** Which way is better, where there is one at all. */
  readonly better: "lower" | "higher" | null;
  /** How the rows of a period become its value. */
  readonly aggregate: Aggregate;
  /** One sentence in plain words. */
  readonly meaning: string;
  readonly formula: string;
  /** Where the definition comes from, e.g. "DORA, 2026-01". */
  readonly source: string;
  /** What it cannot know, and other honest remarks. */
  readonly notes: readonly string[];
  /** The query that gives every row it could count; see `statement.ts` for the columns. */
  readonly rows: URL;
  /** What must be known for there to be anything to say: without a single deployment nothing says what is live. */
  readonly needs: "changes" | "deployments";
  /**
   * Its value over a whole range as the beginning of a sentence, without a full stop. For `count` the value is that of an
   * average period: "31 changes are merged in a week".
   */
  readonly says: (value: string, every: string) => string;
  /** What it is called where most rows have `by_host`: their time is then that of the merge. Its rows need that column. */
  readonly byHostTitle?: string;
  /**
   * True where its value is a number of changes, of which several components of a repository may have the same ones. Its rows need
   * the column `shared` then.
   */
  readonly countsShared?: boolean;
  /** What its rows are found by, where that is only a part of them: "reverts and rollbacks found". Stands after its title. */
  readonly foundBy?: string;
  /** For durations: the sentence where half of the rows took no time at all, as then it says nothing. */
  readonly atOnce?: string;
  /** `log` for durations and other right-skewed values. */
  readonly scale: "linear" | "log";
  /** What the row of its evidence is called, for "412 changes in, 9 left out". */
  readonly of: { readonly one: string; readonly many: string };
}

export type MeasureUnit = "seconds" | "ratio" | "changes" | "deployments";

/**
 * - `count`: how many rows; a period with none is a true 0.
 * - `median`: of the rows' values; a period with none is unknown.
 * - `share`: of the rows whose value is 1; a period with none is unknown.
 */
export type Aggregate = "count" | "median" | "share";
