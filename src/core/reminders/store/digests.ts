import type { LoopsContext } from "../../loops/context.ts";
import { toldOf } from "../../loops/store/told.ts";
import type { MeasureAnswer } from "../../measures/contract.ts";
import { readUnits } from "../../org/store/reading.ts";
import { briefOf } from "../../org/tree.ts";
import { staveOf, withHappened } from "../../timeline/stave.ts";
import { keysOf, partsOf } from "../digest.ts";
import type { Digest, Line, Section } from "../digest-contract.ts";
import type { Since } from "../news.ts";
import { gather, type Looks } from "./gather.ts";

export interface Wanted extends Since {
  /** What was told before, and is not told again. */
  readonly told: readonly string[];
}

export interface Made {
  readonly digest: Digest;
  /** What waits by now, so that it is not told again. */
  readonly told: string[];
}

/** A person's digest, of what that person may see now. */
export async function digestFor(context: LoopsContext, { told, ...between }: Wanted): Promise<Made> {
  const { found, looks } = await gather(context, between);
  const units = await context.as(readUnits);
  const sections: Section[] = [];
  for (const { unit: slug, lines } of partsOf(found, new Set(told))) {
    const unit = units.find((one) => one.slug === slug);
    const picture = slug === null ? null : await pictureOf(context, { slug, lines, looks });
    sections.push({ unit: unit ? briefOf(unit) : null, lines, picture });
  }
  const { since, until } = between;
  return {
    digest: { since: new Date(since).toISOString(), until: new Date(until).toISOString(), sections },
    told: keysOf(found),
  };
}

interface Pictured {
  readonly slug: string;
  readonly lines: readonly Line[];
  readonly looks: readonly Looks[];
}

/** The stave of the unit's loop that the lines are about, else of its first that has a series. */
async function pictureOf(
  context: LoopsContext,
  { slug, lines, looks }: Pictured,
): Promise<Section["picture"]> {
  const own = looks.filter(({ seen, answers }) => seen.unit?.slug === slug && answers.some(known));
  const told = new Set(lines.map(({ href }) => href));
  const look = own.find(({ seen }) => told.has(`/loops/${seen.row.id}`)) ?? own[0];
  const answer = look?.answers.find(known);
  if (look === undefined || answer === undefined) return null;
  const { id, question, area } = look.seen.row;
  const { from, to } = answer;
  const happened = await toldOf(context, { slug, from, to });
  const stave = withHappened(staveOf({ id: area, title: answer.title, question }, answer), {
    loop: { id, question },
    checkIns: happened.checkIns.filter((one) => one.area === area).map(({ day }) => day),
    marks: happened.marks.filter((mark) => mark.area === area),
  });
  return { stave, every: answer.every, from, to };
}

const known = ({ points }: MeasureAnswer): boolean => points.some(({ value }) => value !== null);
