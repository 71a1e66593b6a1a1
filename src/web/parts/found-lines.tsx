import type { Found } from "../../core/connectors/git/contract.ts";
import { nothingLive } from "../../core/connectors/git/nothing-live.ts";
import { manyText } from "./count.ts";
import { dayText } from "./dates.ts";
import styles from "./quiet.module.css";
import { unbroken } from "./unbroken.ts";

/** What an import found, in three lines, and what it had to leave out behind them. */
export function FoundLines({ found }: { found: Found }) {
  const span =
    found.since && found.until ? unbroken(` from ${dayText(found.since)} to ${dayText(found.until)}`) : "";
  return (
    <>
      <ul className={styles.found}>
        <li>
          {manyText(found.changes, { one: "change", many: "changes" })}
          {span}
        </li>
        <li>
          {found.deploymentsBy
            ? `${manyText(found.deployments, { one: "deployment", many: "deployments" })}, told by ${found.deploymentsBy}${found.deployments === 0 ? ": is it written right?" : ""}`
            : "Nothing says yet what is live."}
        </li>
        <li>{failedText(found)}</li>
      </ul>
      {found.remarks.length > 0 && (
        <details className={styles.remarks}>
          <summary>{manyText(found.remarks.length, { one: "remark", many: "remarks" })}</summary>
          <ul>
            {found.remarks.map(({ what, n, examples }) => (
              <li key={what}>
                {what} ({n}){examples.length > 0 && `: ${examples.join(", ")}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function failedText(found: Found): string {
  const { failed, mergeToRelease, shallow } = found;
  if (shallow) return "Only a part of the history is here (a shallow clone), so older changes are missing.";
  if (mergeToRelease)
    return "The host squashed or rebased most changes, so waiting is counted from the merge.";
  if (nothingLive(found)) return "Merges are counted already.";
  return failed === 0
    ? "No reverts or rollbacks among them"
    : `${manyText(failed, { one: "of them was", many: "of them were" })} reverted or rolled back later`;
}
