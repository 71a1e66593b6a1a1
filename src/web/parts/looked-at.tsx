import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Tried } from "../../core/charts/bars.ts";
import type { Mark } from "../../core/loops/marks.ts";
import type { MeasureAnswer } from "../../core/measures/contract.ts";
import { BehaviourChart } from "../charts/behaviour-chart.tsx";
import { agoText } from "./dates.ts";
import styles from "./looked-at.module.css";
import { unbroken } from "./unbroken.ts";

interface LookedAtProps {
  readonly answer: MeasureAnswer;
  /** What happened meanwhile. */
  readonly marks?: readonly Mark[];
}

const NONE: readonly Mark[] = [];

/** A measure where a question looks at it: what it says, its chart, and the way to all that explains it. */
export function LookedAt({ answer, marks = NONE }: LookedAtProps) {
  const { definition, points, noChart, rows, title, every, unit } = answer;
  const notes = useMemo(() => marks.filter(({ until }) => until === undefined), [marks]);
  const tried = useMemo(() => marks.flatMap(triedIn), [marks]);
  const left = rows.out.reduce((sum, { n }) => sum + n, 0);
  return (
    <div className={styles.looked}>
      <p className={styles.sentence}>{unbroken(answer.sentence)}</p>
      <BehaviourChart
        title={`${title}, by ${every}`}
        label={`${title} by ${every}. ${answer.sentence}`}
        series={answer}
        dotted={noChart !== null && definition.unit === "ratio"}
        unit={definition.unit}
        every={every}
        many={definition.of.many}
        from={points[0]?.start ?? answer.from}
        to={points.at(-1)?.start ?? answer.to}
        moves={answer.moves}
        notes={notes}
        tried={tried}
        picked={undefined}
        onPick={ignored}
      />
      <p className="soft small">
        {noChart ?? (answer.chart?.scale === "log" ? "Logarithmic." : "")} {rows.in} {definition.of.many} in
        {left > 0 && `, ${left} left out`}.{" "}
        <Link to="/units/$slug/measures/$id" params={{ slug: unit, id: answer.measure }}>
          Rows and definition
        </Link>
        {answer.fresh && ` · fresh ${agoText(answer.fresh, Date.now())}`}
      </p>
    </div>
  );
}

const triedIn = ({ day, until, text }: Mark): Tried[] =>
  until === undefined ? [] : [{ from: day, until, text }];

const ignored = () => undefined;
