import { Link } from "@tanstack/react-router";
import type { Unit } from "../../core/org/contract.ts";
import styles from "./quiet.module.css";

/** An empty page says what it is for and what the first step is. */
export function FirstStep({ unit }: { unit: Pick<Unit, "kind" | "children"> }) {
  return (
    <div className={styles.first}>
      <p>
        How long does a finished idea wait before people can use it? Septet reads it from the history of a Git
        repository, on this machine, in a few seconds.
      </p>
      <Link to="/repository" className={styles.go}>
        Which repository?
      </Link>
      {unit.children.length > 0 && (
        <ul>
          {unit.children.map(({ slug, name }) => (
            <li key={slug}>
              <Link to="/units/$slug" params={{ slug }} dir="auto">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
