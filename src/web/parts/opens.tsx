import { type ReactNode, useId, useRef, useState } from "react";
import styles from "./opens.module.css";

interface OpensProps {
  readonly word: string;
  /** What it is about, for those who hear it without what stands beside it. */
  readonly of?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A word that opens what belongs to it, below the row that it stands in. */
export function Opens({ word, of, children }: OpensProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        ref={opener}
        className={styles.word}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {word}
        {of && <span className="hidden"> {of}</span>}
      </button>
      {open && (
        <div id={id} className={styles.opened}>
          {children(close)}
        </div>
      )}
    </>
  );
}
