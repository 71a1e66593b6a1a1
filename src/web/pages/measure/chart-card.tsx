import { Link } from "@tanstack/react-router";
import type { MeasureAnswer } from "../../../core/measures/contract.ts";
import { sayEachUsual } from "../../../core/measures/segments.ts";
import type { Note } from "../../../core/notes/contract.ts";
import { BehaviourChart } from "../../charts/behaviour-chart.tsx";
import { Card } from "../../parts/card.tsx";
import { dayText } from "../../parts/dates.ts";
import { unbroken } from "../../parts/unbroken.ts";
import { type MeasureSearch, rangeText } from "../measure-search.ts";
import { adviceOf } from "./advice.ts";
import styles from "./measure.module.css";
import { useNotes } from "./notes-card.tsx";

interface ChartCardProps {
  readonly shown: MeasureAnswer;
  /** The days that it covers, in words. */
  readonly span: string;
  readonly search: MeasureSearch;
  readonly onPick: (start: string) => void;
}

/** The chart, and below it how to read it. */
export function ChartCard({ shown, span, search, onPick }: ChartCardProps) {
  const { definition, points, noChart } = shown;
  const written = useNotes(shown).data?.notes ?? NONE;
  return (
    <Card>
      <BehaviourChart
        title={`${shown.title}, ${span}`}
        label={`${shown.title} by ${shown.every}. ${shown.sentence} The table holds every value.`}
        series={shown}
        dotted={noChart !== null && definition.unit === "ratio"}
        unit={definition.unit}
        every={shown.every}
        many={definition.of.many}
        from={points[0]?.start ?? shown.from}
        to={points.at(-1)?.start ?? shown.to}
        moves={shown.moves}
        notes={written}
        tried={NOTHING}
        picked={search.start}
        onPick={onPick}
      />
      {shown.redrawn.length > 0 && <DrawnAnew shown={shown} />}
      {shown.moves.length > 0 && <Moves moves={shown.moves} />}
      <p className="soft small">
        {noChart !== null && <NoChart noChart={noChart} range={search.range} />} {howToRead(shown)}
      </p>
    </Card>
  );
}

/** The same at each drawing, as a chart is drawn anew when what it is given is another. */
const NONE: readonly Note[] = [];
const NOTHING: readonly never[] = [];

/** More than these would push the rest away. */
const MOST_MOVES = 6;

/** What came and went: figures before a move are those of who owned it then. */
function Moves({ moves }: Pick<MeasureAnswer, "moves">) {
  const more = moves.length - MOST_MOVES;
  return (
    <ul className={styles.moves}>
      {moves.slice(0, MOST_MOVES).map(({ day, text }) => (
        <li key={day + text}>
          {unbroken(dayText(day))}: <span dir="auto">{text}</span>
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  );
}

/** Where limits are drawn anew and why, and what was usual before and since. */
function DrawnAnew({ shown: { redrawn, chart, definition, every } }: { shown: MeasureAnswer }) {
  const usual = chart ? sayEachUsual(chart, { unit: definition.unit, every }) : [];
  return (
    <ul className={styles.moves}>
      {redrawn.map(({ day, reason }) => (
        <li key={day + reason}>
          {unbroken(dayText(day))}: limits drawn anew: <span dir="auto">{reason}</span>
        </li>
      ))}
      {usual.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** Why there are no limits and, where a wider period would have them, the way there. */
function NoChart({ noChart, range }: { noChart: string; range: MeasureSearch["range"] }) {
  const { said, wider } = adviceOf(noChart, range);
  if (wider === null) return said;
  return (
    <>
      {said}{" "}
      <Link from="/units/$slug/measures/$id" to="." search={wider} resetScroll={false}>
        Look at it by {wider.every}
        {wider.range === "all" ? "" : ` over ${rangeText[wider.range]}`}
      </Link>
      .
    </>
  );
}

function howToRead({ chart, partial, every }: MeasureAnswer): string {
  const parts = [
    chart && "Dashed: where normal ups and downs end.",
    chart?.scale === "log" && "Each line up is a multiple of the one below (logarithmic).",
    partial.length > 0 && `An open point is not a whole ${every}.`,
    "Choose a point to see what went in.",
  ];
  return parts.filter(Boolean).join(" ");
}
