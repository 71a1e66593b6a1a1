import type { Every } from "../../../core/measures/contract.ts";
import { Range } from "../measure-search.ts";

/** Why there is no chart, and the wider period that would give one. */
export interface Advice {
  readonly said: string;
  readonly wider: { readonly every: Every; readonly range: Range } | null;
}

/** The range in which a wider period has the dozen points that a chart needs. */
const least = { week: "26w", month: "2y" } as const satisfies Partial<Record<Every, Range>>;

/** Takes "Look at it by month." from the end of what the answer says, so that it can be one link. */
export function adviceOf(noChart: string, range: Range = "26w"): Advice {
  const every = /Look at it by (week|month)\.$/.exec(noChart)?.[1] as keyof typeof least | undefined;
  if (every === undefined) return { said: noChart, wider: null };
  const said = noChart.replace(/ *Look at it by \w+\.$/, "");
  return { said, wider: { every, range: longer(range, least[every]) } };
}

const longer = (a: Range, b: Range) => (Range.options.indexOf(a) > Range.options.indexOf(b) ? a : b);
