import { useDebouncedValue } from "@mantine/hooks";
import { hintsFor } from "../hints.ts";
import styles from "./purpose.module.css";

/** Until somebody stops to think, in milliseconds. */
const PAUSE = 500;

/** As many questions as help at once. */
const MOST = 3;

/** Questions about what is written so far; whoever knows better leaves them unanswered. */
export function Hints({ text }: { text: string }) {
  const [written] = useDebouncedValue(text, PAUSE);
  const hints = hintsFor(written).slice(0, MOST);
  return (
    <div role="status">
      {hints.length > 0 && (
        <ul className={styles.hints} aria-label="Questions that may help">
          {hints.map(({ about, asks }) => (
            <li key={about}>{asks}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
