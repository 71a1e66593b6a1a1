import { Link } from "@tanstack/react-router";
import styles from "./quiet.module.css";

interface FirstStepProps {
  /** Whether the reader may say which repositories are read. */
  readonly can: boolean;
}

/** An empty page says what it is for and what the first step is. */
export function FirstStep({ can }: FirstStepProps) {
  return (
    <div className={styles.first}>
      <p>
        How long does a finished idea wait before people can use it? Septet reads it from the history of a Git
        repository, on this machine, in a few seconds.
      </p>
      {can ? (
        <Link to="/repository" className={styles.go}>
          Which repository?
        </Link>
      ) : (
        <p className="soft">Who runs this says which repository is yours.</p>
      )}
    </div>
  );
}
