import type { ReactNode } from "react";
import type { MeasureAnswer } from "../../../core/measures/contract.ts";
import { BehaviourChart } from "../../charts/behaviour-chart.tsx";
import { Card } from "../../parts/card.tsx";
import { agoText, dayText } from "../../parts/dates.ts";
import { PageTitle } from "../../parts/page-title.tsx";
import type { MeasureSearch } from "../measure-search.ts";
import { Definition } from "./definition.tsx";
import { Evidence } from "./evidence.tsx";
import { Figures } from "./figures.tsx";
import styles from "./measure.module.css";
import { RangeControls } from "./range-controls.tsx";
import { useChange } from "./use-change.ts";

interface MeasureViewProps {
  readonly shown: MeasureAnswer;
  readonly search: MeasureSearch;
  readonly fading: boolean;
  readonly above: ReactNode;
}

export function MeasureView({ shown, search, fading, above }: MeasureViewProps) {
  const change = useChange();
  const { definition, points } = shown;
  const span = `${dayText(shown.from)} to ${dayText(shown.to)}`;
  return (
    <>
      <PageTitle of={above} sentence>
        {shown.sentence}
      </PageTitle>
      <p className="soft">
        {shown.title}, by {shown.every}, {span}
        {shown.fresh && ` · read ${agoText(shown.fresh, Date.now())}`}
      </p>
      <RangeControls search={search} />
      <div className={styles.grid} data-fading={fading}>
        <Card>
          <BehaviourChart
            title={`${shown.title}, ${span}`}
            label={`${shown.title} by ${shown.every}. ${shown.sentence} The table holds every value.`}
            series={shown}
            unit={definition.unit}
            every={shown.every}
            many={definition.of.many}
            from={points[0]?.start ?? shown.from}
            to={points.at(-1)?.start ?? shown.to}
            picked={search.start}
            onPick={change.pick}
          />
          <p className="soft small">{aboutChart(shown)}</p>
        </Card>
        <Figures shown={shown} picked={search.start} onPick={change.pick} />
      </div>
      <Evidence shown={shown} search={search} />
      <Definition definition={definition} />
    </>
  );
}

function aboutChart({ noChart, chart, partial }: MeasureAnswer): string {
  const parts = [
    noChart ?? (chart && "Dashed: where normal ups and downs end."),
    chart?.scale === "log" && "Each line up is a multiple of the one below (logarithmic).",
    partial.length > 0 && "Open points are periods that are cut or not over.",
    "Choose a point to see what went in.",
  ];
  return parts.filter(Boolean).join(" ");
}
