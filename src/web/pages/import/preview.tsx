import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { changeGroups, placeWords } from "../../../core/catalog/change-words.ts";
import type { ImportAnswer } from "../../../core/catalog/contract.ts";
import { countText, manyText } from "../../parts/count.ts";
import { Trouble } from "../../parts/trouble.tsx";
import styles from "./import.module.css";
import type { Importing } from "./use-import.ts";

/** What would change, what was left out, and the button that does it; afterwards, that it is done. */
export function Preview({ importing: { preview, apply } }: { importing: Importing }) {
  const answer = apply.data ?? preview.data;
  if (!answer) return null;
  const { total, applied } = answer;
  return (
    <section className={styles.preview} aria-label={applied ? "What has changed" : "What would change"}>
      <div role="status">
        <h2>{summary(answer)}</h2>
      </div>
      {applied && <Link to="/organisation">Look at the organisation</Link>}
      <Remarks answer={answer} />
      <Changes answer={answer} />
      {total > 0 && !applied && (
        <Button loading={apply.isPending} onClick={() => apply.mutate(answer.print)}>
          {total === 1 ? "Apply this change" : `Apply these ${countText(total)} changes`}
        </Button>
      )}
      <Trouble error={apply.error} />
    </section>
  );
}

const change = { one: "change", many: "changes" };

function summary({ total, applied }: ImportAnswer): string {
  if (total === 0) return "Nothing would change.";
  return applied ? `Done: ${manyText(total, change)}.` : `${manyText(total, change)} to look at.`;
}

/** So many lines are read at a glance; a longer list waits until it is opened. */
const GLANCE = 8;

function Remarks({ answer: { problems, problemTotal } }: { answer: ImportAnswer }) {
  if (problemTotal === 0) return null;
  const title = manyText(problemTotal, { one: "remark", many: "remarks" });
  return (
    <details open={problemTotal <= GLANCE}>
      <summary>{title} on what could not be taken as it stands</summary>
      <ul className={styles.lines}>
        {problems.map((one, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer does not change, and may say the same twice
          <li key={n} dir="auto">
            <span className="soft">{placeWords(one)}</span> {one.reason}
          </li>
        ))}
        {problemTotal > problems.length && <More of={problemTotal - problems.length} />}
      </ul>
    </details>
  );
}

function Changes({ answer }: { answer: ImportAnswer }) {
  return changeGroups(answer).map(({ kind, title, listed, more }) => (
    <details key={kind} open={listed.length + more <= GLANCE}>
      <summary>{title}</summary>
      <ul className={styles.lines}>
        {listed.map((what, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer does not change, and may say the same twice
          <li key={n} dir="auto">
            {what}
          </li>
        ))}
        {more > 0 && <More of={more} />}
      </ul>
    </details>
  ));
}

const More = ({ of }: { of: number }) => <li className="soft">and {countText(of)} more</li>;
