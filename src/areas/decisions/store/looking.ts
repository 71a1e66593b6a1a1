import type { Reading } from "../../../core/loops/contract.ts";
import { readingOf } from "../../../core/loops/reading.ts";
import { answersFor, backFrom, USUAL_WEEKS } from "../../../core/loops/store/looking.ts";
import type { MeasureContext } from "../../../core/measures/context.ts";
import type { Every } from "../../../core/measures/contract.ts";
import { failField } from "../../../platform/errors.ts";

export interface Looked {
  readonly measure: string;
  readonly every: Every;
}

/** What these measures of a unit (its slug) say today, as far as the person who asks may know it and it is known. */
export async function readingsOf(
  context: MeasureContext,
  slug: string | null,
  looked: readonly Looked[],
): Promise<Reading[]> {
  if (slug === null || looked.length === 0) return [];
  const answers = await answersFor(
    context,
    looked.map(({ measure, every }) => ({ slug, measures: [measure], range: backFrom(every, USUAL_WEEKS) })),
  );
  return answers.flat().flatMap((answer) => readingOf(answer) ?? []);
}

/** A problem at its place where there is no such measure. */
export function mustBeMeasure(
  { measures }: Pick<MeasureContext, "measures">,
  id: string,
  pointer: string,
): void {
  if (!measures.some((measure) => measure.id === id))
    failField(pointer, `There is no measure “${id}”. There is: ${measures.map((one) => one.id).join(", ")}.`);
}
