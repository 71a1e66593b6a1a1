import { unusualText } from "../../../core/charts/series.ts";
import { splitsOf } from "../../../core/charts/splits.ts";
import type { MeasureAnswer } from "../../../core/measures/contract.ts";
import { formatReading } from "../../../core/measures/reading.ts";
import { Card } from "../../parts/card.tsx";
import { countText, manyText } from "../../parts/count.ts";
import { periodText } from "../../parts/dates.ts";
import { UnusualMark } from "../../parts/unusual-mark.tsx";
import styles from "./measure.module.css";

interface FiguresProps {
  readonly shown: MeasureAnswer;
  readonly picked: string | undefined;
  readonly onPick: (start: string) => void;
}

/** The summary and every value of the chart, newest first; a period's name picks its evidence as a point does. */
export function Figures({ shown, picked, onPick }: FiguresProps) {
  const anew = new Map(splitsOf(shown).map(({ start, reason }) => [start, reason]));
  return (
    <Card className={styles.figures}>
      <Summary shown={shown} />
      <p className="soft small">
        {manyText(shown.points.length, { one: shown.every, many: `${shown.every}s` })}, newest first
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.values} tabIndex={0} aria-label="Every value">
        <table>
          <thead>
            <tr>
              <th scope="col">{shown.every}</th>
              <th scope="col" className="number">
                value
              </th>
              <th scope="col" className="number">
                n
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.points.toReversed().map(({ start, value, n }) => (
              <tr key={start} data-picked={start === picked}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.pick}
                    aria-pressed={start === picked}
                    onClick={() => onPick(start)}
                  >
                    {periodText(start, shown.every).replace("week of ", "")}
                  </button>
                  <Remark shown={shown} start={start} />
                  {anew.has(start) && (
                    <span className={styles.partial} dir="auto">
                      limits drawn anew from here on: {anew.get(start)}
                    </span>
                  )}
                </th>
                <td className="number">
                  {value === null ? (
                    <span className="soft">unknown</span>
                  ) : (
                    formatReading(value, shown.definition.unit)
                  )}
                </td>
                <td className="number soft">{countText(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

function Remark({ shown: { chart, partial, every }, start }: { shown: MeasureAnswer; start: string }) {
  const unusual = partial.includes(start) ? "" : unusualText(start, chart);
  if (unusual)
    return (
      <span className={styles.unusual}>
        <UnusualMark /> unusual: {unusual}
      </span>
    );
  return partial.includes(start) ? <span className={styles.partial}>not a whole {every}</span> : null;
}

function Summary({ shown: { summary, p85, days, definition } }: { shown: MeasureAnswer }) {
  const { unit, of } = definition;
  const counted = unit !== "seconds" && unit !== "ratio";
  return (
    <dl className={styles.summary}>
      <Item name={unit === "seconds" ? "median" : "in all"} value={formatReading(summary.value, unit)} />
      {p85 && <Item name="85 of 100 within" value={formatReading(p85.summary, unit)} />}
      {days && <Item name="days with any" value={`${countText(days.n)} of ${countText(days.of)}`} />}
      {!(counted && summary.value === summary.n) && <Item name="made of" value={manyText(summary.n, of)} />}
    </dl>
  );
}

const Item = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
