import { Link } from "@tanstack/react-router";
import styles from "./quiet.module.css";

/** An empty page says what it is for and what the first step is. */
export function FirstStep() {
  return (
    <div className={styles.first}>
      <p>
        How long does a finished idea wait before people can use it? Septet reads it from the history of a Git
        repository, on this machine, in a few seconds.
      </p>
      <Link to="/repository" className={styles.go}>
        Which repository?
      </Link>
    </div>
  );
}
