import type { CalibrationPoint } from "../../core/loops/mine/contract.ts";

interface CalibrationPlotProps {
  readonly points: readonly CalibrationPoint[];
  /** How many could be told at all. */
  readonly of: number;
}

const SIZE = 260;
const EDGE = 34;
const INNER = SIZE - 2 * EDGE;
const x = (share: number) => EDGE + share * INNER;
const y = (share: number) => SIZE - EDGE - share * INNER;
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** What was said against how often it came, with 95 % intervals. Nothing is drawn from fewer than 60 forecasts: it would be an opinion. */
export function CalibrationPlot({ points, of }: CalibrationPlotProps) {
  if (points.length === 0)
    return of === 0 ? null : (
      <p className="soft small">
        A picture of it is drawn from 60 told expectations on: of fewer it would say more about luck.
      </p>
    );
  return (
    <figure style={{ margin: "14px 0 0" }}>
      <figcaption className="small">
        What we said, and how often it came: on the line, we were as right as we were sure.
      </figcaption>
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        width={SIZE}
        height={SIZE}
        role="img"
        aria-label="Said against came; the table beside it has the figures"
      >
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--centre)" strokeDasharray="4 4" />
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(0)} stroke="var(--hair)" />
        <line x1={x(0)} y1={y(0)} x2={x(0)} y2={y(1)} stroke="var(--hair)" />
        {points.map(({ forecast: said, cameTrue: { share: came, lower, upper } }) => (
          <g key={said}>
            <line x1={x(said)} x2={x(said)} y1={y(lower)} y2={y(upper)} stroke="var(--edge)" />
            <circle cx={x(said)} cy={y(came)} r={4.5} fill="var(--accent)" />
          </g>
        ))}
        <text x={x(0.5)} y={SIZE - 8} textAnchor="middle" fontSize="12" fill="var(--soft)">
          said
        </text>
        <text x={10} y={y(1) - 10} fontSize="12" fill="var(--soft)">
          came
        </text>
      </svg>
      <table style={{ width: "auto" }}>
        <thead>
          <tr>
            <th scope="col">said</th>
            <th scope="col">came</th>
            <th scope="col">95 %</th>
            <th scope="col">of</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ forecast: said, cameTrue: { share: came, lower, upper }, n }) => (
            <tr key={said}>
              <td>{percent(said)}</td>
              <td>{percent(came)}</td>
              <td>
                {percent(lower)} to {percent(upper)}
              </td>
              <td>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
