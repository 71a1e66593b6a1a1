import { formatReading } from "../../../core/measures/reading.ts";
import { dayText } from "../../../web/parts/dates.ts";
import { Hash } from "../../../web/parts/hash.tsx";
import { unbroken } from "../../../web/parts/unbroken.ts";
import type { SlowChange } from "../contract.ts";
import styles from "./delivery.module.css";
import { kindsOf } from "./waits.ts";
import { WaitsBar } from "./waits-bar.tsx";

const heading = (n: number) =>
  n === 1
    ? "The change that waited longest"
    : `The ${["", "", "two", "three", "four", "five"][n] ?? n} changes that waited longest`;

interface SlowestChangesProps {
  readonly changes: readonly SlowChange[];
  readonly timeZone: string;
}

export function SlowestChanges({ changes, timeZone }: SlowestChangesProps) {
  const longest = Math.max(...changes.map(({ seconds }) => seconds));
  return (
    <section>
      <h2 id="slowest">{heading(changes.length)}</h2>
      <table className={styles.slowest} aria-labelledby="slowest">
        <thead>
          <tr>
            <th scope="col">change</th>
            <th scope="col">waited</th>
            <th scope="col">where</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.id}>
              <th scope="row" className={styles.what}>
                <span dir="auto">{change.title}</span>
                <span className="soft small">
                  <Hash id={change.id} /> · {change.component} · live with {change.deployment},{" "}
                  {unbroken(dayText(change.deployedAt, timeZone))}
                </span>
              </th>
              <td className={styles.waited}>{formatReading(change.seconds, "seconds")}</td>
              <td>
                <WaitsBar waits={change.waits} where={change.where} scale={change.seconds / longest} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.key} aria-hidden="true">
        {kindsOf(changes).map(({ key, words }) => (
          <span key={key}>
            <i data-part={key} /> {words}
          </span>
        ))}
      </p>
    </section>
  );
}
