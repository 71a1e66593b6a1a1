import type { Cadence } from "../../../core/loops/cadence.ts";

interface Rhythmic {
  readonly row: { readonly rule: string; readonly starts: string; readonly at: string };
  readonly timeZone: string;
}

/** When a forum meets. */
export const cadenceOf = ({ row, timeZone }: Rhythmic): Cadence => ({
  ...{ rule: row.rule, starts: row.starts, time: row.at.slice(0, 5), timeZone },
});
