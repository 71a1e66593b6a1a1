import type { Experiment, Shows } from "../../../core/loops/experiments/contract.ts";
import { Card } from "../../parts/card.tsx";
import { unbroken } from "../../parts/unbroken.ts";
import styles from "./experiment.module.css";

/** What the measure shows, first in a sentence, then how sure one can be of it. */
export function ShownBy({ shows, it }: { shows: Shows; it: Experiment }) {
  const [first, ...more] = shows.says;
  return (
    <Card title="What the measure shows">
      <p className={styles.effect}>{unbroken(first ?? "Nothing yet.")}</p>
      {it.expects && shows.came !== null && (
        <p className="small">
          {shows.came === it.expects.direction
            ? it.kind === "look-back"
              ? "As you guessed."
              : "As expected."
            : it.kind === "look-back"
              ? "Not as you guessed."
              : "Not as expected."}
        </p>
      )}
      {more.map((words) => (
        <p key={words} className="soft small">
          {unbroken(words)}
        </p>
      ))}
      {shows.effect && (
        <p className="soft small">
          From {shows.known.before} {it.every}s before and {shows.known.since} since. “Was” and “is” are the{" "}
          {shows.effect.scale === "log" ? "geometric mean" : "mean"} of the {it.every}s. What came from the
          change and what from all else that happened, you know better than the measure.
        </p>
      )}
    </Card>
  );
}
