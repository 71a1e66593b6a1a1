import { useState } from "react";
import styles from "./hash.module.css";

/** The start of a commit's hash; the whole of it on hover, and pressed it goes to the clipboard. */
export function Hash({ id }: { id: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(id).then(
      () => setCopied(true),
      // A browser may refuse; the whole hash is still there to be selected.
      () => setCopied(false),
    );
  return (
    <button
      type="button"
      className={styles.hash}
      title={id}
      aria-label={`Copy hash ${id.slice(0, 8)}`}
      onClick={copy}
      onBlur={() => setCopied(false)}
    >
      <code>{id.slice(0, 8)}</code>
      <span role="status" className={styles.copied}>
        {copied ? "copied" : ""}
      </span>
    </button>
  );
}
