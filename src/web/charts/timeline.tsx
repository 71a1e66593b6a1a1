import { useCallback } from "react";
import type { timeline } from "../../core/timeline/contract.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import { dayText } from "../parts/dates.ts";
import { UnusualMark } from "../parts/unusual-mark.tsx";
import styles from "./charts.module.css";
import { Drawing } from "./drawing.tsx";
import { monthsPlot } from "./months-plot.ts";
import { StaveRow } from "./stave.tsx";

interface TimelineProps extends Pick<AnswerOf<typeof timeline>, "from" | "to" | "staves"> {
  readonly name: string;
  readonly slug: string;
  readonly timeZone: string;
}

/** Fewer staves than this have room to be tall. */
const FEW = 3;

/** The last weeks of a unit, a stave for each area that it uses. */
export function Timeline({ name, slug, timeZone, from, to, staves }: TimelineProps) {
  const months = useCallback((width: number) => monthsPlot(width, { from, to }), [from, to]);
  const open = staves.some(({ partial }) => partial.length > 0);
  const unusual = staves.some(({ chart }) => chart && chart.signals.length > 0);
  return (
    <figure className={styles.figure}>
      <figcaption className="hidden">
        The last {Math.round((Date.parse(to) - Date.parse(from)) / 604_800_000)} weeks of {name}
      </figcaption>
      <div className={styles.timeline}>
        <div className={styles.months}>
          <Drawing label={`Months from ${dayText(from)} to ${dayText(to)}`} height={20} draw={months} />
        </div>
        {staves.map((stave) => (
          <StaveRow
            key={stave.area}
            stave={stave}
            slug={slug}
            from={from}
            to={to}
            timeZone={timeZone}
            every="week"
            height={staves.length < FEW ? 104 : 72}
          />
        ))}
        <ul className={styles.legend} aria-hidden="true">
          {staves.some(({ checkIns }) => checkIns.length > 0) && (
            <li>
              <svg aria-hidden="true" width="8" height="8" viewBox="-4 -4 8 8">
                <circle r="2.6" fill="var(--looked)" />
              </svg>
              check-in
            </li>
          )}
          {staves.some(({ bars }) => bars.length > 0) && (
            <li>
              <svg aria-hidden="true" width="16" height="10" viewBox="0 0 16 10">
                <rect width="16" height="10" rx="2" fill="var(--tried)" />
              </svg>
              something tried
            </li>
          )}
          {unusual && (
            <li>
              <UnusualMark />
              unusual: worth a look
            </li>
          )}
          {open && (
            <li>
              <svg aria-hidden="true" width="10" height="10" viewBox="-5 -5 10 10">
                <circle r="3.5" fill="none" stroke="var(--accent)" strokeWidth="1.4" />
              </svg>
              not a whole week
            </li>
          )}
        </ul>
      </div>
    </figure>
  );
}
