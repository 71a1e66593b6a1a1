import type { CheckInItem } from "../../../core/loops/check-in/contract.ts";
import { MarkLines } from "../../parts/mark-lines.tsx";
import { UnusualMark } from "../../parts/unusual-mark.tsx";
import styles from "./check-in.module.css";

/** What was guessed and came, what is unusual, and what happened since. */
export function Look({ item: { guessed, mineGuessed, unusual, answers, since } }: { item: CheckInItem }) {
  return (
    <>
      <h3>Look</h3>
      {guessed && <p className="small">{guessed.says}</p>}
      {mineGuessed && <p className="soft small">For yourself: {mineGuessed.says}</p>}
      {unusual.length > 0 ? (
        <ul className={styles.unusual} aria-label="Unusual">
          {unusual.map((words) => (
            <li key={words}>
              <UnusualMark /> {words}
            </li>
          ))}
        </ul>
      ) : (
        answers.length > 0 && <p className="soft small">Nothing new that is unusual.</p>
      )}
      {since.length > 0 && (
        <details className="small" open={since.length <= 3}>
          <summary className="soft">What happened since ({since.length})</summary>
          <MarkLines marks={since} className={styles.since} />
        </details>
      )}
    </>
  );
}
