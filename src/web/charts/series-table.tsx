import { type Series, unusualText } from "../../core/charts/series.ts";
import { splitsOf } from "../../core/charts/splits.ts";
import type { Every } from "../../core/measures/contract.ts";
import type { MeasureUnit } from "../../core/measures/measure.ts";
import { formatReading } from "../../core/measures/reading.ts";
import { countText } from "../parts/count.ts";
import { periodText } from "../parts/dates.ts";

interface SeriesTableProps {
  readonly series: Series;
  readonly caption: string;
  readonly unit: MeasureUnit;
  readonly every: Every;
}

/** A series in words and numbers, for those who do not see the picture. */
export function SeriesTable({ series, caption, unit, every }: SeriesTableProps) {
  const anew = new Map(splitsOf(series).map(({ start, reason }) => [start, reason]));
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{every}</th>
          <th scope="col">value</th>
          <th scope="col">how many</th>
          <th scope="col">unusual</th>
        </tr>
      </thead>
      <tbody>
        {series.points.map(({ start, value, n }) => (
          <tr key={start}>
            <th scope="row">{periodText(start, every)}</th>
            <td>{value === null ? "unknown" : formatReading(value, unit)}</td>
            <td>{countText(n)}</td>
            <td>
              {unusualText(start, series.chart) || "no"}
              {anew.has(start) && `; from here on limits are drawn anew: ${anew.get(start)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
