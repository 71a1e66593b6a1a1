import type { EvidenceRow } from "../../../core/measures/contract.ts";
import type { MeasureUnit } from "../../../core/measures/measure.ts";
import { formatReading } from "../../../core/measures/reading.ts";
import { timeText } from "../../parts/dates.ts";
import { Hash } from "../../parts/hash.tsx";
import { unbroken } from "../../parts/unbroken.ts";
import styles from "./measure.module.css";

interface EvidenceTableProps {
  readonly rows: readonly EvidenceRow[];
  readonly unit: MeasureUnit;
  readonly timeZone: string;
  readonly left: "in" | "out";
}

/** One row of evidence a line. */
export function EvidenceTable({ rows, unit, timeZone, left }: EvidenceTableProps) {
  return (
    <table aria-labelledby="evidence" className={styles.evidenceTable}>
      <thead>
        <tr>
          <th scope="col">what</th>
          <th scope="col">when</th>
          {left === "in" && <th scope="col">value</th>}
          <th scope="col">{left === "in" ? "why it counts" : "why it was left out"}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.component} ${row.id} ${row.because}`}>
            <th scope="row" className={styles.what}>
              <span dir="auto">{row.title || row.id.slice(0, 8)}</span>{" "}
              <span className="soft small">
                <Hash id={row.id} /> {row.component}
              </span>
            </th>
            <td>{row.at ? timeText(row.at, timeZone) : "date not to be believed"}</td>
            {left === "in" && <td>{row.value === null ? "unknown" : valueText(row.value, unit)}</td>}
            <td>{row.reason ?? unbroken(row.because)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A row of a share is a yes or a no; 100 % of one deployment says nothing to anyone. */
function valueText(value: number, unit: MeasureUnit): string {
  if (unit === "ratio") return value === 0 ? "no" : "yes";
  return formatReading(value, unit);
}
