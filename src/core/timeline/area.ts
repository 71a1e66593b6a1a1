import type { Route } from "../../platform/http/answer.ts";
import type { MeasureContext } from "../measures/context.ts";
import type { Measure } from "../measures/measure.ts";

/** An area as the menu and a unit's page know it. */
export interface Area {
  readonly id: string;
  readonly title: string;
  /** The question that its loops answer, and that a team could ask. */
  readonly question: string;
  /** What the area plugs into the core; an area without it has only its question yet. */
  readonly plugs?: AreaPlugs;
}

export interface AreaPlugs {
  readonly measures: readonly Measure[];
  readonly routes: readonly Route<MeasureContext>[];
  /** What to draw in its row of the time line: the first of these that says something. The area's question is the first one's. */
  readonly stave: readonly Measure[];
}
