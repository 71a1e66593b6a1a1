import type { ReactNode } from "react";
import type { MeasureAnswer } from "../../../core/measures/contract.ts";
import { agoText, dayText } from "../../parts/dates.ts";
import { PageTitle } from "../../parts/page-title.tsx";
import { unbroken } from "../../parts/unbroken.ts";
import type { MeasureSearch } from "../measure-search.ts";
import { ChartCard } from "./chart-card.tsx";
import { Definition } from "./definition.tsx";
import { Evidence } from "./evidence.tsx";
import { Figures } from "./figures.tsx";
import styles from "./measure.module.css";
import { NotesCard } from "./notes-card.tsx";
import { NothingKnown } from "./nothing-known.tsx";
import { RangeControls } from "./range-controls.tsx";
import { RowsElsewhere } from "./rows-elsewhere.tsx";
import { MadeOf, SharedTeams } from "./shared-teams.tsx";
import { useChange } from "./use-change.ts";

interface MeasureViewProps {
  readonly shown: MeasureAnswer;
  readonly search: MeasureSearch;
  /** What is wrong with the dates in the address. */
  readonly wrong: readonly string[];
  /** The components of which nothing says what is live. */
  readonly silent: readonly string[];
  readonly fading: boolean;
  readonly above: ReactNode;
  /** Who sees it. */
  readonly beside: ReactNode;
}

export function MeasureView({ shown, search, wrong, silent, fading, above, beside }: MeasureViewProps) {
  const change = useChange();
  const span = `${dayText(shown.from)} to ${dayText(shown.to)}`;
  const known = shown.points.some(({ value }) => value !== null);
  return (
    <>
      <PageTitle of={above} sentence>
        {shown.sentence}
      </PageTitle>
      <p className="soft">
        {shown.title}, by {shown.every}, {unbroken(span)}
        {shown.fresh && ` · read ${agoText(shown.fresh, Date.now())}`}
      </p>
      <MadeOf shown={shown} />
      {beside}
      <RangeControls search={search} shown={shown} />
      {wrong.map((words) => (
        <p key={words} role="alert" className={styles.wrong}>
          {words}
        </p>
      ))}
      {known ? (
        <div className={styles.grid} data-fading={fading}>
          <ChartCard shown={shown} span={span} search={search} onPick={change.pick} />
          <Figures shown={shown} picked={search.start} onPick={change.pick} />
        </div>
      ) : (
        <NothingKnown shown={shown} search={search} silent={silent} />
      )}
      <NotesCard shown={shown} picked={search.start} />
      <SharedTeams shown={shown} />
      {shown.rowsVisible === "none" ? <RowsElsewhere /> : <Evidence shown={shown} search={search} />}
      <Definition definition={shown.definition} />
    </>
  );
}
