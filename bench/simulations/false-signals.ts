import { type ScaleName, scales } from "../../src/core/stats/scale.ts";
import { limitsOf, signalsOf } from "../../src/core/stats/xmr.ts";
import type { Line } from "../table.ts";
import { type Chance, several, shareLine, sharesOf } from "./trials.ts";

interface Stable {
  readonly what: string;
  readonly scale: ScaleName;
  readonly value: (chance: Chance) => number;
  /** The share of charts with a false signal by the first rule and by all three, at each length. */
  readonly expected: readonly (readonly [points: number, outside: number, all: number])[];
}

/** A wait of six hours in the middle; half of them lie between four and nine. */
const wait = ({ normal }: Chance) => 21_600 * Math.exp(0.6 * normal());

/** How many of so many deployments failed where one in ten does. */
const failRate = (of: number) => (chance: Chance) =>
  several(of, chance.uniform).filter((u) => u < 0.1).length / of;

const quiet = [
  [12, 0.03, 0.04],
  [24, 0.06, 0.11],
  [52, 0.13, 0.28],
] as const;

/** Expected after 20,000 charts each of an independent simulation (100,000 for the shares). */
const stable: readonly Stable[] = [
  { what: "normal values", scale: "linear", value: ({ normal }) => normal(), expected: quiet },
  {
    ...{ what: "log-normal waits, raw", scale: "linear", value: wait },
    expected: [
      [12, 0.17, 0.18],
      [24, 0.455, 0.495],
      [52, 0.8, 0.85],
    ],
  },
  { what: "log-normal waits, by their logarithm", scale: "log", value: wait, expected: quiet },
  {
    ...{ what: "a share of 1 in 10, 4 items a point", scale: "linear", value: failRate(4) },
    expected: [
      [12, 0.254, 0.329],
      [24, 0.439, 0.575],
      [52, 0.689, 0.793],
    ],
  },
  {
    ...{ what: "a share of 1 in 10, 20 items a point", scale: "linear", value: failRate(20) },
    expected: [
      [12, 0.055, 0.083],
      [24, 0.125, 0.23],
      [52, 0.277, 0.528],
    ],
  },
];

/** Charts of a process in which nothing changes: how many show something unusual all the same. */
export function falseSignalLines(): Line[] {
  return stable.flatMap(({ what, scale, value, expected }) =>
    expected.flatMap(([points, outside, all]) => {
      const found = sharesOf((chance) => signalled(several(points, () => scales[scale].to(value(chance)))));
      const about = `false signal, ${points} points, ${what}`;
      return [
        shareLine(`${about}: outside`, found.outside, outside),
        shareLine(`${about}: all rules`, found.all, all),
      ];
    }),
  );
}

function signalled(values: readonly number[]): Readonly<Record<"outside" | "all", boolean>> {
  const signals = signalsOf(values, limitsOf(values));
  return { outside: signals.some(({ rule }) => rule === "outside"), all: signals.length > 0 };
}
