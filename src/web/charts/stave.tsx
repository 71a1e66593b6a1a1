import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import { stavePlot } from "../../core/charts/stave-plot.ts";
import type { Every } from "../../core/measures/contract.ts";
import type { Stave } from "../../core/timeline/contract.ts";
import { dayText } from "../parts/dates.ts";
import { unbroken } from "../parts/unbroken.ts";
import styles from "./charts.module.css";
import { Drawing } from "./drawing.tsx";
import { SeriesTable } from "./series-table.tsx";

interface StaveRowProps {
  readonly stave: Stave;
  readonly slug: string;
  readonly from: string;
  readonly to: string;
  readonly height: number;
  readonly timeZone: string;
  readonly every: Every;
}

/** One area on the timeline: its question, its curve or dots, and its latest reading. */
export function StaveRow({ stave, slug, from, to, height, timeZone, every }: StaveRowProps) {
  const draw = useCallback(
    (width: number) => stavePlot({ width, height }, stave, { from, to }),
    [stave, from, to, height],
  );
  const latest = stave.latest ? `${stave.latest.reading}, ${stave.latest.usual}` : "no reading yet";
  return (
    <div className={styles.stave}>
      <div>
        <h2 className={styles.name}>
          {stave.measure ? (
            <Link to="/units/$slug/measures/$id" params={{ slug, id: stave.measure.id }} dir="auto">
              {stave.title}
            </Link>
          ) : (
            stave.title
          )}
        </h2>
        <p className="soft small">
          {stave.loop === null ? (
            stave.question
          ) : (
            <Link to="/loops/$id" params={{ id: stave.loop }} className={styles.question} dir="auto">
              {stave.question}
            </Link>
          )}
        </p>
      </div>
      <div className={styles.picture}>
        <Drawing label={`${stave.title}: ${stave.question} Latest: ${latest}.`} height={height} draw={draw} />
        <div className="hidden">
          {stave.measure && (
            <SeriesTable
              series={stave}
              caption={`${stave.measure.title}, by ${every}`}
              unit={stave.measure.unit}
              every={every}
            />
          )}
          {stave.bars.length > 0 && (
            <ul>
              {stave.bars.map(({ from: begun, until, text }) => (
                <li key={begun + text}>
                  Tried from {dayText(begun)} {until === null ? "on" : `to ${dayText(until)}`}: {text}
                </li>
              ))}
            </ul>
          )}
          {stave.checkIns.length > 0 && (
            <p>Looked at {stave.checkIns.map((day) => dayText(day)).join(", ")}</p>
          )}
          {stave.marks.length > 0 && (
            <ul>
              {stave.marks.map(({ at, text, kind }) => (
                // What is unusual names its period itself.
                <li key={at + text}>{kind === "unusual" ? text : `${dayText(at, timeZone)}: ${text}`}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <div className={styles.latest}>
        {stave.latest ? (
          <>
            <p className={styles.reading}>{unbroken(stave.latest.reading)}</p>
            <p className="soft small">{unbroken(stave.latest.usual)}</p>
          </>
        ) : (
          <p className="soft small">not enough to say</p>
        )}
      </div>
    </div>
  );
}
