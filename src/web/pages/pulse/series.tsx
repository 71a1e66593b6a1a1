import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { plain } from "../../../core/charts/style.ts";
import {
  ENOUGH_FOR_A_LINE,
  type QuestionSeries,
  type SeriesPoint,
} from "../../../core/loops/pulse/results.ts";
import charts from "../../charts/charts.module.css";
import { Drawing } from "../../charts/drawing.tsx";
import { dayText, shortDayText } from "../../parts/dates.ts";
import styles from "./pulse.module.css";
import { namesOf } from "./results.tsx";

/** What each question came to, round after round: dots, and a line only from so many rounds on that it says more. */
export function AllSeries({ series }: { series: readonly QuestionSeries[] }) {
  const long = series.filter(({ points }) => points.length > 1);
  if (long.length === 0) return null;
  return (
    <div className={styles.series}>
      {long.map((one) => (
        <OneSeries key={one.question.id} series={one} />
      ))}
    </div>
  );
}

function OneSeries({ series }: { series: QuestionSeries }) {
  const { question, points } = series;
  const scale = question.kind === "scale";
  const height = scale ? 120 : 44 * question.options.length + 44;
  const draw = useCallback(
    (width: number) => (scale ? drawScale(points, { width, height }) : drawChoice(series, { width, height })),
    [scale, series, points, height],
  );
  const label = `${question.text} ${scale ? "The mean" : "The share of each answer"} in ${points.length} rounds; the table has the numbers.`;
  return (
    <figure className={charts.figure}>
      <figcaption dir="auto">
        <strong>{question.text}</strong>{" "}
        <span className="soft small">
          {scale
            ? `mean of each round, 1 ${question.options[0]}, 5 ${question.options[1]}`
            : "share of each answer"}
        </span>
      </figcaption>
      <Drawing label={label} height={height} draw={draw} />
      <details className="small">
        <summary className="soft">As a table</summary>
        <div className="scroll">
          <SeriesTable series={series} />
        </div>
      </details>
    </figure>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const timeOf = ({ day }: { readonly day: string }) => new Date(day);
const across = { type: "utc", label: null, ticks: 4, tickFormat: shortDayText, nice: true } as const;
const dot = { r: 4, fill: "var(--accent)" } as const;
const line = { stroke: "var(--accent)", strokeWidth: 1.5 } as const;

function drawScale(points: readonly SeriesPoint[], size: Size) {
  const known = points.filter(({ mean }) => mean !== null);
  return Plot.plot({
    ...size,
    ...{ marginLeft: 26, marginRight: 12, marginTop: 10, marginBottom: 24, style: plain },
    x: across,
    y: { domain: [1, 5], ticks: [1, 3, 5], tickFormat: "d", label: null, grid: false },
    marks: [
      Plot.ruleY([1, 3, 5], { stroke: "var(--grid)" }),
      // A round that is not told is a gap in the line.
      ...(known.length >= ENOUGH_FOR_A_LINE ? [Plot.line(points, { x: timeOf, y: "mean", ...line })] : []),
      Plot.dot(known, { x: timeOf, y: "mean", ...dot }),
    ],
  });
}

function drawChoice({ question, points }: QuestionSeries, size: Size) {
  const all = points.flatMap(({ day, shares }) =>
    question.options.map((name, at) => ({ day, name, share: shares?.[at] ?? null })),
  );
  const known = all.filter(({ share }) => share !== null);
  const enough = known.length >= ENOUGH_FOR_A_LINE * question.options.length;
  return Plot.plot({
    ...size,
    ...{ marginLeft: 12, marginRight: 12, marginTop: 20, marginBottom: 24, style: plain },
    x: across,
    y: { domain: [0, 1], axis: null },
    fy: { domain: question.options, axis: null, padding: 0.5 },
    marks: [
      Plot.ruleY([0], { stroke: "var(--hair)" }),
      Plot.text(question.options, {
        ...{ fy: (name: string) => name, text: (name: string) => name, frameAnchor: "top-left" },
        ...{ dy: -12, textOverflow: "ellipsis", lineWidth: Math.max(10, size.width / 8) },
      }),
      ...(enough ? [Plot.line(all, { x: timeOf, y: "share", fy: "name", ...line })] : []),
      Plot.dot(known, { x: timeOf, y: "share", fy: "name", ...dot }),
    ],
  });
}

function SeriesTable({ series: { question, points } }: { series: QuestionSeries }) {
  const scale = question.kind === "scale";
  return (
    <table>
      <caption className="hidden">{question.text}</caption>
      <thead>
        <tr>
          <th scope="col">closed</th>
          <th scope="col">answered</th>
          {scale ? (
            <th scope="col">mean</th>
          ) : (
            namesOf(question).map((name) => (
              <th key={name} scope="col" dir="auto">
                {name}
              </th>
            ))
          )}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.round}>
            <th scope="row">{dayText(point.day)}</th>
            <td>{point.n === null ? "fewer than two" : `${point.n} of ${point.asked}`}</td>
            {scale ? (
              <td>{point.mean === null ? "unknown" : point.mean.toFixed(1)}</td>
            ) : (
              question.options.map((name, at) => (
                <td key={name}>
                  {point.shares === null ? "unknown" : `${Math.round(100 * (point.shares[at] ?? 0))} %`}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
