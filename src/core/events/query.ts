import type { z } from "zod";

/** A statement with the shape of its rows. `{components:Array(String)}` in it is filled from a scope. */
export interface Query<Row> {
  readonly sql: string;
  readonly row: z.ZodType<Row>;
}

/** A moment as the events store takes it for `{name:DateTime64(3, 'UTC')}`, and gives it. */
export function storeTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("T", " ").replace("Z", "");
}
