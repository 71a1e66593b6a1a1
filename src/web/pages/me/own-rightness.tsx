import type { rightness } from "../../../core/loops/mine/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { CalibrationPlot } from "../../charts/calibration-plot.tsx";
import { RightnessWords } from "../../parts/rightness-words.tsx";
import styles from "./me.module.css";

/** How often one was right, for oneself alone. */
export function OwnRightness({ right }: { right: AnswerOf<typeof rightness> }) {
  if (right.guesses.of === 0 && right.experiments.of === 0) return null;
  return (
    <section className={styles.section}>
      <h2>How often was I right?</h2>
      {right.guesses.of > 0 && <RightnessWords right={right.guesses} />}
      {right.experiments.of > 0 && <RightnessWords right={right.experiments} />}
      {right.calibration && (
        <CalibrationPlot points={right.calibration.points} of={right.calibration.all.n} />
      )}
      <p className="soft small">Only you see this.</p>
    </section>
  );
}
