import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type MeasureAnswer, measureRows } from "../../../core/measures/contract.ts";
import { asking } from "../../client.ts";
import { Card } from "../../parts/card.tsx";
import { countText, manyText } from "../../parts/count.ts";
import { periodText } from "../../parts/dates.ts";
import { Trouble } from "../../parts/trouble.tsx";
import type { MeasureSearch } from "../measure-search.ts";
import { evidenceCounts } from "./evidence-counts.ts";
import { EvidenceTable } from "./evidence-table.tsx";
import styles from "./measure.module.css";
import { Pager } from "./pager.tsx";
import { useChange } from "./use-change.ts";

/** As many as a screen holds. */
const PAGE = 20;

interface EvidenceProps {
  readonly shown: MeasureAnswer;
  readonly search: MeasureSearch;
}

/** The rows behind the figures: those that went in, and those left out with why. */
export function Evidence({ shown, search }: EvidenceProps) {
  const change = useChange();
  const left = search.rows ?? "in";
  const page = search.page ?? 1;
  const { measure: id, unit, every, from, to } = shown;
  const asked = { id, unit, every, from, to, start: search.start, limit: PAGE };
  const { data, error, isPlaceholderData } = useQuery({
    ...asking(measureRows, { ...asked, left, offset: (page - 1) * PAGE }),
    placeholderData: keepPreviousData,
  });
  // The answer counts what was left out of the whole range only.
  const out = useQuery({
    ...asking(measureRows, { ...asked, left: "out", offset: 0 }),
    enabled: search.start !== undefined,
  });
  const counts = evidenceCounts(shown, search.start, out.data?.total);
  return (
    <Card className={styles.evidence}>
      <div className={styles.heading}>
        <h2 id="evidence">What it is made of</h2>
        <span className="soft small">days and times in the time zone {shown.timeZone}</span>
      </div>
      <div className={styles.tabs}>
        <button type="button" aria-pressed={left === "in"} onClick={() => change.rows("in")}>
          {manyText(counts.in, shown.definition.of)} in
        </button>
        <button type="button" aria-pressed={left === "out"} onClick={() => change.rows("out")}>
          {counts.out === null ? "…" : countText(counts.out)} left out
        </button>
        {search.start && (
          <button type="button" className={styles.only} onClick={() => change.pick(search.start ?? "")}>
            only {periodText(search.start, every)} ×<span className="hidden"> Show all periods</span>
          </button>
        )}
      </div>
      {left === "out" && search.start === undefined && shown.rows.out.length > 0 && (
        <p className="soft small">
          {shown.rows.out.map(({ reason, n }) => `${countText(n)} ${reason}`).join(" · ")}
        </p>
      )}
      {shown.rowsVisible === "some" && (
        <p className="soft small">
          Here are those of your own teams; the rest stay with the teams that they are of.
        </p>
      )}
      <Trouble error={error} />
      <div className={styles.rows} data-fading={isPlaceholderData}>
        {data &&
          (data.rows.length > 0 ? (
            <EvidenceTable
              rows={data.rows}
              unit={shown.definition.unit}
              timeZone={shown.timeZone}
              left={left}
            />
          ) : (
            <Nothing left={left} where={search.start ? ` of this ${every}` : ""} />
          ))}
      </div>
      {data && data.total > PAGE && <Pager page={page} size={PAGE} total={data.total} onPage={change.page} />}
    </Card>
  );
}

const Nothing = ({ left, where }: { left: "in" | "out"; where: string }) => (
  <p className="soft">{left === "in" ? "Nothing went in here." : `Nothing${where} was left out.`}</p>
);
