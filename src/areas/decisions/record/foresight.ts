import { isMap, isScalar, isSeq, type Node } from "yaml";
import { z } from "zod";
import type { Body } from "./body.ts";
import { isDay } from "./day.ts";
import { endOf, entryOf, type Fault, isPlaceholder, MOST_ALIASES, textIn } from "./front-matter.ts";
import type { Advice, Expectation } from "./shape.ts";
import { shown } from "./text.ts";

/** One entry of a list in the front matter: its place, and what it says, or nothing where that cannot be read. */
export interface Listed<T> {
  readonly from: number;
  readonly to: number;
  readonly says: T | null;
}

export interface Foresight {
  readonly reviewBy: string | null;
  readonly expects: readonly Listed<Expectation>[];
  readonly advice: readonly Listed<Advice>[];
  readonly faults: readonly Fault[];
}

const text = (name: string) => z.string(`“${name}” is a text`).trim().min(1, `“${name}” is missing`);
const day = (name: string) =>
  z.string(`“${name}” is a day such as 2027-05-28`).refine(isDay, `“${name}” is a day such as 2027-05-28`);

const expectation = z
  .object({
    statement: text("statement"),
    probability: z
      .number("“probability” is a number from 0 to 1")
      .min(0, "“probability” is a number from 0 to 1")
      .max(1, "“probability” is a number from 0 to 1"),
    "resolve-by": day("resolve-by"),
    measure: text("measure").nullish(),
  })
  .transform(({ statement, probability, measure, ...rest }) => ({
    statement,
    probability,
    resolveBy: rest["resolve-by"],
    ...(measure && { measure }),
  }));

const advice = z.object({
  from: text("from"),
  capacity: z.enum(["affected", "expert"], "“capacity” is affected or expert"),
  said: text("said"),
  taken: z.enum(["yes", "partly", "no"], "“taken” is yes, partly or no"),
  why: text("why")
    .nullish()
    .transform((why) => why ?? ""),
});

/** What the front matter holds beyond MADR: when to come back, what is expected, and who advised what. */
export function foresightOf(body: Body): Foresight {
  const expects = listOf(body, "expects", expectation);
  const advised = listOf(body, "advice", advice);
  const review = reviewOf(body);
  return {
    reviewBy: review.day,
    expects: expects.entries,
    advice: advised.entries,
    faults: [...review.faults, ...expects.faults, ...advised.faults],
  };
}

function reviewOf(body: Body): { day: string | null; faults: Fault[] } {
  const entry = entryOf(body.text, body.front, "review-by");
  const said = entry && body.front ? textIn(body.front, entry.value) : null;
  if (!entry || isPlaceholder(entry.value, entry.source)) return { day: null, faults: [] };
  if (said !== null && isDay(said)) return { day: said, faults: [] };
  if (said === null && entry.value === null) return { day: null, faults: [] };
  return { day: null, faults: [{ at: entry.valueFrom, says: "“review-by” is a day such as 2027-05-28." }] };
}

interface Lists<T> {
  readonly entries: Listed<T>[];
  readonly faults: Fault[];
}

function listOf<T>(body: Body, key: string, shape: z.ZodType<T>): Lists<T> {
  const entry = entryOf(body.text, body.front, key);
  const front = body.front;
  const nothing = { entries: [], faults: [] };
  if (!entry?.value || !front || isPlaceholder(entry.value, entry.source)) return nothing;
  if (isScalar(entry.value) && entry.value.value === null) return nothing;
  if (!isSeq(entry.value))
    return {
      entries: [],
      faults: [{ at: entry.valueFrom, says: `“${key}” is a list: begin each entry with “- ”.` }],
    };
  const read = entry.value.items.map((item, at) => {
    const node = item as Node & { range: [number, number, number] };
    const from = front.from + node.range[0];
    const end = front.from + endOf(node);
    const to = from + body.text.slice(from, end).trimEnd().length;
    const result = shape.safeParse(plainValue(body, node));
    const why = result.success ? [] : reasons(result.error);
    return {
      entry: { from, to, says: result.success ? result.data : null },
      faults:
        why.length === 0
          ? []
          : [{ at: from, says: `Entry ${at + 1} of “${key}” cannot be read: ${why.join("; ")}.` }],
    };
  });
  return { entries: read.map(({ entry }) => entry), faults: read.flatMap(({ faults }) => faults) };
}

function reasons({ issues }: z.ZodError): string[] {
  const first = issues[0];
  if (first?.path.length === 0) return ["it has no fields"];
  return [...new Set(issues.map(({ message }) => message))];
}

/** An entry as plain values; a text stays as it is written where YAML would make something else of it. */
function plainValue({ front }: Body, node: Node): unknown {
  const document = front?.document;
  if (!document || !isMap(node)) return null;
  try {
    const value = node.toJS(document, { maxAliasCount: MOST_ALIASES }) as Record<string, unknown>;
    const texts = node.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : "";
      const said = front && name !== "probability" ? textIn(front, value as Node | null) : null;
      return said === null ? [] : [[name, shown(said)]];
    });
    return { ...value, ...Object.fromEntries(texts) };
  } catch {
    return null; // aliases without end
  }
}
