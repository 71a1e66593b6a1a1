import { type BeforeAndAfter, effectOf } from "../../src/core/stats/effect.ts";
import type { ScaleName } from "../../src/core/stats/scale.ts";
import type { Line } from "../table.ts";
import { several, shareLine, sharesOf } from "./trials.ts";

const sizes = [
  [6, 6],
  [12, 12],
  [26, 12],
] as const;

interface Kind {
  readonly what: string;
  readonly scale: ScaleName;
  readonly effect: number;
  readonly before: (normal: number) => number;
  readonly after: (normal: number) => number;
}

const kinds: readonly Kind[] = [
  {
    ...{ what: "normal values", scale: "linear", effect: 2 },
    ...{ before: (normal) => 5 + 3 * normal, after: (normal) => 7 + 3 * normal },
  },
  {
    ...{ what: "log-normal waits", scale: "log", effect: 0.7 },
    before: (normal) => 97_200 * Math.exp(0.6 * normal),
    after: (normal) => 0.7 * 97_200 * Math.exp(0.6 * normal),
  },
];

/** How often the 95 % interval holds the true effect. */
export function coverageLines(): Line[] {
  const lines = kinds.flatMap(({ what, scale, effect, ...value }) =>
    sizes.map(([before, after]) => {
      const { held } = sharesOf(({ normal }) => {
        const old = several(before, () => value.before(normal()));
        const now = several(after, () => value.after(normal()));
        return { held: holds(effect, { before: old, after: now, scale }) };
      });
      return shareLine(`a 95 % interval holds the effect, ${before} and ${after} ${what}`, held, 0.95);
    }),
  );
  return [...lines, drifting()];
}

/** What it takes for granted: where each point takes after the one before, the interval is too narrow (an independent simulation: 18.5 %). */
function drifting(): Line {
  const { missed } = sharesOf(({ normal }) => {
    let last = normal() / Math.sqrt(1 - 0.4 ** 2);
    const next = () => {
      last = 0.4 * last + normal();
      return last;
    };
    return { missed: !holds(0, { before: several(12, next), after: several(12, next), scale: "linear" }) };
  });
  return shareLine(
    "a 95 % interval misses nothing, 12 and 12 values that take after the last by 0.4",
    missed,
    0.185,
  );
}

function holds(effect: number, values: BeforeAndAfter): boolean {
  const sure = effectOf(values)?.sure;
  return sure != null && sure.lower <= effect && effect <= sure.upper;
}
