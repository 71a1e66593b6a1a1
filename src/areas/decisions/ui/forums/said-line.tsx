import type { Said } from "../../forums/meetings/contract.ts";
import styles from "./forums.module.css";

/** Who said what. */
export const SaidLine = ({ by, words }: Pick<Said, "by" | "words">) => (
  <>
    <span className="soft small" dir="auto">
      {by?.name ?? "Somebody who is gone"}
    </span>
    <p className={styles.words} dir="auto">
      {words}
    </p>
  </>
);
