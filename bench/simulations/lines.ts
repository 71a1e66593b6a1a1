import type { Line } from "../table.ts";
import { coverageLines } from "./coverage.ts";
import { falseSignalLines } from "./false-signals.ts";
import { shiftLines } from "./shifts.ts";

/** How often charts and intervals are wrong, simulated, against what is known of them: not how quick, but whether they hold. */
export const simulationLines = (): Line[] => [...falseSignalLines(), ...shiftLines(), ...coverageLines()];
