import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type MeasureAnswer, measureRows } from "../../../core/measures/contract.ts";
import { asking } from "../../client.ts";
import { Card } from "../../parts/card.tsx";
import { countText, manyText } from "../../parts/count.ts";
import { periodText } from "../../parts/dates.ts";
import { Trouble } from "../../parts/trouble.tsx";
import type { MeasureSearch } from "../measure-search.ts";
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
  const { data, error, isPlaceholderData } = useQuery({
    ...asking(measureRows, {
      id,
      unit,
      every,
      from,
      to,
      start: search.start,
      left,
      offset: (page - 1) * PAGE,
      limit: PAGE,
    }),
    placeholderData: keepPreviousData,
  });
  const out = shown.rows.out.reduce((sum, { n }) => sum + n, 0);
  return (
    <Card className={styles.evidence}>
      <h2 id="evidence">What it is made of</h2>
      <div className={styles.tabs}>
        <button type="button" aria-pressed={left === "in"} onClick={() => change.rows("in")}>
          {manyText(shown.rows.in, shown.definition.of)} in
        </button>
        <button type="button" aria-pressed={left === "out"} onClick={() => change.rows("out")}>
          {countText(out)} left out
        </button>
        {search.start && (
          <button type="button" className={styles.only} onClick={() => change.pick(search.start ?? "")}>
            only {periodText(search.start, every)} ×<span className="hidden"> Show all periods</span>
          </button>
        )}
      </div>
      {left === "out" && shown.rows.out.length > 0 && (
        <p className="soft small">
          {shown.rows.out.map(({ reason, n }) => `${countText(n)} ${reason}`).join(" · ")}
        </p>
      )}
      <Trouble error={error} />
      <div className={styles.rows} data-fading={isPlaceholderData}>
        {data &&
          (data.rows.length > 0 ? (
            <EvidenceTable rows={data.rows} unit={shown.definition.unit} left={left} />
          ) : (
            <Nothing left={left} />
          ))}
      </div>
      {data && data.total > PAGE && <Pager page={page} size={PAGE} total={data.total} onPage={change.page} />}
    </Card>
  );
}

const Nothing = ({ left }: { left: "in" | "out" }) => (
  <p className="soft">{left === "in" ? "Nothing went in here." : "Nothing was left out."}</p>
);
