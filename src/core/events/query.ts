import type { z } from "zod";
import type { Reveals } from "../sharing/scope.ts";

/**
 * A statement with the shape of its rows. What it may look at is filled in from a scope:
 * `{components:Array(String)}`, and what {@link counted} names.
 */
export interface Query<Row> {
  readonly sql: string;
  readonly row: z.ZodType<Row>;
  /** What its answer leads to: rows lead to people, and want a scope that may reveal them. */
  readonly tells: Reveals;
}

/**
 * True of a row whose `component` counted for the scope at its `at`. A row without a believable date (at the beginning of
 * 1970) belongs to no time, and counts with its component.
 */
export const counted = `(
  component in {always:Array(String)}
  or component in {components:Array(String)} and toUnixTimestamp64Milli(at) = 0
  or arrayExists(
    (moved, since, until) -> moved = component and toUnixTimestamp64Milli(at) >= since and toUnixTimestamp64Milli(at) < until,
    {moved:Array(String)}, {movedFrom:Array(Int64)}, {movedUntil:Array(Int64)}
  )
)`;

/** A moment as the events store takes it for `{name:DateTime64(3, 'UTC')}`, and gives it. */
export function storeTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("T", " ").replace("Z", "");
}
