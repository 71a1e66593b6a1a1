import { Temporal } from "temporal-polyfill";
import { sayDirection } from "../loops/direction-words.ts";
import type { Every, MeasureAnswer } from "../measures/contract.ts";
import { periodName } from "../measures/period-name.ts";
import { formatReading } from "../measures/reading.ts";
import { segmentAt } from "../measures/segments.ts";
import type { Line } from "./digest-contract.ts";

/** A line with the unit in whose part it stands, by its slug, and what it is told once by. */
export interface Found {
  /** `null` for the reader's own. */
  readonly unit: string | null;
  readonly line: Line;
  /** What is told once, however long it lasts; without it, its moment says whether it is new. */
  readonly key?: string;
}

/** The lines that are new, unit by unit: units in which something went well first, and in each what went well first. */
export function partsOf(found: readonly Found[], told: ReadonlySet<string>): Part[] {
  const fresh = found.filter(({ key }) => key === undefined || !told.has(key));
  const parts = [...Map.groupBy(fresh, ({ unit }) => unit)].map(([unit, some]) => ({
    unit,
    lines: inOrder(some.map(({ line }) => line)),
  }));
  return parts.sort((one, other) => well(other) - well(one) || byName(one.unit, other.unit));
}

interface Part {
  readonly unit: string | null;
  readonly lines: Line[];
}

const well = ({ lines }: Pick<Part, "lines">): number => (lines.some((line) => line.well) ? 1 : 0);

/** One's own stands last. */
const byName = (one: string | null, other: string | null): number =>
  one === null ? 1 : other === null ? -1 : one < other ? -1 : 1;

const inOrder = (lines: readonly Line[]): Line[] =>
  lines.toSorted((a, b) => Number(b.well) - Number(a.well) || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

/** What is kept so that nothing is told twice: only what could be found again. */
export const keysOf = (found: readonly Found[]): string[] => [
  ...new Set(found.flatMap(({ key }) => key ?? [])),
];

export interface Looked {
  readonly unit: string | null;
  readonly question: string;
  readonly href: string;
  readonly answer: MeasureAnswer;
  /** Which way is better, where there is one. */
  readonly better: "lower" | "higher" | null;
  /** Days: periods that ended after the first, and up to the second. */
  readonly after: string;
  readonly upTo: string;
}

/** What was unusual in the periods that ended between two days, a period once however many rules say so. */
export function unusualIn({ unit, question, href, answer, better, after, upTo }: Looked): Found[] {
  const { chart, points, partial, every, title, measure, definition } = answer;
  if (chart === null) return [];
  const open = new Set(partial);
  return startsOf(chart.signals)
    .filter((start) => !open.has(start))
    .flatMap((start) => {
      const ended = endOf(start, every);
      const value = points.find((point) => point.start === start)?.value ?? null;
      if (value === null || ended <= after || ended > upTo) return [];
      const way = value < (segmentAt(chart, start).centre ?? value) ? "lower" : "higher";
      const than = `${sayDirection(way, definition.unit)} than usual`;
      return {
        unit,
        key: `unusual ${unit ?? ""} ${measure} ${start}`,
        line: {
          ...{ kind: "unusual", day: ended, title: question, href, mine: unit === null },
          text: `${title} in ${periodName(start, every)}: ${formatReading(value, definition.unit)}, ${than}${way === better ? ", for the better" : ""}.`,
          well: way === better,
        },
      };
    });
}

const startsOf = (signals: readonly { readonly start: string }[]): string[] => [
  ...new Set(signals.map(({ start }) => start)),
];

/** The first day after a period. */
const endOf = (start: string, every: Every): string =>
  Temporal.PlainDate.from(start)
    .add({ [`${every}s`]: 1 })
    .toString();
