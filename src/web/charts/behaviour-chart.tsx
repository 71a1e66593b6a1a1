import { useCallback } from "react";
import type { MarkedPoint } from "../../core/charts/series.ts";
import { behaviourPlot, type BehaviourChart as Parts } from "./behaviour-plot.ts";
import styles from "./charts.module.css";
import { Drawing } from "./drawing.tsx";

interface BehaviourChartProps extends Parts {
  readonly title: string;
  readonly label: string;
  readonly onPick: (start: string) => void;
}

export function BehaviourChart({ title, label, onPick, ...chart }: BehaviourChartProps) {
  const { series, dotted, unit, every, many, from, to, moves, notes, tried, picked } = chart;
  const draw = useCallback(
    (width: number) =>
      behaviourPlot(width, { series, dotted, unit, every, many, from, to, moves, notes, tried, picked }),
    [series, dotted, unit, every, many, from, to, moves, notes, tried, picked],
  );
  const pick = useCallback((datum: unknown) => onPick((datum as MarkedPoint).start), [onPick]);
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h2>{title}</h2>
      </figcaption>
      <Drawing label={label} height={340} draw={draw} onPick={pick} />
    </figure>
  );
}
