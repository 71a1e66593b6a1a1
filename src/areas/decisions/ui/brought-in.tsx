import { Button } from "@mantine/core";
import { Trouble } from "../../../web/parts/trouble.tsx";
import type { FileChangeKind, ImportAnswer } from "../files/contract.ts";
import type { Bringing } from "./bring-in.ts";
import styles from "./decisions.module.css";

const KINDS: { readonly [kind in FileChangeKind]: string } = {
  ...{ added: "New", changed: "Changed there", merged: "Put together", clashed: "Differs here and there" },
  ...{ moved: "Another name", back: "Back", gone: "Gone there" },
};

/** What would change, and the button that does it; then, what has changed. */
export function BroughtIn({ bringing: { preview, apply } }: { bringing: Bringing }) {
  const answer = apply.data ?? preview.data;
  if (!answer) return null;
  const { changes, leftOut, problems, says } = answer;
  const done = apply.data !== undefined;
  return (
    <section className={styles.brought} aria-label={done ? "What has changed" : "What would change"}>
      <p role="status">
        <strong>{says}</strong>
      </p>
      {!done && (
        <div>
          <Button loading={apply.isPending} onClick={apply.now}>
            {changes.length === 0 ? "Keep it as it is" : "Bring them in"}
          </Button>
        </div>
      )}
      <Trouble error={apply.error} />
      <Changes changes={changes} />
      <Lines title="Left out" lines={leftOut.map(({ path, why }) => ({ path, says: why }))} />
      <Lines title="Not understood; the rest of these files is there" lines={problems} />
    </section>
  );
}

function Changes({ changes }: { changes: ImportAnswer["changes"] }) {
  if (changes.length === 0) return null;
  return (
    <details open={changes.length <= GLANCE}>
      <summary>{changes.length === 1 ? "1 record" : `${changes.length} records`}</summary>
      <ul className={styles.lines}>
        {changes.map(({ kind, path, title, says }) => (
          <li key={path}>
            <span dir="auto">{title}</span>{" "}
            <span className="soft small">
              {KINDS[kind]} · <span dir="auto">{path}</span>
            </span>
            {says && <p className="small">{says}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** So many lines are read at a glance; a longer list waits until it is opened. */
const GLANCE = 8;

interface LinesProps {
  readonly title: string;
  readonly lines: readonly { readonly path: string | null; readonly says: string }[];
}

export function Lines({ title, lines }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>
        {title} ({lines.length})
      </summary>
      <ul className={styles.lines}>
        {lines.map(({ path, says }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer does not change, and may say the same twice
          <li key={n} className="small">
            {path !== null && (
              <span className="soft" dir="auto">
                {path}{" "}
              </span>
            )}
            {says}
          </li>
        ))}
      </ul>
    </details>
  );
}
