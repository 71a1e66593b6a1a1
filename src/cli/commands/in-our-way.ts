import pc from "picocolors";
import { addImpediment, endImpediment, type Impediment, impediments } from "../../areas/delivery/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import type { Connection } from "../connect.ts";
import { type Output, table } from "../output.ts";

export interface InOurWayOptions {
  readonly unit: string;
  readonly add?: string;
  /** The id of one that is gone. */
  readonly gone?: string;
  readonly words?: string;
}

/** Says what is in a team's way or that it is gone, and lists what is left. */
export async function inOurWayCommand(
  { ask }: Connection,
  { unit: slug, add, gone, words = "" }: InOurWayOptions,
  out: Output,
): Promise<void> {
  if (add !== undefined) await ask(addImpediment, { slug, text: add });
  if (gone !== undefined) await ask(endImpediment, { id: gone, words });
  const known = await ask(impediments, { slug });
  out.result(known, () => wordsFor(slug, known.there, known.can.add));
}

function wordsFor(slug: string, there: readonly Impediment[], own: boolean): string {
  if (there.length > 0) return table(there.map(({ text, age, id }) => [text, age, pc.dim(id)]));
  return harmless(
    own ? `Nothing is in the way of ${slug}.` : `What is in the way of ${slug} only its members see.`,
  );
}
