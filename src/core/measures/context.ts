import type { Clock } from "../../platform/clock.ts";
import { failField } from "../../platform/errors.ts";
import type { EventStore } from "../events/store.ts";
import type { UnitForFigures } from "../org/figures.ts";
import type { Actor } from "../people/actor.ts";
import type { Redrawn } from "./contract.ts";
import type { Measure } from "./measure.ts";

/** A day from which on a measure of a unit, as its team says, shows another process. */
export interface RedrawnOf extends Redrawn {
  /** The id of the measure. */
  readonly measure: string;
}

/** A unit with all that its measures are answered from. */
export interface MeasuredUnit extends UnitForFigures {
  /** Where the limits of its measures are drawn anew; left out where nobody keeps that. */
  readonly redrawn?: readonly RedrawnOf[];
}

/** What the routes that answer with figures need of the request and the product. */
export interface MeasureContext {
  readonly actor: Actor;
  readonly clock: Clock;
  readonly events: EventStore;
  readonly org: {
    /** The unit with what this person may count for it in these measures, or `null` where there is none. */
    unitOfSlug(actor: Actor, slug: string, measures: readonly string[]): Promise<UnitForFigures | null>;
    slugs(actor: Actor): Promise<readonly string[]>;
  };
  /**
   * Where limits are drawn anew in these measures of a unit, whenever that was, with the reason that its team wrote down. Only
   * for a unit that this person may count for. This is the one place where they come in: `unitAsked` hands them on with the
   * unit. Left out where nobody keeps them.
   */
  readonly redrawn?: (
    actor: Actor,
    slug: string,
    measures: readonly string[],
  ) => Promise<readonly RedrawnOf[]>;
  /** Every measure of every area, in the order in which they are listed. */
  readonly measures: readonly Measure[];
}

/** What stands in the address and leads nowhere is not found; what is asked about a page that there is, is bad input. */
const codes = { "/slug": "not_found", "/unit": "bad_input" } as const;

export interface AskedUnit {
  readonly slug: string;
  /** Where in the input it stands. */
  readonly pointer: keyof typeof codes;
  readonly measures: readonly Measure[];
}

/** The unit with this slug and what counts for it in these measures, or a problem at `pointer` that lists those there are. */
export async function unitAsked(
  { actor, org, redrawn }: MeasureContext,
  { slug, pointer, measures }: AskedUnit,
): Promise<MeasuredUnit> {
  const ids = measures.map(({ id }) => id);
  const unit = await org.unitOfSlug(actor, slug, ids);
  if (unit !== null) return redrawn ? { ...unit, redrawn: await redrawn(actor, slug, ids) } : unit;
  const there = listed(await org.slugs(actor));
  return failField(pointer, `There is no team or group “${slug}”. There is: ${there}.`, codes[pointer]);
}

/** The measure with this id, or a problem that lists those there are. */
export function measureAsked({ measures }: Pick<MeasureContext, "measures">, id: string): Measure {
  const found = measures.find((measure) => measure.id === id);
  return (
    found ??
    failField(
      "/id",
      `There is no measure “${id}”. There is: ${listed(measures.map((measure) => measure.id))}.`,
      "not_found",
    )
  );
}

/** As many names as help someone to find the right one. */
const MOST_LISTED = 20;

function listed(names: readonly string[]): string {
  if (names.length === 0) return "none yet";
  const more = names.length > MOST_LISTED ? `, and ${names.length - MOST_LISTED} more` : "";
  return names.slice(0, MOST_LISTED).join(", ") + more;
}
