import { Progress } from "@mantine/core";
import type { GitImport } from "../../core/connectors/git/contract.ts";
import { countText } from "./count.ts";
import styles from "./quiet.module.css";

/** How an import is getting on, with counts as soon as they are known. */
export function ImportProgress({ it }: { it: GitImport }) {
  const { done, total } = it.progress;
  const words = total === null ? "counting commits" : `${countText(done)} of ${countText(total)} commits`;
  return (
    <div className={styles.running}>
      <p dir="auto">Reading {it.component ?? it.path}</p>
      <Progress.Root className={styles.bar} size="sm">
        <Progress.Section
          color="var(--accent)"
          value={total ? (100 * done) / total : 0}
          aria-label={`Reading ${it.component ?? it.path}`}
        />
      </Progress.Root>
      <p className="soft small" role="status">
        {it.state === "waiting" ? "waiting for its turn" : words}
      </p>
    </div>
  );
}
