import type { Before, LostRevert } from "./before.ts";
import { type Counted, countedOf } from "./counted.ts";
import type { Remark } from "./remarks.ts";
import type { Component, Series } from "./series.ts";

/** What adds up from one reading to the next. */
export interface Tally {
  changesNew: number;
  byHost: number;
  readonly lost: LostRevert[];
  readonly remarks: Remark[];
  /** Author times in seconds that may become believable. */
  readonly doubted: number[];
  of(component: Component): ComponentTally;
}

interface ComponentTally {
  changes: number;
  /** The deployments that later ones showed to have failed. */
  readonly failed: Set<string>;
  readonly counted: Counted;
}

/** As the reading that this one continues has left it, or from the beginning. */
export function newTally(before: Before | null, series: readonly Series[]): Tally {
  const components = series.flatMap((one) =>
    one.components.map((component) => [component.number, tallyOf(component, one, before)] as const),
  );
  const byNumber = new Map(components);
  return {
    changesNew: 0,
    byHost: before?.byHost ?? 0,
    lost: [...(before?.lost ?? [])],
    remarks: [...(before?.remarks ?? [])],
    doubted: before?.again == null ? [] : [before.again / 1000 + 86_400],
    of: ({ number }) => byNumber.get(number) as ComponentTally,
  };
}

function tallyOf(component: Component, series: Series, before: Before | null): ComponentTally {
  const own = before?.parts?.components[component.number];
  return {
    changes: own?.changes ?? 0,
    failed: new Set(own?.failed ?? before?.failed),
    counted: countedOf(component, series, own?.counted ?? null),
  };
}
